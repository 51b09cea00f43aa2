"""Golden cases: a small valid model in cases/grund/, a change to it, and every finding that follows."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml
from samverkan.load import MAX_BYTES
from samverkan.read_yaml import MAX_DEPTH

CASES = Path(__file__).parent / "cases"
BASE = CASES / "grund"
# The day that the cases' reviews are held against: the valid model is reviewed and not yet due.
TODAY = date(2026, 6, 1)

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

    @property
    def name(self) -> str:
        """Folder and name: what the test is called in the report."""
        return f"{self.path.parent.name}/{self.path.stem}"

    def lay_out(self, root: Path) -> Path:
        """Write the valid model with this case's change under `root`; returns `root`."""
        model = base_model(root) / "model" / "gemensam"
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
        return root


def base_model(root: Path) -> Path:
    """Copy the valid model to `root`/model/gemensam; returns `root`."""
    shutil.copytree(BASE, root / "model" / "gemensam")
    return root


def cases() -> list[Case]:
    """Every case, in the order of folders and names."""
    paths = sorted(path for path in CASES.rglob("*.yml") if BASE not in path.parents)
    return [Case(path, **yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths]
