"""Fields and rows that were not there before, written as the model's files write them."""

from __future__ import annotations

import re
from typing import Any

from samverkan.writing.scalars import LONGEST, one_line, scalar

ID = re.compile(r"[a-z0-9åäö_-]+")
# A source and its place stand on one line, as everywhere in the model.
ON_ONE_LINE = {"källa", "plats"}


def field(key: str, value: Any, indent: int) -> str:
    """A field at an indent, which its first line does not have."""
    return f"{key}:{after(value, indent, indent + len(key) + 1)}"


def after(value: Any, indent: int, column: int) -> str:
    """What follows the colon of a field that begins `indent` in; the colon ends at `column`."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f" {scalar(value, indent, column + 1)}"
    if not value:
        return " []" if isinstance(value, list) else " {}"
    room = " " * (indent + 2)
    if isinstance(value, dict):
        return "".join(f"\n{room}{field(key, inner, indent + 2)}" for key, inner in value.items())
    if all(isinstance(item, str) and ID.fullmatch(item) for item in value):
        short = flow(value)
        if column + 1 + len(short) <= LONGEST:
            return f" {short}"
    return "".join(f"\n{room}{row(item, indent + 2)}" for item in value)


def row(value: Any, indent: int, on_one_line: bool = False) -> str:
    """A row of a list, from its dash, which stands `indent` in."""
    if isinstance(value, str):
        return f"- {scalar(value, indent, indent + 2)}"
    if isinstance(value, dict) and value:
        if on_one_line or set(value) <= ON_ONE_LINE:
            short = flow(value)
            if indent + 2 + len(short) <= LONGEST or on_one_line:
                return f"- {short}"
        room = " " * (indent + 2)
        return "- " + f"\n{room}".join(field(key, inner, indent + 2) for key, inner in value.items())
    return f"- {flow(value)}"


def flow(value: Any) -> str:
    """A value on one line, in brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(flow(item) for item in value)}]"
    return one_line(value, flow=True) if value is not None else '""'
