"""What has been decided here and in the kommuner, and a decided text as it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from samverkan.kinds import Beslut, Huvudman, Thing
from samverkan.kinds.field_labels import label_of
from samverkan.local.changes import NAMES, words
from samverkan.local.decisions import own
from samverkan.resolve import Model

# What a field is called, and each thing that it says.
Row = tuple[str, list[str]]


@dataclass(frozen=True)
class Section:
    """A heading of a decided text, what stands under it, and its parts: (name, rows)."""

    rubrik: str
    rader: list[Row] = field(default_factory=list)
    delar: list[tuple[str, list[Row]]] = field(default_factory=list)


def sections(text: dict[str, Any]) -> list[Section]:
    """A thing's text as it is read (local/said.py), in its own order: single fields first, then each list of parts."""
    parts = {key: value for key, value in text.items() if _has_parts(value)}
    rest = _rows({key: value for key, value in text.items() if key not in parts})
    return [Section("", rest), *(Section(label_of(key), [], _parts(value)) for key, value in parts.items())]


def here(model: Model) -> list[Beslut]:
    """The decisions of the publisher whose web it is: the kommun's own, or the county's."""
    return [one for one in model.all(Beslut) if own(one) == bool(model.local)]


def county(model: Model) -> list[Beslut]:
    """What the county has decided, for a kommun's web."""
    return [one for one in model.all(Beslut) if not own(one)] if model.local else []


def in_kommuner(kommuner: list[Model], thing: Thing | None = None) -> list[tuple[Huvudman, Beslut]]:
    """What each kommun has decided of its own, or of one thing, by kommun."""
    return [
        (kommun.get(Huvudman, kommun.own.kommun), one)
        for kommun in kommuner
        for one in here(kommun)
        if thing is None or (one.sak.kind, one.sak.id) == (thing.kind, thing.id)
    ]


def _has_parts(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _parts(value: list[Any]) -> list[tuple[str, list[Row]]]:
    found = []
    for part in value:
        name = next((key for key in NAMES if key in part), "")
        found.append((words(part.get(name, "")), _rows({key: told for key, told in part.items() if key != name})))
    return found


def _rows(part: dict[str, Any]) -> list[Row]:
    shown = {key: value for key, value in part.items() if key not in ("id", "ersätter")}
    return [(label_of(key), _each(value)) for key, value in shown.items()]


def _each(value: Any) -> list[str]:
    return [words(one) for one in value] if isinstance(value, list) else [words(value)]
