"""YAML to plain data, with file and line for every value. Nothing is guessed.

Every scalar stays the text that the editor wrote: `ja`, `nej`, `3.10`, `0484` and dates never
turn into something else on the way; the kinds say what a text must look like. The stream of
events is read one at a time, so nesting and aliases are stopped before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from samverkan.findings import Finding, Mark
from samverkan.kinds.base import Place
from samverkan.reading.document import Document, Stop

MAX_DEPTH = 50
MAX_ITEMS = 500
COMMENT = re.compile(r"^\s+(?P<sign>#)(?P<glued>\S?)")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Builder:
    """Builds plain data from YAML events and notes the place of each value."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.events: Iterator[yaml.Event] = iter(())
        self.lines: list[str] = []

    def build(self, text: str) -> Any:
        """The data of a text; raises Stop at what ends the reading, yaml.YAMLError at what is no YAML."""
        self.lines = text.split("\n")
        self.events = self._safe(yaml.parse(text, Loader=LOADER))
        result: Any = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and self.document.marks:
                self._stop(event, "flera-dokument", "filen har flera dokument (---).", "Skriv en sak i varje fil.")
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
            empty = not event.style and event.value in ("", "~", "null")  # only where nothing quotes it
            if empty and (comment := re.search(r":\s+(#.*)", self.lines[self.document.marks[path].line - 1])):
                self.document.comments[path] = comment[1].strip()
            if not event.style and not empty:
                self._cut(event)
            return None if empty else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
                if len(items) == MAX_ITEMS:
                    self._stop(
                        inner,
                        "för-lång-lista",
                        f"listan har fler än {MAX_ITEMS} värden.",
                        "Dela upp den; ingen läser så mycket på en sida.",
                    )
                items.append(self._value(inner, (*path, len(items))))
            return items
        return self._mapping(path)

    def _mapping(self, path: Place) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                self._stop(key, "fel-nyckel", "ett fältnamn måste vara en text.", "Skriv fältets namn före kolonet.")
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

    def _cut(self, event: yaml.ScalarEvent) -> None:
        """Tell of a text that ends at a ` #`: the rest is a comment that nobody sees."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end and end.line < len(self.lines) else ""
        sign = COMMENT.match(rest)
        if sign is None:
            return
        if sign["glued"] or " " in event.value.strip():
            assert end is not None
            line = self.lines[end.line].strip()
            self.document.findings.append(
                Finding(
                    Mark(self.document.file, end.line + 1, end.column + 1 + sign.start("sign")),
                    "kapad-text",
                    f"texten slutar här: det som står efter # läses inte. Hela raden är ”{line}”.",
                    'Hör det till texten: skriv raka citattecken runt hela texten, "…". '
                    "Är det en anteckning: skriv den på en egen rad.",
                    "varning",
                )
            )

    def _mark(self, event: yaml.Event) -> Mark:
        place = event.start_mark
        assert place is not None  # the parser marks every event
        return Mark(self.document.file, place.line + 1, place.column + 1)

    def _stop(self, event: yaml.Event, code: str, message: str, mend: str) -> NoReturn:
        raise Stop(Finding(self._mark(event), code, message, mend))
