"""Things as Markdown: one template per kind, and the filters they share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from pydantic import BaseModel

from samverkan.checklists import checklists
from samverkan.kinds import KINDS, LINK, THING_TARGET, Ref, Thing
from samverkan.kinds.base import Place
from samverkan.resolve import Model

MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"]
ANCHORED = {"steg": "steg", "uppgifter": "uppgift"}


class Renderer:
    """Renders things of one model. `source_url` gives the address of a model file, for editing."""

    def __init__(self, model: Model, source_url: Any = None) -> None:
        self.model = model
        self.source_url = source_url or (lambda file: f"/{file}")
        self.env = Environment(
            loader=PackageLoader("samverkan"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self.env.filters.update(
            text=self.text, länk=link, datum=swedish_date, uppräkning=enumerate_words, i_grupper=in_groups
        )
        self.env.globals.update(
            modell=model,
            checklistor=checklists,
            källfil=lambda thing: self.source_url(thing.file),
            används=self.used_by,
            steg_för=self.steps_of,
            uppåt=way_up,
            sorter=KINDS,
        )

    def thing(self, thing: Thing) -> str:
        """The Markdown of one thing: a whole page, or its section on the shared page."""
        return self.template(type(thing).__module__.rpartition(".")[2], ting=thing)

    def template(self, name: str, **values: Any) -> str:
        """The Markdown of any template."""
        return self.env.get_template(f"{name}.md").render(**values)

    def text(self, value: str) -> str:
        """Model text as Markdown: links to things become links to their pages."""

        def replace(match: Any) -> str:
            target = THING_TARGET.match(match["target"])
            if target is None:
                return str(match[0])
            return f"[{match['text']}]({self.model.get(target['kind'], target['id']).url})"

        return LINK.sub(replace, value)

    def used_by(self, thing: Thing) -> list[tuple[Thing, list[tuple[str, str, list[str]]]]]:
        """Where a thing is used: each using thing with (label, link, places in the source)."""
        result = []
        for user, uses in groupby(thing.används_av, key=lambda use: use[0]):
            spots: dict[str, tuple[str, list[str]]] = {}
            for _, place in uses:
                label, url = spot(user, place)
                _, places = spots.setdefault(url, (label, []))
                where = part_at(user, place[:-1])
                if thing.kind == "källa" and (plats := getattr(where, "plats", None)) and plats not in places:
                    places.append(plats)
            result.append((user, [(label, url, places) for url, (label, places) in spots.items()]))
        return result

    def steps_of(self, funktion: Thing) -> list[tuple[Thing, list[tuple[Any, list[str]]]]]:
        """Per routine, the steps in which a funktion, or a broader one it belongs to, has a role."""
        ids = [funktion.id, *(ref.id for ref in funktion.ingår_i)]  # type: ignore[attr-defined]
        result = []
        for rutin in self.model.all("rutin"):
            steps = []
            for steg in rutin.steg:
                roles = [roll for id in ids for roll in steg.roll(id)]
                if roles:
                    steps.append((steg, list(dict.fromkeys(roles))))
            if steps:
                result.append((rutin, steps))
        return result


def spot(thing: Thing, place: Place) -> tuple[str, str]:
    """What a place in a thing is called on its page, and the link to it."""
    prefix = ANCHORED.get(str(place[0]))
    if prefix is None:
        return thing.namn, thing.url
    part = part_at(thing, place[:2])
    return part.namn, f"{thing.url}#{prefix}-{part.id}"


def part_at(thing: BaseModel, place: Place) -> Any:
    """The value at a place in a thing."""
    value: Any = thing
    for step in place:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def link(value: Any) -> str:
    """A Markdown link to a thing, or to what a reference points at."""
    thing = value.till if isinstance(value, Ref) else value
    return f"[{thing.kortnamn}]({thing.url})"


def in_groups(items: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Items by the value of an attribute, groups and items in the order they come."""
    groups: dict[Any, list[Any]] = {}
    for item in items:
        groups.setdefault(getattr(item, attribute), []).append(item)
    return list(groups.items())


def way_up(forum: Any) -> list[Any]:
    """The forums from this one and upwards, itself first."""
    path = [forum]
    while path[-1].vidare_till:
        path.append(path[-1].vidare_till.forum.till)
    return path


def swedish_date(value: date) -> str:
    """A date in words: 22 november 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def enumerate_words(values: Iterable[str]) -> str:
    """Words in a row: ”a, b och c”."""
    *first, last = list(values) or [""]
    return f"{', '.join(first)} och {last}" if first else last
