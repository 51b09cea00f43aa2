"""Where everything lies under the project's root, and which kommuner have a folder there."""

from __future__ import annotations

from pathlib import Path

COMMON = "model/gemensam"
FOLDER = "model/lokalt"
# Which setting says where an invented kommun's built web lies, and where on the county's web it is shown.
EXAMPLE = "SAMVERKAN_EXEMPEL"
EXAMPLE_FOLDER = "exempelkommun"
# Where pages written by hand lie: those of the engine, and the region's own, which come before them.
DOCS = "docs"
PAGES = f"{COMMON}/sidor"
SETTINGS = "installningar.yml"
# Copies of the county's files as they were when a kommun last accepted its deviations from them.
REVIEWED = "granskat"
README = "LÄS-MIG.txt"
CONTACTS_CSV = "kontakter.csv"
CONTACT_LISTS = (CONTACTS_CSV, "kontakter.xlsx", "kontakter.ods")


def kommuner(root: Path) -> list[str]:
    """The kommuner that have a folder of their own, by id."""
    folder = root / FOLDER
    there = folder.iterdir() if folder.is_dir() else ()
    return sorted(path.name for path in there if path.is_dir() and not path.name.startswith("."))


def reviewed_copy(kommun: str, file: str) -> str:
    """Where the county's file is kept as it was when the kommun last accepted its own `file`."""
    path = Path(file)
    return f"{FOLDER}/{kommun}/{REVIEWED}/{path.parent.name}/{path.name}"
