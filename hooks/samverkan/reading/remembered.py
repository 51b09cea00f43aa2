"""What a check has read and found is remembered in .cache/, so that the next one reads only what has changed.

Each file is known by what it says, never by its time, and all of it by the program's own code, Python and the
installed packages: after a change in any of them nothing is recalled. What cannot be read is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.findings import Finding, Mark
from samverkan.reading.program import program

if TYPE_CHECKING:
    from samverkan.reading.document import Document

PLACE = ".cache/granskning"
ANSWER = "svar.json"
CODE = Path(__file__).resolve().parent.parent
# What a check looks at.
READ = ("mkdocs.yml", "model", "docs")
# What else decides the answer.
WISHES = ("SAMVERKAN_KOMMUN", "SAMVERKAN_DATUM")

Key = tuple[str, str, bytes]


@dataclass(frozen=True)
class Answer:
    """What a check says: its findings, and a line about what comes next, which is no finding and may be empty."""

    findings: list[Finding]
    next: str = ""


# No model has as many files; a preview that goes on for days begins anew.
MANY = 20_000
# Everything that this process has read or recalled, by file, kind and content; what it has used, by folder;
# and what is kept in each file of the cache.
_documents: dict[Key, Document] = {}
_used: dict[str, set[Key]] = {}
_kept: dict[str, object] = {}
# Templates that have been compiled, by their name and text (pages/compiled.py).
templates: dict[str, bytes] = {}
TEMPLATES = "mallar"


def remembered(file: str, kind: str, raw: bytes, make: Callable[[], Document]) -> Document:
    """The Document of a file that says `raw`: the one that was made before, else what `make` gives."""
    key = (file, kind, hashlib.sha256(raw).digest())
    if len(_documents) > MANY:
        _documents.clear()
        _used.clear()
    if key not in _documents:
        _documents[key] = make()
    _used.setdefault(file.rpartition("/")[0], set()).add(key)
    return _documents[key]


def question(root: Path) -> str:
    """What decides what a check says: every file, the wishes, the day; a digest."""
    whole = hashlib.sha256(repr([date.today(), *(os.environ.get(wish) for wish in WISHES)]).encode())
    for name in READ:
        for line in _told(root / name, name):
            whole.update(line)
    return whole.hexdigest()


def answer(root: Path, question: str) -> Answer | None:
    """What the last check said, if it had the same question; else None."""
    try:
        told = json.loads((_place(root) / ANSWER).read_text(encoding="utf-8"))
        if told["fråga"] != question:
            return None
        return Answer([Finding(Mark(*mark), *rest) for mark, *rest in told["svar"]], told["härnäst"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def recall(root: Path) -> None:
    """Remember what earlier checks have read."""
    for path in _place(root).glob("*.pickle"):
        try:
            digest, raw = path.read_bytes().split(b"\n", 1)
            if digest == _digest(raw):  # else half written, or somebody else's
                made = pickle.loads(raw)
                if path.stem == TEMPLATES:
                    templates.update(made)
                    _kept[TEMPLATES] = list(made)
                else:
                    _documents.update(made)
                    _kept[path.stem] = _known(made)
        except (OSError, ValueError):
            continue


def keep(root: Path, question: str, answer: Answer) -> None:
    """Remember what was read and said, and nothing older; a cache that cannot be written is left."""
    place = _place(root)
    try:
        for old in place.parent.iterdir() if place.parent.is_dir() else ():
            if old != place:
                shutil.rmtree(old, ignore_errors=True)
        place.mkdir(parents=True, exist_ok=True)
        for folder, keys in _used.items():
            name = hashlib.sha256(folder.encode(errors="surrogateescape")).hexdigest()[:16]
            documents = {key: _documents[key] for key in sorted(keys)}
            if _kept.pop(name, None) != _known(documents):
                _dump(place / f"{name}.pickle", documents)
        if _kept.pop(TEMPLATES, None) != list(templates):
            _dump(place / f"{TEMPLATES}.pickle", templates)
        for gone in _kept:
            (place / f"{gone}.pickle").unlink(missing_ok=True)
        found = [astuple(finding) for finding in answer.findings]
        told = json.dumps({"fråga": question, "svar": found, "härnäst": answer.next})
        _write(place / ANSWER, told.encode())
    except OSError:
        return


def _known(documents: dict[Key, Document]) -> object:
    """What tells one set of documents from another: which they are, and with what they have been checked."""
    return [(key, sound and sound[0]) for key, sound in sorted((key, made.sound) for key, made in documents.items())]


def _place(root: Path) -> Path:
    return root / PLACE / program(CODE, (".py", ".md"))


def _told(path: Path, name: str) -> Iterator[bytes]:
    """What a file says, or every file of a folder: its name, what sort of file it is, its content."""
    try:
        about = path.lstat()
        yield f"\0{name}\0{about.st_mode}\0".encode(errors="surrogateescape")
        if stat.S_ISDIR(about.st_mode):
            for entry in sorted(os.listdir(path)):
                yield from _told(path / entry, f"{name}/{entry}")
        elif stat.S_ISLNK(about.st_mode):
            yield os.readlink(path).encode(errors="surrogateescape")
        elif stat.S_ISREG(about.st_mode):
            yield hashlib.sha256(path.read_bytes()).digest()
    except OSError as error:
        yield f"\0{name}\0{error.errno}\0".encode(errors="surrogateescape")


def _digest(raw: bytes) -> bytes:
    return hashlib.sha256(raw).hexdigest().encode()


def _dump(path: Path, made: object) -> None:
    raw = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    _write(path, _digest(raw) + b"\n" + raw)


def _write(path: Path, raw: bytes) -> None:
    """All of it or nothing, also when two checks write at once."""
    new = path.with_suffix(f".{os.getpid()}")
    new.write_bytes(raw)
    new.replace(path)
