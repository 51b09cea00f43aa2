"""The order in which a file's fields are written: as its kind declares them."""

from __future__ import annotations

from typing import Any

from samverkan.kinds import Thing
from samverkan.kinds.base import Place
from samverkan.reading.wording import model_at

Data = dict[str, Any]
# What a kommun's file says of itself, and of its rows, before anything else.
HEAD = ("id", "mot", "motivering", "beslutad", "utgår")
ROW = ("id", "utgår", "efter")


def in_order(data: Data, kind: type[Thing], at: Place = (), own: bool = False) -> Data:
    """The fields in the order that the kind declares, and all within them."""
    order = names(kind, at, own)
    keys = sorted(data, key=lambda key: order.index(key) if key in order else len(order))
    return {key: ordered(data[key], kind, (*at, key), own) for key in keys}


def names(kind: type[Thing], at: Place, own: bool) -> list[str]:
    """The names of the fields at a place, in the order that they are written."""
    head = (HEAD if own else ()) if not at else (ROW if own else ())
    fields = [*model_at(kind, at).model_fields]
    last = [name for name in ("källor",) if not at and name in fields]  # where a thing's sources stand in every file
    return list(dict.fromkeys([*head, *(name for name in fields if name not in last), *last]))


def ordered(value: Any, kind: type[Thing], at: Place, own: bool) -> Any:
    """A value with all the fields in it in their order."""
    if isinstance(value, dict):
        return in_order(value, kind, at, own)
    return [ordered(item, kind, (*at, i), own) for i, item in enumerate(value)] if isinstance(value, list) else value


def place_of(order: list[str], there: list[str], name: str) -> int:
    """Where a new field stands best among those that are there, whatever order they have."""
    wrong = [
        sum(rank(order, one) > rank(order, name) for one in there[:at])
        + sum(rank(order, one) < rank(order, name) for one in there[at:])
        for at in range(len(there) + 1)
    ]
    return len(there) - wrong[::-1].index(min(wrong))


def rank(order: list[str], name: str) -> int:
    """Where a field comes in an order; last where the order does not have it."""
    return order.index(name) if name in order else len(order)
