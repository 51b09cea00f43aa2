"""Git as the commands that send and fetch use it: never asks anything, and always has a name to write under."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

NOBODY = "Samverkanswebben"


class GitFailed(Exception):
    """Git did not do what was asked; the text is what it said, without the lines that help nobody."""


def run_git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in `root` and return what it said; nothing is raised."""
    command = ["git", "-C", str(root), *arguments]
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", **_author(root)}
    try:
        return subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except FileNotFoundError:
        return subprocess.CompletedProcess(command, 1, "", "git finns inte på den här datorn")


def git_out(root: Path, *arguments: str) -> str:
    """What git answers, without the last line break. GitFailed where it refuses."""
    done = run_git(root, *arguments)
    if done.returncode:
        raise GitFailed(reason(done.stderr))
    return done.stdout.rstrip("\n")


def reason(said: str) -> str:
    """What git or the server says is wrong, on one line."""
    lines = [line.removeprefix("remote:").strip() for line in said.splitlines()]
    told = [line for line in lines if line.startswith(("fatal:", "error:", "ERROR:", "GitLab:", "! ["))]
    return "; ".join(told or [line for line in lines if line][-2:])


def _author(root: Path) -> dict[str, str]:
    """A name where git has none, as on a forge's machine; no address is made up."""
    names = {}
    for role in ("AUTHOR", "COMMITTER"):
        for field, value in (("NAME", NOBODY), ("EMAIL", "")):
            key = f"GIT_{role}_{field}"
            if key not in os.environ and not _configured(root, f"user.{field.lower()}"):
                names[key] = value
    return names


def _configured(root: Path, key: str) -> bool:
    try:
        return not subprocess.run(
            ["git", "-C", str(root), "config", "--get", key], capture_output=True, check=False
        ).returncode
    except FileNotFoundError:
        return True
