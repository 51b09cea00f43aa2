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
    script = "".join(offered["knapp"]["script"])
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
        "CI": "true",
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


@pytest.fixture
def gitlab(county: Path, tmp_path: Path) -> Iterator[ForgeServer]:
    """The kommun's own repository, in a GitLab."""
    fork = fork_repository(county, tmp_path / "kommunens", KOMMUN)
    with forge_server("gitlab", tmp_path) as server:
        git(fork, "push", "--quiet", server.clone_address, "HEAD:main")
        yield server


def choose(gitlab: ForgeServer, folder: Path, what: str, branch: str = "main", **said: str) -> tuple[int, str]:
    """Run the script of GitLab's button as its runner does, on a commit without a branch; the exit code and log."""
    script = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))["knapp"]["script"]
    clone = _clone(gitlab, folder, f"gitlab-{what}-{len(said)}", branch)
    git(clone, "switch", "--quiet", "--detach")
    git(clone, "branch", "--quiet", "--delete", "--force", branch)
    given = {"GOR": what, "VILKEN": "", "KOMMUN": KOMMUN, "FIL": "", "LANET": "", "CI_COMMIT_BRANCH": branch} | said
    given |= {"CI": "true", "SAMVERKAN_DATUM": "2026-06-01", "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-e", "-c", "\n".join(script)],
        cwd=clone,
        env=os.environ | given,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_gitlabs_button_sends_the_branch_and_says_where_a_person_opens_it(gitlab: ForgeServer, tmp_path: Path) -> None:
    code, told = choose(gitlab, tmp_path, "Skapa vår mapp", VILKEN="Grannkommun")
    assert code == 0, told
    assert f"Öppna ändringsförslaget här: {gitlab.root}/{gitlab.path}/-/merge_requests/new?" in told
    (branch,) = [name for name in gitlab.branches() if name != "main"]
    assert "LÄS-MIG.txt" in gitlab.git("ls-tree", "-r", "--name-only", "-z", branch)


def test_gitlabs_button_that_only_reads_sends_nothing_and_an_approval_joins_the_update(
    gitlab: ForgeServer, county: Path, tmp_path: Path
) -> None:
    _county_changes(county, "anmal", "vad: Ring [socialtjänsten](verksamhet:socialtjanst).", "vad: Ring genast.")
    code, told = choose(gitlab, tmp_path, "Hämta länets uppdatering", LANET=str(county))
    assert code == 0, told
    (branch,) = [name for name in gitlab.branches() if name != "main"]
    before = gitlab.git("rev-parse", branch)
    code, told = choose(gitlab, tmp_path, "Läs och godkänn", branch)
    assert code == 0 and "Ring genast" in told, told
    assert (gitlab.branches(), gitlab.git("rev-parse", branch)) == ([branch, "main"], before)
    code, told = choose(gitlab, tmp_path, "Läs och godkänn", branch, FIL="rutiner/anmal.yml")
    assert code == 0 and "Godkänt: 1 av 1." in told, told
    assert gitlab.branches() == [branch, "main"]
    assert gitlab.git("rev-parse", branch) != before


# As scripts/setup_env.py: a command that runs the code beside it, before all other.
SETUP = f"""
root=$(dirname "$(dirname "$(realpath --canonicalize-missing "$1")")")
command="$root/.venv/bin/samverkan"
mkdir -p "$root/.venv/bin"
echo '#!/bin/sh' > "$command"
echo "export PYTHONPATH='$root/hooks${{PYTHONPATH:+:$PYTHONPATH}}'" >> "$command"
echo 'exec {sys.executable} -P -m samverkan "$@"' >> "$command"
chmod +x "$command"
"""


def _clone(forge: ForgeServer, folder: Path, name: str, branch: str) -> Path:
    """A clone as a forge's machine has it when the environment is set up."""
    clone = folder / name
    git(folder, "clone", "--quiet", "--branch", branch, forge.clone_address, str(clone))
    _command(folder / "bin" / "python", SETUP)
    subprocess.run([folder / "bin" / "python", clone / "scripts" / "setup_env.py"], check=True)
    return clone


def _county_changes(county: Path, routine: str, before: str, after: str) -> None:
    file = county / f"model/gemensam/rutiner/{routine}.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    commit(county, "Länets ändring")


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
    _county_changes(county, "anmal", "vad: Ring [socialtjänsten](verksamhet:socialtjanst).", "vad: Ring genast.")
    _county_changes(county, "mote", "vad: Skriv vilka som behövs.", "vad: Skriv vilka som ska vara med.")
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


# What Python itself runs at its start, wherever it finds it.
THIEF = """import os, pathlib
pathlib.Path("{taken}").write_text(os.environ.get("SAMVERKAN_NYCKEL", "kört"))
"""


def test_code_that_nobody_has_read_is_not_run_by_any_button(forge: ForgeServer, county: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taget"
    for file in ("hooks/sitecustomize.py", "hooks/yaml.py", "json.py"):
        (county / file).parent.mkdir(exist_ok=True)
        (county / file).write_text(THIEF.format(taken=taken), encoding="utf-8")
    _county_changes(county, "anmal", "vad: Ring [socialtjänsten](verksamhet:socialtjanst).", "vad: Ring genast.")
    code, told = press(forge, "uppdatera", tmp_path, vars_LANET=str(county))
    assert code == 0, told
    branch = _proposed(forge)
    assert "hooks/yaml.py" in forge.git("ls-tree", "-r", "--name-only", branch)
    assert forge.proposals[0]["body"].startswith("Uppdateringen ändrar också webbens kod.")
    assert not taken.exists()
    code, told = press(forge, "godkann", tmp_path, branch, inputs_kommun=KOMMUN, inputs_fil="rutiner/anmal.yml")
    assert code == 0 and "Godkänt: 1 av 1." in told, told
    press(forge, "skapa-mapp", tmp_path, branch, inputs_kommun="Grannkommun")
    press(forge, "kontakter", tmp_path, branch, inputs_kommun=KOMMUN)
    assert not taken.exists()


def test_the_key_is_not_handed_on_to_the_code_of_another_time(forge: ForgeServer, tmp_path: Path) -> None:
    taken = tmp_path / "taget"
    upload = tmp_path / "uppladdat"
    git(tmp_path, "clone", "--quiet", forge.clone_address, str(upload))
    git(upload, "config", "user.name", "IT")
    git(upload, "config", "user.email", "")
    (upload / "hooks").mkdir()
    (upload / "hooks" / "sitecustomize.py").write_text(THIEF.format(taken=taken), encoding="utf-8")
    commit(upload, "Kod")
    git(upload, "push", "--quiet", "origin", "HEAD:main")
    code, told = press(forge, "skapa-mapp", tmp_path, inputs_kommun="Grannkommun")
    assert code == 0, told
    assert taken.read_text() == "kört"


def test_no_button_sends_new_workflows_and_says_what_to_do(forge: ForgeServer, county: Path, tmp_path: Path) -> None:
    (county / ".github" / "workflows").mkdir(parents=True)
    (county / ".github" / "workflows" / "ny.yml").write_text("on: push\n", encoding="utf-8")
    commit(county, "Nytt arbetsflöde")
    code, told = press(forge, "uppdatera", tmp_path, vars_LANET=str(county))
    assert code == 1
    assert "En knapp får inte ändra arbetsflödena" in told
    assert forge.branches() == ["main"]


def test_an_error_of_ones_own_is_told_and_not_sent(forge: ForgeServer, tmp_path: Path) -> None:
    clone = _clone(forge, tmp_path, "eget", "main")
    contact = clone / OWN / "kontakter" / "skola.yml"
    before = contact.read_text(encoding="utf-8") if contact.exists() else "id: skola\nnamn: Skolan\n"
    propose = partial(_run_in, clone, "föreslå")
    contact.write_text(before.rstrip("\n") + "\ntelefn: 0158-27 50 00\n", encoding="utf-8")
    code, told = propose("Nytt nummer")
    assert code == 1
    assert "Inget är skickat." in told and "skola.yml" in told and "Så rättar du: " in told
    contact.write_text(before.rstrip("\n") + "\n# 20120312-2384\n", encoding="utf-8")
    code, told = propose("Nytt nummer")
    assert code == 1 and "[personnummer]" in told
    contact.write_text(before.rstrip("\n") + "\n# Nytt.\n", encoding="utf-8")
    code, told = propose("Om 20120312-2384")
    assert code == 1 and "titeln:1:4: fel [personnummer]" in told
    assert forge.branches() == ["main"]
    code, told = propose("Nytt nummer")
    assert code == 0, told


def test_one_more_personal_number_is_new_though_the_file_had_one(forge: ForgeServer, tmp_path: Path) -> None:
    clone = _clone(forge, tmp_path, "eget", "main")
    contact = clone / OWN / "kontakter" / "ny.yml"
    contact.write_text("# 20120312-2384\n", encoding="utf-8")
    git(clone, "config", "user.name", "IT")
    git(clone, "config", "user.email", "")
    commit(clone, "Ett som redan är där")
    git(clone, "push", "--quiet", "origin", "HEAD:main")
    contact.write_text("# 20120312-2384\n# 20120313-2383\n", encoding="utf-8")
    code, told = _run_in(clone, "föreslå", "Nytt nummer")
    assert code == 1 and told.count("[personnummer]") == 1, told


def test_a_personal_number_in_the_countys_update_is_not_sent(forge: ForgeServer, county: Path, tmp_path: Path) -> None:
    _county_changes(county, "anmal", "vad: Ring [socialtjänsten](verksamhet:socialtjanst).", "vad: Om 20120312-2384.")
    code, told = press(forge, "uppdatera", tmp_path, vars_LANET=str(county))
    assert code == 1 and "[personnummer]" in told
    assert forge.branches() == ["main"]


def test_an_error_that_the_countys_update_brings_is_mended_in_its_proposal(
    forge: ForgeServer, county: Path, tmp_path: Path
) -> None:
    _county_changes(county, "anmal", "vad: Ring [socialtjänsten](verksamhet:socialtjanst).", "vadd: Ring genast.")
    code, told = press(forge, "uppdatera", tmp_path, vars_LANET=str(county))
    assert code == 0, told
    assert "**Stoppar bygget: " in forge.proposals[0]["body"]


def _run_in(clone: Path, *arguments: str) -> tuple[int, str]:
    command = [str(clone / ".venv" / "bin" / "samverkan"), *arguments]
    environment = {**os.environ, "SAMVERKAN_DATUM": "2026-06-01"}
    done = subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr
