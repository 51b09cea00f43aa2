"""What the kinds declare, for editors: a JSON Schema per kind, and the fields as rows of a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from samverkan.kinds import KINDS, Region, Thing
from samverkan.kinds.installningar import Inställningar
from samverkan.kinds.kontakt import Kontakt
from samverkan.kinds.labels import Word


@dataclass(frozen=True)
class Field:
    """One field of a kind, as the field reference shows it."""

    namn: str
    krävs: bool
    beskrivning: str
    exempel: str
    val: list[str]


# What a schema file is for besides the folders of the common kinds: name → (declaration, files).
OTHERS: dict[str, tuple[type[Thing], str]] = {
    "kontakter.json": (Kontakt, "model/lokalt/*/kontakter/*.yml"),
    "installningar.json": (Inställningar, "model/**/installningar.yml"),
    "region.json": (Region, "model/gemensam/region.yml"),
}


def schemas() -> dict[str, str]:
    """The text of each schema file, by its name in model/schema/."""
    made = {f"{kind.folder}.json": _schema(kind) for kind in KINDS}
    return made | {name: _schema(kind) for name, (kind, _) in OTHERS.items()}


def write_schemas(root: Path) -> None:
    """Write every schema under root/model/schema/."""
    for name, text in schemas().items():
        (root / "model" / "schema" / name).write_text(text, encoding="utf-8")


def vscode_settings() -> str:
    """The text of .vscode/settings.json: which schema goes with which folder."""
    # A kommun's overlay files hold only what differs, so the schemas of whole things do not fit them.
    wiring = {f"model/schema/{kind.folder}.json": f"model/gemensam/{kind.folder}/*.yml" for kind in KINDS}
    wiring |= {f"model/schema/{name}": files for name, (_, files) in OTHERS.items()}
    return json.dumps({"yaml.schemas": wiring, "files.encoding": "utf8"}, indent=2, ensure_ascii=False) + "\n"


def fields(kind: type[BaseModel]) -> list[tuple[str, list[Field]]]:
    """The fields of a kind, then of each part inside it: (name of the part, its fields)."""
    return [(name, [_field(n, f) for n, f in model.model_fields.items()]) for name, model in _parts(kind, "")]


def _schema(kind: type[Thing]) -> str:
    schema = kind.model_json_schema()
    schema["$schema"] = "http://json-schema.org/draft-07/schema#"
    schema["title"] = kind.plural
    return json.dumps(plain(schema), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def plain(schema: Any) -> Any:
    """Without what only clutters an editor: titles made of field names, and null for what is left out."""
    if isinstance(schema, list):
        return [plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: plain(value)
        for key, value in schema.items()
        if not (key == "default" or (key == "title" and "properties" not in schema and isinstance(value, str)))
    }
    if isinstance(kept.get("anyOf"), list) and {"type": "null"} in kept["anyOf"]:
        rest = [choice for choice in kept.pop("anyOf") if choice != {"type": "null"}]
        kept.update(rest[0] if len(rest) == 1 else {"anyOf": rest})
    return kept


def _parts(model: type[BaseModel], name: str) -> Iterator[tuple[str, type[BaseModel]]]:
    yield name, model
    for field_name, field in model.model_fields.items():
        for inner in models_in(field.annotation):
            if inner.__name__ != "Källhänvisning" or not name:
                yield from _parts(inner, f"{name} › {field_name}" if name else field_name)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The declarations of parts in what a field may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


def _choices(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return [word.value for word in annotation]
    if get_origin(annotation) is Literal:
        return [str(choice) for choice in get_args(annotation)]
    return [choice for argument in get_args(annotation) for choice in _choices(argument)]


def _field(name: str, field: Any) -> Field:
    example = field.examples[0] if field.examples else ""
    if isinstance(example, list):
        example = f"[{', '.join(map(str, example))}]"
    return Field(name, field.is_required(), field.description or "", str(example), _choices(field.annotation))
