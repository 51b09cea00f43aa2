"""A kind as a sheet: a row for each thing, a column for each field, and in words what lies inside a field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from samverkan.kinds import LINK, THING_TARGET, Beslut, Ref, Thing
from samverkan.kinds.labels import Word
from samverkan.kinds.schema import models_in
from samverkan.pages.data.cells import as_text, sheet
from samverkan.pages.data.things import is_shown, things_of, web_address
from samverkan.resolve import Model

Row = list[str]
# What a cell can hold in Excel (its specifications and limits); a longer one would be cut there without a word.
LONGEST = 32_767


def rows(model: Model, kind: type[Thing]) -> Iterator[Row]:
    """The heads, and then the cells of each thing; the heads follow from the kind, and so are the same in every web."""
    columns = list(_columns(kind, kind, ()))
    yield [*(": ".join(map(label, path)) for path in columns), "Adress på webben", "Finns inte hos oss"]
    for thing in things_of(model, kind):
        told = [path for path in columns if not thing.utgår or path in (("id",), ("namn",))]
        cells = [_cell(_at(thing, path), kind, ".".join(path)) if path in told else "" for path in columns]
        yield [*cells, as_text(web_address(model, thing)), "ja" if thing.utgår else ""]


def kind_sheet(model: Model, kind: type[Thing]) -> bytes:
    """The sheet of a kind, as the bytes of its file."""
    return sheet(rows(model, kind))


def _columns(kind: type[Thing], part: type[BaseModel], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The path of each column: a part that there is one of gets a column for each of its fields."""
    for name, field in part.model_fields.items():
        here = (*path, name)
        if not is_shown(kind, ".".join(here)) or (kind is Beslut and here == ("lyder",)):
            continue
        inner = [] if "list" in str(field.annotation) else list(models_in(field.annotation))
        if len(inner) == 1:
            yield from _columns(kind, inner[0], here)
        else:
            yield here


def _at(part: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        part = getattr(part, name, None)
    return part


def _cell(value: Any, kind: type[Thing], path: str) -> str:
    text = _told(value, kind, path, "\n")
    if len(text) > LONGEST:
        rest = f"\n… Resten ryms inte i en cell. Den står i {kind.folder}.json."
        text = text[: LONGEST - len(rest)].rpartition("\n")[0] + rest
    return as_text(text) if isinstance(value, (str, list, Ref, BaseModel)) else text


def _told(value: Any, kind: type[Thing], path: str, between: str) -> str:
    """A value in words; `between` is what parts of a list are told apart by: a line of their own, or a bar."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, Ref):
        thing: Thing = value.saken
        return f"{thing.kortnamn} ({value})"
    if isinstance(value, list):
        parts = any(isinstance(one, BaseModel) for one in value)
        return (between if parts else ", ").join(_told(one, kind, path, between) for one in value)
    if isinstance(value, BaseModel):
        shown = [name for name in type(value).model_fields if is_shown(kind, f"{path}.{name}")]
        filled = [(name, getattr(value, name)) for name in shown if getattr(value, name) not in (None, [], {})]
        return "; ".join(f"{label(name)}: {_told(one, kind, f'{path}.{name}', ' | ')}" for name, one in filled)
    if isinstance(value, Word):
        return value.label
    return value.isoformat() if isinstance(value, date) else _plain(str(value))


def _plain(text: str) -> str:
    """Model text without its signs: a link to a thing says which."""
    return LINK.sub(lambda link: f"{link['text']}{_which(link['target'])}", text).replace("**", "")


def _which(target: str) -> str:
    return f" ({target})" if THING_TARGET.match(target) else ""


def label(key: str) -> str:
    """A field's own name with a capital: heads that others build on do not change with the words of the pages."""
    return key.replace("_", " ").capitalize()
