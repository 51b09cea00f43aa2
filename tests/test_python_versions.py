"""What README promises of Python versions, where a newer or an older one would read the code differently."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ROOT

SOURCES = sorted(path for folder in ("hooks", "scripts") for path in (ROOT / folder).rglob("*.py"))
INLINED = (ast.ListComp, ast.SetComp, ast.DictComp)
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def bound_and_global(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Names that one comprehension of a function binds and the function reads as a global elsewhere.

    Python 3.12.0–3.12.3 then say UnboundLocalError (python/cpython#118513, mended in 3.12.4).
    """
    for function in ast.walk(tree):
        if not isinstance(function, Function):
            continue
        own = {node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg)}
        comprehensions = [node for node in ast.walk(function) if isinstance(node, INLINED)]
        inside = {id(node) for comprehension in comprehensions for node in ast.walk(comprehension)}
        names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
        own |= {node.id for node in names if isinstance(node.ctx, ast.Store) and id(node) not in inside}
        for comprehension in comprehensions:
            held = {id(node) for node in ast.walk(comprehension)}
            targets = [node for generator in comprehension.generators for node in ast.walk(generator.target)]
            bound = {node.id for node in targets if isinstance(node, ast.Name)} - own
            for node in names:
                read = isinstance(node.ctx, ast.Load) and id(node) not in held
                if read and node.id in bound and not _rebound(node, function):
                    yield node.lineno, node.id


def _rebound(name: ast.Name, function: Function) -> bool:
    """Whether what reads the name binds it itself: a comprehension, a generator or a lambda."""
    for scope in ast.walk(function):
        if isinstance(scope, (*INLINED, ast.GeneratorExp)):
            bound = [node for generator in scope.generators for node in ast.walk(generator.target)]
            names = {node.id for node in bound if isinstance(node, ast.Name)}
        elif isinstance(scope, ast.Lambda):
            names = {node.arg for node in ast.walk(scope.args) if isinstance(node, ast.arg)}
        else:
            continue
        if name.id in names and any(node is name for node in ast.walk(scope)):
            return True
    return False


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_comprehension_binds_what_the_function_reads_as_a_global(path: Path) -> None:
    assert list(bound_and_global(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_the_fault_of_its_kind_would_be_seen() -> None:
    fault = "def f(pages):\n    return [address for address in pages], [address(x) for x in pages]\n"
    assert list(bound_and_global(ast.parse(fault))) == [(2, "address")]
    fine = "def f(pages):\n    return [at for at in pages], [address(at) for at in pages]\n"
    assert list(bound_and_global(ast.parse(fine))) == []
