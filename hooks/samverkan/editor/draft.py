"""A thing, or a part of it, as it stands in a form: what is shown, what was sent, and what the whole then says."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from samverkan.editor.choices import Known, rows_of
from samverkan.editor.fields import Field
from samverkan.editor.folder import Data, Opened
from samverkan.editor.form import Form
from samverkan.editor.places import WHY
from samverkan.editor.posted import Posted, Sent, free, ids_in, named
from samverkan.editor.shapes import shape_of
from samverkan.editor.told import Told
from samverkan.kinds.base import Place
from samverkan.kinds.deviation import Avvikelse
from samverkan.kinds.installningar import Inställningar

# Where a new part stands: the path's word for it, and the field that says after which.
NEW, AFTER = "+", "efter"


@dataclass
class Draft:
    """What is edited: the thing where `where` is empty, else a part: the list's field and the part's id."""

    opened: Opened
    where: list[str] = field(default_factory=list)
    whole: bool = False  # a new thing: all its parts stand in the form
    after: str = ""  # the part that a new one stands after

    def __post_init__(self) -> None:
        """Begin with what there is."""
        self.head: Data = {key: value for key, value in self.opened.head.items() if key != "utgår"}
        rows = self.rows
        self.number = next((i for i, one in enumerate(rows) if self.where and one["id"] == self.where[1]), len(rows))
        there = self.opened.now if not self.where else rows[self.number] if self.number < len(rows) else {}
        self.data: Data = deepcopy(there)
        self.new = self.where[1:] == [NEW]
        if self.new and rows:
            self.after = str(rows[-1]["id"])

    @property
    def rows(self) -> list[Data]:
        """The parts of the list that the part is one of."""
        return rows_of(self.opened.now.get(self.where[0])) if self.where else []

    @property
    def model(self) -> type[BaseModel] | None:
        """The declaration of what is edited; None where there is no such part."""
        if not self.where:
            return self.opened.kind
        info = self.opened.kind.model_fields.get(self.where[0])
        there = self.new or self.number < len(self.rows)
        return shape_of(info).parts if info and there else None

    @property
    def at(self) -> str:
        """What the names of its fields begin with."""
        return f"{self.where[0]}.{self.number}" if self.where else ""

    def take(self, sent: Sent) -> None:
        """Read what was sent."""
        posted = Posted(sent, set(ids_in(self.opened.now)))
        assert self.model is not None
        self.data = posted.part(self.model, self.at, self.data, self._county if self.opened.deviates else None)
        if self.opened.deviates:
            self.head = posted.part(Avvikelse, WHY, self.head)
        if self.new:
            self.after = posted.one(AFTER)
            self.data = {"id": free(named(self.data), posted.taken), **self.data}

    @property
    def wanted(self) -> Data:
        """The whole thing as the form has it."""
        if not self.where:
            return {"id": self.opened.id, **self.data}
        rows = self.rows
        if self.new:
            rows.insert(self._place(), self.data)
        else:
            rows[self.number] = self.data
        return {**self.opened.now, self.where[0]: rows}

    def name_of(self, name: str) -> str:
        """A field's name in the form, for its name in the whole thing: a new part stands at its place there."""
        there = f"{self.where[0]}.{self._place()}" if self.new else ""
        inside = there and (name == there or name.startswith(f"{there}."))
        return self.at + name[len(there) :] if inside else name

    def fields(self, known: Known, wrong: dict[str, list[Told]]) -> list[Field]:
        """The form; a kommun sees the county's beside its own where there is a county's."""
        assert self.model is not None
        without = ("källor",) if self.opened.kind is Inställningar else ()
        county = bool(self.opened.base) and self.opened.deviates
        form = Form(self.opened.kind.kind, known, county, self.whole, wrong, without)
        if not self.where:
            return form.fields(self.model, self.data, "", self._county)
        place: Place = (self.where[0], 0)
        return form.fields(self.model, self.data, self.at, self._county, place, self.opened.base)

    def why(self, known: Known, wrong: dict[str, list[Told]]) -> list[Field]:
        """The fields that say why a kommun does otherwise, and who decided it."""
        form = Form("", known, wrong=wrong, without=("mot", "utgår"))
        return form.fields(Avvikelse, self.head, WHY) if self.opened.deviates else []

    @property
    def _county(self) -> Data | None:
        """The county's version of what is edited, None where it has none of it."""
        if not self.where:
            return self.opened.base
        return next((one for one in rows_of(self.opened.base.get(self.where[0])) if one["id"] == self.where[1]), None)

    def _place(self) -> int:
        rows: list[Any] = [one["id"] for one in self.rows]
        return rows.index(self.after) + 1 if self.after in rows else len(rows)
