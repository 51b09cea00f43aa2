"""A list with a row more, a row less, or a row moved."""

from __future__ import annotations

from typing import Any

Data = dict[str, Any]
VERBS = ("ny", "bort", "upp", "ned")


def moved(data: Data, verb: str, at: str) -> Data:
    """The data after what a button said: `at` is the list's name, and but for a new row its number."""
    steps = at.split(".")
    where = steps if verb == "ny" else steps[:-1]
    holder: Any = data
    for step in where[:-1]:
        holder = _inside(holder, step)
    if not isinstance(holder, dict) or not where or not where[-1] or (verb != "ny" and not steps[-1].isdecimal()):
        return data
    rows = holder.setdefault(where[-1], [])
    number = int(steps[-1]) if verb != "ny" else 0
    if verb == "ny":
        rows.append({})
    elif verb == "bort" and number < len(rows):
        del rows[number]
    other = number + {"upp": -1, "ned": 1}.get(verb, 0)
    if other != number and 0 <= other < len(rows) and number < len(rows):
        rows[number], rows[other] = rows[other], rows[number]
    return data


def _inside(holder: Any, step: str) -> Any:
    if isinstance(holder, list):
        return holder[int(step)] if step.isdecimal() and int(step) < len(holder) else {}
    return holder.setdefault(step, {}) if isinstance(holder, dict) else {}
