"""What a kommun has written in the county's things, marked as its own wherever a page shows it."""

from __future__ import annotations

from copy import copy
from typing import Any, TypeVar

from pydantic import BaseModel

from samverkan.kinds import Huvudman, Ref, Thing
from samverkan.kinds.base import Place
from samverkan.kinds.deviation import Deviation
from samverkan.reading.folders import FOLDER
from samverkan.resolve import Model

MARK = ' <span class="marke">{}</span>'
# Of a part that is the kommun's own as a whole, these carry the mark; one is enough for each place that shows it.
NAMES = ("text", "namn", "fråga", "rubrik")
P = TypeVar("P", bound=BaseModel)


class Eget(str):
    """Text that a kommun has written; the filters that show it add `märke`."""

    märke = ""


def mark_own(things: list[Thing], kommun: str) -> list[Thing]:
    """The things with each text and reference of the kommun's marked; one that has such is a new one."""
    ort = _ort(next((t for t in things if t.kind == "huvudman" and t.id == kommun), None), kommun)
    changed, added = MARK.format(f"Ändrat i {ort}"), MARK.format(f"Tillägg i {ort}")
    return [
        _Marker(thing, thing.avvikelse, changed, added).part(thing, ())
        if thing.avvikelse is not None and thing.avvikelse.verb == "ändring"
        else thing
        for thing in things
    ]


def mark_of_thing(model: Model, thing: Thing) -> str:
    """The mark of a thing in a list: the kommun's own, or the county's with something changed."""
    if thing.avvikelse is None:
        return ""
    kommun = model.own.kommun
    words = {"tillägg": "Egen", "ändring": "Anpassad", "utgår": "Finns inte"}
    return MARK.format(f"{words[thing.avvikelse.verb]} i {_ort(model.things['huvudman'].get(kommun), kommun)}")


def mark_of(value: Any) -> str:
    """The mark of a text, a reference or nothing; for where a template shows it without a filter of its own."""
    return getattr(value, "märke", "") or ""


def _ort(huvudman: Thing | None, kommun: str) -> str:
    return huvudman.ort if isinstance(huvudman, Huvudman) else kommun


class _Marker:
    """Goes through one thing."""

    def __init__(self, thing: Thing, deviation: Deviation, changed: str, added: str) -> None:
        self.thing, self.deviation, self.changed, self.new = thing, deviation, changed, added

    def part(self, part: P, place: Place) -> P:
        """A part with every field of the kommun's marked; of one that is new as a whole only what names it."""
        new = bool(place) and getattr(part, "id", None) in self.deviation.added
        marked = {}
        for name in type(part).model_fields:
            if name == "id" or (new and name not in NAMES and not (name == "vad" and hasattr(part, "svar"))):
                continue
            value = getattr(part, name)
            told = self._value(value, (*place, name), self.new if new else self.changed)
            if told is not value:
                marked[name] = told
        return part.model_copy(update=marked) if marked else part

    def _value(self, value: Any, place: Place, mark: str) -> Any:
        if isinstance(value, BaseModel):
            return self.part(value, place)
        if isinstance(value, list):
            # What stands among the county's own was added to it; a list that is the kommun's as a whole was changed.
            mixed = any(not self._own((*place, i)) for i in range(len(value)))
            told = [self._value(item, (*place, i), self.new if mixed else mark) for i, item in enumerate(value)]
            return told if any(new is not old for new, old in zip(told, value, strict=True)) else value
        if self._own(place) and isinstance(value, Ref):
            own_ref = copy(value)
            own_ref.märke = mark
            return own_ref
        if self._own(place) and isinstance(value, str):
            own = Eget(value)
            own.märke = mark
            return own
        return value

    def _own(self, place: Place) -> bool:
        mark = self.thing._marks.get(place)
        return mark is not None and mark.file.startswith(f"{FOLDER}/")
