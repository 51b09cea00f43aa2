"""Blocks as the paragraphs, lists and tables of Word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, assert_never

from docx.oxml.ns import qn

from samverkan.documents.blocks import Block, Box, Facts, Heading, Listing, NewPage, Paragraph, Picture, Run, Table
from samverkan.documents.word_table import table
from samverkan.documents.word_text import plain, runs, text, tick_box, w

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

# Twentieths of a point, as Word counts: a list's step inwards, the width of a label, the space after a box.
_STEP, _LABEL, _AFTER = 397, 2552, 160
# The signs that a label has room for before what it says begins on a line of its own.
_LABEL_SIGNS = 24
_DEEPEST = 8
# A box's bar and ground, as on the web.
_BOXES = {"fara": ("8F1D1D", "FDECEB"), "obs": ("7A4A00", "FDF3DC"), "svar": ("12495A", "E3EEF1")}
_BOX_INDENT = 170
# The room over and under what stands in a box, in points.
_ROOM = 5


@dataclass(frozen=True)
class Place:
    """Where a block stands: how far in, in which kind of box, how deep in lists."""

    left: int = 0
    box: str = ""
    depth: int = 0


@dataclass
class Writer:
    """Writes blocks, one after another; remembers what must be counted through a whole document."""

    part: Part
    numbering: Element
    width: int
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    boxes: int = 0
    _new_page: bool = False
    _after_table: bool = False

    def write(self, blocks: tuple[Block, ...], at: Place) -> Iterator[Element]:
        """The blocks in their order; a new page is begun by the paragraph that comes next."""
        for block in blocks:
            match block:
                case Heading():
                    yield self._heading(block, at)
                case Paragraph():
                    yield self.paragraph([*runs(block.text, self.part)], at, "LagOchKallor" if block.small else "")
                case Listing():
                    yield from self._listing(block, at)
                case Table():
                    yield from self._table(block, at)
                case Facts():
                    yield from self._facts(block, at)
                case Box():
                    yield from self._box(block, at)
                case Picture():
                    # Word shows no SVG without a second picture beside it, so the words stand for both.
                    yield self.paragraph([text("I bilden: ", w("b")), text(block.alt)], at)
                case NewPage():
                    self._new_page = True
                case _:
                    assert_never(block)

    def paragraph(
        self, content: list[Element], at: Place, style: str = "", hanging: int = 0, numbered: int = 0
    ) -> Element:
        """A paragraph; `hanging` is how far out its first line begins, `numbered` the list it is a point of."""
        about = [w("pStyle", val=style)] if style else []
        about += [w("pageBreakBefore")] if self._new_page else []
        about += [w("numPr", w("ilvl", val=min(at.depth, _DEEPEST)), w("numId", val=numbered))] if numbered else []
        if at.box:
            line, ground = _BOXES[at.box]
            # Lines of the colour of the ground above and below give the words room within it.
            room: dict[str, Any] = {"val": "single", "sz": 4, "space": _ROOM, "color": ground}
            bar = w("left", val="single", sz=36, space=8, color=line)
            about.append(w("pBdr", w("top", **room), bar, w("bottom", **room)))
            about.append(w("shd", val="clear", color="auto", fill=ground))
            about.append(w("spacing", before=0, after=0))
        elif self._after_table and not style:
            about.append(w("spacing", before=_AFTER))
        about += [w("ind", left=at.left, hanging=hanging)] if at.left or hanging else []
        self._new_page = self._after_table = False
        return w("p", *([w("pPr", *about)] if about else []), *content)

    def _heading(self, heading: Heading, at: Place) -> Element:
        level = min(heading.level, 3)
        number = len(self.headings)
        mark = f"_Toc{number:06}"
        self.headings.append((level, plain(heading.text), mark))
        ends = w("bookmarkStart", id=number, name=mark), w("bookmarkEnd", id=number)
        return self.paragraph([ends[0], *runs(heading.text, self.part), ends[1]], at, f"Heading{level}")

    def _listing(self, listing: Listing, at: Place) -> Iterator[Element]:
        number = 0 if listing.tick else self._new_number() if listing.numbered else 1
        within = replace(at, left=at.left + _STEP)
        for item in listing.items:
            first, rest = _parted(item)
            content = [*runs(first.text, self.part)]
            if listing.tick:
                self.boxes += 1
                content = [tick_box(self.boxes, plain(first.text)), w("r", w("tab")), *content]
            yield self.paragraph(content, within, "ListParagraph", _STEP, number)
            yield from self.write(rest, replace(within, depth=at.depth + 1))

    def _new_number(self) -> int:
        # Each numbered list begins at 1, and each is a list of its own to Word.
        number = len(self.numbering.findall(qn("w:num"))) + 1
        starts = [w("lvlOverride", w("startOverride", val=1), ilvl=level) for level in range(_DEEPEST + 1)]
        self.numbering.append(w("num", w("abstractNumId", val=1), *starts, numId=number))
        return number

    def _table(self, block: Table, at: Place) -> Iterator[Element]:
        # A caption also keeps two tables from becoming one.
        yield self.paragraph([text(block.caption)], at, "Caption")
        yield table(block, self.part, at.left, self.width - at.left)
        self._after_table = True

    def _facts(self, facts: Facts, at: Place) -> Iterator[Element]:
        within = replace(at, left=at.left + _LABEL)
        for label, blocks in facts.pairs:
            first, rest = _parted(blocks)
            gap = w("tab") if len(label) <= _LABEL_SIGNS else w("br")
            content = [text(label, w("b")), w("r", gap), *runs(first.text, self.part)]
            yield self.paragraph(content, within, "Fakta", _LABEL)
            yield from self.write(rest, within)

    def _box(self, box: Box, at: Place) -> Iterator[Element]:
        yield from self.write(box.blocks, replace(at, left=at.left + _BOX_INDENT, box=box.kind))
        self._after_table = True


def _parted(blocks: tuple[Block, ...]) -> tuple[Paragraph, tuple[Block, ...]]:
    """What stands on the line of the point itself, and what stands under it."""
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0], blocks[1:]
    return Paragraph((Run(""),)), blocks
