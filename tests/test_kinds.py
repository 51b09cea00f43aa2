"""A new kind is one file in kinds/ and a handful of things beside it; these tests name what was forgotten."""

from __future__ import annotations

import ast
import importlib
import inspect
from pathlib import Path
from typing import Any

import pytest
from casefiles import BASE
from project import ROOT
from samverkan import Model
from samverkan.kinds import ALONE, KINDS, LOCAL_KINDS, Thing
from samverkan.kinds.installningar import Inställningar
from samverkan.pages.render import Renderer

EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
CORE = ROOT / "hooks" / "samverkan"


def forgotten(kind: Any) -> list[str]:
    """What the project lacks for a kind, as paths and what should be there."""
    module = kind.__module__.rpartition(".")[2]
    needed = {
        CORE / "pages" / "templates" / f"{module}.md": "mallen som visar den",
        ROOT / "model" / "schema" / f"{kind.folder}.json": "schemat (kör: make schema)",
        ROOT / "docs" / kind.folder / "index.md": "sidan som listar dem",
    }
    missing = [f"{path.relative_to(ROOT)}: {what}" for path, what in needed.items() if not path.is_file()]
    for folder, what in ((ROOT / "model" / "gemensam", "mappen i modellen"), (BASE, "en sak i testernas modell")):
        # Nobody has decided anything until somebody does.
        none_yet = getattr(kind, "always_own", False) and folder != BASE and (folder / kind.folder).is_dir()
        if not none_yet and not list((folder / kind.folder).glob("*.yml")):
            missing.append(f"{(folder / kind.folder).relative_to(ROOT)}/: {what}")
    return missing


@EVERY_KIND
def test_nothing_is_forgotten_for(kind: Any) -> None:
    assert not forgotten(kind), f"För sorten {kind.kind} saknas:\n" + "\n".join(forgotten(kind))


def test_what_is_forgotten_is_named() -> None:
    # The check above has to be able to fail.
    class Påhitt:
        kind, folder, __module__ = "påhitt", "pahitt", "samverkan.kinds.pahitt"

    said = "\n".join(forgotten(Påhitt))
    for part in (
        "pages/templates/pahitt.md",
        "schema/pahitt.json",
        "docs/pahitt/index.md",
        "gemensam/pahitt",
        "grund/pahitt",
    ):
        assert part in said


def test_no_two_kinds_share_a_name_or_a_folder() -> None:
    assert len({kind.kind for kind in KINDS}) == len({kind.folder for kind in KINDS}) == len(KINDS)


def test_every_kind_that_is_declared_is_in_the_list() -> None:
    modules = [importlib.import_module(f"samverkan.kinds.{path.stem}") for path in (CORE / "kinds").glob("[!_]*.py")]
    declared = {value for module in modules for value in vars(module).values() if inspect.isclass(value)}
    things = {kind for kind in declared if issubclass(kind, Thing) and hasattr(kind, "kind")}
    assert things == {*KINDS, *LOCAL_KINDS, *ALONE, Inställningar}


def test_every_template_is_a_kinds_or_used_by_one() -> None:
    templates = {path.stem: path.read_text(encoding="utf-8") for path in (CORE / "pages" / "templates").glob("*.md")}
    source = "".join(path.read_text(encoding="utf-8") for path in (*CORE.rglob("*.py"), *(ROOT / "hooks").glob("*.py")))
    source += "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    kinds = {kind.__module__.rpartition(".")[2] for kind in KINDS}
    used = {name for name in templates if f'"{name}"' in source or any(f'"{name}.md"' in t for t in templates.values())}
    assert sorted(set(templates) - kinds - used) == []


@EVERY_KIND
def test_the_folder_has_an_address_in_plain_letters(kind: Any) -> None:
    assert kind.folder.isascii() and kind.folder.islower()


@EVERY_KIND
def test_the_kind_is_named_in_swedish_and_says_what_it_is(kind: Any) -> None:
    assert kind.kind == kind.kind.lower()
    assert kind.plural
    assert kind.__doc__.startswith(("En ", "Ett ", "Vem ", "Vad ", "Hur ")), kind.__doc__
    assert kind.ingress_field in kind.model_fields


@EVERY_KIND
def test_the_file_holds_fields_and_properties_only(kind: Any) -> None:
    """A kind says its fields, meaning and example, and nothing else: no rules, no reading, no HTML."""
    tree = ast.parse(Path(CORE / "kinds" / f"{kind.__module__.rpartition('.')[2]}.py").read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= {
        "typing",
        "pydantic",
        "datetime",
        "samverkan.kinds.base",
        "samverkan.kinds.labels",
        "samverkan.kinds.galler",
        "samverkan.kinds.phone",
        "samverkan.kinds.motesdag",
        "samverkan.kinds.steg",
        "samverkan.kinds.targets",
        "samverkan.kinds.tid",
        "samverkan.kinds.ways",
        "samverkan.slug",
        *(k.__module__ for k in KINDS),
    }


@EVERY_KIND
def test_the_template_shows_the_thing_in_the_small_model(kind: Any, base: Model) -> None:
    things = base.all(kind)
    assert things
    for thing in things:
        text = Renderer(base).thing(thing)
        assert thing.namn.lower() in text.lower()
        assert not kind.own_page or thing.file in text, "sidan måste länka till sin fil"
