"""Model files from disk: found by folder, read as UTF-8 of a sane size, each into a Document."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import yaml

from samverkan.document import Document, Stop
from samverkan.findings import Finding, Mark, nearest
from samverkan.kinds import KINDS, Thing
from samverkan.kinds.base import CONTROL
from samverkan.read_yaml import Builder

MAX_BYTES = 1_000_000


def load_folder(
    root: Path, folder: str = "model/gemensam", kinds_there: tuple[type[Thing], ...] = KINDS, skip: tuple[str, ...] = ()
) -> tuple[list[Document], list[Finding]]:
    """Read every model file under `root/folder`; returns the documents and what was wrong."""
    documents: list[Document] = []
    findings: list[Finding] = []
    if not (root / folder).is_dir():
        return [], [Finding(Mark(folder), "fel-plats", "mappen finns inte.", "Kör kommandot i projektets mapp.")]
    kinds = {kind.folder: kind for kind in kinds_there}
    for path in sorted((root / folder).rglob("*")):
        relative = path.relative_to(root / folder)
        if path.is_dir() or relative.parts[0] in skip or any(part.startswith(".") for part in relative.parts):
            continue
        file = path.relative_to(root).as_posix()
        kind = kinds.get(relative.parts[0])
        if kind is None or len(relative.parts) != 2:
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
    return documents, findings


def load_file(path: Path, file: str, kind: type[Thing]) -> Document:
    """Read one file into a Document; what is wrong lands in its findings, never as an exception."""
    document = Document(file, kind)
    try:
        text = read_text(path, file)
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
    if path.stat().st_size > MAX_BYTES:
        raise Stop(
            Finding(
                Mark(file),
                "för-stor",
                f"filen är större än {MAX_BYTES // 1_000_000} MB.",
                "Dela upp den: en sak i varje fil.",
            )
        )
    raw = path.read_bytes()
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
        raise Stop(
            Finding(
                Mark(file, before.count("\n") + 1, len(before) - before.rfind("\n")),
                "styrtecken",
                f"här står ett tecken som inte syns (U+{ord(control[0]):04X}).",
                "Ta bort det; det har troligen följt med från ett annat program.",
            )
        )
    return unicodedata.normalize("NFC", text)


def not_yaml(error: yaml.YAMLError, file: str, text: str) -> Finding:
    """The finding for what is no YAML in a text of a file."""
    place = getattr(error, "problem_mark", None)
    mark = Mark(file, place.line + 1, place.column + 1) if place else Mark(file)
    if mark.line > len(lines := text.splitlines()):
        # The reader found the end of the file too early: the editor's last line is the place.
        mark = Mark(file, len(lines), len(lines[-1]) + 1) if lines else Mark(file)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "okänt fel"
    return Finding(
        mark,
        "ej-yaml",
        f"raden går inte att läsa som YAML (läsaren säger: {problem}).",
        "Se efter indrag, kolon och citattecken på den här raden och raden ovanför. "
        "En text med kolon och mellanslag i behöver citattecken.",
    )
