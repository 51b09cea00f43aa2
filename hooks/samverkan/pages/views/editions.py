"""The editions that have been given out: where each page of them is, and whether it says the same now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samverkan.kinds import KINDS, Thing
from samverkan.local.decisions import text_of
from samverkan.local.edition_texts import Texts, texts
from samverkan.phrases import swedish_date
from samverkan.reading.editions import Edition
from samverkan.resolve import Model

FOLDER = "utgava"
# What staff act on and may have printed; research and sources stand in the files' history.
ARCHIVED = [
    kind
    for kind in KINDS
    if kind.kind
    in (
        *("situation", "fråga", "rutin", "trappa", "checklista", "sekretess", "lucka", "lagrum"),
        *("forum", "avtal", "blankett", "samverkansform", "funktion", "verksamhet", "ansvarsmatris"),
    )
]


@dataclass(frozen=True)
class Published:
    """An edition: its day, and what each thing said."""

    day: date
    texts: Texts

    @property
    def folder(self) -> str:
        """Where its pages lie on the web."""
        return f"{FOLDER}/{self.day}"

    def path(self, kind: type[Thing], id: str) -> str:
        """Where a thing's page of the edition lies on the web."""
        return f"{self.folder}/{kind.folder}/{id}/index.html"


class Editions:
    """The editions of a web, as its pages ask for them."""

    def __init__(self, model: Model, found: Sequence[Edition]) -> None:
        self.model = model
        self.all = [Published(edition.day, texts(edition, model.region.nya_fältnamn)) for edition in found]

    def of(self, thing: Thing) -> list[tuple[date, str, bool]]:
        """The editions that have a thing, the latest first: the day, its page there, whether it says the same now."""
        key = (type(thing), thing.id)
        found = [edition for edition in self.all if key in edition.texts and type(thing) in ARCHIVED]
        return [(one.day, f"/{one.path(*key)}", self.same(one, *key)) for one in found]

    def same(self, edition: Published, kind: type[Thing], id: str) -> bool:
        """Whether a thing says the same now as in an edition."""
        return edition.texts[kind, id] == text_of(self.model.data.get((kind.kind, id), {}))

    def links(self, found: list[tuple[date, str, bool]]) -> list[str]:
        """What `of` found, as Markdown links that say whether the text is the same."""
        same = {True: "samma text", False: "annan text"}
        return [f"[{swedish_date(day)}]({url}) ({same[alike]})" for day, url, alike in found]
