"""What a kommun has written in the county's things, marked as its own wherever a page shows it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from samverkan.kinds import Ref, Thing
from samverkan.kinds.base import Place
from samverkan.reading.settings import FOLDER
from samverkan.resolve import Model

MARK = ' <span class="marke eget">{}</span>'
# Of a part that is the kommun's own as a whole, these carry the mark; one is enough for each place that shows it.
NAMES = ("text", "namn", "fråga", "rubrik")


class Eget(str):
    """Text that a kommun has written; the filters that show it add `märke`."""

    märke = ""


def mark_own(model: Model) -> None:
    """Mark each text and reference of the kommun's in the things that it has changed."""
    if model.local is None:
        return
    ort = _ort(model)
    for thing in model.everything():
        if thing.avvikelse is not None and thing.avvikelse.verb == "ändring":
            _Marker(thing, MARK.format(f"Ändrat i {ort}"), MARK.format(f"Tillägg i {ort}")).part(thing, ())


def mark_of_thing(model: Model, thing: Thing) -> str:
    """The mark of a thing in a list: the kommun's own, or the county's with something changed."""
    if thing.avvikelse is None:
        return ""
    words = {"tillägg": "Egen", "ändring": "Anpassad", "utgår": "Finns inte"}
    return MARK.format(f"{words[thing.avvikelse.verb]} i {_ort(model)}")


def mark_of(value: Any) -> str:
    """The mark of a text, a reference or nothing; for where a template shows it without a filter of its own."""
    return getattr(value, "märke", "") or ""


def _ort(model: Model) -> str:
    huvudman: Any = model.things["huvudman"].get(model.local.kommun)
    return str(huvudman.ort) if huvudman else str(model.local.kommun)


class _Marker:
    """Goes through one thing."""

    def __init__(self, thing: Thing, changed: str, added: str) -> None:
        self.thing, self.changed, self.new = thing, changed, added

    def part(self, part: BaseModel, place: Place) -> None:
        """Every field of a part; of one that is new as a whole only what names it."""
        new = bool(place) and getattr(part, "id", None) in self.thing.avvikelse.added
        for name in type(part).model_fields:
            if new and name not in NAMES and not (name == "vad" and hasattr(part, "svar")):
                continue
            value = getattr(part, name)
            if name != "id":
                marked = self._value(value, (*place, name), self.new if new else self.changed)
                if marked is not value:
                    setattr(part, name, marked)

    def _value(self, value: Any, place: Place, mark: str) -> Any:
        if isinstance(value, BaseModel):
            self.part(value, place)
        elif isinstance(value, list):
            # What stands among the county's own was added to it; a list that is the kommun's as a whole was changed.
            mixed = any(not self._own((*place, i)) for i in range(len(value)))
            for i, item in enumerate(value):
                value[i] = self._value(item, (*place, i), self.new if mixed else mark)
        elif self._own(place) and isinstance(value, Ref):
            value.märke = mark
        elif self._own(place) and isinstance(value, str):
            own = Eget(value)
            own.märke = mark
            return own
        return value

    def _own(self, place: Place) -> bool:
        mark = self.thing._marks.get(place)
        return mark is not None and mark.file.startswith(f"{FOLDER}/")
