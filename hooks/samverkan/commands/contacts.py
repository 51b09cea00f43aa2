"""A kommun's contacts to a spreadsheet and back: every row is checked, and shown, before any file is written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samverkan import examine, read
from samverkan.commands.contacts_csv import COLUMNS, VERSION, read_sheet, write_sheet
from samverkan.commands.in_place import with_fields
from samverkan.commands.new_kommun import contact_file
from samverkan.commands.whole_file import write_whole
from samverkan.findings import Finding, Mark, ModelError
from samverkan.kinds import Kontakt
from samverkan.kinds.base import THING_TARGET, Place
from samverkan.local.overlay import overlay
from samverkan.reading.check import check
from samverkan.reading.document import Document
from samverkan.reading.folders import CONTACTS_CSV, FOLDER
from samverkan.reading.load import load_file

CELLS = COLUMNS[3:]
TARGETS = ("funktion", "verksamhet")
FIELDS = ("id", "namn", *TARGETS, *CELLS)


@dataclass
class Plan:
    """What a list of contacts would change: the files' new text, each change in words, and what is not taken."""

    files: dict[str, str] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def write(self, root: Path) -> list[str]:
        """Write every file, or none where one cannot be written; returns their names."""
        write_whole({root / file: text.encode("utf-8") for file, text in self.files.items()})
        return [*self.files]


def contacts_out(root: Path, kommun: str) -> tuple[str, int]:
    """Write the contacts as CSV; returns the file and how many. ModelError if a contact's file is wrong."""
    folder = f"{FOLDER}/{kommun}"
    model, findings = examine(root, kommun=kommun)
    if wrong := [f for f in findings if f.severity == "fel" and f.mark.file.startswith(f"{folder}/kontakter/")]:
        raise ModelError(wrong)
    contacts = model.all(Kontakt)
    rows = [
        {"id": k.id, "namn": k.namn, "till": str(k.till), VERSION: _version(_data(root / k.file, k.file))}
        | {cell: getattr(k, cell) or "" for cell in CELLS}
        for k in contacts
    ]
    write_whole({root / folder / CONTACTS_CSV: write_sheet(rows)})
    return f"{folder}/{CONTACTS_CSV}", len(rows)


def contacts_in(root: Path, kommun: str, path: Path) -> tuple[list[str], list[str]]:
    """Read a list of contacts into the kommun's files; returns the files written and what to tell."""
    plan = contacts_plan(root, kommun, path)
    return plan.write(root), plan.notes


def contacts_plan(root: Path, kommun: str, path: Path) -> Plan:
    """What reading a list would change. ModelError with every wrong row, and every row older than its file.

    A contact that the list does not have stays.
    """
    sheet = read_sheet(path.read_bytes(), str(path))
    folder = f"{FOLDER}/{kommun}/{Kontakt.folder}"
    documents: dict[str, Document] = {}
    versions: dict[str, str] = {}
    findings = list(sheet.findings)
    for line, row in sheet.rows:
        version = row.pop(VERSION, "")
        document = _document(str(path), line, row, folder, findings)
        if first := documents.get(document.stem):
            message = f"id ”{document.stem}” står redan på rad {first.marks[()].line}."
            findings.append(Finding(Mark(str(path), line), "dubbelt-id", message, "Ge den ett eget id."))
        documents.setdefault(document.stem, document)
        versions.setdefault(document.stem, version)
    findings += _wrong(root, kommun, [*documents.values()], str(path))
    if findings:
        raise ModelError(findings)
    plan = Plan(notes=sheet.notes)
    there = {file.stem: _data(file, file.name) for file in sorted((root / folder).glob("*.yml"))}
    for stem, document in documents.items():
        before, after = there.get(stem, {}), document.data
        changed = {key: after.get(key) for key in FIELDS if before.get(key) != after.get(key)}
        if not changed:
            continue
        if before and versions[stem] == _version(after):
            name = before.get("namn", stem)
            plan.notes.append(f"{name} är ändrad i sin fil sedan listan skrevs, men inte i listan: filen gäller.")
            continue
        if before and versions[stem] not in ("", _version(before)):
            findings.append(_older(document, changed, before))
        plan.changes += _told(document, changed, before, there, documents)
        plan.files[document.file] = _new_text(root / document.file, before, after, changed)
    if findings:
        raise ModelError(findings)
    if sheet.rows and not any(versions.values()):
        plan.notes.append("Listan säger inte vilken version den skrevs från. Kontrollera att det nya är nyare.")
    for stem in there.keys() - documents.keys():
        name = there[stem].get("namn", stem)
        plan.notes.append(f"{name} står inte i listan och är orörd. Ska den bort: ta bort {folder}/{stem}.yml")
    return plan


def _new_text(path: Path, before: dict[str, Any], after: dict[str, Any], changed: dict[str, Any]) -> str:
    """The file with only the changed values changed; a new one ready to fill in."""
    if not before:
        return contact_file(after)
    return with_fields(path.read_bytes().decode("utf-8-sig"), changed)


def _told(
    document: Document,
    changed: dict[str, Any],
    before: dict[str, Any],
    there: dict[str, dict[str, Any]],
    documents: dict[str, Document],
) -> list[str]:
    """Each change of a contact in words: old → new."""
    name = document.data.get("namn", document.stem)
    if before:
        return [f"{name}: {key} {before.get(key) or '(tomt)'} → {new or '(tomt)'}" for key, new in changed.items()]
    ways = ", ".join(f"{key} {new}" for key, new in changed.items() if key in CELLS and new) or "inget ifyllt"
    lines = [f"{name}: ny kontakt med id {document.stem} ({ways})"]
    for stem, data in there.items():
        if stem not in documents and any(data.get(key) and data.get(key) == changed.get(key) for key in TARGETS):
            lines.append(f"  Obs: {stem} går redan dit och står inte i listan. Har id ändrats av misstag?")
    return lines


def _older(document: Document, changed: dict[str, Any], before: dict[str, Any]) -> Finding:
    now = ", ".join(
        f"{key} är nu {before.get(key) or '(tomt)'}, i listan {new or '(tomt)'}" for key, new in changed.items()
    )
    message = f"kontakten har ändrats sedan listan skrevs: {now}."
    mend = f"Skriv en ny lista: make kontakter-ut. Är listans värden de rätta: töm cellen i kolumnen {VERSION}."
    return Finding(document.marks[()], "äldre-än-filen", message, mend)


def _data(path: Path, file: str) -> dict[str, Any]:
    return load_file(path, file, Kontakt).data


def _version(data: dict[str, Any]) -> str:
    """A sign for what a contact says; letters only, so that no spreadsheet makes a number of it."""
    kept = json.dumps({key: data.get(key) for key in FIELDS}, sort_keys=True, ensure_ascii=False)
    return "".join("abcdefghijklmnop"[int(digit, 16)] for digit in hashlib.sha256(kept.encode()).hexdigest()[:10])


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
    sources = read(root, kommun)
    documents, _, _ = overlay(sources.common, [document for document in sources.own if document.kind is not Kontakt])
    return [finding for finding in check([*documents, *rows])[1] if finding.mark.file == file]
