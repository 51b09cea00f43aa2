"""YAML to plain data, with file and line for every value. Nothing is guessed.

Every scalar stays the text that the editor wrote: `ja`, `nej`, `3.10`, `0484` and dates never
turn into something else on the way; the kinds say what a text must look like. The stream of
events is read one at a time, so nesting and aliases are stopped before anything is built.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from samverkan.findings import Finding, Mark, nearest
from samverkan.kinds import KINDS, Thing
from samverkan.kinds.base import Place

MAX_BYTES = 1_000_000
MAX_DEPTH = 50
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Document:
    """One model file: its kind, its plain data, and the place of every value in it."""

    file: str
    kind: type[Thing]
    data: dict[str, Any] = field(default_factory=dict)
    marks: dict[Place, Mark] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def stem(self) -> str:
        """The file name without its ending: what the id has to be."""
        return Path(self.file).stem


class Stop(Exception):
    """The rest of this file cannot be read."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


def load_folder(root: Path, folder: str = "model/gemensam") -> tuple[list[Document], list[Finding]]:
    """Read every model file under `root/folder`; returns the documents and what was wrong."""
    documents: list[Document] = []
    findings: list[Finding] = []
    kinds = {kind.folder: kind for kind in KINDS}
    for path in sorted((root / folder).rglob("*")):
        relative = path.relative_to(root / folder)
        if path.is_dir() or any(part.startswith(".") for part in relative.parts):
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
        text = _text(path, file)
        data = _Builder(document).build(text)
        if isinstance(data, dict):
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
        document.findings.append(_not_yaml(error, file))
    return document


def _text(path: Path, file: str) -> str:
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
        text = raw.decode("utf-8-sig")
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
    return unicodedata.normalize("NFC", text)


def _not_yaml(error: yaml.YAMLError, file: str) -> Finding:
    place = getattr(error, "problem_mark", None)
    mark = Mark(file, place.line + 1, place.column + 1) if place else Mark(file)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "okänt fel"
    return Finding(
        mark,
        "ej-yaml",
        f"raden går inte att läsa som YAML (läsaren säger: {problem}).",
        "Se efter indrag, kolon och citattecken på den här raden och raden ovanför. "
        "En text med kolon och mellanslag i behöver citattecken.",
    )


class _Builder:
    """Builds plain data from YAML events and notes the place of each value."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.events: Iterator[yaml.Event] = iter(())

    def build(self, text: str) -> Any:
        self.events = self._safe(yaml.parse(text, Loader=LOADER))
        result: Any = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and self.document.marks:
                self._stop(
                    event, "flera-dokument", "filen har flera dokument (---).", "Skriv en sak i varje fil."
                )
            if isinstance(event, yaml.NodeEvent):
                result = self._value(event, ())
        return result

    def _safe(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        depth = 0
        for event in events:
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                self._stop(
                    event,
                    "ankare",
                    "ankare (&) och alias (*) får inte användas.",
                    "Skriv ut värdet på varje ställe.",
                )
            tag = getattr(event, "tag", None)
            if tag and tag != "!":
                self._stop(
                    event,
                    "tagg",
                    f"taggen ”{tag}” får inte användas.",
                    "Ta bort taggen (det som börjar med !).",
                )
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    self._stop(
                        event,
                        "för-djup",
                        f"fälten ligger djupare än {MAX_DEPTH} nivåer.",
                        "Kontrollera indragen; en modellfil behöver sällan mer än fem nivåer.",
                    )
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            yield event

    def _value(self, event: yaml.Event, path: Place) -> Any:
        self.document.marks.setdefault(path, self._mark(event))
        if isinstance(event, yaml.ScalarEvent):
            empty = event.style is None and event.value in ("", "~", "null")
            return None if empty else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
                items.append(self._value(inner, (*path, len(items))))
            return items
        return self._mapping(path)

    def _mapping(self, path: Place) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                self._stop(
                    key, "fel-nyckel", "ett fältnamn måste vara en text.", "Skriv fältets namn före kolonet."
                )
            inner = (*path, key.value)
            if key.value in result:
                first = self.document.marks[inner]
                self.document.findings.append(
                    Finding(
                        self._mark(key),
                        "dubbel-nyckel",
                        f"fältet ”{key.value}” står två gånger (först på rad {first.line}).",
                        "Ta bort det ena, eller slå ihop dem.",
                    )
                )
                self._value(next(self.events), (*inner, "…"))
                continue
            self.document.marks[inner] = self._mark(key)
            result[key.value] = self._value(next(self.events), inner)
        return result

    def _mark(self, event: yaml.Event) -> Mark:
        place = event.start_mark
        return Mark(self.document.file, place.line + 1, place.column + 1)

    def _stop(self, event: yaml.Event, code: str, message: str, mend: str) -> None:
        raise Stop(Finding(self._mark(event), code, message, mend))
