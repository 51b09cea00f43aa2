"""Cells of a list of contacts, whatever program saved it: xlsx, ods, xls, or text in any of its encodings."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from samverkan.findings import Finding, Mark

MAX_BYTES = 5_000_000
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# How Swedish letters are kept: the bytes for å ä ö Å Ä Ö é.
MAC = frozenset(b"\x8c\x8a\x9a\x81\x80\x85\x8e")
WINDOWS = frozenset(b"\xe5\xe4\xf6\xc5\xc4\xd6\xe9")
# What looks like a space or a hyphen, and what is not seen at all.
LOOKS_LIKE = str.maketrans(
    {**dict.fromkeys("\u00a0\u2007\u2009\u202f", " "), **dict.fromkeys("\u2010\u2011\u2212", "-")}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202c\ufeff")
)


@dataclass
class Cells:
    """The cells of a file, each row with its line, what to tell of the reading, and what was wrong."""

    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def wrong(self, finding: Finding) -> Cells:
        """The same, with one more finding."""
        self.findings.append(finding)
        return self


def cells_of(raw: bytes, file: str, known: frozenset[str]) -> Cells:
    """Read a file; `known` are the words that tell its first line from others, `file` what the findings call it."""
    cells = Cells()
    if len(raw) > MAX_BYTES:
        mend = "Spara bara kontakterna i en egen fil."
        return cells.wrong(Finding(Mark(file), "för-stor", f"filen är större än {MAX_BYTES // 1_000_000} MB.", mend))
    if raw.startswith(WORKBOOKS):
        return _workbook(raw, file, cells)
    text = _decoded(raw, file, cells)
    return cells if cells.findings else _text(text, file, known, cells)


def clean(cell: str) -> str:
    """A cell without the signs that look like others."""
    return unicodedata.normalize("NFC", cell).translate(LOOKS_LIKE).strip()


def _workbook(raw: bytes, file: str, cells: Cells) -> Cells:
    mend = "Spara om den som .xlsx eller .ods utan lösenord, eller som CSV UTF-8."
    broken = Finding(Mark(file), "ej-kalkylblad", "filen går inte att läsa som ett kalkylblad.", mend)
    if raw.startswith(b"PK") and not zipfile.is_zipfile(io.BytesIO(raw)):
        return cells.wrong(broken)
    from python_calamine import CalamineError, CalamineWorkbook  # only who has a workbook needs it

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except (CalamineError, OSError, ValueError):
        return cells.wrong(broken)
    filled = [(name, rows) for name, rows in sheets if any(any(map(_cell, row)) for row in rows)]
    if len(filled) > 1:
        others = ", ".join(name for name, _ in filled[1:])
        cells.notes.append(f"Läste bara bladet ”{filled[0][0]}”, inte: {others}.")
    for line, row in enumerate(filled[0][1] if filled else [], 1):
        cells.rows.append((line, [clean(_cell(cell)) for cell in row]))
    return cells


def _cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ").removesuffix(" 00:00:00")
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(text: str, file: str, known: frozenset[str], cells: Cells) -> Cells:
    first, _, rest = text.partition("\n")
    skipped = 0
    if sign := re.fullmatch(r"\"?sep=(.)\"?\s*", first, re.IGNORECASE):
        text, delimiter, skipped = rest, sign[1], 1
    else:
        delimiter = max(";,\t", key=lambda sign: _recognised(text, sign, known))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for row in reader:
            cells.rows.append((start + skipped, [clean(cell) for cell in row]))
            start = reader.line_num + 1
    except csv.Error:
        message = "raden går inte att läsa som CSV; ett citattecken är öppet eller står fel."
        cells.wrong(Finding(Mark(file, start + skipped), "ej-csv", message, "Spara om filen som CSV."))
    return cells


def _recognised(text: str, delimiter: str, known: frozenset[str]) -> int:
    """How many of the known words one of the first lines has between this sign."""
    lines = text.split("\n", 10)[:10]
    return max(sum(part.strip(' "\r').lower() in known for part in line.split(delimiter)) for line in lines)


def _decoded(raw: bytes, file: str, cells: Cells) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError:
            cells.wrong(
                Finding(Mark(file), "ej-utf8", "tecknen går inte att läsa.", "Spara om filen och välj CSV UTF-8.")
            )
            return ""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        mac = sum(byte in MAC for byte in raw) > sum(byte in WINDOWS for byte in raw)
        name, codec = ("Mac Roman", "mac_roman") if mac else ("Windows-1252", "cp1252")
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            mend = "Spara om filen och välj CSV UTF-8, eller spara den som .xlsx."
            cells.wrong(Finding(Mark(file, line), "ej-utf8", "tecknen går inte att läsa.", mend))
            return ""
        cells.notes.append(
            f"{file}:{line}: filen är inte sparad som UTF-8 och lästes som {name}. "
            "Kontrollera å, ä och ö. Välj CSV UTF-8 nästa gång."
        )
        return text
