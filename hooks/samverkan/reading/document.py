"""A model file as it was read: its plain data, and the place of every value in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from posixpath import basename, splitext
from typing import Any

from samverkan.findings import Finding, Mark
from samverkan.kinds import Thing
from samverkan.kinds.base import Place
from samverkan.kinds.deviation import Deviation


@dataclass
class Document:
    """One model file: its kind, its plain data, and the place of every value in it."""

    file: str
    kind: type[Thing]
    data: dict[str, Any] = field(default_factory=dict)
    marks: dict[Place, Mark] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    # What stands after # where a value should stand, which YAML takes for a comment.
    comments: dict[Place, str] = field(default_factory=dict)
    # How a kommun's version differs from the common one; None where it does not.
    deviation: Deviation | None = None
    # What it made once it was checked and nothing was wrong with it: with which other files (check.py), and the thing.
    # Never taken along by replace(): a document that says something else has to be checked for itself.
    sound: tuple[str, bytes] | None = field(default=None, init=False)

    @property
    def stem(self) -> str:
        """The file name without its ending: what the id has to be."""
        return splitext(basename(self.file))[0]


class Stop(Exception):
    """The rest of this file cannot be read."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
