"""Fields that have got another name, changed where a fork wrote the old one: key lines and pins, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samverkan.commands.review import pinned
from samverkan.commands.whole_file import write_whole
from samverkan.kinds import KINDS, Region
from samverkan.kinds.deviation import fingerprint
from samverkan.reading.check import new_names
from samverkan.reading.document import Document
from samverkan.reading.folders import COMMON, FOLDER, REVIEWED
from samverkan.reading.load import load_file

KIND = {kind.folder: kind for kind in KINDS}


def migrate(root: Path) -> tuple[list[str], list[str]]:
    """Give each old field its new name, in every model file; returns what was done, and what is left to do by hand.

    A kommun's copy of what it has reviewed gets the new names too, and the pin that names the copy follows, so that
    nothing has to be reviewed for the sake of a name. A file that would not say the same afterwards is left alone.
    """
    new = new_names([load_file(root / COMMON / f"{Region.folder}.yml", f"{COMMON}/{Region.folder}.yml", Region)])
    done: list[str] = []
    by_hand: list[str] = []
    pins: dict[tuple[Path, str], str] = {}
    for path in _files(root, {folder for folder, _ in new}):
        file = path.relative_to(root).as_posix()
        document = load_file(path, file, KIND[path.parent.name])
        folder = path.parent.name
        names = {key: new[folder, key] for key in document.data if (folder, key) in new}
        data = {names.get(key, key): value for key, value in document.data.items()}
        text = _renamed(path.read_bytes().decode("utf-8"), document, names)
        own = path.parent.parent
        if own.name == REVIEWED and names:
            pins[own.parent / path.parent.name / path.name, fingerprint(document.data)] = fingerprint(data)
        elif pin := pins.get((path, str(document.data.get("mot")))):
            data["mot"] = pin
            text = pinned(text, document, pin)
        if data == document.data:
            continue
        before = path.read_bytes()
        write_whole({path: text.encode("utf-8")})
        if load_file(path, file, document.kind).data == data:
            told = [f"{old} heter nu {name}" for old, name in names.items()]
            done.append(f"{file}: {', '.join(told) or 'mot följer med'}")
        else:
            write_whole({path: before})
            by_hand.append(f"{file}: byt namn själv på {', '.join(names) or 'mot'}.")
    return done, by_hand


def _files(root: Path, folders: set[str]) -> Iterator[Path]:
    """The model files in folders of these names, the reviewed copies before what is held against them."""
    yield from sorted(path for folder in folders for path in (root / COMMON / folder).glob("*.yml"))
    for kommun in sorted((root / FOLDER).glob("*/")):
        for place in (kommun / REVIEWED, kommun):
            yield from sorted(path for folder in folders for path in (place / folder).glob("*.yml"))


def _renamed(text: str, document: Document, names: dict[str, str]) -> str:
    lines = text.split("\n")
    for old, name in names.items():
        at = document.marks[(old,)].line - 1
        lines[at] = lines[at].replace(old, name, 1)
    return "\n".join(lines)
