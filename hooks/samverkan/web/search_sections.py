"""A page as the sections that a search can lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

SILENT = {"script", "style", "svg", "template"}
HEADINGS = {"h1", "h2", "h3", "h4"}


@dataclass
class Section:
    """What stands under one heading; the page's own beginning has no anchor, and the page's heading."""

    anchor: str
    heading: str
    text: str


def sections(root: Element) -> list[Section]:
    """The sections of a page's elements in order, with whatever `data-search-exclude` marks left out.

    The mark on a heading leaves out its whole section, on anything else that element.
    """
    page = _Page()
    page.read(root, silent=False)
    return list(page.done())


class _Page:
    def __init__(self) -> None:
        self.parts: list[tuple[str, bool, list[str], list[str]]] = [("", True, [], [])]
        self.heading = False

    def read(self, element: Element, silent: bool) -> None:
        """Take in an element and what is in it; of what is silent, only which sections it begins."""
        tag = element.tag
        excluded = "data-search-exclude" in element.attrib
        if tag in HEADINGS:
            self.heading = True
            if tag != "h1":
                self.parts.append((element.get("id") or "", not excluded, [], []))
        self._break(tag)
        if tag not in SILENT:
            silent = silent or (excluded and tag not in HEADINGS)
            self._say(element.text, silent)
            for child in element:
                self.read(child, silent)
                self._say(child.tail, silent)
        if tag in HEADINGS:
            self.heading = False
        self._break(tag)

    def _say(self, text: str | None, silent: bool) -> None:
        if text and not silent:
            _, _, heading, said = self.parts[-1]
            (heading if self.heading else said).append(text)

    def _break(self, tag: str) -> None:
        # Inline elements do not part words: ”<b>oros</b>anmälan” is one.
        if tag not in {"a", "abbr", "b", "em", "i", "span", "strong", "label"}:
            self.parts[-1][3].append(" ")

    def done(self) -> Iterator[Section]:
        for anchor, kept, heading, text in self.parts:
            if kept:
                yield Section(anchor, _joined(heading), _joined(text))


def _joined(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
