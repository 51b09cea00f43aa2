"""Golden cases: a small valid model in cases/grund/, a change to it, and every finding that follows.

A case with `kommun:` lays that kommun's files over the model; `blir:` says what comes of it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from samverkan.kinds.deviation import fingerprint
from samverkan.reading.folders import COMMON, FOLDER, REVIEWED, SETTINGS
from samverkan.reading.load import MAX_BYTES
from samverkan.reading.read_yaml import MAX_DEPTH

CASES = Path(__file__).parent / "cases"
BASE = CASES / "grund"
# The day that the cases' reviews are held against: the valid model is reviewed and not yet due.
TODAY = date(2026, 6, 1)

# What a kommun's settings have to say for nothing to be reported.
OWN_SETTINGS = """\
id: installningar
namn: Samverkan i Exempelkommun
utgivare: Exempelkommun
kontakt: webb@exempel.se
dataskyddsombud: dataskydd@exempel.se
tillgänglighet:
  uppfyller: helt
  bedömd: 2026-03-01
  uppdaterad: 2026-03-01
  metod: Självskattning
  rapportera: https://exempel.se/tillganglighet
"""
# Stands in a case for a review of the valid model, before the case's change to it.
REVIEWED_BEFORE = "mot: granskad"

# What cannot be written as readable text in a case; `skapa:` names one of these.
MADE: dict[str, Callable[[], bytes]] = {
    "latin-1": lambda: "id: skola\nnamn: Skolgården\n".encode("latin-1"),
    "utf-16": lambda: "id: skola\n".encode("utf-16"),
    "för stor": lambda: b"# " + b"x" * MAX_BYTES,
    "för djup": lambda: b"id: skola\nnamn: " + b"[" * MAX_DEPTH + b"]" * MAX_DEPTH + b"\n",
    "aliasbomb": lambda: (
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
        )
    ).encode(),
    "styrtecken": lambda: b"id: skola\nnamn: Skolan\x07\n",
}


@dataclass(frozen=True)
class Case:
    """One case: what it shows, how it changes the valid model, and the findings as text."""

    path: Path
    visar: str
    besked: str
    filer: dict[str, str | None] = field(default_factory=dict)
    byt: dict[str, dict[str, str]] = field(default_factory=dict)
    skapa: dict[str, str] = field(default_factory=dict)
    kommun: str | None = None
    lokalt: dict[str, str | None] | None = None
    # Files of several kommuner, of which none is named: what `make check` says then.
    kommuner: dict[str, dict[str, str | None]] = field(default_factory=dict)
    # Pages written by hand, by their path under docs/ (mkdocs.yml beside it, as ../mkdocs.yml).
    sidor: dict[str, str] = field(default_factory=dict)
    # A spreadsheet of contacts that the kommun reads in.
    csv: str | None = None
    # Per kind of gray zone: where each is, and which forum may settle it (test_grazoner.py).
    gråzoner: dict[str, list[str]] = field(default_factory=dict)
    # Per file of the model: its fields, or its parts by their ids (”steg › ring › vad”), after the overlay.
    blir: dict[str, dict[str, Any] | None] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Folder and name: what the test is called in the report."""
        return f"{self.path.parent.name}/{self.path.stem}"

    def lay_out(self, root: Path) -> Path:
        """Write the valid model with this case's change under `root`; returns `root`."""
        model = base_model(root) / COMMON
        for name, text in self.filer.items():
            (model / name).parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                (model / name).unlink()
            else:
                (model / name).write_text(text, encoding="utf-8")
        for name, changes in self.byt.items():
            text = (model / name).read_text(encoding="utf-8")
            for old, new in changes.items():
                assert text.count(old) == 1, f"{self.name}: ”{old}” står inte exakt en gång i {name}"
                text = text.replace(old, new)
            (model / name).write_text(text, encoding="utf-8")
        for name, what in self.skapa.items():
            (model / name).write_bytes(MADE[what]())
        if self.kommun and self.lokalt is not None:
            lay_local(root, self.kommun, self.lokalt)
        for kommun, files in self.kommuner.items():
            lay_local(root, kommun, files)
        for name, text in self.sidor.items():
            page = root / "docs" / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        return root


def lay_local(root: Path, kommun: str, files: Mapping[str, str | None]) -> None:
    """Write a kommun's files and, unless they say otherwise, settings in which nothing is missing."""
    for name, text in ({SETTINGS: OWN_SETTINGS} | files).items():
        if text is None:
            continue
        path = root / FOLDER / kommun / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if REVIEWED_BEFORE in text:
            text = text.replace(REVIEWED_BEFORE, f"mot: {fingerprint(read(BASE / name))}")
            copy = root / FOLDER / kommun / REVIEWED / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(BASE / name, copy)
        path.write_text(text, encoding="utf-8")


def read(path: Path) -> dict[str, Any]:
    """A valid model file as plain data, every value the text that stands there."""
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return data


def base_model(root: Path) -> Path:
    """Copy the valid model to `root`/model/gemensam; returns `root`."""
    shutil.copytree(BASE, root / COMMON)
    return root


def cases() -> list[Case]:
    """Every case, in the order of folders and names."""
    paths = sorted(path for path in CASES.rglob("*.yml") if BASE not in path.parents)
    return [Case(path, **yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths]
