"""Small pieces of text and order that templates use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import ceil
from operator import attrgetter
from typing import Any, Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel

from samverkan.kinds import Forum, Källhänvisning, Ref, Rutin, Thing
from samverkan.kinds.base import Jurist, Place
from samverkan.kinds.labels import Månad
from samverkan.kinds.rutin import Ägare

T = TypeVar("T")

ANCHORED = {
    "steg": "steg",
    "uppgifter": "uppgift",
    "avsnitt": "avsnitt",
    "bakgrund": "avsnitt",
    "frågor": "fraga",
    "svar": "svar",
    "trappsteg": "niva",
}
NO_OWNER = "Ägare är inte utsedd"
NO_LAWYER = "Ingen jurist har granskat"
NOT_HERE = " (finns inte hos oss)"
CLASSES = ((0, 19), (20, 39), (40, 59), (60, 79), (80, 100))


@runtime_checkable
class Named(Protocol):
    """A part that has an anchor on its page, and a name that links to it say."""

    @property
    def id(self) -> str:
        """What the anchor ends with."""

    @property
    def namn(self) -> str:
        """What links say."""


def parts(thing: Thing) -> dict[str, Named]:
    """The parts of a thing that a link can lead to, by what it ends with: steg-anmal, svar-ringa.

    What a step has replaced leads to it too.
    """
    if not thing.own_page:
        return {}
    return {
        f"{prefix}-{id}": part
        for field, prefix in ANCHORED.items()
        for part in getattr(thing, field, None) or ()
        if isinstance(part, Named)
        for id in (part.id, *getattr(part, "ersätter", ()))
    }


def spot(thing: Thing, place: Place) -> tuple[str, str]:
    """What a place in a thing is called on its page, and the link to it."""
    prefix = ANCHORED.get(str(place[0]))
    part = part_at(thing, place[:2]) if prefix and thing.own_page else None
    if not isinstance(part, Named):
        return thing.namn, thing.url
    return part.namn, f"{thing.url}#{prefix}-{part.id}"


def part_at(thing: BaseModel, place: Place) -> Any:
    """The value at a place in a thing."""
    value: Any = thing
    for step in place:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def link(value: Thing | Ref[Thing]) -> str:
    """A Markdown link to a thing, or to what a reference points at; says so where the kommun has none of it."""
    thing = value.saken if isinstance(value, Ref) else value
    mark = value.märke if isinstance(value, Ref) else ""
    if isinstance(value, Ref) and value.part and not thing.utgår:
        return f"[{parts(thing)[value.part].namn}]({thing.url}#{value.part}) ({thing.kortnamn}){mark}"
    return f"[{thing.kortnamn}]({thing.url}){NOT_HERE if thing.utgår else ''}{mark}"


def cited(sources: Iterable[Källhänvisning]) -> str:
    """Each source as a Markdown link, with the place in it (Källhänvisning)."""
    return "; ".join(f"{link(source.källa)}, {source.plats}" for source in sources)


def once(sources: Iterable[Källhänvisning]) -> list[Källhänvisning]:
    """Each place in each source once."""
    found: dict[tuple[str, str], Källhänvisning] = {}
    for source in sources:
        found.setdefault((source.källa.id, source.plats), source)
    return list(found.values())


def cited_once(sources: Iterable[Källhänvisning]) -> str:
    """Each source once, as a Markdown link, with its places; those that only differ in capitals are the same."""
    cited = []
    for _, same in in_groups(sources, "källa.id"):
        places: dict[str, str] = {}
        for source in same:
            places.setdefault(source.plats.lower(), source.plats)
        cited.append(f"{link(same[0].källa)}, {'; '.join(places.values())}")
    return ". ".join(cited)


def linked(words_and_address: tuple[str, str | None]) -> str:
    """Words as a Markdown link; only the words where there is no address."""
    words, address = words_and_address
    return f"[{words}]({address})" if address else words


def in_groups(items: Iterable[T], attribute: str) -> list[tuple[Any, list[T]]]:
    """Items by the value of an attribute, groups and items in the order they come."""
    groups: dict[Any, list[T]] = {}
    for item in items:
        groups.setdefault(attrgetter(attribute)(item), []).append(item)
    return list(groups.items())


def owner(thing: Thing) -> Ägare | None:
    """Who answers for the review of a thing, as the model says it: only a routine names its owner; else None."""
    return thing.ägare if isinstance(thing, Rutin) else None


def way_up(forum: Forum) -> list[Forum]:
    """The forums from this one and upwards, itself first."""
    path = [forum]
    while way := path[-1].vidare_till:
        path.append(way.forum.saken)
    return path


def answer_classes(positions: Iterable[int]) -> list[tuple[str, int]]:
    """How many answers lie in each fifth of the line from ja (0) to nej (100)."""
    answers = list(positions)
    return [(f"{low}–{high}", sum(low <= answer <= high for answer in answers)) for low, high in CLASSES]


def swedish_date(value: date) -> str:
    """A date in words: 22 november 2026."""
    return f"{value.day} {swedish_month(value)}"


def swedish_month(value: date) -> str:
    """The month of a day in words: november 2026."""
    return f"{list(Månad)[value.month - 1]} {value.year}"


def capital(text: str) -> str:
    """A text as a sentence begins; what else is written with a capital keeps it."""
    return text[:1].upper() + text[1:]


def count_of(number: int, one: str, many: str) -> str:
    """A number with its noun: ”1 punkt”, ”2 punkter”."""
    return f"{number} {one if number == 1 else many}"


def size_of(content: bytes) -> str:
    """How heavy a file is, never less than it is: 84 kB, 3,7 MB; a kilobyte is 1000 bytes."""
    kilo = ceil(len(content) / 1000)
    return f"{kilo} kB" if kilo < 1000 else f"{ceil(kilo / 100) / 10} MB".replace(".", ",")


def decided_is_marked(decided: bool, otherwise: str | None) -> str:
    """What a web or a document says of all of itself: which parts are decided, or where none is, what else is so."""
    return "Det som är beslutat är märkt så. Annat är förslag." if decided else otherwise or ""


def lawyer_read(what: str, reading: Jurist | None) -> str:
    """Whether a lawyer has read ”what” (”texten”, ”den”), when and who, in whole sentences."""
    if reading is None:
        return f"{NO_LAWYER} {what}."
    return f"En jurist har granskat {what}. När: {swedish_date(reading.datum)}. Vem: {reading.av}."


def address(url: str) -> str:
    """The address in the site, from its root, of a Markdown link target: /forum/styrgrupp.md gives forum/styrgrupp/."""
    path, mark, anchor = url.lstrip("/").partition("#")
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{folder}/{mark}{anchor}" if folder else f"{mark}{anchor}"
