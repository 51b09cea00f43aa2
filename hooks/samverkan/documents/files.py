"""The files of a web's documents, made or taken from what was made before; what has changed is made anew.

What a document says and how it looks is its name in the cache, never its time; what all of them are made of is the
name of their list. Each publisher has a folder there, since several webs are built at once, and keeps only what its
last build used.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from samverkan.documents.made import documents
from samverkan.documents.pdf import Printer
from samverkan.documents.unchanged import made_of
from samverkan.documents.word import as_word, word_key
from samverkan.pages.render import Renderer
from samverkan.phrases import size_of

PLACE = ".cache/dokument"
# With this the web is built without documents: DOKUMENT=nej make site.
WISH, NO = "DOKUMENT", "nej"


@dataclass(frozen=True)
class Made:
    """A document's file: its format as the pages say it, its place in the web, and what it holds."""

    format: str
    path: str
    content: bytes

    @property
    def size(self) -> str:
        """How heavy it is, in words."""
        return size_of(self.content)


def files(root: Path, renderer: Renderer) -> Iterator[Made]:
    """Every document's files, each told to `renderer` too, so that its page can link them; raises NotMade.

    `root` is the project's folder. None where the one who builds has asked for none.
    """
    if os.environ.get(WISH) == NO:
        return
    model = renderer.model
    place = root / PLACE / (model.local.kommun if model.local else "-")
    listing = place / f"{made_of(renderer, root / 'docs')}.json"
    listed = _listed(listing)
    if listed is None:
        rows = []
        for page, name, made in _made(root, place, renderer):
            rows.append((page, made.format, made.path, name))
            yield _told(renderer, page, made)
        _new(listing, json.dumps(rows).encode())
        _forget(place, {listing.name, *(name for *_, name in rows)})
        return
    for page, made in listed:
        yield _told(renderer, page, made)


def _told(renderer: Renderer, page: str, made: Made) -> Made:
    renderer.documents.setdefault(page, []).append(made)
    return made


def _listed(listing: Path) -> list[tuple[str, Made]] | None:
    """What was made of the same: each file with its page; None unless all of it is still there."""
    try:
        rows = json.loads(listing.read_bytes())
        return [(page, Made(format, path, (listing.parent / name).read_bytes())) for page, format, path, name in rows]
    except (OSError, ValueError):
        return None


def _made(root: Path, place: Path, renderer: Renderer) -> Iterator[tuple[str, str, Made]]:
    """Each file with its page and its name in the cache; PDFs are set while the next documents are read through."""
    printer = Printer(root / "docs", renderer.model.today)
    pool = ThreadPoolExecutor(os.cpu_count())
    waiting = []
    for one in documents(renderer):
        document = one.document
        forms = [("PDF", "pdf", printer.key, printer.pdf)]
        if one.word:
            forms.append(("Word", "docx", word_key, as_word))
        for format, suffix, key, make in forms:
            path = place / f"{key(document)}.{suffix}"
            content = pool.submit(_content, path, partial(make, document))
            waiting.append((one.page, path.name, format, f"{document.path}.{suffix}", content))
    try:
        for page, name, format, target, content in waiting:
            yield page, name, Made(format, target, content.result())
    finally:
        pool.shutdown(cancel_futures=True)


def _content(path: Path, make: Callable[[], bytes]) -> bytes:
    return _kept(path) or _new(path, make())


def _kept(path: Path) -> bytes:
    """What was made before; empty where nothing was."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _new(path: Path, raw: bytes) -> bytes:
    """Keep what has been made; a cache that cannot be written is left."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(f"{path.suffix}.{os.getpid()}")
        new.write_bytes(raw)
        new.replace(path)
    except OSError:
        pass
    return raw


def _forget(place: Path, used: set[str]) -> None:
    for path in place.glob("*.*"):
        if path.name not in used:
            path.unlink(missing_ok=True)
