"""Things as JSON has them: what the web shows of each, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel

from samverkan.kinds import KINDS, LOCAL_KINDS, Beslut, Kontakt, Ref, Thing
from samverkan.kinds.unshown import why_unshown
from samverkan.local.decisions import text_of
from samverkan.phrases import address
from samverkan.resolve import Model

# Raised when a reader of the JSON has to change with it: a field that is gone, or that means something else.
VERSION = 3
# No page says these in words, but every address does.
ADDRESS = ("id", "ersätter")


def kinds_of(model: Model) -> tuple[type[Thing], ...]:
    """The kinds that the web has things of: contacts too where it is a kommun's."""
    return (*KINDS, *LOCAL_KINDS) if model.local else KINDS


def things_of(model: Model, kind: type[Thing]) -> list[Thing]:
    """What the web has a page or a place for, also what its kommun has none of."""
    things = list(model.things[kind.kind].values())
    return [one for one in things if not isinstance(one, Kontakt) or (one.ifylld and one.till and not one.utgår)]


def is_shown(kind: type[Thing], path: str) -> bool:
    """Whether a field, by its path (steg.id), is in the data: what some page shows, and addresses."""
    return path.rpartition(".")[2] in ADDRESS or why_unshown(kind.kind, path) is None


def web_address(model: Model, thing: Thing) -> str:
    """Where a thing stands on the web: the whole address where the web knows its own, else from its root."""
    return "/".join(filter(None, [(model.settings.adress or "").rstrip("/"), address(thing.url)]))


def thing_as_data(model: Model, thing: Thing) -> dict[str, Any]:
    """A thing as JSON has it: fields that are filled in, references as ”sort:id” or ”sort:id#del”, days as ÅÅÅÅ-MM-DD.

    What is no field of its own begins with a line: its kind, its address, its page under docs/, its model file. Of
    what a kommun has none of there is only that, the name and `_utgår`.
    """
    about = {"_sort": thing.kind, "_adress": web_address(model, thing), "_sida": thing.url.lstrip("/")}
    head: dict[str, Any] = {**about, "_fil": thing.file}
    if thing.utgår:
        return head | {"_utgår": True, "id": thing.id, "namn": thing.namn}
    return head | _part(thing, type(thing), "")


def _part(part: BaseModel, kind: type[Thing], path: str) -> dict[str, Any]:
    found = {}
    for name in type(part).model_fields:
        value, here = getattr(part, name), f"{path}{name}"
        if value not in (None, [], {}) and is_shown(kind, here):
            found[name] = text_of(value) if kind is Beslut and here == "lyder" else _value(value, kind, f"{here}.")
    return found


def _value(value: Any, kind: type[Thing], path: str) -> Any:
    if isinstance(value, BaseModel):
        return _part(value, kind, path)
    if isinstance(value, list):
        return [_value(part, kind, path) for part in value]
    if isinstance(value, Ref):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
