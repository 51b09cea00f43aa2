"""The county's update taken in on a branch of its own, so that it is read before it is published."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from samverkan.commands.forge import MAIN
from samverkan.commands.git_run import GitFailed, git_out, reason, run_git
from samverkan.commands.propose import PREFIX

TITLE = "Länets uppdatering"


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
        before = git_out(root, "rev-parse", "--abbrev-ref", "HEAD")
        branch = f"{PREFIX}lanet-{datetime.now():%Y%m%d-%H%M%S}"
        git_out(root, "switch", "--quiet", "--create", branch)
    except GitFailed as error:
        raise NotUpdated(f"Länets förråd gick inte att hämta: {error}.") from None
    merged = run_git(root, "merge", "--quiet", "--no-edit", "--message", TITLE, new)
    if merged.returncode:
        told = _conflict(root, merged.stderr)
        run_git(root, "merge", "--abort")
        run_git(root, "switch", "--quiet", before)
        run_git(root, "branch", "--quiet", "--delete", "--force", branch)
        raise NotUpdated(told)
    return branch


def _conflict(root: Path, said: str) -> str:
    files = git_out(root, "diff", "--name-only", "--diff-filter=U").splitlines()
    if not files:
        return f"Git kunde inte slå ihop: {reason(said)}."
    listed = "\n".join(f"  {file}" for file in files)
    return (
        f"Ni har ändrat samma rader som länet i:\n{listed}\nInget är ändrat. "
        "Filer utanför era egna mappar hör till länet: be IT ta tillbaka länets version av dem, och kör igen."
    )
