"""References to what has another id now: they follow `ersätter`, and the editor is told to write the new one."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from samverkan.findings import Finding, Mark
from samverkan.reading.document import Document

# By kind and old id: the ids of the things that say they have replaced it.
Replaced = dict[tuple[str, str], list[str]]


def replaced(documents: Iterable[Document]) -> Replaced:
    """What each thing says that it has replaced."""
    found: Replaced = {}
    for document in documents:
        olds = document.data.get("ersätter")
        for old in olds if isinstance(olds, list) else []:
            if isinstance(old, str):
                found.setdefault((document.kind.kind, old), []).append(document.stem)
    return found


def follow(document: Document, error: ValidationError, names: Replaced) -> tuple[dict[str, Any], list[Finding]] | None:
    """The data with each reference to a replaced thing led on, and a warning for each; None if there is none."""
    data: dict[str, Any] = {}
    told = []
    for detail in error.errors(include_url=False):
        now = names.get(_missing(detail), [])
        if len(now) != 1:
            continue
        data = data or copy.deepcopy(document.data)
        kind, id = _missing(detail)
        *way, last = detail["loc"]
        holder: Any = data
        for step in way:
            holder = holder[step]
        value = str(holder[last])
        holder[last] = now[0] if value == id else value.replace(f"{kind}:{id}", f"{kind}:{now[0]}")
        message = f"{kind} ”{id}” heter numera ”{now[0]}”; hänvisningen leder dit."
        told.append(Finding(_mark(document, detail), "omdöpt", message, f"Skriv ”{now[0]}” i stället.", "varning"))
    return (data, told) if told else None


def split(finding: Finding, detail: ErrorDetails, names: Replaced) -> Finding:
    """The finding of a reference to nothing, with the things to choose between where they have replaced it."""
    now = names.get(_missing(detail), [])
    if not now:
        return finding
    return replace(finding, mend=f"Den är ersatt av {' och '.join(f'”{id}”' for id in now)}: välj en av dem.")


def _missing(detail: ErrorDetails) -> tuple[str, str]:
    context = detail.get("ctx", {}) if detail["type"] == "okänd_referens" else {}
    return str(context.get("sort")), str(context.get("id"))


def _mark(document: Document, detail: ErrorDetails) -> Mark:
    place = tuple(detail["loc"])
    while place not in document.marks:
        place = place[:-1]
    return document.marks[place]
