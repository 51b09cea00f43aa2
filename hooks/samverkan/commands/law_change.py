"""What a change of a section of law touches: every place that names it, what follows from them, each kommun's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from samverkan.commands.law_places import find_part, part_of, places, told
from samverkan.findings import Mark, nearest
from samverkan.kinds import (
    KINDS,
    Avtal,
    Blankett,
    Checklista,
    Fråga,
    Lagrum,
    Rutin,
    Sekretess,
    Situation,
    Thing,
    Trappa,
)
from samverkan.kinds.installningar import Inställningar
from samverkan.pages.views.rests import documents_resting, lists_resting
from samverkan.reading.document import Document
from samverkan.reading.folders import COMMON, FOLDER, SETTINGS
from samverkan.reading.load import load_file
from samverkan.reading.sources import Sources
from samverkan.resolve import Model
from samverkan.slug import slug
from samverkan.written.file import LOCAL, Written, read_written

# What staff act on comes before what explains.
FIRST: tuple[type[Thing], ...] = (Situation, Fråga, Rutin, Sekretess, Checklista, Blankett, Trappa, Avtal)
ORDER = {kind: number for number, kind in enumerate(dict.fromkeys([*FIRST, *KINDS]))}
FOLDERS = {kind.folder: kind for kind in KINDS}


@dataclass(frozen=True)
class Touched:
    """A place that a change touches: in which thing or page, and where in it in words (Swedish)."""

    mark: Mark
    sak: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.mark.file}:{self.mark.line}{': ' if self.where else ''}{self.where}"


Group = tuple[str, list[Touched]]


def find_law(model: Model, wanted: str) -> Lagrum | str:
    """The section that is meant, by its id or as one cites it (”19 kap. 6 § SoL”); else what to write (Swedish)."""
    every = model.all(Lagrum)
    found = [one for one in every if slug(wanted) in (one.id, slug(one.beteckning))]
    if len(found) == 1:
        return found[0]
    problem = f"Lagrummet ”{wanted}” finns inte." if wanted else "Säg vilket lagrum det gäller."
    known = [one.id for one in every]
    return f"{problem} {nearest(slug(wanted), known)}\nTill exempel: samverkan lagändring {known[0] if known else 'ID'}"


def common_impact(root: Path, model: Model, sources: Sources, lagrum: Lagrum) -> Iterator[Group]:
    """What of the county's rests on a section, kind by kind: the places, what follows from them, the pages."""
    groups: dict[type[Thing], list[Touched]] = {}
    settings = load_file(root / COMMON / SETTINGS, f"{COMMON}/{SETTINGS}", Inställningar)
    for document in [*sources.common, settings]:
        groups.setdefault(document.kind, []).extend(_named(document, lagrum.id))
    for kind in sorted(groups, key=lambda kind: ORDER.get(kind, len(ORDER))):
        yield kind.plural, groups[kind]
        if kind is Rutin:
            yield "Rutinernas checklistor, genom stegen", [*_lists(lagrum)]
            yield "Dokument som används i stegen", [*_documents(lagrum)]
    yield "Sidor skrivna för hand", [*_pages(read_written(root, None)[0], lagrum.id)]


def kommun_impact(root: Path, sources: Sources, lagrum: Lagrum) -> Iterator[Group]:
    """What a kommun has of its own that a change of a section touches: deviations, its own words, copies, pages."""
    common = {(document.kind, document.stem): document for document in sources.common}
    deviating = [(own, common[own.kind, own.stem]) for own in sources.own if (own.kind, own.stem) in common]
    folder = f"{FOLDER}/{sources.kommun}"
    settings = load_file(root / folder / SETTINGS, f"{folder}/{SETTINGS}", Inställningar)
    yield (
        "Avvikelser från något som vilar på lagrummet",
        [place for own, base in deviating if (place := _deviation(own, base, lagrum.id))],
    )
    yield (
        "Kommunens egna hänvisningar",
        [named for document in [*sources.own, settings] for named in _named(document, lagrum.id)],
    )
    yield "Granskade kopior av länets text", [*_copies(root, sources, lagrum.id)]
    written = read_written(root, sources.kommun)[0] if sources.kommun else []
    own_pages = [page for page in written if page.path.startswith(f"{LOCAL}/")]
    yield "Kommunens egna sidor", [*_pages(own_pages, lagrum.id)]


def _named(document: Document, id: str) -> Iterator[Touched]:
    for place in places(document, id):
        yield Touched(document.marks[place], _name(document), told(document.data, place))


def _name(document: Document) -> str:
    return str(document.data.get("namn", document.stem))


def _deviation(own: Document, base: Document, id: str) -> Touched | None:
    """How a kommun's deviation meets the section; None where the common thing does not rest on it."""
    resting = places(base, id)
    if not resting:
        return None
    gone = own.data.get("utgår") == "ja"
    parts = dict.fromkeys(part_of(base.data, place) for place in resting)
    met = {part: at for part in parts if (at := () if gone else find_part(own.data, part)) is not None}
    where = "; ".join(told(base.data, find_part(base.data, part) or ()) if part else "saken" for part in met)
    said = f"{where}, som vilar på lagrummet" if met else "annat än det som vilar på lagrummet"
    return Touched(own.marks[next(iter(met.values()), ())], _name(base), f"{'tar bort' if gone else 'ändrar'} {said}")


def _copies(root: Path, sources: Sources, id: str) -> Iterator[Touched]:
    for file in sources.reviewed:
        kind = FOLDERS.get(Path(file).parent.name)
        copy = load_file(root / file, file, kind) if kind else None
        if copy and (named := places(copy, id)):
            count = "1 ställe" if len(named) == 1 else f"{len(named)} ställen"
            yield Touched(copy.marks[named[0]], _name(copy), f"{count}; kopian byts när ni godkänner länets ändring")


def _lists(lagrum: Lagrum) -> Iterator[Touched]:
    for lista, steps in lists_resting(lagrum):
        numbers = ", ".join(str(lista.rutin.steg.index(step) + 1) for step in steps)
        mark = lista.rutin.at("steg", lista.rutin.steg.index(steps[0]))
        yield Touched(mark, lista.rutin.namn, f"{lista.funktion.namn}, steg {numbers}")


def _documents(lagrum: Lagrum) -> Iterator[Touched]:
    for document in documents_resting(lagrum):
        yield Touched(document.at(), document.namn)


def _pages(written: list[Written], id: str) -> Iterator[Touched]:
    """A link to the section's page, or a macro that names it."""
    named = re.compile(rf"""lagrum(?:/|["'],\s*["']){id}(?![a-z0-9-])""")
    for page in written:
        heading = re.search(r"^# (.+)$", page.text, re.MULTILINE)
        for found in named.finditer(page.text):
            yield Touched(page.mark(found.start()), heading[1] if heading else page.path)
