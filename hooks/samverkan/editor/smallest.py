"""The smallest deviation that makes the county's thing what a kommun wants: the overlay, read backwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samverkan.kinds.base import Place
from samverkan.local.locks import Lock, lock_at
from samverkan.local.parts import LIST_VERBS, has_ids

Data = dict[str, Any]


def smallest(
    kind: str, base: Data, now: Data, wanted: Data, own: Data, at: Place = (), outer: Lock | None = None
) -> Data:
    """The fields that a local file needs; what is not changed now stays as `own` has it.

    A field that is emptied gives the county's text again: a kommun cannot leave a field out (see emptied). A list of
    parts can be emptied.
    """
    result: Data = {}
    lock = lock_at(kind, at, base, outer)
    for key in dict.fromkeys([*own, *wanted, *(key for key in base if has_ids(base[key]))]):
        there, value = base.get(key), wanted.get(key)
        if key == "id" or key in LIST_VERBS:
            continue
        if value == now.get(key):
            if key in own:
                result[key] = own[key]
        elif value == there:
            continue
        elif has_ids(there) and (not value or has_ids(value)):
            if rows := _rows(kind, there or [], now.get(key, []), value or [], own.get(key, []), (*at, key), lock):
                result[key] = rows
        elif value is None:
            continue
        elif key in lock.grows and isinstance(there, list) and isinstance(value, list):
            result[key] = [item for item in value if item not in there]
        else:
            result[key] = value
    return result


def emptied(base: Data, now: Data, wanted: Data, at: str = "") -> Iterator[str]:
    """The names of the fields that are emptied of the county's text, which smallest therefore lets stand."""
    for key, there in base.items():
        value, name = wanted.get(key), f"{at}.{key}" if at else key
        if has_ids(there):
            county, before = ({one["id"]: one for one in rows} for rows in (there, now.get(key) or []))
            for i, one in enumerate(value or []):
                if one["id"] in county:
                    yield from emptied(county[one["id"]], before.get(one["id"], {}), one, f"{name}.{i}")
        elif value is None and now.get(key) == there:
            yield name


def _rows(
    kind: str, base: list[Data], now: list[Data], wanted: list[Data], own: list[Data], at: Place, lock: Lock
) -> list[Data]:
    county, before, ours = ({item["id"]: item for item in rows} for rows in (base, now, own))
    rows: dict[str, Data] = {}
    above: str | None = None
    for item in wanted:
        id = item["id"]
        if id not in county:
            kept = ours.get(id)
            if kept and before.get(id) == item and _above(now, id) == above:
                rows[id] = kept
            else:
                rows[id] = {"id": id, **({"efter": above} if above else {}), **item}
        elif changed := smallest(kind, county[id], before.get(id, county[id]), item, ours.get(id, {}), (*at, 0), lock):
            rows[id] = {"id": id, **changed}
        above = id
    there = {item["id"] for item in wanted}
    rows |= {id: {"id": id, "utgår": "ja"} for id in county if id not in there}
    order = [*(id for id in ours if id in rows), *(id for id in rows if id not in ours)]
    return [rows[id] for id in order]


def _above(rows: list[Data], id: str) -> str | None:
    ids = [row["id"] for row in rows]
    at = ids.index(id) if id in ids else 0
    return str(ids[at - 1]) if at else None
