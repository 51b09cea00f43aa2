"""The county's update taken in on a branch of its own, so that it is read before it is published."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from samverkan.commands.forge import MAIN
from samverkan.commands.git_run import GitFailed, git_out, reason, run_git
from samverkan.commands.propose import PREFIX

TITLE = "Länets uppdatering"
BRANCH = f"{PREFIX}lanet-"


class NotUpdated(Exception):
    """Nothing was taken in, the folder is as it was; the text says why, and what to do (Swedish)."""


def update(root: Path, county: str = "") -> str:
    """Merge the county's main into a new branch; returns its name, or "" where there is nothing new.

    `county` is the address of the county's repository; without one the remote `lanet` is asked.
    """
    source = county or "lanet"
    if not county and run_git(root, "remote", "get-url", source).returncode:
        raise NotUpdated("Var länets förråd finns är inte sagt. Skriv adressen: samverkan hämta https://…")
    try:
        if git_out(root, "status", "--porcelain", "--untracked-files=no"):
            raise NotUpdated("Mappen har ändringar som inte är skickade. Skicka dem först: samverkan föreslå")
        git_out(root, "fetch", "--quiet", "--", source, MAIN)
        new = git_out(root, "rev-parse", "FETCH_HEAD")
        if not run_git(root, "merge-base", "--is-ancestor", new, "HEAD").returncode:
            return ""
        branch = f"{BRANCH}{datetime.now():%Y%m%d-%H%M%S}"
        before = git_out(root, "branch", "--show-current")
        commit = git_out(root, "rev-parse", "HEAD")
        git_out(root, "switch", "--quiet", "--create", branch)
    except GitFailed as error:
        raise NotUpdated(f"Länets förråd gick inte att hämta: {error}.") from None
    merged = run_git(root, "merge", "--quiet", "--no-edit", "--message", TITLE, new)
    if merged.returncode:
        back = [before] if before else ["--detach", commit]
        try:
            told = _conflict(root, merged.stderr)
            # A merge that git refused from the start is not there to abort.
            if not run_git(root, "rev-parse", "--verify", "--quiet", "MERGE_HEAD").returncode:
                git_out(root, "merge", "--abort")
            git_out(root, "switch", "--quiet", *back)
            git_out(root, "branch", "--quiet", "--delete", "--force", branch)
        except GitFailed as error:
            raise NotUpdated(
                f"Länets ändring gick inte ihop med er, och git kunde inte gå tillbaka: {error}. "
                f"Be IT: git merge --abort, och git switch {' '.join(back)}"
            ) from None
        raise NotUpdated(told)
    return branch


def is_update(branch: str) -> bool:
    """Whether a branch is one that `update` made."""
    return bool(re.fullmatch(rf"{BRANCH}\d{{8}}-\d{{6}}", branch))


def _conflict(root: Path, said: str) -> str:
    files = git_out(root, "diff", "--name-only", "--diff-filter=U").splitlines()
    if not files:
        return f"Git kunde inte slå ihop: {reason(said)}. Inget är ändrat."
    listed = "\n".join(f"  {file}" for file in files)
    return (
        f"Ni har ändrat samma rader som länet i:\n{listed}\nInget är ändrat. "
        "Filer utanför era egna mappar hör till länet: be IT ta tillbaka länets version av dem, och kör igen."
    )
