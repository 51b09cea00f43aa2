"""The project that a command is run in: the folder with mkdocs.yml and model/, here or above."""

from __future__ import annotations

from pathlib import Path


def _root(here: Path) -> Path:
    """The nearest folder, from `here` up, that is a samverkanswebb; SystemExit in Swedish where there is none."""
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "model").is_dir():
            return folder
    raise SystemExit(f"{here} ligger inte i en samverkanswebb. Gå till projektets mapp, den med mkdocs.yml och model/.")


ROOT = _root(Path.cwd())
