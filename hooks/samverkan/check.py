"""Each file against its kind: what pydantic says, in an editor's words with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from samverkan.document import Document
from samverkan.findings import Finding
from samverkan.kinds import KINDS, LOCAL_KINDS, Thing
from samverkan.kinds.base import SLUG, Place
from samverkan.wording import finding_of, name_of


def check(documents: list[Document]) -> tuple[list[Thing], list[Finding]]:
    """Turn each document into a thing of its kind; returns those that hold, and every finding."""
    things: list[Thing] = []
    findings: list[Finding] = []
    known: dict[str, set[str]] = {kind.kind: set() for kind in (*KINDS, *LOCAL_KINDS)}
    for document in documents:
        # A file with errors is known all the same: its own errors are enough.
        known.setdefault(document.kind.kind, set()).add(document.stem)
    for document in documents:
        if document.data:
            findings.extend(_check(document, known, things))
    return things, findings


def _check(document: Document, known: dict[str, set[str]], things: list[Thing]) -> Iterator[Finding]:
    data = document.data
    empty = list(_empty(data))
    for path in empty:
        comment = document.comments.get(path)
        yield Finding(
            document.marks[path],
            "tomt-fält",
            f"fältet ”{name_of(path)}” saknar värde{', för det som följer efter # läses inte' if comment else ''}.",
            f'Sätt citattecken: {name_of(path)}: "{comment}"' if comment else "Skriv ett värde, eller ta bort raden.",
        )
    id = data.get("id")
    if isinstance(id, str) and re.match(SLUG, id) and id != document.stem:
        yield Finding(
            document.marks[("id",)],
            "dubbelt-id" if id in known[document.kind.kind] else "id-filnamn",
            f"id är ”{id}”, som en annan fil redan har; den här heter ”{document.stem}.yml”."
            if id in known[document.kind.kind]
            else f"id är ”{id}” men filen heter ”{document.stem}.yml”.",
            f"Skriv ”id: {document.stem}”, eller döp om filen till ”{id}.yml”.",
        )
    try:
        thing = document.kind.model_validate(data, context=known)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            if tuple(detail["loc"]) not in empty or detail["type"] == "extra_forbidden":  # else said already
                yield finding_of(detail, document)
    else:
        thing._marks = document.marks
        thing._deviation = document.deviation
        if not document.findings and not empty:
            things.append(thing)


def _empty(data: Any, path: Place = ()) -> Iterator[Place]:
    """The places of the values that are not there."""
    if data is None:
        yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _empty(value, (*path, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from _empty(value, (*path, i))
