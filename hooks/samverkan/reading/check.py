"""Each file against its kind: what pydantic says, in an editor's words with file and line."""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from samverkan.findings import Finding, Mark
from samverkan.kinds import KINDS, LOCAL_KINDS, Region, Thing
from samverkan.kinds.base import SLUG, Place
from samverkan.reading.document import Document
from samverkan.reading.foreign import COPY
from samverkan.reading.renamed import Replaced, follow, replaced, split
from samverkan.reading.wording import finding_of, name_of
from samverkan.slug import slug

# Names that a computer keeps for itself, or that the page of the kind has.
RESERVED = re.compile(r"^(?:index|con|prn|aux|nul|com[0-9]|lpt[0-9])$")


def check(documents: list[Document]) -> tuple[list[Thing], list[Finding]]:
    """Turn each document into a thing of its kind; returns those that hold, and every finding."""
    things: list[Thing] = []
    findings: list[Finding] = []
    known = known_ids(documents)
    names, new = replaced(documents), new_names(documents)
    others = hashlib.sha256(repr([(kind, sorted(ids)) for kind, ids in known.items()]).encode()).hexdigest()
    for document in documents:
        if document.sound and document.sound[0] == others:
            things.append(_placed(pickle.loads(document.sound[1]), document))
        elif document.data:
            before = len(things)
            found = [*_check(document, known, names, new, things)]
            if not found and len(things) > before:
                document.sound = (others, pickle.dumps(things[-1], pickle.HIGHEST_PROTOCOL))
            for thing in things[before:]:
                _placed(thing, document)
            findings += found
    return things, findings


def known_ids(documents: list[Document]) -> dict[str, set[str]]:
    """The ids of each kind; a file with errors is known all the same: its own errors are enough."""
    known: dict[str, set[str]] = {kind.kind: set() for kind in (*KINDS, *LOCAL_KINDS)}
    for document in documents:
        known.setdefault(document.kind.kind, set()).add(_sound_name(document))
    return known


def _placed(thing: Thing, document: Document) -> Thing:
    thing._marks = document.marks
    thing._deviation = document.deviation
    return thing


def new_names(documents: list[Document]) -> dict[tuple[str, str], str]:
    """What each field with another name than before is called now, by the kind's folder and its old name."""
    rows = [row for document in documents if document.kind is Region for row in document.data.get("bytta_fält", ())]
    return {
        (row["i"], row["förut"]): row["nu"] for row in rows if isinstance(row, dict) and {*row} == {"i", "förut", "nu"}
    }


def _check(
    document: Document,
    known: dict[str, set[str]],
    names: Replaced,
    new: dict[tuple[str, str], str],
    things: list[Thing],
) -> Iterator[Finding]:
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
    # A row of a spreadsheet has no file of its own yet: there the id is what can be mended.
    misnamed = _sound_name(document) != document.stem and document.marks[()].file == document.file
    if misnamed:
        yield _bad_name(document)
    elif isinstance(id, str) and re.match(SLUG, id) and id != document.stem:
        yield Finding(
            document.marks[("id",)],
            "dubbelt-id" if id in known[document.kind.kind] else "id-filnamn",
            f"id är ”{id}”, som en annan fil redan har; den här heter ”{document.stem}.yml”."
            if id in known[document.kind.kind]
            else f"id är ”{id}” men filen heter ”{document.stem}.yml”.",
            f"Skriv ”id: {document.stem}”, eller döp om filen till ”{id}.yml”.",
        )
    thing, error = _valid(document, data, known)
    if error and (led_on := follow(document, error, names)):
        yield from led_on[1]
        thing, error = _valid(document, led_on[0], known)
    if error:
        for detail in error.errors(include_url=False):
            place = tuple(detail["loc"])
            if misnamed and place == ("id",):
                continue  # said already, as below
            if name := new.get((document.kind.folder, str(place[0]))) if detail["type"] == "extra_forbidden" else None:
                message = f"fältet ”{place[0]}” heter nu ”{name}”."
                mend = "Kör: make migrera. Det byter namnet i era filer."
                yield Finding(document.marks[place], "fält-bytt", message, mend)
            elif place not in empty or detail["type"] == "extra_forbidden":
                yield split(finding_of(detail, document), detail, names)
    elif thing and not empty and not any(finding.severity == "fel" for finding in document.findings):
        things.append(thing)


def _valid(
    document: Document, data: dict[str, Any], known: dict[str, set[str]]
) -> tuple[Thing | None, ValidationError | None]:
    try:
        return document.kind.model_validate(data, context=known), None
    except ValidationError as error:
        return None, error


def _sound_name(document: Document) -> str:
    """What the file should be called, without .yml: its own name, where it can be an id."""
    if RESERVED.match(document.stem):
        return slug(f"{document.kind.kind}-{document.stem}")
    if re.fullmatch(SLUG, document.stem):
        return document.stem
    copy = COPY.match(document.stem)
    return slug(copy["name"] if copy else document.stem) or "ett-nytt-namn"


def _bad_name(document: Document) -> Finding:
    """A file cannot be called so: its name is the id, an address, and a file on every computer."""
    if document.stem == "index":
        message = "filen kan inte heta ”index.yml”, som är sortens egen sida."
    elif RESERVED.match(document.stem):
        message = f"filen kan inte heta ”{document.stem}.yml”: Windows kan inte spara en fil med det namnet."
    else:
        message = f"filnamnet ”{document.stem}.yml” kan inte vara ett id."
    name = _sound_name(document)
    return Finding(
        document.marks.get(("id",), Mark(document.file)),
        "filnamn",
        message,
        f"Döp om filen till ”{name}.yml” och skriv ”id: {name}”.",
    )


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
