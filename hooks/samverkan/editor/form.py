"""A thing or a part as a form, from its declaration; a kommun sees the county's text beside its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from samverkan.editor.choices import Known, name_of, on_its_own
from samverkan.editor.fields import Field, Row
from samverkan.editor.shapes import Shape, example, label, shape_of, silent
from samverkan.editor.told import Told
from samverkan.kinds.base import Place
from samverkan.local.locks import Lock, lock_at, sections

Data = dict[str, Any]
# What is made by the program, or belongs to the one who keeps the whole.
NEVER = ("id", "ersätter", "kommande", "jurist", "öppet_lokalt", "version")


@dataclass
class Form:
    """Makes the fields of a thing; `county` where there is a county's version to lay beside."""

    kind: str
    known: Known
    county: bool = False
    whole: bool = False  # every part in the form itself, also those that else have a page of their own
    wrong: dict[str, list[Told]] = field(default_factory=dict)
    without: tuple[str, ...] = ()

    def fields(
        self,
        model: type[BaseModel],
        data: Data,
        at: str = "",
        base: Data | None = None,
        place: Place = (),
        thing: Data | None = None,
    ) -> list[Field]:
        """The fields of a thing, or of a part of it at a place, named from `at`.

        `base` is the county's version of it, None where there is none; `thing` the county's whole thing, for a part.
        """
        outer = lock_at(self.kind, (), thing, None) if thing and self.county else None
        return self._fields(model, data, at, base or {}, place, outer, not self.county or base is None)

    def _fields(
        self, model: type[BaseModel], data: Data, at: str, base: Data, place: Place, outer: Lock | None, own: bool
    ) -> list[Field]:
        lock = None if own else lock_at(self.kind, place, base, outer)
        result: list[Field] = []
        for key, info in model.model_fields.items():
            shape = shape_of(info)
            apart = not place and not self.whole and on_its_own(shape)
            if key in NEVER or shape.form == "kvar" or apart or (not place and key in self.without):
                continue
            there = None if own else base.get(key)
            if lock and key not in (*lock.free, *lock.grows) and lock.holds(key, base, "§"):
                # What locks it is said once in each part.
                result += self._locked(key, info, shape, there, lock, any(one.form == "låst" for one in result))
                continue
            name = f"{at}.{key}" if at else key
            result.append(self._field(key, info, shape, name, data.get(key), there, (*place, key), lock, own))
        return result

    def _field(
        self,
        key: str,
        info: FieldInfo,
        shape: Shape,
        name: str,
        value: Any,
        there: Any,
        place: Place,
        lock: Lock | None,
        own: bool,
    ) -> Field:
        said = info.description or ""
        result = Field(name, label(key, info), shape.form, said, example(info), info.is_required())
        result.wrong = self.wrong.get(name, [])
        if shape.form == "ja":
            there = None if own else silent(info, there)
            value = value or silent(info, there)
        if shape.form == "del" and shape.model:
            inside = value if isinstance(value, dict) else {}
            county = there if isinstance(there, dict) else {}
            result.inside = self._fields(shape.model, inside, name, county, place, lock, own)
            return result
        if shape.parts:
            result.form = "rader"
            result.rows = self._rows(shape.parts, name, value or [], there or [], place, lock, own)
            return result
        result.chosen = [str(one) for one in value or []] if shape.form == "lista" else [str(value or "")]
        result.value = "\n".join(result.chosen)
        inner = shape.inner or shape
        if inner.chosen:
            result.form = "väljer" if shape.form == "lista" else "val"
            result.choices = self.known.choices(inner, result.chosen)
        if not own:
            result.county, result.differs = self.known.said(shape, there), there is not None and there != value
        return result

    def _locked(self, key: str, info: FieldInfo, shape: Shape, there: Any, lock: Lock, said: bool) -> list[Field]:
        if there in (None, "", []) or key == "låst":
            return []
        laws = [self.known.things.get("lagrum", {}).get(id, id) for id in sections(lock.part)]
        named = ", ".join([*laws[:3], *([f"och {len(laws) - 3} till"] if laws[3:] else [])])
        why = "" if said else f"Det här kräver lagen{f' ({named})' if named else ''}. Kommunen kan inte ändra det."
        return [Field(key, label(key, info), "låst", county=self.known.said(shape, there), why=why)]

    def _rows(
        self,
        model: type[BaseModel],
        name: str,
        value: list[Data],
        base: list[Data],
        place: Place,
        lock: Lock | None,
        own: bool,
    ) -> list[Row]:
        county = {one.get("id"): one for one in base if isinstance(one, dict) and "id" in one}
        mine = [own or part.get("id") not in county for part in value]
        result = []
        for i, part in enumerate(value):
            there = county.get(part.get("id"), {})
            closed = not mine[i] and lock is not None and lock_at(self.kind, (*place, 0), there, lock).whole
            inside = self._fields(model, part, f"{name}.{i}", there, (*place, i), lock, mine[i])
            # What the law demands stands first, and the county's own order is the county's.
            up = bool(i) and mine[i] and (own or i > 1) and not (lock and lock.whole and not mine[i - 1])
            down = mine[i] and i + 1 < len(value)
            if closed and all(one.form == "låst" for one in inside):
                inside = []  # its name says it
            result.append(Row(i, str(part.get("id", "")), name_of(part), inside, closed, up, down))
        return result
