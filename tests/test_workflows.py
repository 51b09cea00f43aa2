"""The buttons of a forge: what their workflows run is there, and does on this computer what it says.

Each workflow's own steps are run in a clone, in order, with a stand-in for the forge (forge_server.py).
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from forge_server import KEY, ForgeServer, forge_server
from forks import commit, county_repository, fork_repository, git
from project import ROOT
from samverkan.cli.parser import parser
from samverkan.commands.contacts_csv import COLUMNS
from spreadsheets import xlsx

WORKFLOWS = ROOT / ".github" / "workflows"
FILES = [*sorted(WORKFLOWS.glob("*.yml")), ROOT / ".gitlab-ci.yml"]
COMMAND = re.compile(r"\.venv/bin/samverkan (.+?)(?= \||\s>|;;|$)", re.MULTILINE)
EXPRESSION = re.compile(r"\$\{\{ (.+?) \}\}")
KOMMUN = "exempelkommun"
OWN = f"model/lokalt/{KOMMUN}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_workflow_runs_only_what_the_command_knows(path: Path) -> None:
    for command in COMMAND.findall(path.read_text(encoding="utf-8").replace("${FIL:+--godkänn}", "--godkänn")):
        assert parser().parse_args(shlex.split(command)), command


def test_each_button_is_on_the_page_and_is_pressed_by_a_person_only() -> None:
    page = (ROOT / "docs/om/publicera.md").read_text(encoding="utf-8")
    buttons = [_load(name) for name in ("skapa-mapp", "kontaktlista", "kontakter", "godkann", "uppdatera")]
    for workflow in buttons:
        assert f"**{workflow['name']}" in page
        assert list(workflow["on"]) == ["workflow_dispatch"]
    offered = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    script = offered["knapp"]["script"][1]
    assert [name for name in offered["variables"]["GOR"]["options"][1:] if f'"{name}")' not in script] == []


def _load(name: str) -> dict[str, Any]:
    # BaseLoader: to YAML 1.1 the key ”on” would be a truth value.
    read = yaml.load((WORKFLOWS / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(read, dict)
    return read


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git knows no name here, as on a forge's machine."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """The county's repository."""
    root = county_repository(tmp_path / "lanet")
    (root / "mkdocs.yml").write_text("site_name: Samverkan\nnav:\n  - Start: index.md\n", encoding="utf-8")
    commit(root, "Länets inställningar")
    return root


@pytest.fixture
def forge(county: Path, tmp_path: Path) -> Iterator[ForgeServer]:
    """The kommun's own repository, in a forge."""
    fork = fork_repository(county, tmp_path / "kommunens", KOMMUN)
    with forge_server("github", tmp_path) as server:
        git(fork, "push", "--quiet", server.clone_address, "HEAD:main")
        yield server


def press(forge: ForgeServer, name: str, folder: Path, branch: str = "main", **said: str) -> tuple[int, str]:
    """Run a workflow's steps on a branch, with its inputs and variables; the exit code, and the summary."""
    clone = _clone(forge, folder, f"{name}-{len(forge.proposals)}-{len(said)}", branch)
    workflow = _load(name)
    (job,) = workflow["jobs"].values()
    known = {f"inputs.{key}": "" for key in (workflow["on"]["workflow_dispatch"] or {}).get("inputs", {})}
    known |= {key.replace("_", ".", 1): value for key, value in said.items()}
    code, told, _ = _steps(job, clone, folder, known)
    return code, told


def _steps(job: dict[str, Any], clone: Path, folder: Path, said: dict[str, str]) -> tuple[int, str, str]:
    """Run a job's own steps; the exit code, the summary with what went wrong, and the log."""
    summary, log = clone / ".venv" / "summary.md", ""
    summary.touch()
    known = {"vars.LANET": "", "vars.KOMMUN": "", "github.token": KEY, "github.actor": "redaktor"} | said
    environment = {
        **os.environ,
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(summary),
        "SAMVERKAN_DATUM": "2026-06-01",
    }
    for step in job["steps"]:
        condition = step.get("if", "").removeprefix("${{ ").removesuffix(" }}")
        if "run" not in step or (condition.startswith("inputs.") and not known[condition.removesuffix(" != ''")]):
            continue
        given = {name: EXPRESSION.sub(partial(_said, known), value) for name, value in step.get("env", {}).items()}
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(shell, cwd=clone, env=environment | given, capture_output=True, text=True, check=False)
        log += done.stdout
        if done.returncode:
            return done.returncode, summary.read_text(encoding="utf-8") + done.stderr, log
    return 0, summary.read_text(encoding="utf-8"), log


# What make does of a proposal's steps, with a web of one page.
MAKE = """
[ "$1" = --directory ] && cd "$2" && shift 2
case "$1" in
  check) export SAMVERKAN_KOMMUN="$KOMMUN"; exec .venv/bin/samverkan kontrollera --som "${2#SOM=}";;
  site) mkdir site && (echo '<article><h1>Start</h1><p>'; cat docs/index.md; echo '</p></article>') > site/index.html;;
esac"""


def test_a_proposal_shows_findings_at_their_line_and_its_web_beside_the_old(forge: ForgeServer, tmp_path: Path) -> None:
    clone = _clone(forge, tmp_path, "granska", "main")
    _command(tmp_path / "bin" / "make", MAKE)
    (clone / ".gitignore").write_text(".cache/\n.venv/\nsite/\n", encoding="utf-8")
    contact = clone / OWN / "kontakter" / "skola.yml"
    contact.write_text("id: skola\nnamn: Skolan\nverksamhet: skola\ne_post: anna.ek@exempel.se\n", encoding="utf-8")
    (clone / "docs/index.md").write_text("# Samverkan\n\nNya ord.\n", encoding="utf-8")
    git(clone, "config", "user.name", "Redaktör")
    git(clone, "config", "user.email", "")
    commit(clone, "Ett förslag")
    code, told, log = _steps(_load("granska")["jobs"]["granska"], clone, tmp_path, {"vars.KOMMUN": KOMMUN})
    assert code == 0, told + log
    assert f"::warning file={OWN}/kontakter/skola.yml,line=4,col=1,title=Varning%3A " in log
    assert "## Vad ändringen betyder" in told and "## Sidor som ändras\n\nEn sida ändras." in told
    page = (clone / "forhandsvisning" / "index.html").read_text(encoding="utf-8")
    assert '<a href="fore/index.html">förut</a>, <a href="efter/index.html">nu</a>' in page
    assert "<del>Välkommen.</del>" in page and "<ins>Nya ord.</ins>" in page


def test_gitlabs_button_sends_the_branch_and_says_where_a_person_opens_it(county: Path, tmp_path: Path) -> None:
    script = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))["knapp"]["script"]
    with forge_server("gitlab", tmp_path) as server:
        git(
            fork_repository(county, tmp_path / "kommunens", KOMMUN),
            "push",
            "--quiet",
            server.clone_address,
            "HEAD:main",
        )
        clone = _clone(server, tmp_path, "gitlab", "main")
        chosen = {"GOR": "Skapa vår mapp", "VILKEN": "Grannkommun", "FIL": "", "SAMVERKAN_DATUM": "2026-06-01"}
        path = {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
        done = subprocess.run(
            ["bash", "-e", "-c", "\n".join(script)],
            cwd=clone,
            env=os.environ | path | chosen,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert f"Öppna ändringsförslaget här: {server.root}/{server.path}/-/merge_requests/new?" in done.stdout
        (branch,) = [name for name in server.branches() if name != "main"]
        assert "LÄS-MIG.txt" in server.git("ls-tree", "-r", "--name-only", "-z", branch)


def _clone(forge: ForgeServer, folder: Path, name: str, branch: str) -> Path:
    """A clone as a forge's machine has it when the environment is set up."""
    clone = folder / name
    git(folder, "clone", "--quiet", "--branch", branch, forge.clone_address, str(clone))
    _command(clone / ".venv" / "bin" / "samverkan", f'exec "{sys.executable}" -m samverkan "$@"')
    _command(folder / "bin" / "python", "exit 0")
    return clone


def _said(known: dict[str, str], expression: re.Match[str]) -> str:
    """What a forge puts in an expression's place: the first that is not empty."""
    return next((known[name] for name in expression[1].split(" || ") if known[name]), "")


def _command(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def _proposed(forge: ForgeServer) -> str:
    """The branch of the latest proposal."""
    return forge.proposals[-1]["head"]


def test_a_button_makes_the_kommuns_folder_as_a_proposal(forge: ForgeServer, tmp_path: Path) -> None:
    code, told = press(forge, "skapa-mapp", tmp_path, inputs_kommun="Grannkommun")
    assert code == 0, told
    assert f"Ändringsförslaget: {forge.root}/{forge.path}/pull/1" in told
    files = forge.git("ls-tree", "-r", "--name-only", "-z", _proposed(forge))
    assert "model/lokalt/grannkommun/LÄS-MIG.txt" in files
    assert "- `model/lokalt/grannkommun/installningar.yml`: ny" in forge.proposals[0]["body"]
    words = forge.proposals[0]["body"].partition("### grannkommun")[2].partition("###")[0]
    assert "model/lokalt/grannkommun/" in words and "model/gemensam/" not in words
    assert "model/lokalt/grannkommun" not in forge.git("ls-tree", "-r", "--name-only", "main")
    assert forge.git("log", "-1", "--format=%an", _proposed(forge)) == "redaktor\n"


def test_a_misspelt_kommun_is_told_the_choices_and_nothing_is_sent(forge: ForgeServer, tmp_path: Path) -> None:
    code, told = press(forge, "skapa-mapp", tmp_path, inputs_kommun="Nykommun; touch x")
    assert code == 1
    assert "Välj bland: " in told
    assert forge.branches() == ["main"]


def test_a_list_that_was_uploaded_becomes_numbers_and_is_taken_away(forge: ForgeServer, tmp_path: Path) -> None:
    upload = tmp_path / "uppladdat"
    git(tmp_path, "clone", "--quiet", forge.clone_address, str(upload))
    row = ["skola", "Skolan", "verksamhet:skola", "0158-27 50 99", "", "", "", ""]
    (upload / OWN / "kontakter.xlsx").write_bytes(xlsx([list(COLUMNS), row]))
    git(upload, "config", "user.name", "Redaktör")
    git(upload, "config", "user.email", "")
    git(upload, "switch", "--quiet", "--create", "kontakter")
    commit(upload, "Add files via upload")
    git(upload, "push", "--quiet", "origin", "kontakter")
    code, told = press(forge, "kontakter", tmp_path, "kontakter", inputs_kommun=KOMMUN)
    assert code == 0, told
    assert "0158-27 50 99" in told
    assert "0158-27 50 99" in forge.git("show", f"{_proposed(forge)}:{OWN}/kontakter/skola.yml")
    assert "xlsx" not in forge.git("ls-tree", "-r", "--name-only", _proposed(forge))


def test_the_list_to_fill_in_is_written_and_nothing_is_sent(forge: ForgeServer, tmp_path: Path) -> None:
    code, told = press(forge, "kontaktlista", tmp_path, vars_KOMMUN=KOMMUN)
    assert code == 0, told
    assert "1 kontakter" in told
    assert forge.branches() == ["main"]


def test_the_countys_update_is_read_approved_and_one_proposal(forge: ForgeServer, county: Path, tmp_path: Path) -> None:
    for name, before, after in (
        ("anmal", "vad: Ring [socialtjänsten](verksamhet:socialtjanst).", "vad: Ring genast."),
        ("mote", "vad: Skriv vilka som behövs.", "vad: Skriv vilka som ska vara med."),
    ):
        file = county / f"model/gemensam/rutiner/{name}.yml"
        file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    commit(county, "Länets ändring")
    code, told = press(forge, "uppdatera", tmp_path, vars_LANET=str(county))
    assert code == 0, told
    (proposal,) = forge.proposals
    assert "rutiner/anmal.yml" in proposal["body"].partition("### I den gemensamma modellen")[0]
    assert "Ring genast" in proposal["body"]
    branch = proposal["head"]
    code, told = press(forge, "godkann", tmp_path, branch, inputs_kommun=KOMMUN)
    assert code == 0, told
    assert "Ring genast" in told
    pinned = [forge.git("show", f"{branch}:{OWN}/rutiner/{name}.yml") for name in ("anmal", "mote")]
    code, told = press(forge, "godkann", tmp_path, branch, inputs_kommun=KOMMUN, inputs_fil="rutiner/anmal.yml")
    assert code == 0, told
    assert "Godkänt: 1 av 1." in told
    assert len(forge.proposals) == 1
    assert forge.git("show", f"{branch}:{OWN}/rutiner/anmal.yml") != pinned[0]
    assert forge.git("show", f"{branch}:{OWN}/rutiner/mote.yml") == pinned[1]
    code, told = press(forge, "uppdatera", tmp_path, branch, vars_LANET=str(county))
    assert "Inget nytt från länet" in told


def test_an_update_without_the_countys_address_says_what_is_missing(forge: ForgeServer, tmp_path: Path) -> None:
    code, told = press(forge, "uppdatera", tmp_path)
    assert code == 1
    assert "Var länets förråd finns är inte sagt" in told
