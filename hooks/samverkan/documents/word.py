"""A document as Word: the kommun can edit it, tick its boxes and send it, and nothing is fetched from elsewhere."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from samverkan.documents.blocks import OF, PAGE, Document, Run, Sheet
from samverkan.documents.word_base import base, packed_again
from samverkan.documents.word_blocks import Place, Writer
from samverkan.documents.word_text import field, field_code, field_mark, runs, text, w

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement as Element
    from docx.section import Section

# The contents have links but no page numbers: no number is known before Word has laid out the pages, and a wrong one
# is worse than none. Who updates the field in Word gets the same list of what is then there.
_CONTENTS = r'TOC \o "1-2" \n \h \z \u'
_IN_CONTENTS = 2
# What decides how a document looks, besides what it says: this writer and what it begins from.
_LOOK = hashlib.sha256(
    b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("word*/*.xml")))
    + b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("word*.py")))
    + docx.__version__.encode()
)


def word_key(document: Document) -> str:
    """What tells one document from another: all that it says and how it looks."""
    whole = _LOOK.copy()
    whole.update(repr(document).encode())
    return whole.hexdigest()


def as_word(document: Document) -> bytes:
    """The document as the bytes of a .docx; the same document always gives the same bytes."""
    word = docx.Document(io.BytesIO(base()))
    section = word.sections[0]
    if document.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    _properties(word, document)
    width = _width(section)
    _head_and_foot(section, document.sheet, document.title, width)
    writer = Writer(word.part, word.part.numbering_part.element, width)
    title = writer.paragraph([text(document.title)], Place(), "Title")
    about = [writer.paragraph([text(document.about)], Place(), "Subtitle")] if document.about else []
    written = list(writer.write(document.blocks, Place()))
    contents = _contents(writer) if document.contents else []
    # Word wants a paragraph after the last table.
    last = [w("p")] if written and written[-1].tag == qn("w:tbl") else []
    end = word.element.body.sectPr
    for element in (title, *about, *contents, *written, *last):
        end.addprevious(element)
    saved = io.BytesIO()
    word.save(saved)
    return packed_again(saved.getvalue())


def _properties(word: Word, document: Document) -> None:
    """What the file says of itself; never a person or a day, which only the clock would know."""
    said = word.core_properties
    said.title, said.subject = document.title, document.about
    said.author = said.last_modified_by = document.sheet.publisher


def _width(section: Section) -> int:
    """The width of the text in twentieths of a point."""
    sides = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (side.twips if side is not None else 0 for side in sides)
    return page - left - right


def _head_and_foot(section: Section, sheet: Sheet, title: str, width: int) -> None:
    """What every page says, in the words of the PDF: whose it is, how it stands, where the current one is, its page."""
    header, footer = section.header.part, section.footer.part
    page = [text(f"{PAGE} "), field("PAGE", "1"), text(f" {OF} "), field("NUMPAGES", "1")]
    head = _two_sides("Header", [text(sheet.whose, w("b"))], [text(title)], width)
    told = [Run(" ".join(filter(None, [sheet.fetched, sheet.latest])))]
    if sheet.address:
        told.append(Run(sheet.address, href=sheet.address))
    lines = [
        _two_sides("Footer", [text(sheet.state, w("b"))], page, width),
        w("p", w("pPr", w("pStyle", val="Footer")), *runs(tuple(told), footer)),
    ]
    header.element[:] = [head]
    footer.element[:] = lines


def _two_sides(style: str, left: list[Element], right: list[Element], width: int) -> Element:
    about = w("pPr", w("pStyle", val=style), w("tabs", w("tab", val="right", pos=width)))
    return w("p", about, *left, w("r", w("tab")), *right)


def _contents(writer: Writer) -> list[Element]:
    """The contents, as the field that Word knows them by and with links that work before it is updated."""
    listed = [heading for heading in writer.headings if heading[0] <= _IN_CONTENTS]
    if not listed:
        return []
    begin = [field_mark("begin"), field_code(_CONTENTS), field_mark("separate")]
    lines = [w("p", w("pPr", w("pStyle", val="TOCHeading")), text("Innehåll"))]
    for at, (level, words, mark) in enumerate(listed):
        line = w("p", w("pPr", w("pStyle", val=f"TOC{level}")), *(begin if at == 0 else []))
        line.append(w("hyperlink", text(words, w("rStyle", val="Hyperlink")), anchor=mark, history=1))
        lines.append(line)
    lines[-1].append(field_mark("end"))
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return [w("sdt", w("sdtPr", gallery), w("sdtContent", *lines))]
