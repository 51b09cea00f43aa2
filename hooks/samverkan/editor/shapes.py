"""What kind of input each field of a kind gets, and what it is called, from the kind's own declaration."""

from __future__ import annotations

import types
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from samverkan.kinds import Ref
from samverkan.kinds.base import Inom, Till, TillSida
from samverkan.kinds.field_labels import in_words, label_of
from samverkan.kinds.labels import Word


@dataclass(frozen=True)
class Shape:
    """One of rad, text, val, ja, datum, hänvisning, sida, inom, del, lista; `kvar` is shown but not changed here."""

    form: str
    choices: tuple[tuple[str, str], ...] = ()
    kind: str = ""  # what it leads to: a kind, or for `inom` a list in the same thing
    model: type[BaseModel] | None = None
    inner: Shape | None = None

    @property
    def parts(self) -> type[BaseModel] | None:
        """The declaration of the parts in a list of parts."""
        return self.inner.model if self.form == "lista" and self.inner else None

    @property
    def chosen(self) -> bool:
        """Whether the value is chosen among those that there are."""
        return self.form in ("val", "hänvisning", "sida", "inom")


def shape_of(field: FieldInfo) -> Shape:
    """The shape of a declared field."""
    return _shape(field.annotation, field.metadata)


def label(name: str, field: FieldInfo) -> str:
    """What a field is called in a form: what it is called on the pages."""
    return field.title or label_of(name)


def silent(field: FieldInfo, county: Any = None) -> str:
    """What a yes or no is where nothing is said: what the county says, else the field's default."""
    return str(county or ("ja" if field.default is True else "nej"))


def example(field: FieldInfo) -> str:
    """The field's first example, as it is typed."""
    first = field.examples[0] if field.examples else ""
    return ", ".join(map(str, first)) if isinstance(first, list) else str(first)


def has_id(model: type[BaseModel] | None) -> bool:
    """Whether parts of a declaration are known by an id."""
    return model is not None and "id" in model.model_fields


def _shape(annotation: Any, metadata: list[Any]) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], [*metadata, *arguments[1:]])
    if origin in (Union, types.UnionType):
        shape = _shape(next(one for one in arguments if one is not type(None)), metadata)
        # A yes, a no, and that nobody knows: a box has only two.
        return Shape("val", (("ja", "Ja"), ("nej", "Nej"))) if shape.form == "ja" else shape
    if origin is list:
        return Shape("lista", inner=_shape(arguments[0], []))
    if origin is Literal:
        return Shape("val", tuple((str(one), in_words(str(one))) for one in arguments))
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return Shape("val", tuple((word.value, word.label) for word in annotation))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape("del", model=annotation)
    if annotation is Ref or origin is Ref:
        kind = next((one.kind for one in metadata if isinstance(one, Till)), "")
        page = next((one for one in metadata if isinstance(one, TillSida)), None)
        return Shape("hänvisning", kind=kind) if kind else Shape("sida", kind="delar" if page and page.delar else "")
    if annotation is bool:
        return Shape("ja")
    if annotation is date:
        return Shape("datum")
    if annotation in (str, int):
        return _written(metadata)
    return Shape("kvar")


def _written(metadata: list[Any]) -> Shape:
    """A text: of one line or of several, or the id of a part of the same thing."""
    if inside := next((one for one in metadata if isinstance(one, Inom)), None):
        return Shape("inom", kind=inside.lista)
    validators = [getattr(one, "func", None) for one in metadata]
    names = [getattr(one, "__name__", "") for one in validators]
    return Shape("text" if "_safe_text" in names and "_one_line" not in names else "rad")
