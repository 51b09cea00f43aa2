"""The places in a model file that name a section of law, and what each is called in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import shorten
from typing import Any

from samverkan.kinds.base import Place
from samverkan.local.changes import words
from samverkan.local.parts import Data, has_ids
from samverkan.reading.document import Document

# Every field that holds sections of law ends so, and no other field does.
FIELD = "lagrum"
# What names a part to an editor, the best first.
NAMES = ("namn", "rubrik", "fråga", "text", "säger", "vad", "när", "om", "id")
LONGEST = 70


def places(document: Document, id: str) -> list[Place]:
    """Every place in a file, in order, that names the section: in a field, in a link, in what is to come."""
    linked = re.compile(rf"(?:^|\]\()lagrum:{id}(?![a-z0-9-])")
    return [place for place, text in _texts(document.data, ()) if _names(place, text, id) or linked.search(text)]


def _names(place: Place, text: str, id: str) -> bool:
    return text == id and next(str(key) for key in reversed(place) if isinstance(key, str)).endswith(FIELD)


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(inner, (*place, key))


def told(data: Data, place: Place) -> str:
    """A place in words: ”steg 4 ”Be om besked” › punkter ”Begär …””; the thing itself is ”som helhet”."""
    if place[:1] == ("kommande",):
        change = data["kommande"][place[1]]
        return f"från {change.get('från')}: {_path(change, place[2:], numbered=False)}"
    return _path(data, place, numbered=True)


def _path(data: Data, place: Place, numbered: bool) -> str:
    """`numbered`: the steps stand where they do in the routine, and so have their numbers."""
    parts: list[str] = []
    value: Any = data
    for key in place:
        value = value[key]
        if isinstance(key, int) and isinstance(value, dict):
            number = f" {key + 1}" if numbered and parts[-1] == "steg" else ""
            parts[-1] += f"{number} {_name(value)}"
        elif isinstance(key, str) and key != "nytt":
            parts.append(key.removesuffix(FIELD).strip("_").replace("_", " "))
    link = " (länk i texten)" if isinstance(value, str) and "](" in value else ""
    return (" › ".join(part for part in parts if part) or "som helhet") + link


def _name(part: Data) -> str:
    said = next((words(part[key]).replace("*", "") for key in NAMES if key in part), "")
    return f"”{shorten(said, LONGEST, placeholder=' …')}”"


def part_of(data: Data, place: Place) -> tuple[str, ...]:
    """The part of a thing that a place is in: (field, id) of a step or an answer, (field,), or () for all of it."""
    if place[0] == "kommande":
        return part_of(data["kommande"][place[1]]["nytt"], place[3:])
    key = str(place[0])
    if key == FIELD:
        return ()
    return (key, data[key][place[1]]["id"]) if has_ids(data[key]) else (key.removesuffix(f"_{FIELD}"),)


def find_part(data: Data, part: tuple[str, ...]) -> Place | None:
    """Where a file says something of a part (see part_of); None where it says nothing."""
    if not part:
        return ()
    key = part[0]
    if len(part) == 1:
        return next(((field,) for field in (key, f"{key}_{FIELD}") if field in data), None)
    ids = [one["id"] for one in data[key]] if has_ids(data.get(key)) else []
    return (key, ids.index(part[1])) if part[1] in ids else None
