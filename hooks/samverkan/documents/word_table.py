"""A table of Word, whose head is repeated and whose rows are kept whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.documents.blocks import Inline, Table
from samverkan.documents.word_text import plain, runs, w

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

# The signs a column is counted as having at least and at most: a long text is broken, a short one has room.
_NARROWEST, _WIDEST = 6, 40


def table(block: Table, part: Part, left: int, width: int) -> Element:
    """The table, `left` in from the margin and `width` wide, in twentieths of a point."""
    widths = _widths(block, width)
    about = w(
        "tblPr",
        w("tblStyle", val="Tabell"),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=left, type="dxa"),
        w("tblLook", val="00A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=block.caption),
    )
    grid = w("tblGrid", *(w("gridCol", w=column) for column in widths))
    rows = [_row(block.head, part, widths, head=True), *(_row(row, part, widths) for row in block.rows)]
    return w("tbl", about, grid, *rows)


def _row(cells: tuple[Inline, ...], part: Part, widths: list[int], head: bool = False) -> Element:
    about = w("trPr", w("cantSplit"), *([w("tblHeader")] if head else []))
    return w("tr", about, *(_cell(cell, part, width) for cell, width in zip(cells, widths, strict=True)))


def _cell(cell: Inline, part: Part, width: int) -> Element:
    paragraph = w("p", w("pPr", w("pStyle", val="Tabelltext")), *runs(cell, part))
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), paragraph)


def _widths(block: Table, width: int) -> list[int]:
    """A share of the width for each column, after its longest text."""
    longest = [max(len(plain(cell)) for cell in column) for column in zip(block.head, *block.rows, strict=True)]
    shares = [min(max(signs, _NARROWEST), _WIDEST) for signs in longest]
    return [width * share // sum(shares) for share in shares]
