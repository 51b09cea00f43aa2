"""What the search in the browser needs: the pages' sections, and the words that staff also say."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from samverkan.kinds import KINDS as MODEL_KINDS
from samverkan.kinds import (
    Begrepp,
    Fråga,
    Funktion,
    Lagrum,
    Ref,
    Rutin,
    Sekretess,
    Situation,
    Thing,
    Vardagsord,
)
from samverkan.kinds.tid import Frist
from samverkan.pages.checklists import checklists
from samverkan.pages.work import staff
from samverkan.phrases import address, part_at
from samverkan.resolve import Model
from samverkan.web.search_sections import Section, sections


@dataclass(frozen=True)
class Kind:
    """How a kind of page is told of in the results, how much it counts, and how much of its text.

    `form`: "hel" when the page is one answer, which its first words give; "delar" when each section is one.
    """

    name: str
    weight: float
    characters: int
    form: str = ""


# What a page is called after the folder that its address begins with: the name of its kind, but for these.
NAMES = {kind.folder: kind.kind.capitalize() for kind in MODEL_KINDS} | {
    "": "Start",
    "ansvar": "Ansvar",
    "blanketter": "Dokument",
    "kontakter": "Kontakter",
    "lagrum": "Lag",
    "lokalt": "Lokalt",
    "mer": "Mer på webben",
    "om": "Om webben",
    "ordlista": "Ordlista",
    "sok": "Sök",
    "styrning": "Styrning",
}
# How much a page counts and how much of its text is kept: as usual, but for these. Staff come for what to do.
USUAL = (1.0, 80)
WEIGHTS = {
    "": (0.7, 200),
    "avtal": (0.8, 0),
    "blanketter": (1.1, 120),
    "checklistor": (0.9, 0),
    "enkater": (0.4, 50),
    "forum": (1.1, 70),
    "fragor": (1.4, 240),
    "funktioner": (1.2, 90),
    "handelser": (0.3, 50),
    "kallor": (0.3, 0),
    "kontakter": (1.2, 100),
    "lagrum": (0.9, 20),
    "lardomar": (0.4, 0),
    "luckor": (1.1, 110),
    "mal": (0.5, 80),
    "metoder": (0.9, 0),
    "motesplatser": (0.6, 80),
    "om": (0.8, 30),
    "ordlista": (0.6, 50),
    "ovningar": (0.8, 0),
    "piloter": (0.8, 60),
    "rutiner": (1.7, 85),
    "samverkansformer": (1.1, 70),
    "sekretess": (1.3, 100),
    "situationer": (1.4, 210),
    "sok": (0.5, 80),
    "trappor": (1.1, 80),
    "verksamheter": (1.2, 110),
}
FORMS = {
    **dict.fromkeys(("checklistor", "fragor", "kallor", "situationer"), "hel"),
    **dict.fromkeys(("blanketter", "luckor", "ordlista", "rutiner", "sekretess", "trappor"), "delar"),
}
# What only tells of the page itself, or of what it does not know: found, but after all that answers.
LAST = {"oklart", "se-aven"}
KINDS = {folder: Kind(NAMES[folder], *WEIGHTS.get(folder, USUAL), FORMS.get(folder, "")) for folder in sorted(NAMES)}
# A page that nobody has weighed yet; a test names its folder.
OTHER = Kind("Sida", *USUAL)
# For whoever is not here in their work, while most who search are.
PRIVATE = Kind("Privat", 1.05, 300, "hel")
ALL = (*KINDS.values(), PRIVATE, OTHER)


class SearchIndex:
    """Collects pages as they are made; `text` is the index of all of them."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.pages: dict[str, list[Any]] = {}
        self.private = {address(one.url) for one in model.all(Situation) if one.privat}
        limits = [part_at(thing, place[:-1]) for thing, place, _ in model.values if place[-1] == "om"]
        self.limits = sorted({limit.lyder[1:] for limit in limits if isinstance(limit, Frist)})  # the first is capital
        self.words = {address(thing.url): thing.sökord for thing in model.everything() if thing.sökord}

    def add(self, address: str, root: Element, words: list[str]) -> None:
        """Add a page, as elements, by its address in the site, with words that it should also be found by.

        An address ends in / or is empty; the folder it begins with is its kind in KINDS.
        """
        folder = address.partition("/")[0]
        kind = PRIVATE if address in self.private else KINDS.get(folder, OTHER)
        parts = sections(root)
        if kind.form == "hel":
            parts = [Section("", parts[0].heading, " ".join(part.text for part in parts))]
        found = [self._row(address, part, kind, words) for part in parts if part.heading or part.text]
        for row in found:
            row[1] = "" if row[1] == parts[0].heading else row[1]  # the page's own, which every section has
        self.pages[address] = [ALL.index(kind), parts[0].heading, found]

    def _row(self, address: str, part: Section, kind: Kind, words: list[str]) -> list[str]:
        """A section as the search has it: its anchor, heading, the beginning of its text, and words for it."""
        here = f"{address}#{part.anchor}" if part.anchor else address
        also = [*self.words.get(here, []), *(words if not part.anchor else [])]
        text = _shortened(part.text, self._whole(part.text, kind.characters))
        return [part.anchor, part.heading, text, *(["; ".join(also)] if also else [])]

    def _whole(self, text: str, length: int) -> int:
        """Where to end a text: no later than `length`, and never between a time limit and its condition."""
        found = [(text.rfind(limit, 0, length - 1 + len(limit)), len(limit)) for limit in self.limits]
        return min([length, *(at for at, size in found if at >= 0 and length < at + size)])

    def _whose(self) -> dict[str, list[str]]:
        """The funktioner that a page is for, by its address: of secrecy, of a checklist, and their own."""
        places = [(page.url, page.verksamheter) for page in self.model.all(Sekretess)]
        places += [(situation.url, situation.vanlig_i) for situation in self.model.all(Situation)]
        whose = {address(url): staff(self.model, [ref.saken for ref in refs]) for url, refs in places if refs}
        for funktion in self.model.all(Funktion):
            whose[address(funktion.url)] = [funktion.id]
        for rutin in self.model.all(Rutin):
            whose |= {address(lista.url): [lista.funktion.id] for lista in checklists(rutin)}
        return dict(sorted(whose.items()))

    def _worried(self) -> list[str]:
        """The way to help for a child: its name, its address and its answer in a line; empty where there is none."""
        rutin = self.model.region.orolig
        asked = [f for f in self.model.all(Fråga) if rutin and f.rutin and f.rutin.id == rutin.id]
        return [asked[0].namn, address(asked[0].url), asked[0].kort_svar] if asked else []

    @property
    def text(self) -> str:
        """The index as JSON, the same for the same pages in any order."""
        return json.dumps(
            {
                "sorter": [[kind.name, kind.weight, kind.form] for kind in ALL],
                "sidor": [[at, *page] for at, page in sorted(self.pages.items())],
                "begrepp": [[b.namn, b.sökord] for b in self.model.all(Begrepp) if b.sökord],
                # What people say, where it leads, and whether it may be about a child who is ill-treated.
                "vardagsord": [
                    [one.ord, shown, int(one.om_barn)]
                    for one in self.model.all(Vardagsord)
                    if (shown := [_place(ref) for ref in one.visar if not ref.saken.utgår])
                ],
                # The pages whose own words may also mean that a child is ill-treated.
                "barnets": [address(one.url) for one in self.model.all(Situation) if one.om_fara],
                "sist": sorted(LAST),
                # Whose work a page is for: it comes first when that is chosen.
                "för": self._whose(),
                # What stands first whenever it may be about a child.
                "orolig": self._worried(),
                # Where to begin when there is nothing sought yet, or nothing found.
                "börja": [[fråga.namn, address(fråga.url)] for fråga in self.model.all(Fråga)],
                "ersatta": [
                    [gammal, lagrum.beteckning, address(lagrum.url)]
                    for lagrum in self.model.all(Lagrum)
                    for gammal in lagrum.ersatte
                ],
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )


def _place(ref: Ref[Thing]) -> str:
    """Where in the site a reference leads: a page, or a part of it by its anchor."""
    return f"{address(ref.saken.url)}{ref.part and f'#{ref.part}'}"


def _shortened(text: str, length: int) -> str:
    """The beginning of a text, in whole words."""
    return text if len(text) <= length else f"{text[:length].rpartition(' ')[0]} …".lstrip()
