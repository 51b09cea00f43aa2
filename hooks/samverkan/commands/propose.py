"""What has been changed in the folder, sent as a change proposal: a branch with one commit, and the forge told.

`base` says what the folder is compared with, `propose` does all of it. The files in the folder stay as they are; git
goes on on the proposal's branch, so that the next time adds to the same proposal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from samverkan.commands.forge import MAIN, Forge, NotOpened, forge_of
from samverkan.commands.git_run import GitFailed, git_out, reason, run_git
from samverkan.reading.folders import REVIEWED
from samverkan.slug import slug

PREFIX = "forslag/"
# What people write; the code has other ways.
WRITTEN = ("model", "docs")
OWN = ("model/lokalt", "docs/lokalt")
# What decides what runs in the forge, with its rights.
FLOWS = (".github", ".forgejo", ".gitea", ".gitlab", ".gitlab-ci.yml")
CODE = ("hooks", "scripts")
SAID = {"A": "ny", "D": "borttagen"}
# Files that nobody has written: copies that the review needs, and what only keeps a folder there.
MACHINES = re.compile(rf"/(?:{REVIEWED}/|\.)")
NO_FLOWS = (
    "En knapp får inte ändra arbetsflödena. Öppna ett ändringsförslag mellan förråden i stället: "
    "se Utan terminal, Länets uppdatering, på sidan om att publicera."
)


class NotProposed(Exception):
    """Nothing was sent; the text says why, and what to do (Swedish)."""


@dataclass(frozen=True)
class Proposal:
    """What was sent: the branch, and where the proposal is, or where a person opens it ("" if nobody said)."""

    branch: str
    address: str
    opened: bool
    # Why the forge did not open it, where a key was given (Swedish).
    refused: str = ""


def unsent(root: Path) -> list[str] | None:
    """Each file that people have written and not saved in git, by its path; None outside a clone."""
    if run_git(root, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        return None
    told = git_out(root, "diff", "--name-only", "--no-renames", "-z", "HEAD", "--", *WRITTEN).split("\0")
    told += git_out(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *WRITTEN).split("\0")
    return sorted({file for file in told if file and not MACHINES.search(file)})


def base(root: Path) -> str:
    """The commit that the proposal is compared with: where the folder left main. NotProposed outside a clone."""
    if run_git(root, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        raise NotProposed("Mappen är ingen git-klon, så det finns inget förråd att skicka till. Be IT om en klon.")
    fetched = run_git(root, "fetch", "--quiet", "origin", MAIN)
    if fetched.returncode:
        raise NotProposed(f"Förrådet svarar inte: {reason(fetched.stderr)}. Inget skickades.")
    try:
        return git_out(root, "merge-base", "HEAD", "FETCH_HEAD")
    except GitFailed:
        raise NotProposed(f"Mappen har inget gemensamt med förrådets {MAIN}. Hämta hela historien.") from None


def anything_new(root: Path, since: str) -> bool:
    """Whether the folder says something that the commit `since` does not."""
    written = git_out(root, "status", "--porcelain", "--", *WRITTEN)
    return bool(written or git_out(root, "diff", "--name-only", since, "HEAD"))


def code_changes(root: Path, since: str, button: bool) -> bool:
    """Whether the code differs from the commit `since`. NotProposed where a `button` would send new workflows.

    A button that is pressed on the branch would run them, with the right to write, before anybody has read them.
    """
    if button and git_out(root, "diff", "--name-only", since, "HEAD", "--", *FLOWS):
        raise NotProposed(f"Inget skickades. {NO_FLOWS}")
    return bool(git_out(root, "diff", "--name-only", since, "HEAD", "--", *CODE))


def own_files(root: Path, since: str) -> list[str]:
    """Each of the kommuner's own files that differs from the commit `since`, as a line of Markdown."""
    told = git_out(root, "diff", "--name-status", "--no-renames", "-z", since, "--", *OWN).split("\0")
    files = {file: SAID.get(status, "ändrad") for status, file in zip(told[::2], told[1::2], strict=False)}
    new = git_out(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *OWN).split("\0")
    files |= {file: "ny" for file in new if file}
    return [f"- `{file}`: {word}" for file, word in sorted(files.items())]


def propose(root: Path, title: str, body: str, key: str = "") -> Proposal:
    """Commit what is written, push it on a branch of its own and open the proposal to main.

    `title` is one line, `body` Markdown. With a `key` to the forge's interface the proposal is opened; without one,
    or where the forge refuses, a person opens it at the address. NotProposed where nothing could be sent: then the
    changes are kept on the branch, and the same call sends them again.
    """
    try:
        branch = _branch(root, title)
        git_out(root, "add", "--all", "--", *[name for name in WRITTEN if (root / name).exists()])
        changed = [name for name in WRITTEN if run_git(root, "diff", "--cached", "--quiet", "--", name).returncode]
        if changed:
            git_out(root, "commit", "--quiet", "--message", title, "--", *changed)
    except GitFailed as error:
        raise NotProposed(f"Git kunde inte spara ändringen: {error}.") from None
    pushed = run_git(root, "push", "--set-upstream", "origin", f"HEAD:refs/heads/{branch}")
    if pushed.returncode:
        raise NotProposed(_not_pushed(branch, pushed.stderr))
    return _opened(forge_of(git_out(root, "remote", "get-url", "origin"), pushed.stderr), branch, title, body, key)


def _branch(root: Path, title: str) -> str:
    """The proposal's branch: the one git is on, or a new one."""
    there = git_out(root, "branch", "--show-current")
    if there.startswith(PREFIX):
        return there
    name = f"{PREFIX}{slug(title)[:40].strip('-') or 'andring'}-{datetime.now():%Y%m%d-%H%M%S}"
    git_out(root, "switch", "--quiet", "--create", name)
    return name


def _opened(forge: Forge | None, branch: str, title: str, body: str, key: str) -> Proposal:
    if forge is None:
        return Proposal(branch, "", False)
    if forge.existing:
        return Proposal(branch, forge.existing, True)
    if not key:
        return Proposal(branch, forge.form(branch), False)
    try:
        return Proposal(branch, forge.open(branch, title, body, key), True)
    except NotOpened as error:
        if "already exists" in str(error):
            return Proposal(branch, forge.form(branch), True)
        return Proposal(branch, forge.form(branch), False, str(error))


def _not_pushed(branch: str, said: str) -> str:
    kept = f"Det du har ändrat är sparat på grenen {branch} men inte skickat: {reason(said)}."
    if "workflow" in said:
        return f"{kept}\n{NO_FLOWS}"
    return f"{kept}\nFår du skriva i förrådet? Kör annars samma kommando igen."
