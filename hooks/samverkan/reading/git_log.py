"""What git remembers of the model files: what each said before and after every day that changed it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

NOTHING = "0" * 40
ONE_DAY = timedelta(days=1)
# The parsed text is only compared; the fast reader knows the same YAML.
Reader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class NoSuchCommit(Exception):
    """The project is no git clone, or has no such commit."""


@dataclass(frozen=True)
class Version:
    """A file before and after a day; None where it was not or is not there."""

    day: date
    file: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True)
class History:
    """Every change of some files, the latest first."""

    versions: list[Version] = field(default_factory=list)
    # The day of the first commit that is known; None: there is no history here, as in a folder without git.
    begins: date | None = None


def read_history(root: Path, folders: list[str], since: date, until: date) -> History:
    """The changes of the YAML files under `folders` from `since` to `until`, both days included.

    A merged branch counts as one change, on the day it was merged: that is when its readers met it. The day when the
    history begins has no changes: everything was new then.
    """
    try:
        if git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
            return History()  # where it was cut off is no beginning
        begins = _first_day(root)
        log = git(
            *(root, "log", "--first-parent", "-m", "--raw", "--relative", "--no-renames", "--no-abbrev", "-z"),
            *("--format=%x01%cs", f"--since={since}T00:00:00", "--", *folders),
        )
    except NoSuchCommit:
        return History()
    # The first line of a day in the log is its last change.
    blobs: dict[tuple[date, str], tuple[str, str]] = {}
    for day, file, old, new in _rows(log.decode(errors="surrogateescape")):
        if max(since, begins + ONE_DAY) <= day <= until and file.endswith(".yml"):
            last = blobs.get((day, file))
            blobs[day, file] = (old, last[1] if last else new)
    texts = _texts(root, {blob for pair in blobs.values() for blob in pair if blob != NOTHING})
    versions = [
        Version(day, file, texts.get(old), texts.get(new))
        for (day, file), (old, new) in blobs.items()
        if old != new and all(blob == NOTHING or blob in texts for blob in (old, new))
    ]
    return History(sorted(versions, key=lambda one: (-one.day.toordinal(), one.file)), begins)


def git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """What git says in `root`; raises NoSuchCommit where it will not, or is not there."""
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], input=given, capture_output=True, check=True).stdout
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        raise NoSuchCommit from error


def _first_day(root: Path) -> date:
    days = git(root, "log", "--first-parent", "--max-parents=0", "--format=%cs").decode().split()
    return date.fromisoformat(days[-1])


def _rows(log: str) -> Iterator[tuple[date, str, str, str]]:
    """Each file that a commit changes: the day, its path, and the blobs before and after."""
    for commit in log.split("\x01")[1:]:
        day, _, rest = commit.partition("\0")
        parts = rest.strip("\n\0").split("\0")
        for about, file in zip(parts[::2], parts[1::2], strict=False):
            _, _, old, new, _ = about.split()
            yield date.fromisoformat(day), file, old, new


def _texts(root: Path, blobs: set[str]) -> dict[str, dict[str, Any]]:
    """What each blob says; one that is no model file is left out."""
    told = git(root, "cat-file", "--batch", given="\n".join(sorted(blobs)).encode())
    found: dict[str, dict[str, Any]] = {}
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        blob, _, size = told[at:end].decode().split()
        at = end + 1 + int(size)
        try:
            data = yaml.load(told[end + 1 : at].decode("utf-8-sig"), Reader)
        except (yaml.YAMLError, UnicodeDecodeError):
            data = None
        if isinstance(data, dict):
            found[blob] = data
        at += 1
    return found
