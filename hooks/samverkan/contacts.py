"""A kommun's contacts to a spreadsheet and back: every row is checked before any file is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from samverkan import examine
from samverkan.blank_file import SHARED
from samverkan.check import check
from samverkan.contacts_csv import COLUMNS, read_sheet, write_sheet
from samverkan.document import Document
from samverkan.findings import Finding, Mark, ModelError
from samverkan.kinds.base import THING_TARGET, Place
from samverkan.kinds.kontakt import Kontakt
from samverkan.load import load_file, load_folder
from samverkan.local import COMMON, CONTACTS_CSV, FOLDER, SETTINGS, load_local
from samverkan.new_kommun import contact_file
from samverkan.overlay import overlay

CELLS = COLUMNS[3:]


def contacts_out(root: Path, kommun: str) -> tuple[str, int]:
    """Write the contacts as CSV; returns the file and how many. ModelError if a contact's file is wrong."""
    folder = f"{FOLDER}/{kommun}"
    model, findings = examine(root, kommun=kommun)
    if wrong := [f for f in findings if f.severity == "fel" and f.mark.file.startswith(f"{folder}/kontakter/")]:
        raise ModelError(wrong)
    contacts: list[Any] = model.all("kontakt")
    rows = [
        {"id": k.id, "namn": k.namn, "till": str(k.till)} | {cell: getattr(k, cell) or "" for cell in CELLS}
        for k in contacts
    ]
    (root / folder / CONTACTS_CSV).write_bytes(write_sheet(rows))
    return f"{folder}/{CONTACTS_CSV}", len(rows)


def contacts_in(root: Path, kommun: str, path: Path) -> tuple[list[str], list[str]]:
    """Read contacts from CSV into the kommun's files; returns the files written and what to tell.

    A contact that the CSV does not have stays. ModelError with every wrong row, and nothing written.
    """
    sheet = read_sheet(path.read_bytes(), str(path))
    folder = f"{FOLDER}/{kommun}/{Kontakt.folder}"
    documents: dict[str, Document] = {}
    findings = list(sheet.findings)
    for line, row in sheet.rows:
        document = _document(str(path), line, row, folder, findings)
        if first := documents.get(document.stem):
            message = f"id ”{document.stem}” står redan på rad {first.marks[()].line}."
            findings.append(Finding(Mark(str(path), line), "dubbelt-id", message, "Ge den ett eget id."))
        documents.setdefault(document.stem, document)
    findings += _wrong(root, kommun, [*documents.values()], str(path))
    if findings:
        raise ModelError(findings)
    written = []
    for document in documents.values():
        target = root / document.file
        before = load_file(target, document.file, Kontakt).data if target.exists() else {}
        others = {key: value for key, value in before.items() if key in SHARED and key not in COLUMNS}
        if before != {**others, **document.data}:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(contact_file({**document.data, **others}), encoding="utf-8")
            written.append(document.file)
    return written, sheet.notes


def _document(file: str, line: int, row: dict[str, str], folder: str, findings: list[Finding]) -> Document:
    """A row as a contact's document, whose marks are the row's cells."""
    data = {key: value for key, value in row.items() if value and key != "till"}
    if target := THING_TARGET.match(row.get("till", "")):
        data[target["kind"]] = target["id"]
    if target is None or target["kind"] not in ("funktion", "verksamhet"):
        message = f"”{row.get('till', '')}” säger inte vart kontakten går."
        mend = "Skriv till exempel verksamhet:socialtjanst eller funktion:rektor."
        findings.append(Finding(Mark(file, line, COLUMNS.index("till") + 1), "kontakt-till", message, mend))
        data.pop(target["kind"] if target else "till", None)
    stem = row.get("id", "").replace("/", " ") or f"rad {line}"
    marks: dict[Place, Mark] = {(): Mark(file, line)} | {(key,): Mark(file, line, i) for i, key in enumerate(row, 1)}
    for key in ("funktion", "verksamhet"):
        marks[(key,)] = marks[("till",)] if ("till",) in marks else marks[()]
    return Document(f"{folder}/{stem}.yml", Kontakt, data, marks)


def _wrong(root: Path, kommun: str, rows: list[Document], file: str) -> list[Finding]:
    """What is wrong in the rows, held against the kommun's whole model."""
    common, _ = load_folder(root, COMMON, skip=(SETTINGS,))
    own, _, _ = load_local(root, kommun)
    documents, _, _ = overlay(common, [document for document in own if document.kind is not Kontakt])
    return [finding for finding in check([*documents, *rows])[1] if finding.mark.file == file]
