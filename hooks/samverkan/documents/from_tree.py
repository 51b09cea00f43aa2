"""The tree of a page's Markdown as the blocks of a document: what only a screen can use is left out.

A table keeps its cells, a list its boxes to tick; a drawing always stands beside the same in words, and stays out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from xml.etree.ElementTree import Element

from samverkan.documents.blocks import Block, Box, Facts, Heading, Inline, Listing, Paragraph, Run, Table
from samverkan.documents.words import EACH_KOMMUN, SMALL, classes, cleaned, in_short, runs, said_of, shown, splits

Address = Callable[[str], str]
BOXES = {"fara": "fara", "fara-kort": "fara", "obs": "obs", "svar": "svar", "lokalt": "obs"}
HEADINGS = {"h2": 1, "h3": 2, "h4": 3, "h5": 4, "h6": 5}
BLOCKS = frozenset({"p", "div", "ul", "ol", "dl", "table", "details", "summary", "figure", "section", *HEADINGS, "h1"})
# What comes after the text of a page, small: its sources and what stands behind it.
AFTER = "om-sidan"
# How a step goes on: a list on the page, a paragraph on a sheet.
WAYS = "vagar"


def blocks_of(root: Element, address: Address, without: Iterable[str] = (), brief: bool = False) -> tuple[Block, ...]:
    """What stands in a page under its title; `without` are ids of headings whose sections are left out.

    `brief` is that a contact which each kommun has its own of says where the numbers are, and not all of them.

    `address` gives the whole address of a link as the page has it, or an empty text where there is none.
    """
    found = _Reader(address, brief).flow(_sections(root, frozenset(without)))
    return tuple(_levelled(found))


class _Reader:
    """Reads elements, with each link led to where it leads outside the web."""

    def __init__(self, address: Address, brief: bool) -> None:
        self.address, self.brief = address, brief

    def flow(self, element: Element, small: bool = False) -> tuple[Block, ...]:
        """The blocks inside an element; text between them becomes paragraphs."""
        found: list[Block] = []
        for is_block, group in groupby(splits(element), lambda part: _is_block(part)):
            if is_block:
                for part in group:
                    assert isinstance(part, Element)
                    found.extend(self.block(part, small))
            elif said := cleaned(run for part in group for run in runs(part, self.address)):
                found.append(Paragraph(said, small))
        return tuple(found)

    def block(self, element: Element, small: bool) -> Iterator[Block]:
        """What one element becomes; nothing where it is for the screen or is empty."""
        css, tag = classes(element), element.tag
        if not shown(element) or tag in ("h1", "figure") or "lage" in css:
            return
        if tag in HEADINGS:
            yield Heading(HEADINGS[tag], self.line(element))
        elif tag in ("ul", "ol"):
            yield from self.listing(element, small)
        elif tag == "dl":
            yield from self.facts(element)
        elif tag == "table":
            yield from self.table(element)
        elif EACH_KOMMUN in css:
            yield from self.contacts(element)
        elif WAYS in css and self.brief:
            yield self.ways(element)
        elif AFTER in css:
            for block in self.flow(element, small=True):
                yield replace(block, text=(Run("Källor och granskning"),)) if isinstance(block, Heading) else block
        elif kind := next((BOXES[name] for name in css if name in BOXES), ""):
            if inside := self.flow(element):
                yield Box(kind, inside)
        else:
            yield from self.flow(element, small or bool(SMALL & set(css)))

    def line(self, element: Element) -> Inline:
        """All that an element says, on one line."""
        return cleaned(run for part in splits(element) for run in runs(part, self.address))

    def listing(self, element: Element, small: bool) -> Iterator[Block]:
        items = [item for item in element.iter("li") if item in list(element)]
        said = tuple(inside for item in items if shown(item) and (inside := self.flow(item)))
        if small:  # sources, one after another
            lines = [self.line(item) for item in items]
            yield Paragraph(cleaned(run for line in lines for run in (*line, Run(". "))), small=True)
        elif said:
            tick = any(item.find(".//input") is not None for item in items)
            yield Listing(said, numbered=element.tag == "ol" and not tick, tick=tick)

    def facts(self, element: Element) -> Iterator[Block]:
        pairs = []
        for pair in element:
            label, said = pair.find("dt"), pair.find("dd")
            if shown(pair) and label is not None and said is not None:
                pairs.append((_words(self.line(label)), self.flow(said)))
        if pairs:
            yield Facts(tuple(pairs))

    def table(self, element: Element) -> Iterator[Block]:
        caption = element.find("caption")
        head = tuple(self.line(cell) for cell in element.iterfind("thead/tr/*"))
        rows = tuple(tuple(self.cell(cell) for cell in row) for row in element.iterfind("tbody/tr"))
        if any(head):
            yield Table("" if caption is None else _words(self.line(caption)), head, rows)
        elif rows:
            yield Facts(tuple((_words(row[0]), (Paragraph(row[1]),)) for row in rows if len(row) == 2))

    def cell(self, element: Element) -> Inline:
        return self.line(element)

    def ways(self, element: Element) -> Block:
        """The ways on from a step, one after another."""
        heading = (replace(run, text=f"{run.text}: ") for p in element.iterfind("p") for run in self.line(p))
        lines = _joined([self.line(item) for item in element.iterfind("ul/li")])
        return Paragraph(cleaned([*heading, *lines]))

    def contacts(self, element: Element) -> Iterator[Block]:
        """The same contact in each kommun: the first way in to each is enough on paper."""
        if self.brief:
            yield Paragraph((Run(in_short(element)),))
            return
        name = said_of(element)
        lines = [self.line(item) for item in element.iterfind("ul/li")]
        yield Paragraph(cleaned([Run(f"{name}: ", strong=True), *_joined(lines)]))
        for note in element.iterfind("p"):
            yield Paragraph(self.line(note), small=True)


def _joined(lines: list[Inline]) -> Iterator[Run]:
    for number, line in enumerate(lines):
        if number:
            yield Run(" · ")
        yield from line


def _is_block(part: Element | str | tuple[str, bool]) -> bool:
    return isinstance(part, Element) and part.tag in BLOCKS


def _words(said: Inline) -> str:
    return "".join(run.text for run in said)


def _sections(root: Element, without: frozenset[str]) -> Element:
    """The page without the sections that begin with any of these headings."""
    kept = Element("page")
    left_out = ""
    for child in root:
        if child.tag in HEADINGS:
            if child.get("id") in without:
                left_out = child.tag
            elif child.tag <= left_out:
                left_out = ""
        if AFTER not in without if AFTER in classes(child) else not left_out:
            kept.append(child)
    return kept


def _levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """No heading may be more than one level under the one before (PDF/UA-1, 7.4.2)."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            yield replace(block, level=level)
        else:
            yield block
