"""A project where two kommuner have contacts and things have new ids: the county's web of it, and Gnesta's."""

from __future__ import annotations

import shutil
from pathlib import Path

from project import ROOT, build, copy_project
from samverkan.reading.folders import COMMON, FOLDER

COUNTY, GNESTA, TROSA = "gemensam", "gnesta", "trosa"
EXAMPLE = ROOT / "tests" / "exempel" / GNESTA
# What the project says that it has replaced, by file; and where it is published.
REPLACED = {
    "rutiner/orosanmalan.yml": ("ordning: 1\n", "ordning: 1\nersätter: [gammal-rutin]\n"),
    "funktioner/anmalare.yml": ("id: anmalare\n", "id: anmalare\nersätter: [gammal-funktion]\n"),
    "forum/nsv.yml": ("id: nsv\n", "id: nsv\nersätter: [gammalt-forum]\n"),
    "fragor/orolig.yml": ("ordning: 1\n", "ordning: 1\nersätter: [gammal-fraga]\n"),
    "rutiner/konsultation.yml": ("  - id: ge-rad\n", "  - id: ge-rad\n    ersätter: [gammalt-steg]\n"),
    "installningar.yml": ("id: installningar\n", "id: installningar\nadress: https://exempel.se/webb\n"),
}


def build_two(target: Path) -> None:
    """The project in `target`/projekt; the webs beside it, in folders of their kommun's id."""
    root = copy_project(target / "projekt")
    for name, (before, after) in REPLACED.items():
        _replace(root / COMMON / name, before, after)
    for kommun in (GNESTA, TROSA):
        shutil.copytree(EXAMPLE, root / FOLDER / kommun)
    shutil.rmtree(root / FOLDER / TROSA / "rutiner")
    settings = root / FOLDER / TROSA / "installningar.yml"
    _replace(settings, "standard: ja\n", "")
    _replace(settings, "adress:", "#adress:")
    for kommun in (COUNTY, GNESTA):
        build(target / kommun, root=root, kommun=kommun)


def _replace(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, file.name
    file.write_text(text.replace(before, after), encoding="utf-8")
