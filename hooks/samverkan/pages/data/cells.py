"""Sheets that a spreadsheet opens rightly and leaves alone; the one place that says how a cell is written.

CSV as RFC 4180 has it, with a byte order mark, without which Excel reads å as Ã¥, and with semicolons: Excel takes the
separator of its country, and where a comma is in the numbers, as in Sweden, that is the semicolon.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

SEPARATOR = ";"
# What a spreadsheet would make a number or a day of, and so change: 0158275000, +46158275000, 8-16, 1/2.
CHANGED = re.compile(r"'*(?:\+\d+|\d[\d ]*)|'*\d{1,4}[-/.:]\d{1,4}([-/.:]\d{1,4})?")
PHONE = re.compile(r"\+[0-9 –-]*[ –-][0-9 –-]*")
# What a spreadsheet would take for a formula (OWASP, CSV injection), with the apostrophes put before it.
FORMULA = re.compile(r"'*[=+\-@\t\r]")


def sheet(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as the bytes of a file; whoever has text in a cell writes it with `as_text`."""
    out = io.StringIO()
    csv.writer(out, delimiter=SEPARATOR).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def as_text(cell: str) -> str:
    """A text as a cell that stays a text: with an apostrophe before what would be a formula, a number or a day."""
    if CHANGED.fullmatch(cell):
        return f"'{cell}"
    return f"'{cell}" if FORMULA.match(cell) and not PHONE.fullmatch(cell) else cell


def from_text(cell: str) -> str:
    """What as_text was given."""
    return cell[1:] if cell.startswith("'") and (FORMULA.match(cell) or CHANGED.fullmatch(cell)) else cell
