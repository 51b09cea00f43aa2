"""A kommun's own part of the model: its settings, its contacts, and its files to lay over the common."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from samverkan.findings import Finding, Mark, nearest
from samverkan.kinds import KINDS, LOCAL_KINDS
from samverkan.kinds.installningar import Inställningar
from samverkan.local.changes import Change, changes
from samverkan.local.overlay import Deviation
from samverkan.reading.document import Document
from samverkan.reading.load import load_file, load_folder
from samverkan.reading.settings import COMMON as COMMON
from samverkan.reading.settings import FOLDER as FOLDER
from samverkan.reading.settings import NONE as NONE
from samverkan.reading.settings import SETTINGS as SETTINGS
from samverkan.reading.settings import chosen as chosen
from samverkan.reading.settings import kommuner as kommuner
from samverkan.reading.settings import load_settings as load_settings
from samverkan.reading.settings import own_settings

REVIEWED = "granskat"
README = "LÄS-MIG.txt"
CONTACTS_CSV = "kontakter.csv"
CONTACT_LISTS = (CONTACTS_CSV, "kontakter.xlsx", "kontakter.ods")


@dataclass
class Local:
    """What a kommun has: which it is, its settings, its deviations, what changed under them."""

    kommun: str
    settings: Inställningar
    deviations: list[Deviation] = field(default_factory=list)
    # Per deviation's file: what of the common thing has changed since the kommun accepted it.
    impact: dict[str, list[Change]] = field(default_factory=dict)


def load_local(root: Path, kommun: str) -> tuple[list[Document], Inställningar | None, list[Finding]]:
    """The kommun's documents and settings, and what was wrong with them."""
    if kommun not in kommuner(root):
        known = kommuner(root)
        mend = nearest(kommun, known) if known else f"Skapa den: make kommun KOMMUN={kommun}"
        return [], None, [Finding(Mark(FOLDER), "okänd-kommun", f"kommunen ”{kommun}” har ingen mapp.", mend)]
    documents, findings = load_folder(
        root, f"{FOLDER}/{kommun}", (*KINDS, *LOCAL_KINDS), skip=(SETTINGS, REVIEWED, README, *CONTACT_LISTS)
    )
    settings, wrong = own_settings(root, kommun)
    told = {finding.mark.file for finding in wrong}
    return documents, settings, [*(finding for finding in findings if finding.mark.file not in told), *wrong]


def impact(root: Path, kommun: str, deviation: Deviation) -> list[Change]:
    """What of the common thing has changed since the kommun accepted its deviation from it."""
    path = last_reviewed(root, kommun, deviation)
    if path is None:
        return []
    before = load_file(path, path.name, KINDS[0]).data
    return list(changes(before, deviation.common))


def deviating(root: Path) -> dict[tuple[str, str], list[str]]:
    """Which kommuner have a file of their own for a thing of the common model, by its folder and id."""
    found: dict[tuple[str, str], list[str]] = {}
    for path in sorted((root / FOLDER).glob("*/*/*.yml")):
        if path.parent.name != REVIEWED:
            found.setdefault((path.parent.name, path.stem), []).append(path.parent.parent.name)
    return found


def last_reviewed(root: Path, kommun: str, deviation: Deviation) -> Path | None:
    """The copy that a deviation was last held against, also from before the thing got its present id."""
    olds = deviation.common.get("ersätter", [])
    names = [deviation.file, *(f"{Path(deviation.file).parent.name}/{old}.yml" for old in olds)]
    paths = [reviewed_copy(root, kommun, name) for name in names]
    return next((path for path in paths if path.exists()), None)


def stale_copies(root: Path, kommun: str, deviations: list[Deviation]) -> list[Path]:
    """The copies that no deviation is held against any more."""
    used = {reviewed_copy(root, kommun, deviation.file) for deviation in deviations}
    return [path for path in sorted((root / FOLDER / kommun / REVIEWED).rglob("*.yml")) if path not in used]


def reviewed_copy(root: Path, kommun: str, file: str) -> Path:
    """Where the common file is kept as it was when the kommun last accepted its deviation."""
    return root / FOLDER / kommun / REVIEWED / Path(file).parent.name / Path(file).name
