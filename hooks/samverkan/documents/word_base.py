"""The bare Word package that every document begins as: its looks, lists and settings, and nothing of anyone's."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

# Where the files of word_base/ stand in the package. The looks name Arial: it is on every Windows and Mac, LibreOffice
# has letters of the same widths, and a font within the file would be left unread by Word on the web and on a phone.
_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}


@cache
def base() -> bytes:
    """An empty document in Swedish on A4."""
    folder = Path(__file__).parent / "word_base"
    return package((name, (folder / file).read_bytes()) for name, file in _PARTS.items())


def package(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The parts as one file, without the time it was made: the same parts always give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return made.getvalue()


def packed_again(file: bytes) -> bytes:
    """A package that another program has packed, without the time when it did so."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return package((name, archive.read(name)) for name in archive.namelist())
