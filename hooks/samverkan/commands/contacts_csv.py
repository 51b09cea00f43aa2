"""Contacts as a spreadsheet: CSV out that Excel opens and leaves alone, and back from any program that saved it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from samverkan.commands.sheet_cells import cells_of
from samverkan.findings import Finding, Mark, nearest
from samverkan.pages.data.cells import as_text, from_text, sheet

COLUMNS = ("id", "namn", "till", "telefon", "e_post", "webb", "tider", "adress")
# Which version of the contact's file a row was written from, so that an older list is known.
VERSION = "version"
READ = (*COLUMNS, VERSION)
WANTED = f"Rubriken ska vara: {';'.join(COLUMNS)}"
SAID = {
    "epost": "e_post epostadress mail mejl email epostfunktionsbrevlåda funktionsbrevlåda",
    "telefon": "tel telefonnr telefonnummer",
    "webb": "webbplats webbsida webbadress hemsida länk",
    "tider": "tid öppettider telefontid telefontider",
    "adress": "besöksadress",
    "namn": "kontakt",
}
ALIASES = {word: "e_post" if to == "epost" else to for to, words in SAID.items() for word in (to, *words.split())}
ALIASES |= {"id": "id", "till": "till", VERSION: VERSION}
KNOWN = frozenset({*READ, *ALIASES, "e-post"})


@dataclass
class Sheet:
    """A CSV file as it was read: each row with its line, what to tell, and what was wrong."""

    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def write_sheet(rows: list[dict[str, str]]) -> bytes:
    """The rows as semicolon-separated UTF-8 with a byte order mark, no cell of which is a formula."""
    return sheet([READ, *([as_text(row.get(column, "")) for column in READ] for row in rows)])


def read_sheet(raw: bytes, file: str) -> Sheet:
    """Read a list of contacts from any spreadsheet; `file` is what the findings call it."""
    cells = cells_of(raw, file, KNOWN)
    sheet = Sheet(notes=cells.notes, findings=cells.findings)
    rows = [(line, [from_text(cell) for cell in values]) for line, values in cells.rows]
    at = next((i for i, (_, values) in enumerate(rows) if _is_header(values)), None)
    if at is None:
        if not sheet.findings:
            message = "här finns ingen rad med kolumnernas namn."
            sheet.findings.append(Finding(Mark(file), "rubrik-saknas", message, WANTED))
        return sheet
    line, names = rows[at]
    if any(any(values) for _, values in rows[:at]):
        sheet.notes.append(f"{file}: rubriken står på rad {line}; det som står ovanför togs inte med.")
    filled = [any(values[i] for _, values in rows[at + 1 :] if len(values) > i) for i in range(len(names))]
    header = [canonical(name) for name in names]
    while header and not header[-1] and not filled[len(header) - 1]:
        header.pop()
    sheet.findings += _wrong_header(header, names, Mark(file, line))
    if sheet.findings:
        return sheet  # what the rows hold cannot be known
    for number, name in enumerate(header, 1):
        if name not in READ and filled[number - 1]:
            sheet.notes.append(f"{file}:{line}:{number}: kolumnen ”{name or 'utan namn'}” togs inte med.")
    for number, values in rows[at + 1 :]:
        if any(values[len(header) :]):
            message = f"raden har {len(values)} celler, rubriken {len(header)}."
            mend = "Sätt citattecken runt en text som innehåller skiljetecknet."
            sheet.findings.append(Finding(Mark(file, number), "fel-rad", message, mend))
        elif any(values):
            row = dict(zip(header, [*values, *[""] * len(header)], strict=False))
            sheet.rows.append((number, {key: value for key, value in row.items() if key in READ}))
    return sheet


def canonical(name: str) -> str:
    """The column that a heading means: E-post, Mejl and e_post are the same."""
    plain = re.sub(r"[^a-zåäö]", "", name.lower())
    return name if name in READ else ALIASES.get(plain, name)


def _is_header(values: list[str]) -> bool:
    return len({canonical(value) for value in values} & set(COLUMNS)) >= 3


def _wrong_header(header: list[str], names: list[str], mark: Mark) -> list[Finding]:
    found = []
    double = [name for name in header if name not in READ and len(_both(name)) > 1]
    for name in double:
        mend = f"Dela den i {' och '.join(_both(name))}, var sak i sin kolumn."
        found.append(Finding(mark, "två-i-en-kolumn", f"kolumnen ”{name}” har två saker i samma cell.", mend))
    held = {column for name in double for column in _both(name)}
    missing = [column for column in COLUMNS if column not in header and column not in held]
    for column in missing:
        found.append(Finding(mark, "kolumn-saknas", f"kolumnen ”{column}” saknas.", WANTED))
    for column in dict.fromkeys(name for name in header if name):
        if missing and column not in READ and column not in double:
            mend = f"{nearest(column, missing)} {WANTED}"
            found.append(Finding(mark, "okänd-kolumn", f"kolumnen ”{column}” finns inte.", mend))
        elif header.count(column) > 1:
            found.append(Finding(mark, "dubbel-kolumn", f"kolumnen ”{column}” står två gånger.", WANTED))
    return found


def _both(name: str) -> list[str]:
    parts = [canonical(part.strip()) for part in re.split(r"/|&|,| och ", name)]
    return [part for part in parts if part in COLUMNS]
