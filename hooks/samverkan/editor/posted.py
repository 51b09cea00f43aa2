"""What a form says when it is sent: plain data as a model file has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from samverkan.editor.choices import NAMES
from samverkan.editor.shapes import Shape, has_id, shape_of, silent
from samverkan.slug import slug

Data = dict[str, Any]
Sent = dict[str, list[str]]
# The names of the fields that a form shows; a field that it does not show stays as it was.
SHOWN = "fält"


@dataclass
class Posted:
    """Reads a form; `taken` are the ids that nothing new may have."""

    sent: Sent
    taken: set[str] = field(default_factory=set)

    def part(self, model: type[BaseModel], at: str, old: Data, county: Data | None = None) -> Data:
        """The data of a part whose fields are named from `at`; `county` is what holds where it says nothing."""
        base = county or {}
        shown = self.sent.get(SHOWN, [])
        result = {key: value for key, value in old.items() if _name(at, key) not in shown}
        for key, info in model.model_fields.items():
            name = _name(at, key)
            if name in shown:
                shape = shape_of(info)
                if shape.form == "ja":
                    value = self._yes(name, old.get(key), silent(info, base.get(key)))
                else:
                    value = self._value(shape, name, old.get(key), base.get(key))
                if value not in (None, "", [], {}):
                    result[key] = value
        return result

    def one(self, name: str) -> str:
        """A single text, as it is to be written."""
        return _tidy(self.sent.get(name, [""])[0])

    def _yes(self, name: str, old: Any, silence: str) -> Any:
        """What a box says: the same as before as it was written, and nothing where silence says it too."""
        said = "ja" if name in self.sent else "nej"
        if said == (old or silence):
            return old
        return None if said == silence else said

    def _value(self, shape: Shape, name: str, old: Any, county: Any) -> Any:
        if shape.form == "del" and shape.model:
            return self.part(shape.model, name, *(one if isinstance(one, dict) else {} for one in (old, county)))
        if shape.form != "lista" or not shape.inner:
            return self.one(name)
        if shape.parts:
            return self._parts(shape.parts, name, *(one if isinstance(one, list) else [] for one in (old, county)))
        if shape.inner.chosen:
            return list(dict.fromkeys(one for one in self.sent.get(name, []) if one))
        return [line for line in self.one(name).split("\n") if line]

    def _parts(self, model: type[BaseModel], name: str, old: list[Any], county: list[Any]) -> list[Data]:
        result: list[Data] = []
        base = {one["id"]: one for one in county if isinstance(one, dict) and "id" in one}
        for number in self._rows(name):
            id = self.sent.get(f"{name}.{number}.id", [""])[0]
            known = next((one for one in old if id and one.get("id") == id), {"id": id} if id else {})
            before = known if id or not _of_old(old, number) else old[number]
            part = self.part(model, f"{name}.{number}", before, base.get(id))
            if has_id(model) and not id and part:
                part = {"id": free(named(part), self.taken), **part}
                self.taken.add(part["id"])
            if part.keys() - {"id"}:
                result.append(part)
        return result

    def _rows(self, name: str) -> list[int]:
        """The numbers of the rows that the form has of a list, in the order that they stand."""
        return [int(one) for one in self.sent.get(f"rader:{name}", []) if one.isdecimal()]


def named(part: Data) -> str:
    """The words that an id is made of."""
    return next((str(part[key]) for key in NAMES if part.get(key)), "ny")


def free(words: str, taken: set[str]) -> str:
    """An id made of words, and that nothing else has."""
    stem = "-".join(slug(words).split("-")[:5]) or "ny"
    return next(id for id in (stem, *(f"{stem}-{n}" for n in range(2, 1000))) if id not in taken)


def ids_in(value: Any) -> Iterator[str]:
    """Every id in a value: within a thing they share one space, for they are its page's anchors."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for inner in value.values():
            yield from ids_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from ids_in(inner)


def _of_old(old: list[Any], number: int) -> bool:
    return number < len(old) and isinstance(old[number], dict) and "id" not in old[number]


def _name(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key


def _tidy(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines()).strip()
