"""The command `samverkan`: every verb is described, in Swedish, and says what is wrong with what was written."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from project import ROOT, run
from samverkan.cli.parser import VERBS

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
# What argparse would say in English, and what a traceback would.
ENGLISH = re.compile(r"\b(usage|options|arguments?|show|help|error|invalid|expected|required|choose|Traceback)\b")
WRONG = (
    "",
    "kontrolera",
    "bygg --fel",
    "bygg --kommun",
    "bygg --alla=ja",
    "bygg gnesta",
    "kontakter",
    "kontakter upp gnesta",
    "granska gnesta trosa",
    "visa --port abc",
    "visa --port",
)


def samverkan(*words: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return run("-m", "samverkan", *words, root=root)


@pytest.mark.parametrize("verb", [None, *VERBS])
def test_help_is_in_swedish_and_names_the_exit_codes(verb: str | None) -> None:
    told = samverkan(*([verb] if verb else []), "--help")
    assert told.returncode == 0
    assert not ENGLISH.search(told.stdout.replace("--help", "")), told.stdout
    assert "Slutkoder: 0" in told.stdout
    assert " ".join(VERBS.get(verb or "", "").split()) in " ".join(told.stdout.split())


@pytest.mark.parametrize("words", WRONG)
def test_what_is_written_wrong_is_told_in_swedish(words: str) -> None:
    told = samverkan(*words.split())
    assert told.returncode == (1 if "abc" in words else 2)
    assert not ENGLISH.search(told.stdout + told.stderr.replace("--help", "")), told.stderr
    assert told.stdout + told.stderr


def test_a_misspelt_verb_is_told_the_nearest() -> None:
    assert "Menade du ”kontrollera”?" in samverkan("kontrolera").stderr


def test_outside_a_project_it_says_where_to_go(tmp_path: Path) -> None:
    told = samverkan("kontrollera", root=tmp_path)
    assert told.returncode == 1
    assert "ligger inte i en samverkanswebb" in told.stderr


def test_it_works_from_a_folder_inside_the_project() -> None:
    assert samverkan("kontrollera", root=ROOT / "model").stdout == samverkan("kontrollera").stdout


def test_readme_names_every_verb_and_every_make_command() -> None:
    targets = set(re.findall(r"^([a-z][a-zåäö-]*):(?!=)", MAKEFILE, re.MULTILINE))
    assert [verb for verb in VERBS if f"`samverkan {verb}" not in README] == []
    assert [target for target in sorted(targets) if f"`make {target}" not in README] == []


def test_readme_promises_no_command_that_does_not_exist() -> None:
    assert {verb for verb in re.findall(r"`samverkan ([a-zåäö]+)", README)} == set(VERBS)


def test_nothing_in_the_command_is_of_one_system_only() -> None:
    # Windows has none of these; every other module of the standard library in use is everywhere.
    program = (
        "import sys; sys.modules.update(dict.fromkeys(('fcntl', 'pwd', 'grp', 'resource', 'termios')));"
        "import pkgutil, importlib, samverkan.cli as cli;"
        "[importlib.import_module(f'samverkan.cli.{module.name}') for module in pkgutil.iter_modules(cli.__path__)]"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
