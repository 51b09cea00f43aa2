"""Dated editions: what the model's files said on the days that were given out, as tags in git keep them."""

from __future__ import annotations

import io
import re
import tarfile
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from samverkan.reading.git_log import NoSuchCommit, git
from samverkan.reading.sources import Sources, read

TAG = "utgava"
DAY = r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"


@dataclass(frozen=True)
class Edition:
    """The files of one publisher's web as they were on the day of an edition."""

    day: date
    sources: Sources


def tag(kommun: str | None, day: date) -> str:
    """What the edition of a day is called in git; a kommun's own name keeps it apart from the county's in a fork."""
    return "-".join([TAG, *([kommun] if kommun else []), day.isoformat()])


def editions(root: Path, kommun: str | None, today: date) -> list[Edition]:
    """The editions of a publisher up to today, the latest first; none where there is no git."""
    name = re.compile(re.escape(tag(kommun, today)[: -len("ÅÅÅÅ-MM-DD")]) + DAY)
    try:
        tags = git(root, "tag", "--list", f"{TAG}-*").decode().split()
    except NoSuchCommit:
        return []
    found = {_day(match["day"]) for one in tags if (match := name.fullmatch(one))}
    days = sorted((one for one in found if one and one <= today), reverse=True)
    return [Edition(one, _read(root, kommun, one)) for one in days]


def _day(text: str) -> date | None:
    """The day of a tag; None for one that no calendar has, which is no edition."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _read(root: Path, kommun: str | None, day: date) -> Sources:
    packed = git(root, "archive", "--format=tar", tag(kommun, day))
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(folder, filter="data")
        return read(Path(folder), kommun)
