"""What the search in the browser needs: the pages' sections, and the words that staff also say."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from samverkan.kinds import KINDS as MODEL_KINDS
from samverkan.kinds import Begrepp, Fråga, Lagrum
from samverkan.resolve import Model
from samverkan.web.addresses import address
from samverkan.web.search_sections import sections


@dataclass(frozen=True)
class Kind:
    """How a kind of page is told of in the results, how much it counts, and how much of its text."""

    name: str
    weight: float
    characters: int


# What a page is called after the folder that its address begins with: the name of its kind, but for these.
NAMES = {kind.folder: kind.kind.capitalize() for kind in MODEL_KINDS} | {
    "": "Start",
    "ansvar": "Ansvar",
    "kontakter": "Kontakter",
    "lagrum": "Lag",
    "lokalt": "Lokalt",
    "om": "Om webben",
    "ordlista": "Ordlista",
    "sok": "Sök",
    "styrning": "Styrning",
}
# How much a page counts and how much of its text is kept: as usual, but for these. Staff come for what to do.
USUAL = (1.0, 600)
WEIGHTS = {
    "": (0.7, 600),
    "checklistor": (0.9, 150),
    "enkater": (0.4, 150),
    "forum": (1.1, 300),
    "fragor": (1.1, 300),
    "funktioner": (1.2, 600),
    "handelser": (0.3, 150),
    "kallor": (0.3, 200),
    "kontakter": (1.2, 600),
    "lagrum": (0.9, 240),
    "lardomar": (0.4, 150),
    "mal": (0.5, 200),
    "metoder": (0.9, 150),
    "motesplatser": (0.6, 200),
    "om": (0.8, 200),
    "ordlista": (0.6, 220),
    "piloter": (0.8, 200),
    "rutiner": (1.7, 1000),
    "samverkansformer": (1.1, 800),
    "sekretess": (1.3, 300),
    "sok": (0.5, 600),
    "verksamheter": (1.2, 600),
}
KINDS = {folder: Kind(NAMES[folder], *WEIGHTS.get(folder, USUAL)) for folder in sorted(NAMES)}
# A page that nobody has weighed yet; a test names its folder.
OTHER = Kind("Sida", *USUAL)


class SearchIndex:
    """Collects pages as they are made; `text` is the index of all of them."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.pages: dict[str, list[Any]] = {}
        self.words = {address(thing.url): thing.sökord for thing in model.everything() if thing.sökord}

    def add(self, address: str, root: Element, words: list[str]) -> None:
        """Add a page, as elements, by its address in the site, with words that it should also be found by.

        An address ends in / or is empty; the folder it begins with is its kind in KINDS.
        """
        folder = address.partition("/")[0]
        kind = KINDS.get(folder, OTHER)
        all = sections(root)
        found = []
        for section in all:
            here = f"{address}#{section.anchor}" if section.anchor else address
            also = [*self.words.get(here, []), *(words if not section.anchor else [])]
            text = _shortened(section.text, kind.characters)
            if section.heading or text or not section.anchor:
                found.append([section.anchor, section.heading, text, *(["; ".join(also)] if also else [])])
        self.pages[address] = [[*KINDS.values(), OTHER].index(kind), all[0].heading, found]

    @property
    def text(self) -> str:
        """The index as JSON, the same for the same pages in any order."""
        return json.dumps(
            {
                "sorter": [[kind.name, kind.weight] for kind in (*KINDS.values(), OTHER)],
                "sidor": [[at, *page] for at, page in sorted(self.pages.items())],
                "begrepp": [[b.namn, b.sökord] for b in self.model.all(Begrepp) if b.sökord],
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


def _shortened(text: str, length: int) -> str:
    """The beginning of a text, in whole words."""
    return text if len(text) <= length else text[:length].rpartition(" ")[0] + " …"
