"""Every golden case in tests/cases/ holds, and no finding or rule goes without one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from casefiles import BASE, CASES, TODAY, Case, base_model, cases
from samverkan import examine
from samverkan.check import check
from samverkan.findings import report
from samverkan.load import load_folder
from samverkan.resolve import resolve
from samverkan.rules import RULES, unused

CORE = Path(__file__).parent.parent / "hooks" / "samverkan"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_case_gives_exactly_these_findings(case: Case, tmp_path: Path) -> None:
    _, findings = examine(case.lay_out(tmp_path), TODAY)
    assert report(findings) == case.besked.rstrip("\n"), case.visar


def test_the_valid_model_of_the_cases_has_no_finding(tmp_path: Path) -> None:
    _, findings = examine(base_model(tmp_path), TODAY)
    assert report(findings) == "0 fel, 0 varningar."


def test_nothing_is_written_while_examining(tmp_path: Path) -> None:
    root = cases()[0].lay_out(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    examine(root, TODAY)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_every_finding_code_has_a_case() -> None:
    shown = "".join(case.besked for case in cases())
    missing = sorted(code for code in set(codes()) if f"[{code}]" not in shown)
    assert not missing, f"Skriv ett fall i {CASES.name}/ för: {', '.join(missing)}"


def test_no_case_shows_a_code_that_is_not_found_in_the_source() -> None:
    # Holds the search below to the truth: it may not overlook a way of making findings.
    shown = {code for case in cases() for code in re.findall(r": (?:fel|varning) \[(.+?)\]", case.besked)}
    assert shown and shown <= set(codes())


def test_every_rule_finds_something_in_a_case(tmp_path: Path) -> None:
    silent = {rule.__name__ for rule in (*RULES, unused)}
    for number, case in enumerate(cases()):
        documents, _ = load_folder(case.lay_out(tmp_path / str(number)))
        model, _ = resolve(check(documents)[0], TODAY)
        silent -= {rule.__name__ for rule in (*RULES, unused) if list(rule(model))}
    assert not silent, f"Skriv ett fall i {CASES.name}/rules/ för: {', '.join(sorted(silent))}"


def test_every_rule_is_quiet_about_the_valid_model(tmp_path: Path) -> None:
    documents, _ = load_folder(base_model(tmp_path))
    model, _ = resolve(check(documents)[0], TODAY)
    assert not [finding for rule in (*RULES, unused) for finding in rule(model)]


def test_every_case_says_what_it_shows_in_a_sentence() -> None:
    wrong = [case.name for case in cases() if not case.visar.endswith(".")]
    assert not wrong
    assert BASE.is_dir()


def codes() -> Iterator[str]:
    """Every finding code in the core's source: Finding(mark, CODE, …), _stop(event, CODE, …) and the
    first of the three texts that check.py keeps for each of pydantic's errors."""
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in {"Finding", "_stop"} and len(node.args) > 1:
                yield from _constants(node.args[1])
            elif isinstance(node, ast.Tuple) and len(node.elts) == 3 and path.name == "wording.py":
                yield from _constants(node.elts[0])


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _constants(value: ast.expr) -> Iterator[str]:
    """The texts a code may be: itself, or either of two."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from _constants(value.body)
        yield from _constants(value.orelse)
