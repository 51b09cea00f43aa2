"""Nothing is lost: each value of the model stands on its page, under its label, or is listed with a reason."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from fyllt import KOMMUN, filled
from project import ROOT
from samverkan import Model, build_model
from samverkan.kinds import ALONE, KINDS, LOCAL_KINDS, Forum, Källhänvisning, Ref, Rutin, Thing
from samverkan.kinds.installningar import Inställningar
from samverkan.kinds.kontakt import Kontakt
from samverkan.kinds.unshown import UNSHOWN, why_unshown
from shown import Web, declared, fields, page_of, said

LABELS: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__, "..", "visas.yml").resolve().read_text("utf-8"))
EVERY = (*KINDS, *LOCAL_KINDS, *ALONE, Inställningar)


LEFT = re.compile(r"(?:^|› )#+ |\{:|\]\(|\*\*")
COUNTY, KOMMUNS = "länets webb", "en kommuns webb"
FILLED, FILLED_KOMMUNS = "den fyllda modellen", "den fyllda modellen med en kommun"
NAMES = (COUNTY, KOMMUNS, FILLED, FILLED_KOMMUNS)


class Webs(dict[str, Web]):
    """The county's web and a kommun's, of the real model and of the one in which every field has a value."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root

    def __missing__(self, name: str) -> Web:
        self[name] = made = self._make(name)
        return made

    def _make(self, name: str) -> Web:
        if name in (FILLED, FILLED_KOMMUNS):
            return Web(filled(KOMMUN if name == FILLED_KOMMUNS else None))
        if name == COUNTY:
            return Web(build_model(ROOT)[0], written=True)
        shutil.copytree(ROOT / "model" / "gemensam", self.root / "model" / "gemensam")
        shutil.copytree(ROOT / "tests" / "exempel" / "gnesta", self.root / "model" / "lokalt" / "gnesta")
        return Web(build_model(self.root, kommun="gnesta")[0], written=True)


@pytest.fixture(scope="module")
def webs(tmp_path_factory: pytest.TempPathFactory) -> Webs:
    return Webs(tmp_path_factory.mktemp("kommun"))


@pytest.mark.parametrize("name", NAMES)
def test_every_value_stands_on_its_page_under_its_label(webs: Webs, name: str) -> None:
    lost = [place for thing in things(webs[name].model) for place in lost_of(thing, webs[name])]
    assert not lost, f"På {name} syns inte:\n" + "\n".join(lost[:30])


def test_every_declared_field_has_a_label_or_a_reason_not_to_be_shown() -> None:
    untold = [
        f"{kind.kind}.{field}"
        for kind in EVERY
        for field in shown_fields(kind)
        if field not in LABELS.get(kind.kind, {})
    ]
    assert untold == [], "skriv i tests/visas.yml var de visas, eller i kinds/unshown.py varför inte"
    known = {f"{kind.kind}.{field}" for kind in EVERY for field in shown_fields(kind)}
    assert {f"{kind}.{field}" for kind, labels in LABELS.items() for field in labels} - known == set()


def test_every_declared_field_has_a_value_in_the_filled_model(webs: Webs) -> None:
    models = [webs[name].model for name in (FILLED, FILLED_KOMMUNS)]
    there = {f"{thing.kind}.{field}" for model in models for thing in things(model) for field, _, _ in fields(thing)}
    every = {f"{kind.kind}.{field}" for kind in EVERY for field in shown_fields(kind)}
    assert every - there == set(), "fyll fältet i tests/fyllt/"


def test_every_choice_of_a_field_that_is_told_in_other_words_has_its_words() -> None:
    untold = [
        f"{kind.kind}.{field}: {choice}"
        for kind in EVERY
        for field, label in LABELS[kind.kind].items()
        if isinstance(label, dict) and "ord" in label and "*" not in label["ord"]
        for choice in choices(kind, field)
        if choice not in label["ord"] and f"{kind.kind}.{field}: {choice}" not in UNSAID
    ]
    assert untold == []


def test_every_choice_is_said_in_its_own_words() -> None:
    model = filled()
    there = {(t.kind, field, in_words(value)) for t in things(model) for field, value, _ in fields(t)}
    lost, tried = [], 0
    for kind in EVERY:
        for field, label in LABELS[kind.kind].items():
            for choice in label["ord"] if isinstance(label, dict) and "ord" in label else ():
                if (
                    choice == "*"
                    or kind in (*LOCAL_KINDS, *ALONE, Inställningar)
                    or (kind.kind, field, choice) in there
                ):
                    continue
                thing, part = holder(model, kind.kind, field)
                name = field.rpartition(".")[2]
                was = getattr(part, name)
                word = type(was[0] if isinstance(was, list) else was)(choice)
                vars(part)[name] = [word] if isinstance(was, list) else word
                lost += [place for place in lost_of(thing, Web(model)) if f": {field}: " in place]
                vars(part)[name] = was
                tried += 1
    assert lost == []
    assert tried > 10


def holder(model: Model, kind: str, field: str) -> tuple[Thing, Any]:
    """A thing, and the part of it that has a value in a field."""
    found = ((t, around[-1]) for t in things(model) if t.kind == kind for f, _, around in fields(t) if f == field)
    return next(found)


def in_words(value: Any) -> str:
    """A value as visas.yml names it."""
    return said(value)[0] if isinstance(value, (bool, Ref)) else str(value)


# What goes without saying: it is told only when it is otherwise.
UNSAID = {
    "forum.samband.status: bekräftad",
    "forum.vidare_till.status: bekräftad",
    "rutin.ägare.status: bekräftad",
    "samverkansform.finns.finns: framgår_inte",  # the table has no row for it, and the sentence under it says so
}


def test_what_is_left_out_of_the_pages_is_declared_and_has_a_reason() -> None:
    paths = {f"{kind.kind}.{field}" for kind in EVERY for field in every_path(kind)}
    names = {path.rpartition(".")[2] for path in paths}
    assert set(UNSHOWN) - paths - names == set()
    assert all(len(reason) > 12 for reason in UNSHOWN.values())


def test_a_field_that_no_template_shows_is_seen(webs: Webs) -> None:
    # The tests above are worth something only if a lost value, a lost label and swapped words are seen.
    web = webs[FILLED]
    forum, rutin = web.model.get(Forum, "skolgrupp"), web.model.get(Rutin, "anmal")
    kept = {path: list(web.lines(path)) for path in (page_of(forum), page_of(rutin))}
    for old, new, thing in (
        ("Får besluta om mötestider.", "", forum),
        ("Mandat", "Uppdrag", forum),
        ("Får inte sägas", "Får sägas", rutin),
    ):
        page = page_of(thing)
        web._lines[page] = [line.replace(old, new) for line in kept[page]]
        assert list(lost_of(thing, web)), old
        web._lines[page] = kept[page]
        assert not list(lost_of(thing, web))


def test_no_markdown_is_left_as_it_was_written(webs: Webs) -> None:
    # What stands right after a box, without an empty line between, is text to Markdown and no heading.
    left = [
        f"{name}: {path}: {line}"
        for name in NAMES
        for path in webs[name].markdown
        if not path.startswith(
            ("om/data", "mallar/data", "om/publicera", "om/falt/")
        )  # these tell how Markdown is written
        for line in webs[name].lines(path)
        if LEFT.search(line)
    ]
    assert left == []


def test_no_heading_in_bold_is_glued_to_the_point_before_it(webs: Webs) -> None:
    # Markdown takes a line right after a point for the point's own: what stands under it then stands under another.
    glued = [
        f"{path}: {after}"
        for name in NAMES
        for path, text in webs[name].markdown.items()
        for before, after in zip(text.splitlines(), text.splitlines()[1:], strict=False)
        if before.startswith("- ") and after.startswith("**")
    ]
    assert glued == []


def things(model: Model) -> Iterator[Thing]:
    """Every thing that the web shows, its publisher's settings too where a kommun has written them."""
    yield from (thing for thing in (model.region, *model.everything()) if not thing.utgår)
    if model.local:
        yield model.settings


def lost_of(thing: Thing, web: Web) -> Iterator[str]:
    """The values of a thing that do not stand where they should, each with where it was sought."""
    for field, value, around in fields(thing):
        if why_unshown(thing.kind, field):
            continue
        label = LABELS[thing.kind].get(field)
        if label is None:
            yield f"{thing.kind} {thing.id}: {field} har ingen etikett i tests/visas.yml"
            continue
        if isinstance(label, dict) and not applies(label, thing, web.model):
            continue
        for under, words in wanted(label, value):
            sought = [fill(part, thing, value, around, web.model) for part in under.split(" › ") if part] + words
            pages = pages_of(label, thing, value, around, web)
            if not any(in_order(sought, line) for page in pages for line in web.lines(page)):
                where = ", ".join(pages[:3]) or "ingen sida"
                yield f"{thing.kind} {thing.id}: {field}: {' › '.join(sought)}  ({where})"


def applies(label: dict[str, Any], thing: Thing, model: Model) -> bool:
    """Whether a value is to be shown at all: of this thing, on this web."""
    of_this = all(getattr(thing, name) == value for name, value in label.get("när", {}).items())
    return of_this and not (label.get("bara") == "länets" and model.local)


def wanted(label: str | dict[str, Any], value: Any) -> Iterator[tuple[str, list[str]]]:
    """The labels to look for, and the words after them: the value's own, line by line, or what is said in its place."""
    if isinstance(label, dict) and "ord" in label:
        (word,) = said(value) if isinstance(value, (bool, Ref)) else (str(value),)
        if other := label["ord"].get(word, label["ord"].get("*")):
            yield (f"{label['under']} › {other}" if label.get("under") else other), []
        return
    under = label if isinstance(label, str) else label["under"]
    if isinstance(value, Källhänvisning):
        yield under, [value.källa.till.kort, value.plats]
        return
    for row in said(value):
        yield under, [row]


def fill(part: str, thing: Thing, value: Any, around: tuple[Any, ...], model: Model) -> str:
    """A label with the names of the parts round the value in it."""
    known: dict[str, Any] = {"thing": thing.kortnamn, "thing.id": thing.id, "region": model.region.namn}
    for outer in around:
        known |= {name: getattr(outer, name) for name in type(outer).model_fields}
        if outer is thing:
            known |= {"år": getattr(thing, "år", None)}
    known["utan https"] = str(value).removeprefix("https://")
    known["värde"] = value.till.kortnamn if isinstance(value, Ref) else value
    if isinstance(value, Ref):
        reached = [kontakt.namn for kontakt in model.all(Kontakt) if kontakt.till and kontakt.till.id == value.id]
        known["kontakt"] = reached[0] if reached else value.till.kortnamn
    if isinstance(value, Källhänvisning):
        known |= {"källa": value.källa, "plats": value.plats}
    for name, one in known.items():
        if f"{{{name}}}" in part:
            part = part.replace(f"{{{name}}}", (said(one) or [""])[0])
    return part


def pages_of(label: str | dict[str, Any], thing: Thing, value: Any, around: tuple[Any, ...], web: Web) -> list[str]:
    """The pages where a value may stand: the thing's own, unless the label says another."""
    if isinstance(label, str) or "på" not in label:
        return [page_of(thing)]
    ids = {"thing.id": thing.id, "värde": getattr(value, "id", "")}
    if isinstance(value, Källhänvisning):
        ids["källa"] = value.källa.id
    pattern = str(label["på"])
    for name, id in ids.items():
        pattern = pattern.replace(f"{{{name}}}", id)
    pattern = web.templates.get(pattern, pattern)
    return [page for page in web.markdown if fnmatch(page, pattern)]


def in_order(parts: list[str], line: str) -> bool:
    """Whether the parts stand in a line, one after the other."""
    at = 0
    line = line.casefold()
    for part in parts:
        found = line.find(" ".join(part.split()).casefold(), at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def every_path(kind: type[Thing]) -> Iterator[str]:
    """The path of every field, and of every part that fields stand in."""
    for path in declared(kind):
        parts = path.split(".")
        yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))


def shown_fields(kind: type[Thing]) -> list[str]:
    """The fields of a kind that a reader is to see."""
    return [field for field in declared(kind) if not why_unshown(kind.kind, field)]


def choices(kind: type[Thing], field: str) -> list[str]:
    """What a field with a list of choices may be; of ja and nej only ja is something to tell."""
    model: Any = kind
    *parts, last = field.split(".")
    for part in parts:
        model = next(iter(models_in(model.model_fields[part].annotation)))
    return list(literals(model.model_fields[last].annotation))


def models_in(annotation: Any) -> Iterator[Any]:
    if hasattr(annotation, "model_fields"):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


def literals(annotation: Any) -> Iterator[str]:
    if annotation is bool:
        yield "ja"
    for argument in get_args(annotation):
        if isinstance(argument, str):
            yield argument
        else:
            yield from literals(argument)
