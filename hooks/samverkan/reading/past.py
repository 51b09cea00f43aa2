"""What git remembers of a publisher's web: its files' history of a year, and its editions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from samverkan.reading.editions import Edition, editions
from samverkan.reading.folders import COMMON, FOLDER
from samverkan.reading.git_log import History, read_history

# So long back a page tells what has changed.
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Past:
    """The history of the files, and the editions, the latest first; nothing of it where there is no git."""

    history: History = field(default_factory=History)
    editions: list[Edition] = field(default_factory=list)


def read_past(root: Path, kommun: str | None, today: date) -> Past:
    """The past of a kommun's web, or of the county's, as it was known on a day."""
    shown = [COMMON, f"{FOLDER}/{kommun}"] if kommun else [COMMON]
    return Past(read_history(root, shown, today - YEAR, today), editions(root, kommun, today))
