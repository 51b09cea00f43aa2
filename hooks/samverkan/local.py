"""A kommun's own part of the model: its settings, its contacts, and its files to lay over the common."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samverkan.changes import Change, changes
from samverkan.check import check
from samverkan.document import Document
from samverkan.findings import Finding, Mark, nearest
from samverkan.kinds import KINDS, LOCAL_KINDS
from samverkan.kinds.installningar import Inställningar
from samverkan.load import load_file, load_folder
from samverkan.overlay import Deviation

COMMON = "model/gemensam"
FOLDER = "model/lokalt"
SETTINGS = "installningar.yml"
REVIEWED = "granskat"
README = "LÄS-MIG.txt"
CONTACTS_CSV = "kontakter.csv"
# The wish for the county's own web, in a fork whose settings say that a kommun's is standard.
NONE = "gemensam"


@dataclass
class Local:
    """What a kommun has: which it is, its settings, its deviations, what changed under them."""

    kommun: str
    settings: Inställningar
    deviations: list[Deviation] = field(default_factory=list)
    # Per deviation's file: what of the common thing has changed since the kommun accepted it.
    impact: dict[str, list[Change]] = field(default_factory=dict)


def kommuner(root: Path) -> list[str]:
    """The kommuner that have a folder of their own, by id."""
    folder = root / FOLDER
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def chosen(root: Path, wanted: str | None) -> str | None:
    """The kommun whose web is built: the wanted one, else the one whose settings say standard, else none."""
    if wanted:
        return None if wanted == NONE else wanted
    for kommun in kommuner(root):
        path = root / FOLDER / kommun / SETTINGS
        if path.exists() and load_file(path, _name(kommun, SETTINGS), Inställningar).data.get("standard") == "ja":
            return kommun
    return None


def load_local(root: Path, kommun: str) -> tuple[list[Document], Inställningar | None, list[Finding]]:
    """The kommun's documents and settings, and what was wrong with them."""
    if kommun not in kommuner(root):
        known = kommuner(root)
        mend = nearest(kommun, known) if known else f"Skapa den: make kommun KOMMUN={kommun}"
        return [], None, [Finding(Mark(FOLDER), "okänd-kommun", f"kommunen ”{kommun}” har ingen mapp.", mend)]
    documents, findings = load_folder(
        root, f"{FOLDER}/{kommun}", (*KINDS, *LOCAL_KINDS), skip=(SETTINGS, REVIEWED, README, CONTACTS_CSV)
    )
    settings, wrong = load_settings(root, f"{FOLDER}/{kommun}")
    if settings is None and not wrong:
        mend = f"Skapa den: make kommun KOMMUN={kommun}"
        wrong = [Finding(Mark(_name(kommun, SETTINGS)), "inställningar-saknas", "filen finns inte.", mend)]
    return documents, settings, [*findings, *wrong]


def load_settings(root: Path, folder: str) -> tuple[Inställningar | None, list[Finding]]:
    """The settings in a folder of the model; None when there are none, or when they are wrong."""
    path = root / folder / SETTINGS
    if not path.exists():
        return None, []
    document = load_file(path, f"{folder}/{SETTINGS}", Inställningar)
    things, wrong = check([document]) if document.data else ([], [])
    settings: Any = things[0] if things else None
    return settings, [*document.findings, *wrong]


def impact(root: Path, kommun: str, deviation: Deviation) -> list[Change]:
    """What of the common thing has changed since the kommun accepted its deviation from it."""
    path = reviewed_copy(root, kommun, deviation.file)
    if not path.exists():
        return []
    before = load_file(path, path.name, KINDS[0]).data
    return list(changes(before, deviation.common))


def reviewed_copy(root: Path, kommun: str, file: str) -> Path:
    """Where the common file is kept as it was when the kommun last accepted its deviation."""
    return root / FOLDER / kommun / REVIEWED / Path(file).parent.name / Path(file).name


def _name(kommun: str, file: str) -> str:
    return f"{FOLDER}/{kommun}/{file}"
