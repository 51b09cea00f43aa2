"""What the checks find, for one who sees no files: which thing it is about, in words, and the way to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from re import Match

from samverkan.findings import Finding
from samverkan.kinds import ALONE, KINDS, LOCAL_KINDS, Thing
from samverkan.kinds.installningar import Inställningar
from samverkan.reading.sources import Sources
from samverkan.resolve import Model

ALL: tuple[type[Thing], ...] = (*LOCAL_KINDS, *KINDS, *ALONE, Inställningar)
BY_FOLDER = {kind.folder: kind for kind in ALL}
FILE = re.compile(r"\b(?:model|docs)/[\w./-]+\.(?:yml|md|json)(?::\d+)*")
# What can be told of a file only to those who see it.
COMMAND = re.compile(r"(?:Kör|Skapa den): make [^.]*\.?")


@dataclass(frozen=True)
class Told:
    """A finding in words."""

    where: str  # which thing; empty where the form shows it at the field
    to: str  # the address of its form under the editor's own; empty where it has none
    what: str
    mend: str


def names_of(sources: Sources, model: Model) -> dict[str, str]:
    """What each file is about: the kind and the name, also of what is wrong and so not in the model."""
    said = {document.file: _name(document.file, document.data.get("namn")) for document in sources.common}
    said |= {document.file: _name(document.file, document.data.get("namn")) for document in sources.own}
    for thing in model.everything():
        said |= dict.fromkeys(thing.files, f"{thing.kind} ”{thing.namn}”")
    return said


def about(file: str, names: dict[str, str]) -> str:
    """What a file is about, also one that is gone."""
    return names.get(file) or _name(file, None)


def told(findings: Iterable[Finding], names: dict[str, str], here: str = "") -> list[Told]:
    """Findings in words; what is in the file `here` is shown where it stands."""
    return [
        Told(
            "" if one.mark.file == here else names.get(one.mark.file) or _name(one.mark.file, None),
            "" if one.mark.file == here else address(one.mark.file),
            _said(one.message[:1].upper() + one.message[1:], names),
            _said(one.mend, names),
        )
        for one in dict.fromkeys(findings)
    ]


def address(file: str) -> str:
    """The address of a file's form; empty where it has none."""
    path = PurePosixPath(file)
    if path.stem == Inställningar.folder:
        return "installningar"
    kind = BY_FOLDER.get(path.parent.name)
    return f"sak/{kind.folder}/{path.stem}" if kind and path.suffix == ".yml" else ""


def _name(file: str, name: object) -> str:
    path = PurePosixPath(file)
    kind = BY_FOLDER.get(path.stem) or BY_FOLDER.get(path.parent.name)
    if path.stem in BY_FOLDER and kind:
        return kind.plural.lower()
    return f"{kind.kind} ”{name or path.stem}”" if kind else f"”{path.stem}”"


def _said(text: str, names: dict[str, str]) -> str:
    def named(match: Match[str]) -> str:
        file = re.sub(r"(?::\d+)+$", "", match[0])
        return names.get(file) or _name(file, None)

    return COMMAND.sub("Be den som sköter webben om hjälp.", FILE.sub(named, text))
