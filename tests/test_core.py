"""The core stands on its own: no MkDocs in it, no tricks with the path, and words on every door."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ROOT

CORE = ROOT / "hooks" / "samverkan"
OURS = sorted([*(ROOT / "hooks").rglob("*.py"), *(ROOT / "scripts").rglob("*.py")])
# Everything that the core may lean on, apart from Python itself.
ALLOWED = {"samverkan", "yaml", "pydantic", "pydantic_core", "jinja2", "markdown", "python_calamine"}


def imports(path: Path) -> set[str]:
    """The top packages that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=lambda path: path.relative_to(CORE).as_posix())
def test_the_core_imports_nothing_of_mkdocs(path: Path) -> None:
    assert not {name for name in imports(path) if "mkdocs" in name or "material" in name}
    assert imports(path) <= ALLOWED | set(sys.stdlib_module_names)


def test_the_core_loads_without_mkdocs() -> None:
    program = "import sys, samverkan.pages, samverkan.schema; sys.exit(any('mkdocs' in name for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nobody_edits_the_path_of_python(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    touched = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "path"]
    assert "sys.path" not in touched
    assert "site" not in imports(path)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_public_function_and_class_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "modulen saknar docstring"
    assert [door.name for door in doors(tree) if not ast.get_docstring(door)] == []


def doors(part: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """The public functions, classes and methods: what another part may call."""
    for node in part.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from doors(node)


def test_the_kinds_know_nothing_of_what_comes_after_them() -> None:
    for path in (CORE / "kinds").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        for later in ("check", "load", "resolve", "rules", "render", "pages"):
            assert f"from samverkan.{later} " not in text, path.name
