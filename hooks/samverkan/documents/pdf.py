"""Documents as PDF: tagged, with a title, bookmarks and a language (PDF/UA-1), the same to the byte each time."""

from __future__ import annotations

import hashlib
import json
import threading
from dataclasses import fields, is_dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst

from samverkan.documents.blocks import OF, PAGE, Document
from samverkan.pages.qr import square

HERE = Path(__file__).parent
TEMPLATE = (HERE / "mall.typ").read_bytes()
FONTS = HERE / "fonts"
# What decides how a document looks, besides what it says.
LOOK = hashlib.sha256(repr([TEMPLATE, version("typst"), *(f.read_bytes() for f in sorted(FONTS.iterdir()))]).encode())


class NotMade(Exception):
    """A document that could not be made: which, and what the maker said."""

    def __init__(self, document: Document, said: str) -> None:
        super().__init__(f"Dokumentet ”{document.title}” ({document.path}.pdf) gick inte att göra: {said}")


class Printer:
    """Makes PDFs; `docs` is the folder that a publisher's logo lies in, `day` the day that the documents tell of."""

    def __init__(self, docs: Path, day: date) -> None:
        self.docs, self.day = docs, day
        self.fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
        self.mine = threading.local()  # a compiler makes one document at a time

    @property
    def compiler(self) -> typst.Compiler:
        """The compiler of the thread that asks."""
        if not hasattr(self.mine, "compiler"):
            self.mine.compiler = typst.Compiler(root=self.docs, font_paths=self.fonts)
        return self.mine.compiler  # type: ignore[no-any-return]

    def key(self, document: Document) -> str:
        """What tells one document from another: all that it says and how it looks."""
        whole = LOOK.copy()
        whole.update(self.data(document).encode())
        if document.sheet.logo:
            whole.update((self.docs / document.sheet.logo).read_bytes())
        return whole.hexdigest()

    def data(self, document: Document) -> str:
        """The document as the template reads it."""
        logo = f"/{document.sheet.logo}" if document.sheet.logo else ""
        said = plain(document) | {"day": [self.day.year, self.day.month, self.day.day]}
        sheet = document.sheet
        said["sheet"] |= {"logo": logo, "whose": sheet.whose, "state": sheet.state}
        said["sheet"] |= {"fetched": sheet.fetched, "latest": sheet.latest, "page": [PAGE, OF]}
        said["qr"] = square(document.sheet.address) if document.sheet.address else ""
        return json.dumps(said, ensure_ascii=False)

    def pdf(self, document: Document) -> bytes:
        """The PDF; raises NotMade."""
        inputs = {"data": self.data(document)}
        try:
            made: Any = self.compiler.compile(TEMPLATE, format="pdf", sys_inputs=inputs, pdf_standards="ua-1")
        except (RuntimeError, OSError, ValueError) as error:
            raise NotMade(document, str(error)) from None
        return bytes(made)


def plain(value: Any) -> Any:
    """A block, or what stands in one, as JSON has it; `block` is its kind."""
    if is_dataclass(value) and not isinstance(value, type):
        inside = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {"block": type(value).__name__, **inside}
    return [plain(one) for one in value] if isinstance(value, tuple) else value
