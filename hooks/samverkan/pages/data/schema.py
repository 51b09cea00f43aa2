"""The JSON Schema of modell.json, from the same declarations as the editors' schemas of the model's files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from samverkan.kinds import Thing
from samverkan.kinds.schema import models_in, plain
from samverkan.pages.data.things import VERSION, is_shown, kinds_of
from samverkan.resolve import Model

TEXT = {"type": "string"}
HEAD: dict[str, Any] = {
    "_adress": {**TEXT, "description": "Sakens plats på webben."},
    "_sida": {**TEXT, "description": "Sidan under docs/."},
    "_fil": {**TEXT, "description": "Filen i modellen."},
    "_utgår": {"const": True, "description": "Finns när kommunen inte har saken; då finns bara id och namn."},
}


def model_schema(model: Model) -> dict[str, Any]:
    """The schema (draft 7) of the whole model of a web."""
    parts: dict[str, Any] = {}
    for kind in kinds_of(model):
        parts |= _definitions(kind)
    things = {
        kind.folder: {"type": "array", "items": {"$ref": f"#/definitions/{kind.folder}"}} for kind in kinds_of(model)
    }
    whole = {
        "version": {"const": VERSION, "description": "Höjs när den som läser filen måste ändra något hos sig."},
        "namn": {**TEXT, "description": "Webbens namn."},
        "dag": {**TEXT, "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": "Dagen som modellen gäller."},
        "saker": _object(things),
    }
    return {"$schema": "http://json-schema.org/draft-07/schema#", **_object(whole), "definitions": parts}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _definitions(kind: type[Thing]) -> dict[str, Any]:
    """A kind and its parts, each by its own name: ”rutiner” and ”rutiner.Steg”."""
    schema = plain(kind.model_json_schema(ref_template=f"#/definitions/{kind.folder}.{{model}}"))
    parts = schema.pop("$defs", {})
    for path, part in _paths(kind, ""):
        # One class can stand in several places of a kind, and be shown in some of them.
        at = schema if part is kind else parts[_named(part)]
        hidden = [name for name in part.model_fields if not is_shown(kind, f"{path}{name}")]
        at["required"] = [name for name in at.get("required", []) if name not in hidden]
    every = list(_paths(kind, ""))
    seen = {(part, name) for path, part in every for name in part.model_fields if is_shown(kind, f"{path}{name}")}
    for _, part in every:
        at = schema if part is kind else parts[_named(part)]
        at["properties"] = {name: one for name, one in at["properties"].items() if (part, name) in seen}
    schema["properties"] = {"_sort": {"const": kind.kind}, **HEAD, **schema["properties"]}
    needed = ["_sort", "_adress", "_sida", "_fil", "id", "namn"]
    schema["anyOf"] = [{"required": schema["required"]}, {"required": ["_utgår"]}]
    schema["required"] = needed
    return {kind.folder: _as_published(schema)} | {
        f"{kind.folder}.{name}": _as_published(part)
        for name, part in parts.items()
        if "enum" in part or any(name == _named(model) for _, model in every)
    }


def _named(part: type[BaseModel]) -> str:
    """What pydantic calls a part among the definitions: its class, with a line for each letter outside a–z."""
    return re.sub(r"[^a-zA-Z0-9.\-_]", "_", part.__name__)


def _paths(part: type[BaseModel], path: str) -> Iterator[tuple[str, type[BaseModel]]]:
    yield path, part
    for name, field in part.model_fields.items():
        for inner in models_in(field.annotation):
            yield from _paths(inner, f"{path}{name}.")


def _as_published(schema: Any) -> Any:
    """Where the model's files have an id or ja and nej, the data has the kind too, and true and false."""
    if isinstance(schema, list):
        return [_as_published(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("enum") == ["ja", "nej"]:
        return {**{key: one for key, one in schema.items() if key == "description"}, "type": "boolean"}
    made = {key: _as_published(one) for key, one in schema.items() if key not in ("examples", "default")}
    if kind := made.pop("x-till", None):
        made["pattern"] = f"^{kind}:[a-z0-9]+(-[a-z0-9]+)*$"
    return made
