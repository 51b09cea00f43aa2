"""A picture as its readers meet it: the words in it, the links with their names, and how wide its lines are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from samverkan.pages.pictures.svg import SIZE, width_of


@dataclass(frozen=True)
class Picture:
    """One drawing, parsed; that it can be parsed says that every text in it is escaped."""

    root: ElementTree.Element

    @classmethod
    def read(cls, source: str) -> list[Picture]:
        """The drawings in a text: one, or one for a phone and one for a desk."""
        return [cls(svg) for svg in ElementTree.fromstring(f"<figure>{source}</figure>")]

    @property
    def width(self) -> float:
        return float(self.root.attrib["viewBox"].split()[2])

    @property
    def name(self) -> str:
        return self.root.attrib["aria-label"]

    @property
    def told(self) -> str:
        """The text alternative."""
        return self.root.findtext("desc", "")

    @property
    def words(self) -> str:
        """All that can be read in it, each text in single spaces."""
        return "\n".join(_words(text) for text in self.root.iter("text"))

    @property
    def links(self) -> list[tuple[str, str]]:
        """Where each link leads and what it is called."""
        return [
            (a.attrib["href"], a.get("aria-label") or " ".join(map(_words, a.iter("text"))))
            for a in self.root.iter("a")
        ]

    @property
    def lines(self) -> Iterator[tuple[float, float, str]]:
        """Every line that begins at a place: where, how wide it is at most, and what it says."""
        for text in self.root.iter("text"):
            size = float(text.get("font-size", SIZE))
            for span in text.iter("tspan"):
                if "x" in span.attrib and not text.get("text-anchor"):
                    words = span.text or ""
                    yield float(span.attrib["x"]), width_of(words, size, "font-weight" in text.attrib), words


def _words(text: ElementTree.Element) -> str:
    return " ".join("".join(text.itertext()).split())
