"""A model file ready to fill in: every field with its description and example, made from the declaration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import yaml
from pydantic import BaseModel

from samverkan.kinds import Thing
from samverkan.kinds.schema import Field
from samverkan.kinds.schema import fields as declared

SHARED = set(Thing.model_fields)


def blank_file(
    kind: type[Thing], heading: str, head: dict[str, Any], filled: dict[str, Any], without: tuple[str, ...] = ()
) -> str:
    """The text of a file: `head` first, then each of the kind's own fields, filled in or commented out.

    A field that waits to be filled in begins with # and nothing between; an explanation with # and a space.
    """
    described = {name: {field.namn: field for field in fields} for name, fields in declared(kind)}
    lines = [f"# {heading}", "# Ta bort # framför en rad och skriv efter kolonet.", ""]
    lines += [line(key, value) for key, value in head.items()]
    for name, field in kind.model_fields.items():
        if name in SHARED or name in head or name in without:
            continue
        lines.append("")
        if name in filled:
            lines += [f"# {_explained(described[''][name])}", line(name, filled[name])]
        else:
            lines += _waiting(name, field.annotation, described, "", "", "")
    return "\n".join(lines) + "\n"


def line(key: str, value: Any) -> str:
    """A field as YAML, quoted where it has to be so that it stays the same text."""
    return yaml.safe_dump({key: value}, allow_unicode=True, width=10**6, sort_keys=False).rstrip("\n")


def _waiting(
    name: str, annotation: Any, described: dict[str, dict[str, Field]], part: str, indent: str, first: str
) -> Iterator[str]:
    """The lines of a field that waits to be filled in, and of the fields inside it."""
    field = described[part][name]
    suffix = " ja" if annotation is bool else ""
    yield f"{indent}# {_explained(field)}"
    yield f"#{indent}{first}{name}:{suffix}"
    inner = _inner(annotation)
    if inner is None:
        return
    inside = f"{part} › {name}" if part else name
    in_list = get_origin(annotation) is list
    deeper = indent + " " * len(first) + "  "
    for i, (key, inner_field) in enumerate(inner.model_fields.items()):
        if in_list and i == 0:
            yield from _waiting(key, inner_field.annotation, described, inside, deeper, "- ")
        else:
            own = deeper + "  " if in_list else deeper
            yield from _waiting(key, inner_field.annotation, described, inside, own, "")


def _explained(field: Field) -> str:
    choices = f" Välj: {', '.join(field.val)}." if field.val else ""
    example = f" Till exempel: {line('x', field.exempel)[3:]}" if field.exempel else ""
    return f"{field.beskrivning}{choices}{example}"


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _inner(argument))), None)
