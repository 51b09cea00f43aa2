"""A thing's plain data as a reader says it: names in place of ids, labels in place of what a file chooses among."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from samverkan.kinds import Thing
from samverkan.kinds.base import ISO_DAY, Källhänvisning, Till, TillSida
from samverkan.kinds.field_labels import told_as
from samverkan.kinds.labels import Word
from samverkan.kinds.tid import Frist, Återkommer
from samverkan.kinds.unshown import why_unshown
from samverkan.local.changes import Change, changes, in_a_row, words
from samverkan.phrases import ANCHORED, swedish_date

# What a thing is called, by ”sort:id”, or a part of it, by ”sort:id#del”; None for what nobody knows.
NameOf = Callable[[str], str | None]
Data = dict[str, Any]
# What each field with another name than before is called now (Region.nya_fältnamn).
NewNames = dict[tuple[str, str], str]
# Fields that name a step by its id alone: of the routine beside it, else of the thing itself.
STEPS = ("steg", "samtidigt_med")
# What a limit is and the condition that it has, in the order that one says it.
WHEN = ("när", "återkommer", "om")
# Not read by anybody, and what versions are held together by.
KEYS = ("id", "ersätter")


def said(kind: type[Thing], id: str, data: Data, name_of: NameOf, every: bool = False) -> Data:
    """The data of a thing as it is read, with the ids that parts are matched by; `every`: also what no page shows.

    A part without an id becomes one text. What cannot be understood, as in an old file, stays as it is.
    """
    return _Reader(kind, id, name_of, part_names(kind, id, data), every).part(kind, data, ())


def differences(
    kind: type[Thing], id: str, before: Data, after: Data, name_of: NameOf, every: bool = False
) -> list[Change]:
    """What differs between two versions of a thing, as it is read."""
    old, new = (said(kind, id, data, name_of, every) for data in (before, after))
    return list(changes(old, new, leads=lambda target: name_of(target) or target, by_id=False))


def names_said(kind: type[Thing], id: str, data: Data, name_of: NameOf) -> dict[str, str]:
    """What the things that a text names are called, by ”sort:id”."""
    found: dict[str, str] = {}

    def asked(key: str) -> str | None:
        name = name_of(key)
        if name is not None:
            found[key] = name
        return name

    said(kind, id, data, asked)
    return dict(sorted(found.items()))


def with_new_names(kind: type[Thing], data: Data, renamed: NewNames) -> Data:
    """The data of a thing with every field under the name that it has now: a new name says nothing new."""
    return {renamed.get((kind.folder, key), key): value for key, value in data.items()}


def part_names(kind: type[Thing], id: str, data: Data) -> dict[str, str]:
    """What each part of a thing that a link can lead to is called, by ”sort:id#del”, also by what it has replaced."""
    return {
        f"{kind.kind}:{id}#{anchor}-{key}": words(name)
        for field, anchor in ANCHORED.items()
        if isinstance(data.get(field), list)
        for part in data[field]
        if isinstance(part, dict) and (name := part.get("namn") or part.get("rubrik") or part.get("fråga"))
        for key in (part.get("id"), *(part.get("ersätter") or ()))
    }


class _Reader:
    def __init__(self, kind: type[Thing], id: str, name_of: NameOf, own: dict[str, str], every: bool) -> None:
        self.kind, self.id, self.name_of, self.own, self.every = kind, id, name_of, own, every

    def part(self, model: type[BaseModel], data: Data, path: tuple[str, ...]) -> Data:
        """The fields of a part that some page shows, in the order that they were written."""
        found: Data = {}
        for key, value in data.items():
            here = (*path, key)
            if key in KEYS:
                found[key] = value
            elif self.every or why_unshown(self.kind.kind, ".".join(here)) is None:
                told = self.value(_field(model, key), value, here, data)
                if told not in ("", [], {}):
                    found[key] = told
        return found

    def value(self, field: _Field, value: Any, path: tuple[str, ...], beside: Data) -> Any:
        if isinstance(value, list):
            return [self.value(field, one, path, beside) for one in value]
        if isinstance(value, dict):
            return self._inner(field, value, path)
        text = str(value)
        if path[-1] in STEPS:
            routine = f"rutin:{beside['rutin']}" if "rutin" in beside else f"{self.kind.kind}:{self.id}"
            return self._name(f"{routine}#steg-{text}") or text
        if field.kind:
            return self._name(f"{field.kind}:{text}") or text
        if field.page:
            return self._page(text)
        if field.choices:
            return field.choices.get(text, text)
        return swedish_date(date.fromisoformat(text)) if field.day and ISO_DAY.fullmatch(text) else value

    def _inner(self, field: _Field, value: Data, path: tuple[str, ...]) -> Any:
        model = field.model or BaseModel
        if model is Återkommer:
            try:
                return Återkommer.model_validate(value).lyder
            except ValidationError:
                pass  # from before its fields were what they are
        part = self.part(model, value, path)
        if "id" in value:
            return part
        if model is Källhänvisning:
            return ", ".join(words(inner) for inner in part.values())
        # A limit and its condition are one text, as Frist.lyder says them, in however many fields they are written.
        limit = [words(part.pop(key)) for key in WHEN if key in part] if issubclass(model, Frist) else []
        pairs = [(told_as(key, model), words(inner)) for key, inner in part.items()]
        rest = [f"{name}: {text}" if name else text for name, text in pairs]
        return in_a_row([", ".join(limit), *rest] if limit else rest)

    def _page(self, text: str) -> str:
        whole, _, part = text.partition("#")
        name = self._name(whole) or whole
        return f"{self._name(text) or part} ({name})" if part else name

    def _name(self, key: str) -> str | None:
        return self.own.get(key) or self.name_of(key)


class _Field:
    """What of a field's declaration says how its value is read."""

    def __init__(self, annotation: Any, metadata: list[Any]) -> None:
        found = [*metadata, *_inside(annotation)]
        classes = [one for one in found if isinstance(one, type)]
        words_ = next((one for one in classes if issubclass(one, Word)), None)
        self.kind = next((one.kind for one in found if isinstance(one, Till)), "")
        self.page = any(isinstance(one, TillSida) for one in found)
        self.choices = {word.value: word.i_text for word in words_} if words_ else {}
        self.model = next((one for one in classes if issubclass(one, BaseModel)), None)
        self.day = date in classes


@cache
def _field(model: type[BaseModel], key: str) -> _Field:
    info = model.model_fields.get(key)
    return _Field(info.annotation, info.metadata) if info else _Field(None, [])


def _inside(annotation: Any) -> Iterator[Any]:
    """Everything that a declared type is made of: classes, and what marks them."""
    yield annotation
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for one in get_args(annotation):
        yield from _inside(one)
