"""The real project with something nasty last in every text of its model, and of a kommun's own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from project import ROOT, copy_project
from samverkan import examine
from samverkan.kinds import KINDS
from samverkan.kinds.base import Place
from samverkan.reading.load import load_file

# Ends an attribute and begins others, where nothing escapes it.
QUOTES = ' " onmouseover="alert(1)" x="'
KOMMUN = "gnesta"
# What names things, or is looked for in other texts. What else is no text refuses the payload, and stays as it was.
OTHER = {"id", "ersätter", "mot", "efter", "ord"}


def poisoned(target: Path, payload: str) -> Path:
    """A copy of the project, with the example kommun, in which each text that takes the payload has it last."""
    root = copy_project(target)
    shutil.copytree(ROOT / "tests" / "exempel" / KOMMUN, root / "model" / "lokalt" / KOMMUN, dirs_exist_ok=True)
    shutil.rmtree(root / "model" / "lokalt" / KOMMUN / "granskat", ignore_errors=True)
    files = [path.relative_to(root).as_posix() for path in (root / "model").rglob("*.yml")]
    before = {file: load_file(root / file, file, KINDS[0]).data for file in files}
    spared: dict[str, set[Place]] = {file: set() for file in files}
    for _ in range(10):
        for file in files:
            data = _with(before[file], payload, spared[file], ())
            # JSON is YAML, with each text on a line of its own.
            (root / file).write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        wrong = [finding for finding in examine(root, kommun=KOMMUN)[1] if finding.severity == "fel"]
        if not wrong:
            return root
        for file, line in {(finding.mark.file, finding.mark.line) for finding in wrong}:
            if file not in spared:
                continue  # a kommun whose settings are among what is wrong
            # What refuses the payload keeps its own text.
            marks = load_file(root / file, file, KINDS[0]).marks
            spared[file] |= {place for place, mark in marks.items() if mark.line == line}
    raise AssertionError("\n".join(map(str, wrong[:5])))


def _with(value: Any, payload: str, spared: set[Place], at: Place) -> Any:
    if isinstance(value, dict):
        return {key: _with(inner, payload, spared, (*at, key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with(inner, payload, spared, (*at, number)) for number, inner in enumerate(value)]
    mine = value is not None and at not in spared and not OTHER & set(at)
    return f"{value}{payload}" if mine else value
