"""Real git repositories: the county's, two kommuner's forks of it, and the county's changes merged one by one."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from casefiles import OWN_SETTINGS, TODAY, base_model
from samverkan import Finding, Model, examine
from samverkan.commands.review import accept
from samverkan.reading.folders import COMMON, FOLDER, SETTINGS

FORK = Path(__file__).parent / "fork"
KOMMUNER = ("exempelkommun", "grannkommun")
# Nobody's own settings of git may decide how these repositories behave.
GIT = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


@dataclass(frozen=True)
class Merged:
    """What happened when a change of the county's came to a fork."""

    conflict: str
    before: dict[str, bytes]
    after: dict[str, bytes]
    told: list[Finding]
    mended: list[Finding]
    model: Model


def changes() -> dict[str, dict[str, Any]]:
    """The county's changes in order, by their file's name."""
    paths = sorted((FORK / "andringar").glob("*.yml"))
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


def play(root: Path) -> dict[tuple[str, str], Merged]:
    """Every change merged into every fork, with the editor's mend after it; by change and kommun."""
    county = county_repository(root / "lanet")
    forks = {kommun: fork_repository(county, root / kommun, kommun) for kommun in KOMMUNER}
    result = {}
    for name, change in changes().items():
        _change(county / COMMON, change)
        commit(county, change["ändring"])
        for kommun, fork in forks.items():
            result[name, kommun] = _merge(fork, kommun, change)
    return result


def git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in a repository."""
    return subprocess.run(["git", *arguments], cwd=root, env=GIT, capture_output=True, text=True, check=False)


def commit(root: Path, message: str) -> None:
    """Commit everything; an empty commit would mean that a change changed nothing."""
    for arguments in (("add", "--all"), ("commit", "--quiet", "-m", message)):
        done = git(root, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr


def own_files(root: Path) -> dict[str, bytes]:
    """The files that belong to the fork."""
    folders = [root / FOLDER, root / "docs" / "lokalt"]
    return {str(path): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def county_repository(root: Path) -> Path:
    """The county's repository, with a small model in it."""
    base_model(root)
    shutil.copytree(FORK / "lanet", root / COMMON, dirs_exist_ok=True)
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("# Samverkan\n\nVälkommen.\n", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch", "main")
    _named(root, "lanet")
    commit(root, "Länets gemensamma modell")
    return root


def fork_repository(county: Path, root: Path, kommun: str) -> Path:
    """A kommun's clone of the county's repository, with its own files laid in and all of its deviations read."""
    git(county.parent, "clone", "--quiet", str(county), str(root))
    _named(root, kommun)
    shutil.copytree(FORK / kommun, root / FOLDER / kommun)
    (root / FOLDER / kommun / SETTINGS).write_text(OWN_SETTINGS, encoding="utf-8")
    page = root / "docs" / "lokalt" / kommun / "om-oss.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Om oss\n", encoding="utf-8")
    _accept_all(root, kommun)
    commit(root, "Kommunens egen del")
    return root


def _named(root: Path, name: str) -> None:
    git(root, "config", "user.name", name)
    git(root, "config", "user.email", f"{name}@example.se")


def _merge(fork: Path, kommun: str, change: dict[str, Any]) -> Merged:
    before = own_files(fork)
    git(fork, "fetch", "--quiet", "origin")
    merge = git(fork, "merge", "--quiet", "--no-edit", "origin/main")
    conflict = (merge.stdout + merge.stderr if merge.returncode else "") + git(fork, "status", "--porcelain").stdout
    after = own_files(fork)
    _, told = examine(fork, TODAY, kommun)
    mend = change.get("rättning", {}).get(kommun, {})
    if told:
        _change(fork / FOLDER / kommun, mend)
        _accept_all(fork, kommun)
        commit(fork, f"Efter att länet ändrade: {change['ändring']}")
    model, mended = examine(fork, TODAY, kommun)
    return Merged(conflict, before, after, told, mended, model)


def _accept_all(root: Path, kommun: str) -> None:
    model, _ = examine(root, TODAY, kommun)
    for deviation in model.local.deviations:
        assert not deviation.outdated or accept(root, kommun, deviation)


def _change(folder: Path, change: dict[str, Any]) -> None:
    for old, new in change.get("flyttar", {}).items():
        (folder / old).rename(folder / new)
    for name, text in change.get("filer", {}).items():
        if text is None:
            (folder / name).unlink()
        else:
            (folder / name).write_text(text, encoding="utf-8")
    for name, bits in change.get("byt", {}).items():
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in bits.items():
            assert text.count(old) == 1, f"”{old}” står inte exakt en gång i {name}"
            text = text.replace(old, new)
        (folder / name).write_text(text, encoding="utf-8")
