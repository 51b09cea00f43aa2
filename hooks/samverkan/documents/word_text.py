"""Elements of Word: text, links, boxes to tick and fields."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from samverkan.documents.blocks import Inline, Run

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

# XML cannot say these.
_UNSAID = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Word opens no file with a longer title of a box.
_TITLE = 64
_UNTICKED, _TICKED = "2610", "2612"
_BOX_FONT = "MS Gothic"


def w(tag: str, *children: Element, prefix: str = "w", **values: object) -> Element:
    """An element with its attributes, which have the same prefix, and what is in it."""
    made = OxmlElement(f"{prefix}:{tag}", {qn(f"{prefix}:{name}"): str(value) for name, value in values.items()})
    made.extend(children)
    return made


def plain(inline: Inline) -> str:
    """The text without looks or addresses."""
    return _UNSAID.sub(" ", "".join(run.text for run in inline))


def text(words: str, *looks: Element) -> Element:
    """A run of words; `looks` are in the order that Word asks for: rStyle, rFonts, b, i."""
    lines: list[Element] = []
    for line in words.split("\n"):
        said = w("t")
        said.text = _UNSAID.sub(" ", line)
        said.set(qn("xml:space"), "preserve")
        lines += [w("br"), said] if lines else [said]
    return w("r", *([w("rPr", *looks)] if looks else []), *lines)


def runs(inline: Inline, part: Part) -> Iterable[Element]:
    """The text as runs and links; `part` is what holds the addresses."""
    for run in inline:
        yield _link(run, part) if run.href else text(run.text, *_looks(run))


def _looks(run: Run) -> list[Element]:
    return [*([w("b")] if run.strong else []), *([w("i")] if run.emphasis else [])]


def _link(run: Run, part: Part) -> Element:
    # Word calls the whole file broken if one address has a sign that no address may have.
    address = quote(run.href, safe="%/:?#[]@!$&'()*+,;=~")
    made = w("hyperlink", text(run.text, w("rStyle", val="Hyperlink"), *_looks(run)))
    made.set(qn("r:id"), part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    return made


def tick_box(number: int, title: str) -> Element:
    """A box that is ticked in Word and LibreOffice; `title` is what is read aloud, `number` no other box has."""
    font = w("rFonts", ascii=_BOX_FONT, eastAsia=_BOX_FONT, hAnsi=_BOX_FONT)
    states = [
        w("checked", prefix="w14", val=0),
        w("checkedState", prefix="w14", val=_TICKED, font=_BOX_FONT),
        w("uncheckedState", prefix="w14", val=_UNTICKED, font=_BOX_FONT),
    ]
    about = [w("alias", val=_short(title)), w("tag", val=f"ruta-{number}"), w("id", val=number)]
    shown = text(chr(int(_UNTICKED, 16)), font)
    return w("sdt", w("sdtPr", *about, w("checkbox", *states, prefix="w14")), w("sdtContent", shown))


def _short(title: str) -> str:
    title = " ".join(title.split())
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"


def field(instruction: str, shown: str) -> Element:
    """What Word works out itself, as the page's number; `shown` stands there until it has."""
    return w("fldSimple", text(shown), instr=f" {instruction} ")


def field_mark(kind: str) -> Element:
    """Where a field of several paragraphs begins, shows its result and ends: begin, separate, end."""
    return w("r", w("fldChar", fldCharType=kind))


def field_code(instruction: str) -> Element:
    """What such a field is told to do."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    return w("r", code)
