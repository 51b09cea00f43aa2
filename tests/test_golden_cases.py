"""Every golden case in tests/cases/ holds, and no finding or rule goes without one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from casefiles import BASE, CASES, TODAY, Case, base_model, cases
from golden import Golden, with_besked
from samverkan import examine, read
from samverkan.commands.contacts import contacts_in
from samverkan.commands.whole import look
from samverkan.findings import Finding, ModelError, report
from samverkan.local.overlay import overlay
from samverkan.local.parts import has_ids
from samverkan.rules import RULES, unused

CORE = Path(__file__).parent.parent / "hooks" / "samverkan"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_case_gives_exactly_these_findings(case: Case, tmp_path: Path, golden: Golden) -> None:
    told = report(findings_of(case, case.lay_out(tmp_path))).replace(f"{tmp_path}/", "")
    golden.same_besked(case.path, told)


def findings_of(case: Case, root: Path) -> list[Finding]:
    """Every finding of a case that is laid out: of its model, or of its spreadsheet."""
    if case.kommuner or case.sidor:
        return look(root, case.kommun, TODAY).findings
    if case.csv is None:
        return examine(root, TODAY, case.kommun)[1]
    sheet = root / "kontakter.csv"
    sheet.write_text(case.csv, encoding="utf-8")
    with pytest.raises(ModelError) as error:
        contacts_in(root, str(case.kommun), sheet)
    return error.value.findings


def test_only_the_findings_of_a_case_are_written_anew() -> None:
    for case in cases():
        text = case.path.read_text(encoding="utf-8")
        assert with_besked(text, case.besked.rstrip("\n")) == text, f"{case.name}: skriv besked som ett block (|)"
        other = yaml.safe_load(with_besked(text, "Ett.\n\n    Två."))
        assert other == yaml.safe_load(text) | {"besked": "Ett.\n\n    Två.\n"}


def test_a_finding_that_is_not_kept_fails_until_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "fall.yml"
    path.write_text("visar: Ett fel.\nbesked: |\n  a.yml:1:1: fel\nkommun: gnesta\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="--uppdatera"):
        Golden(write=False).same_besked(path, "a.yml:2:1: fel")
    Golden(write=True).same_besked(path, "a.yml:2:1: fel")
    Golden(write=False).same_besked(path, "a.yml:2:1: fel")
    assert path.read_text(encoding="utf-8") == "visar: Ett fel.\nbesked: |\n  a.yml:2:1: fel\nkommun: gnesta\n"


@pytest.mark.parametrize("case", [case for case in cases() if case.blir], ids=lambda case: case.name)
def test_case_with_a_kommun_becomes_this(case: Case, tmp_path: Path) -> None:
    root = case.lay_out(tmp_path)
    sources = read(root, case.kommun)
    result = {f"{d.kind.folder}/{d.stem}.yml": d.data for d in overlay(sources.common, sources.own)[0]}
    for file, fields in case.blir.items():
        if fields is None:
            assert file not in result
        else:
            assert {where: value_at(result[file], where) for where in fields} == fields, case.visar


def value_at(data: Any, where: str) -> Any:
    """The value at ”steg › ring › vad”; of a list of things with ids, their ids in order."""
    for key in where.split(" › "):
        data = next(part for part in data if part["id"] == key) if isinstance(data, list) else data.get(key)
    return [part["id"] for part in data] if has_ids(data) else data


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
        model, _ = examine(case.lay_out(tmp_path / str(number)), TODAY, case.kommun)
        silent -= {rule.__name__ for rule in (*RULES, unused) if list(rule(model))}
    assert not silent, f"Skriv ett fall i {CASES.name}/rules/ för: {', '.join(sorted(silent))}"


def test_every_rule_is_quiet_about_the_valid_model(tmp_path: Path) -> None:
    model, _ = examine(base_model(tmp_path), TODAY)
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
