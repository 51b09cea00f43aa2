"""Contacts as a spreadsheet: CSV out that Excel opens, and CSV in from any program that writes it."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from dataclasses import dataclass, field

from samverkan.findings import Finding, Mark, nearest

COLUMNS = ("id", "namn", "till", "telefon", "e_post", "webb", "tider", "adress")
PHONE = re.compile(r"\+[0-9 –-]+")
# What a spreadsheet would take for a formula (OWASP, CSV injection), with the apostrophes put before it.
FORMULA = re.compile(r"'*[=+\-@\t\r]")


@dataclass
class Sheet:
    """A CSV file as it was read: each row with its line, what to tell, and what was wrong."""

    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def write_sheet(rows: list[dict[str, str]]) -> bytes:
    """The rows as semicolon-separated UTF-8 with a byte order mark, no cell of which is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(COLUMNS)
    writer.writerows([_as_text(row.get(column, "")) for column in COLUMNS] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def read_sheet(raw: bytes, file: str) -> Sheet:
    """Read a CSV file; `file` is what the findings call it."""
    sheet = Sheet()
    text = _decoded(raw, file, sheet)
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] | None = None
    start = 1
    try:
        for cells in reader:
            values = [_from_text(cell.strip()) for cell in cells]
            if header is None:
                header = values
                sheet.findings += _wrong_header(header, file)
                if sheet.findings:
                    return sheet  # what the rows hold cannot be known
            elif any(values[len(header) :]):
                message = f"raden har {len(values)} celler, rubriken {len(header)}."
                mend = "Sätt citattecken runt en text som innehåller skiljetecknet."
                sheet.findings.append(Finding(Mark(file, start), "fel-rad", message, mend))
            elif any(values):
                sheet.rows.append((start, dict(zip(header, values, strict=False))))
            start = reader.line_num + 1
    except csv.Error:
        message = "raden går inte att läsa som CSV; ett citattecken är öppet eller står fel."
        sheet.findings.append(Finding(Mark(file, start), "ej-csv", message, "Spara om filen som CSV."))
    if header is None and not sheet.findings:
        sheet.findings += _wrong_header([], file)
    return sheet


def _decoded(raw: bytes, file: str, sheet: Sheet) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        try:
            text = "" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else raw.decode("cp1252")
        except UnicodeDecodeError:
            text = ""
        if not text:
            mend = "Spara om filen och välj CSV UTF-8."
            sheet.findings.append(Finding(Mark(file, line), "ej-utf8", "tecknen går inte att läsa.", mend))
        else:
            sheet.notes.append(
                f"{file}:{line}: filen är inte sparad som UTF-8 och lästes som Windows-1252. "
                "Kontrollera å, ä och ö. Välj CSV UTF-8 nästa gång."
            )
    return unicodedata.normalize("NFC", text)


def _wrong_header(header: list[str], file: str) -> list[Finding]:
    wanted = f"Första raden ska vara: {';'.join(COLUMNS)}"
    found = []
    for column in dict.fromkeys([*COLUMNS, *header]):
        if column not in header:
            found.append(Finding(Mark(file), "kolumn-saknas", f"kolumnen ”{column}” saknas.", wanted))
        elif column not in COLUMNS:
            mend = f"{nearest(column, COLUMNS)} {wanted}"
            found.append(Finding(Mark(file), "okänd-kolumn", f"kolumnen ”{column}” finns inte.", mend))
        elif header.count(column) > 1:
            found.append(Finding(Mark(file), "dubbel-kolumn", f"kolumnen ”{column}” står två gånger.", wanted))
    return found


def _as_text(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) and not PHONE.fullmatch(cell) else cell


def _from_text(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
