"""Pages as blocks that can be laid beside each other: nothing in them leads anywhere, fetches or runs."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from xml.etree.ElementTree import Element

from samverkan.markup.markdown import as_html, tree

KEPT = ("class", "colspan", "rowspan", "lang", "scope")
HEADINGS = {f"h{n}": f"h{min(6, n + 2)}" for n in range(1, 7)}
# What needs its picture or its script; and what only groups, and so can be looked into.
LEFT_OUT = ("svg", "img", "script", "style", "button", "input", "select", "nav", "form")
ON_SCREEN = "skarm"  # the ways on, among them to the files
GROUPS = ("div", "section", "article", "ol", "ul", "details", "aside")


@dataclass(frozen=True)
class Pair:
    """What a piece of a page says now and what it becomes, as HTML that is safe to show; either may be empty."""

    before: str
    after: str


def pairs(before: str, after: str) -> list[Pair]:
    """The pieces of two pages, as Markdown, that differ."""
    old, new = _blocks(before), _blocks(after)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Pair("\n".join(old[i1:i2]), "\n".join(new[j1:j2])) for tag, i1, i2, j1, j2 in codes if tag != "equal"]


def whole(text: str) -> str:
    """A whole page."""
    return as_html(_tame(tree(text))) if text else ""


def _blocks(text: str) -> list[str]:
    return [as_html(_around(one)) for one in _pieces(_tame(tree(text)))] if text else []


def _pieces(root: Element) -> list[Element]:
    """The smallest pieces that make sense alone: what only groups is looked into."""
    return [piece for one in root for piece in (_pieces(one) if one.tag in GROUPS and len(one) else [one])]


def _around(piece: Element) -> Element:
    root = Element("page")
    piece.tail = ""
    root.append(Element("ul") if piece.tag == "li" else piece)
    if piece.tag == "li":
        root[0].append(piece)
    return root


def _tame(root: Element) -> Element:
    """The elements without addresses, ids and what would have to be fetched; headings come under the page's own."""
    for element in root.iter():
        if element.tag in LEFT_OUT or "hidden" in element.attrib or ON_SCREEN in element.get("class", "").split():
            after = element.tail
            element.clear()
            element.tag, element.tail = "span", after
        element.tag = HEADINGS.get(element.tag, element.tag)
        for name in [name for name in element.attrib if name not in KEPT]:
            del element.attrib[name]
    return root
