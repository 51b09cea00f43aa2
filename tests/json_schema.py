"""As much of JSON Schema (draft 7) as the schema of the data says: what in a value breaks it, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

# What is said of a field and does not refuse anything.
TOLD = {"description", "title", "$schema", "definitions"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "null": type(None)}


def faults(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str = "") -> Iterator[str]:
    """Each fault; a word of the schema that is not known here is one too."""
    for word, says in schema.items():
        if word in TOLD or word.startswith("x-"):
            continue
        if word == "$ref":
            yield from faults(value, whole["definitions"][says.removeprefix("#/definitions/")], whole, at)
        elif word == "anyOf":
            if all(list(faults(value, one, whole, at)) for one in says):
                yield f"{at}: ingen av anyOf"
        elif word == "properties" and isinstance(value, dict):
            for name in value.keys() & says.keys():
                yield from faults(value[name], says[name], whole, f"{at}.{name}")
        elif word == "additionalProperties" and isinstance(value, dict):
            others = sorted(value.keys() - schema.get("properties", {}).keys())
            yield from (f"{at}: okänt {name}" for name in others if says is False)
        elif word == "items" and isinstance(value, list):
            for number, one in enumerate(value):
                yield from faults(one, says, whole, f"{at}[{number}]")
        elif word not in HOLDS and word not in ("properties", "additionalProperties", "items"):
            yield f"{at}: okänt ord {word}"
        elif word in HOLDS and not HOLDS[word](value, says):
            yield f"{at}: {word} {says}"


HOLDS: dict[str, Any] = {
    "type": lambda value, says: isinstance(value, TYPES[says]) and (says != "integer" or value is not True),
    "required": lambda value, says: not isinstance(value, dict) or set(says) <= value.keys(),
    "enum": lambda value, says: value in says,
    "const": lambda value, says: value == says,
    "pattern": lambda value, says: not isinstance(value, str) or bool(re.search(says, value)),
    "minItems": lambda value, says: not isinstance(value, list) or len(value) >= says,
    "maxItems": lambda value, says: not isinstance(value, list) or len(value) <= says,
    "maxLength": lambda value, says: not isinstance(value, str) or len(value) <= says,
    "minimum": lambda value, says: not isinstance(value, int) or value >= says,
    "maximum": lambda value, says: not isinstance(value, int) or value <= says,
}
