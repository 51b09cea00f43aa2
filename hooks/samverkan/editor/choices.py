"""What can be chosen in a field, by name; and a value as it is read, with names instead of ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from samverkan.editor.fields import Choices
from samverkan.editor.shapes import Shape, has_id, shape_of
from samverkan.kinds import BY_NAME, LINK
from samverkan.kinds.base import swedish
from samverkan.phrases import parts as parts_of
from samverkan.resolve import Model

Data = dict[str, Any]
NAMES = ("namn", "rubrik", "fråga", "text", "vad", "när", "om")


@dataclass
class Known:
    """What there is to lead to: things by kind and id, and the parts of the thing that is open."""

    things: dict[str, dict[str, str]]
    pages: dict[str, dict[str, str]]  # parts of things, as links lead to them, by the thing's kind
    parts: dict[str, dict[str, str]] = field(default_factory=dict)

    def said(self, shape: Shape, value: Any) -> list[str]:
        """A value as the lines that a reader sees."""
        if value in (None, "", [], {}):
            return []
        if isinstance(value, list):
            return [line for one in value for line in self.said(shape.inner or shape, one)]
        if isinstance(value, dict):
            return [self._part(shape, value)]
        choice = dict(shape.choices).get(str(value)) or self._named(shape, str(value))
        return LINK.sub(r"\g<text>", choice).replace("**", "").split("\n")

    def choices(self, shape: Shape, chosen: list[str]) -> Choices:
        """The choices of a field under their headings, names in Swedish order; what is chosen is always there."""
        groups: Choices = [("", list(shape.choices))]
        if shape.form == "hänvisning":
            groups = [("", _ordered(self.things.get(shape.kind, {})))]
        if shape.form == "inom":
            groups = [("", [*self.parts.get(shape.kind, {}).items()])]
        if shape.form == "sida":
            groups = [
                (BY_NAME[kind].plural, _ordered({f"{kind}:{id}": name for id, name in things.items()}))
                for kind, things in self.things.items()
            ]
            if shape.kind:
                groups += [
                    (f"Delar av {BY_NAME[kind].plural.lower()}", [*there.items()]) for kind, there in self.pages.items()
                ]
        known = {key for _, group in groups for key, _ in group}
        more = [(one, self._named(shape, one)) for one in chosen if one and one not in known]
        return [*([("", more)] if more else []), *(group for group in groups if group[1])]

    def _named(self, shape: Shape, value: str) -> str:
        if shape.form == "inom":
            return self.parts.get(shape.kind, {}).get(value, value)
        if shape.form == "sida":
            kind, _, id = value.partition(":")
            return self.pages.get(kind, {}).get(value) or self.things.get(kind, {}).get(id, value)
        return self.things.get(shape.kind, {}).get(value, value)

    def _part(self, shape: Shape, value: Data) -> str:
        fields = shape.model.model_fields if shape.model else {}
        told = {
            key: ", ".join(self.said(shape_of(fields[key]), inner))
            for key, inner in value.items()
            if key != "id" and key in fields
        }
        return "; ".join(one for one in told.values() if one)


def known(model: Model, now: Data) -> Known:
    """What the fields of a thing that says `now` can lead to."""
    things = {kind: {id: one.namn for id, one in there.items()} for kind, there in model.things.items()}
    pages: dict[str, dict[str, str]] = {}
    for thing in model.everything():
        for anchor, part in parts_of(thing).items():
            pages.setdefault(thing.kind, {})[f"{thing.kind}:{thing.id}#{anchor}"] = f"{thing.namn}: {part.namn}"
    parts = {key: {part["id"]: name_of(part) for part in rows_of(value)} for key, value in now.items()}
    return Known(things, pages, parts)


def rows_of(value: Any) -> list[Data]:
    """The parts with ids that a value is a list of."""
    return [one for one in value if isinstance(one, dict) and "id" in one] if isinstance(value, list) else []


def name_of(part: Data) -> str:
    """What a part is called: what it says first."""
    said = next((str(part[key]) for key in NAMES if part.get(key)), str(part.get("id", "")))
    return LINK.sub(r"\g<text>", said).replace("**", "")


def on_its_own(shape: Shape) -> bool:
    """Whether the parts of a list are so large that each has a page of its own."""
    return has_id(shape.parts) and len(shape.parts.model_fields if shape.parts else ()) > 8


def _ordered(names: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(names.items(), key=lambda one: swedish(one[1]))
