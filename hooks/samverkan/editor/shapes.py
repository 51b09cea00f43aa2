"""What kind of input each field of a kind gets, from the kind's own declaration."""

from __future__ import annotations

import types
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from samverkan.kinds import Ref
from samverkan.kinds.base import Till
from samverkan.kinds.labels import Word


@dataclass(frozen=True)
class Shape:
    """One of rad, text, val, ja, datum, hänvisning, del, lista; `kvar` is shown but not changed here."""

    form: str
    choices: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    model: type[BaseModel] | None = None
    inner: Shape | None = None


def shape_of(field: FieldInfo) -> Shape:
    """The shape of a declared field."""
    return _shape(field.annotation, field.metadata)


def label(name: str) -> str:
    """A field's name as a form says it."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _shape(annotation: Any, metadata: list[Any]) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], [*metadata, *arguments[1:]])
    if origin in (Union, types.UnionType):
        return _shape(next(one for one in arguments if one is not type(None)), metadata)
    if origin is list:
        return Shape("lista", inner=_shape(arguments[0], []))
    if origin is Literal:
        return Shape("val", tuple((str(one), label(str(one))) for one in arguments))
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return Shape("val", tuple((word.value, word.label) for word in annotation))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape("del", model=annotation)
    if annotation is Ref or origin is Ref:
        kind = next((one.kind for one in metadata if isinstance(one, Till)), "")
        return Shape("hänvisning", kind=kind) if kind else Shape("rad")
    if annotation is bool:
        return Shape("ja")
    if annotation is date:
        return Shape("datum")
    if annotation in (str, int):
        validators = [getattr(one, "func", None) for one in metadata]
        names = [getattr(one, "__name__", "") for one in validators]
        return Shape("text" if "_safe_text" in names and "_one_line" not in names else "rad")
    return Shape("kvar")
