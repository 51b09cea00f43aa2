"""The parts of a thing: matched by id, placed after one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from samverkan.kinds.base import Place
from samverkan.reading.document import Document
from samverkan.reading.wording import model_at

LIST_VERBS = ("utgår", "efter")
Data = dict[str, Any]


@dataclass
class Entry:
    """A thing in a list: the common version, the local one, or both, and where each stands."""

    id: str
    common: Data | None = None
    common_at: Place = ()
    local: Data | None = None
    local_at: Place = ()
    removed: bool = False


def has_ids(value: Any) -> bool:
    """Whether a value is a list of things with ids, which are matched one by one."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(v, dict) and isinstance(v.get("id"), str) for v in value)
    )


def replaced_by(id: str, things: Iterable[Data]) -> str | None:
    """The id of the thing that says it has replaced `id`, if one does."""
    for thing in things:
        replaced = thing.get("ersätter")
        if isinstance(replaced, list) and id in replaced:
            return str(thing.get("id"))
    return None


def says(verb: str, value: Any) -> bool:
    """Whether a verb in a list says something that can be followed."""
    return value in ("ja", "nej") if verb == "utgår" else isinstance(value, str)


def stands_on(id: str, after: str, anchors: dict[str, str]) -> bool:
    """Whether this file placed `id` after `after`, or after what stands there."""
    while id in anchors:
        id = anchors[id]
        if id == after:
            return True
    return False


def parts_of_its_own(own: Data, common: Data) -> bool:
    """Whether a file has parts, and none of them is a part of the common thing."""
    lists = [(value, common.get(key)) for key, value in own.items() if has_ids(value)]
    known = {part["id"] for _, there in lists if has_ids(there) for part in there or ()}
    return bool(lists) and not known & {part["id"] for parts, _ in lists for part in parts}


def missing_fields(item: Data, document: Document, at: Place) -> list[str]:
    """The fields that a part of one's own would need and that are not there."""
    fields = model_at(document.kind, at).model_fields
    return [name for name, info in fields.items() if info.is_required() and name not in item]
