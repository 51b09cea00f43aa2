"""Everything that a web is made of, read in one place: after this nobody goes to the disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samverkan.findings import Finding, Mark, nearest
from samverkan.kinds import KINDS, LOCAL_KINDS
from samverkan.kinds.installningar import Inställningar, unread
from samverkan.reading.document import Document
from samverkan.reading.folders import (
    COMMON,
    CONTACT_LISTS,
    FOLDER,
    PAGES,
    README,
    REVIEWED,
    SETTINGS,
    kommuner,
)
from samverkan.reading.load import load_file, load_folder
from samverkan.reading.settings import load_settings, own_settings

Data = dict[str, Any]


@dataclass(frozen=True)
class Sources:
    """The files of one publisher's web as they lay on the disk, and what was wrong with them there."""

    kommun: str | None  # None: the county
    settings: Inställningar
    common: list[Document] = field(default_factory=list)
    own: list[Document] = field(default_factory=list)
    # The county's files as they were when the kommun accepted its deviations, by the copy's own file.
    reviewed: dict[str, Data] = field(default_factory=dict)
    # Which kommuner have a file of their own for a thing, by its folder and id.
    deviating: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    # The county's settings where a kommun's web is built: what they say holds where the kommun says nothing.
    county: Inställningar | None = None


def read(root: Path, kommun: str | None = None) -> Sources:
    """Read the county's model, and the kommun's own where one is named; never raises for what an editor wrote.

    A kommun without a folder is told of, and what is read is the county's.
    """
    common, findings = load_folder(root, COMMON, skip=(SETTINGS, README, Path(PAGES).name))
    settings, wrong = load_settings(root, COMMON)
    findings += wrong
    deviating = _deviating(root)
    known = kommuner(root)
    if kommun is not None and kommun not in known:
        mend = nearest(kommun, known) if known else f"Skapa den: make kommun KOMMUN={kommun}"
        findings.append(Finding(Mark(FOLDER), "okänd-kommun", f"kommunen ”{kommun}” har ingen mapp.", mend))
        kommun = None
    if kommun is None:
        return Sources(None, settings or unread(), common, deviating=deviating, findings=findings)
    own, its, wrong = _own(root, kommun)
    reviewed = _reviewed(root, kommun)
    return Sources(kommun, its or unread(kommun), common, own, reviewed, deviating, [*findings, *wrong], settings)


def _own(root: Path, kommun: str) -> tuple[list[Document], Inställningar | None, list[Finding]]:
    """The kommun's documents and settings, and what was wrong with them; no file is told of twice."""
    documents, findings = load_folder(
        root, f"{FOLDER}/{kommun}", (*KINDS, *LOCAL_KINDS), (SETTINGS, REVIEWED, README, *CONTACT_LISTS), alone=()
    )
    settings, wrong = own_settings(root, kommun)
    told = {finding.mark.file for finding in wrong}
    return documents, settings, [*(finding for finding in findings if finding.mark.file not in told), *wrong]


def _reviewed(root: Path, kommun: str) -> dict[str, Data]:
    copies = {path.relative_to(root).as_posix(): path for path in (root / FOLDER / kommun / REVIEWED).rglob("*.yml")}
    return {file: load_file(path, file, KINDS[0]).data for file, path in sorted(copies.items())}


def _deviating(root: Path) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for path in sorted((root / FOLDER).glob("*/*/*.yml")):
        if path.parent.name != REVIEWED:
            found.setdefault((path.parent.name, path.stem), []).append(path.parent.parent.name)
    return found
