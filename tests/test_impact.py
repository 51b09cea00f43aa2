"""`samverkan påverkan`: what a proposal changes in the common model, and whom it touches, in words."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from project import run
from sagolandet import copy_sagolandet
from samverkan.commands.new_kommun import new_kommun

MODEL = "model/gemensam"
HEAD = "motivering: Vår.\nbeslutad: {av: Socialnämnden, datum: 2026-11-22}\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small clone where Drakeby deviates from two routines, with everything committed."""
    root = copy_sagolandet(tmp_path_factory.mktemp("påverkan") / "projekt")
    for kommun in ("drakeby", "trollkoping"):
        new_kommun(root, kommun)
    for id in ("orosanmalan", "lyktmote"):
        path = root / f"model/lokalt/drakeby/rutiner/{id}.yml"
        path.write_text(f"id: {id}\n{HEAD}", encoding="utf-8")
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.se", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "model", "hooks"], [*identity, "commit", "-qm", "Början"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    return root


def _said(root: Path, code: bool = False) -> str:
    result = run(
        "-m", "samverkan", "påverkan", "HEAD", root=root, **({"PYTHONPATH": str(root / "hooks")} if code else {})
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_layout_and_comments_are_no_change(project: Path) -> None:
    path = project / MODEL / "rutiner/orosanmalan.yml"
    path.write_text(f"# En anmärkning.\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert "Inget har ändrats i den gemensamma modellen." in _said(project)


def test_each_change_is_told_in_words_with_whom_it_touches(project: Path) -> None:
    routines = project / MODEL / "rutiner"
    changed, removed = routines / "orosanmalan.yml", routines / "lyktmote.yml"
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("\nnamn: Anmäla oro", "\nnamn: Ny oro", 1), encoding="utf-8")
    renamed = removed.read_text(encoding="utf-8").replace("id: lyktmote\n", "id: radgora\nersätter: [lyktmote]\n")
    (routines / "radgora.yml").write_text(renamed, encoding="utf-8")
    removed.unlink()
    handlaggare = project / MODEL / "funktioner/handlaggare.yml"
    handlaggare.write_text(handlaggare.read_text(encoding="utf-8") + "kontakt_behövs: ja\n", encoding="utf-8")
    said = _said(project)
    common = said.partition("### I den gemensamma")[2]
    drakeby = said.partition("### drakeby")[2].partition("###")[0]
    trollkoping = said.partition("### trollkoping")[2].partition("###")[0]
    assert said.index("### drakeby") < said.index("### trollkoping") < said.index("### I den gemensamma")
    assert "**Stoppar bygget: 1**" in drakeby and "drakeby/rutiner/lyktmote.yml:" in drakeby
    assert "- Ändrat: Namn\n    - förut: Anmäla oro" in common
    assert "**Borttagen: rutin ”" in common and ", ersatt av rutin ”" in common
    assert "**Ny: rutin ”" in common
    assert "`model/lokalt/drakeby/rutiner/orosanmalan.yml`: avvikelsen behöver granskas" in drakeby
    assert "`model/lokalt/drakeby/rutiner/lyktmote.yml`: rutin ”" in drakeby and "Flytta det som behövs" in drakeby
    assert "Stoppar" not in trollkoping and "(id: radgora)" in drakeby
    assert "`model/lokalt/trollkoping/kontakter/handlaggare.yml`: en ny kontakt behövs" in trollkoping


def test_a_change_of_a_routine_that_its_readers_are_not_told_of_is_pointed_out(project: Path) -> None:
    routine = project / MODEL / "rutiner/orosanmalan.yml"
    before = routine.read_text(encoding="utf-8")
    changed = before.replace("\nnamn: ", "\nnamn: Ny ", 1)
    reminder = "Läsaren får inte veta det: skriv en rad under ”ändringar:”"
    for text, reminded in (
        (changed, True),
        (f"{changed}ändringar:\n  - {{datum: 2026-11-22, vad: Nytt namn.}}\n", False),
    ):
        routine.write_text(text, encoding="utf-8")
        common = _said(project).partition("### I den gemensamma")[2]
        assert (reminder in common.partition("rutiner/orosanmalan.yml")[2].partition("**")[0]) == reminded
    routine.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("base", ["", "finns-inte", "--output=x"])
def test_a_commit_that_is_not_there_is_told_so(project: Path, base: str) -> None:
    result = run("-m", "samverkan", "påverkan", "--", base, root=project)
    assert (result.returncode, result.stdout) == (1, "")
    assert "Säg vad det ska jämföras med" in result.stderr


def test_a_rule_or_field_of_the_code_is_part_of_the_difference(project: Path) -> None:
    kind = project / "hooks/samverkan/kinds/forum.py"
    before = kind.read_text(encoding="utf-8")
    kind.write_text(
        before.replace("    syfte: Text =", "    budget: Text = Field()\n    syfte: Text =", 1), encoding="utf-8"
    )
    said = _said(project, code=True)
    kind.write_text(before, encoding="utf-8")
    county = said.partition("### Länets webb")[2].partition("###")[0]
    assert "**Stoppar bygget:" in county and "fältet ”budget” saknas" in county
