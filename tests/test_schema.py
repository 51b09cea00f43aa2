"""The editor's help follows from the kinds: schemas, their wiring, and the table of fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from samverkan.kinds import KINDS, Rutin, schema

ROOT = Path(__file__).parent.parent
ENGLISH = {"the", "a", "an", "of", "and", "is", "are", "where", "when", "with", "what", "its"}


def properties(part: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field in a schema, also those of its parts."""
    if isinstance(part, dict):
        yield from part.get("properties", {}).items()
        for inner in part.values():
            yield from properties(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from properties(inner)


@pytest.mark.parametrize(("name", "text"), schema.schemas().items(), ids=lambda value: str(value)[:30].strip("{\n "))
def test_the_schema_in_the_project_is_fresh(name: str, text: str) -> None:
    path = ROOT / "model" / "schema" / name
    assert path.exists(), f"{name} saknas. Kör: make schema"
    assert path.read_text(encoding="utf-8") == text, f"{name} är gammal. Kör: make schema"


def test_no_schema_is_left_over_from_a_kind_that_is_gone() -> None:
    assert {path.name for path in (ROOT / "model" / "schema").iterdir()} == set(schema.schemas())


def test_vs_code_is_wired_to_every_schema() -> None:
    text = (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8")
    assert text == schema.vscode_settings(), ".vscode/settings.json är gammal. Kör: make schema"
    wiring = json.loads(text)["yaml.schemas"]
    assert {f"model/schema/{name}" for name in schema.schemas()} == set(wiring)
    assert all((ROOT / path).exists() for path in wiring)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_field_is_described_in_swedish(kind: Any) -> None:
    text = json.loads(schema.schemas()[f"{kind.folder}.json"])
    described = [("", text), *text.get("$defs", {}).items(), *properties(text)]
    assert [name for name, part in described if not part.get("description")] == []
    english = [name for name, part in described if ENGLISH & set(part["description"].lower().split())]
    assert english == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_the_schema_of_each_kind_shows_an_example_or_a_choice(kind: Any) -> None:
    fields = [field for _, field in properties(json.loads(schema.schemas()[f"{kind.folder}.json"]))]
    assert any("examples" in field or "enum" in json.dumps(field) for field in fields)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_the_schema_knows_the_fields_that_the_check_knows(kind: Any) -> None:
    text = json.loads(schema.schemas()[f"{kind.folder}.json"])
    assert set(text["properties"]) == set(kind.model_fields)
    assert set(text["required"]) == {name for name, field in kind.model_fields.items() if field.is_required()}
    assert text["additionalProperties"] is False


def test_the_field_reference_has_every_part_with_meaning_and_example() -> None:
    parts = dict(schema.fields(Rutin))
    assert {"", "steg", "steg › tider", "steg › säga", "steg › punkter", "ägare"} <= set(parts)
    typ = next(field for field in parts["steg › tider"] if field.namn == "typ")
    assert (typ.krävs, typ.val) == (True, ["lag", "förarbete", "beslutad", "lokal"])
    assert next(field.exempel for field in parts["steg"] if field.namn == "namn")


def test_schemas_are_written_where_the_editor_looks(tmp_path: Path) -> None:
    (tmp_path / "model" / "schema").mkdir(parents=True)
    schema.write_schemas(tmp_path)
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "model" / "schema").iterdir()}
    assert written == schema.schemas()
