"""Sagolandet, an invented region: it builds in a few seconds, for what is the same whatever the model is."""

from __future__ import annotations

import shutil
from pathlib import Path

from project import ROOT, copy_project

SAGOLANDET = ROOT / "tests" / "exempel" / "sagolandet"


def copy_sagolandet(target: Path) -> Path:
    """A copy of the project as Sagolandet has it: one folder is another, and nothing else."""
    root = copy_project(target)
    shutil.rmtree(root / "model" / "gemensam")
    shutil.copytree(SAGOLANDET, root / "model" / "gemensam")
    return root
