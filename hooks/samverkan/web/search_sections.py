"""A page's HTML as the sections that a search can lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

VOID = {"area", "br", "col", "hr", "img", "input", "source", "wbr"}
SILENT = {"script", "style", "svg", "template"}
HEADINGS = {"h1", "h2", "h3", "h4"}


@dataclass
class Section:
    """What stands under one heading; the page's own beginning has no anchor, and the page's heading."""

    anchor: str
    heading: str
    text: str


def sections(html: str) -> list[Section]:
    """The page's sections in order, with whatever `data-search-exclude` marks left out.

    The mark on a heading leaves out its whole section, on anything else that element.
    """
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return list(parser.done())


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.parts: list[tuple[str, bool, list[str], list[str]]] = [("", True, [], [])]
        self.heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        excluded = "data-search-exclude" in attributes
        if tag in HEADINGS:
            self.heading = True
            if tag != "h1":
                self.parts.append((attributes.get("id") or "", not excluded, [], []))
        if tag not in VOID:
            self.open.append((tag, tag in SILENT or (excluded and tag not in HEADINGS)))
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in HEADINGS:
            self.heading = False
        while self.open and self.open.pop()[0] != tag:
            pass
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not any(silent for _, silent in self.open):
            _, _, heading, text = self.parts[-1]
            (heading if self.heading else text).append(data)

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
