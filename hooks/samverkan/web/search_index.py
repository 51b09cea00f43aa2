"""What the search in the browser needs: the pages' sections, and the words that staff also say."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from samverkan.kinds import Begrepp, Fråga, Lagrum
from samverkan.resolve import Model
from samverkan.web.addresses import address
from samverkan.web.search_sections import sections


@dataclass(frozen=True)
class Kind:
    """How a kind of page is told of in the results, how much it counts, and how much of its text."""

    name: str
    weight: float = 1.0
    characters: int = 600


# Every kind of page, by the folder its address begins with. Staff come for what to do: that weighs most.
KINDS = {
    "": Kind("Start", 0.7),
    "ansvar": Kind("Ansvar"),
    "checklistor": Kind("Checklista", 0.9, 150),
    "enkater": Kind("Enkät", 0.4, 150),
    "forum": Kind("Forum", 1.1, 300),
    "fragor": Kind("Fråga", 1.1, 300),
    "funktioner": Kind("Funktion", 1.2),
    "handelser": Kind("Händelse", 0.3, 150),
    "huvudman": Kind("Huvudman"),
    "kallor": Kind("Källa", 0.3, 200),
    "kontakter": Kind("Kontakter", 1.2),
    "lagrum": Kind("Lag", 0.9, 240),
    "lardomar": Kind("Lärdom", 0.4, 150),
    "lokalt": Kind("Lokalt"),
    "mal": Kind("Mål", 0.5, 200),
    "metoder": Kind("Metod", 0.9, 150),
    "motesplatser": Kind("Mötesplats", 0.6, 200),
    "nivaer": Kind("Nivå"),
    "om": Kind("Om webben", 0.8, 200),
    "ordlista": Kind("Ordlista", 0.6, 220),
    "piloter": Kind("Pilot", 0.8, 200),
    "rutiner": Kind("Rutin", 1.7, 1000),
    "samverkansformer": Kind("Samverkansform", 1.1, 800),
    "sekretess": Kind("Sekretess", 1.3, 300),
    "sok": Kind("Sök", 0.5),
    "styrning": Kind("Styrning"),
    "verksamheter": Kind("Verksamhet", 1.2),
}
# A page that nobody has weighed yet; a test names its folder.
OTHER = Kind("Sida")


class SearchIndex:
    """Collects pages as they are made; `text` is the index of all of them."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.pages: dict[str, list[Any]] = {}
        self.words = {address(thing.url): thing.sökord for thing in model.everything() if thing.sökord}

    def add(self, address: str, html: str, words: list[str]) -> None:
        """Add a page by its address in the site, with words that it should also be found by.

        An address ends in / or is empty; the folder it begins with is its kind in KINDS.
        """
        folder = address.partition("/")[0]
        kind = KINDS.get(folder, OTHER)
        all = sections(html)
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
