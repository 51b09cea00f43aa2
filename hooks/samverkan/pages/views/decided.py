"""What has been decided here and in the kommuner, and a decided text as it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from samverkan.kinds import Beslut, Huvudman, Thing
from samverkan.local.changes import Change, changes, gist, named, words
from samverkan.local.decisions import own, text_of
from samverkan.resolve import Model

Row = tuple[str, str]


@dataclass(frozen=True)
class Section:
    """A heading of a decided text, what stands under it, and its parts: (name, rows)."""

    rubrik: str
    rader: list[Row] = field(default_factory=list)
    delar: list[tuple[str, list[Row]]] = field(default_factory=list)


def changed_since(model: Model, beslut: Beslut) -> list[Change]:
    """What the page says now and did not when it was decided, with things by their names."""
    now = model.data.get((beslut.sak.kind, beslut.sak.id), {})
    return list(changes(*(named(text_of(text), model.names) for text in (beslut.lyder, now))))


def decided_text(model: Model, beslut: Beslut) -> list[Section]:
    """The whole of what was decided, with things by their names."""
    return sections(named(text_of(beslut.lyder), model.names))


def sections(text: dict[str, Any]) -> list[Section]:
    """A thing's plain data as a text, in the order it was written: single fields first, then each list of parts."""
    parts = {key: value for key, value in text.items() if _has_parts(value)}
    rest = _rows({key: value for key, value in text.items() if key not in parts})
    return [Section("", rest), *(Section(label(key), [], _parts(value)) for key, value in parts.items())]


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
    return isinstance(value, list) and any(isinstance(one, dict) and gist(one) != words(one) for one in value)


def _parts(value: list[Any]) -> list[tuple[str, list[Row]]]:
    named_parts = [(gist({key: text for key, text in one.items() if key != "vad"}), one) for one in value]
    return [(name, [row for row in _rows(one) if row[1] != name]) for name, one in named_parts]


def _rows(part: dict[str, Any]) -> list[Row]:
    return [(label(key), _told(key, value)) for key, value in part.items() if key != "id"]


def _told(key: str, value: Any) -> str:
    if key == "källor":
        return "; ".join(f"{one.get('källa')}, {one.get('plats')}" for one in value)
    return words(value)


def label(key: str) -> str:
    """What a field is called to a reader who sees all of them."""
    return key.replace("_", " ").capitalize()
