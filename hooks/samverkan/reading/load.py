"""Model files from disk: found by folder, read as UTF-8 of a sane size, each into a Document."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import yaml

from samverkan.findings import Finding, Mark, nearest
from samverkan.kinds import ALONE, KINDS, Thing
from samverkan.kinds.base import CONTROL, invisible
from samverkan.reading.document import Document, Stop
from samverkan.reading.folders import COMMON
from samverkan.reading.foreign import files_under, foreign, ordinary, read_bytes
from samverkan.reading.read_yaml import Builder
from samverkan.reading.remembered import remembered
from samverkan.reading.scan import scan
from samverkan.reading.yaml_words import not_yaml, unreadable_lines

MAX_BYTES = 1_000_000


def load_folder(
    root: Path,
    folder: str = COMMON,
    kinds_there: tuple[type[Thing], ...] = KINDS,
    skip: tuple[str, ...] = (),
    alone: tuple[type[Thing], ...] = ALONE,
) -> tuple[list[Document], list[Finding]]:
    """Read every model file under `root/folder`; returns the documents and what was wrong.

    A kind in `alone` has one thing, in a file beside the folders of the others, which has to be there.
    """
    documents: list[Document] = []
    findings: list[Finding] = []
    if not (root / folder).is_dir():
        return [], [Finding(Mark(folder), "fel-plats", "mappen finns inte.", "Kör kommandot i projektets mapp.")]
    kinds = {kind.folder: kind for kind in kinds_there}
    files = {f"{kind.folder}.yml": kind for kind in alone}
    for path in files_under(root / folder):
        relative = path.relative_to(root / folder)
        if relative.parts[0] in skip:
            continue
        file = path.relative_to(root).as_posix()
        kind = files.get(relative.as_posix()) or kinds.get(relative.parts[0])
        told = foreign(path, file)
        if told is not False:
            findings += [told] if isinstance(told, Finding) else []
        elif kind is None or len(relative.parts) != (1 if kind in alone else 2):
            findings.append(
                Finding(
                    Mark(file),
                    "fel-plats",
                    f"filen ligger inte i en mapp för en sort ({relative.parent.as_posix()}).",
                    f"Flytta den till mappen för sin sort. {nearest(relative.parts[0], kinds)}",
                )
            )
        elif path.suffix != ".yml":
            findings.append(
                Finding(
                    Mark(file),
                    "fel-plats",
                    f"filen slutar på ”{path.suffix}”.",
                    "Döp om den så att den slutar på .yml.",
                )
            )
        else:
            document = load_file(path, file, kind)
            documents.append(document)
            findings.extend(document.findings)
    read = {document.kind for document in documents}
    for name, kind in files.items():
        if kind not in read and not (root / folder / name).exists():
            mend = f"Skapa den med ”id: {kind.folder}” och ”namn:”. Fälten står på webben under Om modellen, Fälten."
            findings.append(Finding(Mark(f"{folder}/{name}"), "fil-saknas", "filen finns inte.", mend))
    documents.sort(key=lambda document: document.file)
    return documents, findings


def load_file(path: Path, file: str, kind: type[Thing]) -> Document:
    """Read one file into a Document; what is wrong lands in its findings, never as an exception."""
    try:
        raw = _raw(path, file)
    except Stop as stop:
        return Document(file, kind, findings=[stop.finding])
    return remembered(file, kind.kind, raw, lambda: document_of(file, kind, raw))


def document_of(file: str, kind: type[Thing], raw: bytes) -> Document:
    """What a file that holds `raw` would be read as."""
    document = Document(file, kind)
    try:
        text = _text(raw, file)
        document.findings.extend(scan(file, text))
        if wrong := list(unreadable_lines(file, text)):
            document.findings.extend(wrong[1:])
            raise Stop(wrong[0])
        data = Builder(document).build(text)
        if isinstance(data, dict) and data:
            document.data = data
        else:
            raise Stop(
                Finding(
                    Mark(file),
                    "ej-yaml",
                    "filen är tom eller börjar inte med fält.",
                    "Skriv fält, till exempel ”namn: …”.",
                )
            )
    except Stop as stop:
        document.findings.append(stop.finding)
    except yaml.YAMLError as error:
        document.findings.append(not_yaml(error, file, text))
    return document


def read_text(path: Path, file: str) -> str:
    """The text of a file that an editor has written; raises Stop when it is not UTF-8 of a sane size."""
    return _text(_raw(path, file), file)


def _raw(path: Path, file: str) -> bytes:
    if ordinary(path, file).st_size > MAX_BYTES:
        raise Stop(
            Finding(
                Mark(file),
                "för-stor",
                f"filen är större än {MAX_BYTES // 1_000_000} MB.",
                "Dela upp den: en sak i varje fil.",
            )
        )
    return read_bytes(path, file)


def _text(raw: bytes, file: str) -> str:
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise Stop(
            Finding(
                Mark(file, line, column),
                "ej-utf8",
                "tecknet här är inte UTF-8.",
                "Spara filen som UTF-8 (i VS Code: klicka på teckenkodningen längst ned till höger).",
            )
        ) from None
    if control := CONTROL.search(text):
        before = text[: control.start()]
        name, mend = invisible(control[0])
        raise Stop(
            Finding(
                Mark(file, before.count("\n") + 1, len(before) - before.rfind("\n")),
                "styrtecken",
                f"här står {name}.",
                mend,
            )
        )
    return unicodedata.normalize("NFC", text)
