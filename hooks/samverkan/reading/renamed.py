"""References to what has another id now: they follow `ersätter`, and the editor is told to write the new one."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from samverkan.findings import Finding, Mark
from samverkan.kinds.base import Place
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
    for place, kind, id, now in moved(error, names):
        data = data or copy.deepcopy(document.data)
        *way, last = place
        holder: Any = data
        for step in way:
            holder = holder[step]
        value = str(holder[last])
        holder[last] = now if value == id else value.replace(f"{kind}:{id}", f"{kind}:{now}")
        message = f"{kind} ”{id}” heter numera ”{now}”; hänvisningen leder dit."
        told.append(Finding(_mark(document, place), "omdöpt", message, f"Skriv ”{now}” i stället.", "varning"))
    return (data, told) if told else None


def moved(error: ValidationError, names: Replaced) -> Iterator[tuple[Place, str, str, str]]:
    """Each reference to what one other thing has replaced: its place, the kind, the old id and the new one."""
    for detail in error.errors(include_url=False):
        kind, id = _missing(detail)
        now = names.get((kind, id), [])
        if len(now) == 1:
            yield tuple(detail["loc"]), kind, id, now[0]


def split(finding: Finding, detail: ErrorDetails, names: Replaced) -> Finding:
    """The finding of a reference to nothing, with the things to choose between where they have replaced it."""
    now = names.get(_missing(detail), [])
    if not now:
        return finding
    return replace(finding, mend=f"Den är ersatt av {' och '.join(f'”{id}”' for id in now)}: välj en av dem.")


def _missing(detail: ErrorDetails) -> tuple[str, str]:
    context = detail.get("ctx", {}) if detail["type"] == "okänd_referens" else {}
    return str(context.get("sort")), str(context.get("id"))


def _mark(document: Document, place: Place) -> Mark:
    while place not in document.marks:
        place = place[:-1]
    return document.marks[place]
