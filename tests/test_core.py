"""The core stands on its own: no MkDocs in it, no tricks with the path, and words on every door."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ROOT

CORE = ROOT / "hooks" / "samverkan"
OURS = sorted([*(ROOT / "hooks").rglob("*.py"), *(ROOT / "scripts").rglob("*.py")])
# Everything that the core may lean on, apart from Python itself.
ALLOWED = {"samverkan", "yaml", "pydantic", "pydantic_core", "jinja2", "pyromark", "python_calamine", "filelock"}
ALLOWED |= {"docx", "icalendar", "segno", "typst"}


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
    program = (
        "import sys, samverkan.pages.every_page, samverkan.written, samverkan.web.search_index; "
        "sys.exit(any('mkdocs' in name for name in sys.modules))"
    )
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


ROW = re.compile(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|$", re.MULTILINE)


def rooms() -> dict[str, list[str]]:
    """The rooms of ARCHITECTURE.md from the ground up, and which of them each may enter."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    return {name: re.findall(r"`(\w+)`", below) for name, below in ROW.findall(text)}


ROOMS = rooms()


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=lambda path: path.relative_to(CORE).as_posix())
def test_a_room_is_entered_from_those_above_it_only(path: Path) -> None:
    room = path.relative_to(CORE).parts[0].removesuffix(".py").replace("__init__", "samverkan")
    others = {entered for entered in rooms_entered(path) if entered != room}
    assert others <= set(ROOMS[room]), f"rummet {room} hämtar från {sorted(others - set(ROOMS[room]))}"


def rooms_entered(path: Path) -> set[str]:
    """The rooms of the core that a file imports from; `samverkan` is the core's own front door."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "samverkan":
            found.add((node.module or "").removeprefix("samverkan.").partition(".")[0])
    return found


def test_the_rooms_lie_in_the_order_they_build_on_each_other() -> None:
    order = list(ROOMS)
    assert all(order.index(below) < order.index(room) for room, all_below in ROOMS.items() for below in all_below)


def test_every_room_is_in_the_picture_and_no_arrow_is_drawn_that_nobody_goes() -> None:
    gone: dict[str, set[str]] = {room: set() for room in ROOMS}
    for path in CORE.rglob("*.py"):
        room = path.relative_to(CORE).parts[0].removesuffix(".py").replace("__init__", "samverkan")
        gone[room] |= rooms_entered(path) - {room}
    assert {room: sorted(below) for room, below in gone.items()} == {
        room: sorted(below) for room, below in ROOMS.items()
    }
