"""Markdown as a tree of HTML elements, and the tree as HTML: what every page of the web is made by.

The Markdown is CommonMark with tables (pulldown-cmark), and two habits of attr_list and md_in_html that the
templates use: `{: #id .class key="value" }` last in a heading or after a link, and `markdown="span"` on an element
whose content is one line of Markdown. An element that has blank lines around its content needs no mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from re import Match
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from pyromark import Markdown, Options

ENGINE = Markdown(options=Options.ENABLE_TABLES)
SPAN = re.compile(
    r'<(?P<tag>[a-z0-9]+)(?P<before>[^<>]*) markdown="span"(?P<after>[^<>]*)>(?P<inside>.*?)</(?P=tag)>', re.S
)
# Private use: the checks refuse it in a text. First on a line, it makes the line nothing but text.
TEXT = "\ue000 "
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "source", "track", "wbr"})
RAW = frozenset({"script", "style"})
# Of SVG: an element without content may end itself.
DRAWN = frozenset({"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"})
ATTRIBUTES = re.compile(r"\{:\s*(?P<inside>[^{}\n]*?)\s*\}")
LAST = re.compile(r"\s*" + ATTRIBUTES.pattern + r"\s*$")
ONE = re.compile(r'#(?P<id>[^\s"]+)|\.(?P<css>[^\s"]+)|(?P<key>[\w-]+)="(?P<value>[^"]*)"')
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def tree(text: str) -> Element:
    """The page's Markdown as elements, under a root of no name of its own."""
    root = parsed(ENGINE.html(SPAN.sub(_span, text)))
    if "{:" in text:
        _attributes(root)
    return root


def well_formed(text: str) -> bool:
    """Whether the HTML that Markdown becomes is well formed, and so read fast."""
    return _strict(ENGINE.html(SPAN.sub(_span, text))) is not None


def first_paragraph(root: Element) -> str:
    """The words of the first paragraph without attributes of its own; empty where there is none."""
    found = next((element for element in root.iter("p") if not element.attrib), None)
    return "" if found is None else "".join(found.itertext())


def as_html(root: Element) -> str:
    """What stands inside the root, as HTML."""
    out = [_text(root.text)] if root.text else []
    for child in root:
        _write(child, out.append)
    return "".join(out).strip()


def _span(match: Match[str]) -> str:
    inside = " ".join(match["inside"].split())
    if inside:
        inside = ENGINE.html(TEXT + inside).removeprefix(f"<p>{TEXT}").removesuffix("</p>\n")
    return f"<{match['tag']}{match['before']}{match['after']}>{inside}</{match['tag']}>"


def parsed(made: str) -> Element:
    """The elements of HTML; what the templates write is well formed, what somebody writes by hand need not be."""
    root = _strict(made)
    if root is None:
        lenient = _Lenient()
        lenient.feed(made)
        root = lenient.whole()
    for element in root.iter():
        element.attrib.pop("markdown", None)
    return root


def _strict(made: str) -> Element | None:
    parser = XMLParser()
    try:
        parser.feed(f"<page>{made.replace('<br>', '<br />')}</page>")
        return parser.close()
    except ParseError:
        return None


class _Lenient(HTMLParser):
    """Elements of HTML as people write it: <br>, attributes without a value, an end that is missing."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.builder.start("page", {})
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while (last := self.open.pop()) != tag:
                self.builder.end(last)
            self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)

    def whole(self) -> Element:
        """The root, with all that was open ended."""
        self.close()
        while self.open:
            self.builder.end(self.open.pop())
        self.builder.end("page")
        return self.builder.close()


def _attributes(root: Element) -> None:
    """Give each element the attributes that stand in braces after it, or last in it when it is a block."""
    for element in root.iter():
        for child in element:
            if child.tail and (match := ATTRIBUTES.match(child.tail)):
                _give(child, match["inside"])
                child.tail = child.tail[match.end() :]
        if element.tag in HEADINGS or element.tag == "p":
            last = element[-1] if len(element) else None
            said = (last.tail if last is not None else element.text) or ""
            if match := LAST.search(said):
                _give(element, match["inside"])
                if last is not None:
                    last.tail = said[: match.start()]
                else:
                    element.text = said[: match.start()]


def _give(element: Element, said: str) -> None:
    for match in ONE.finditer(said):
        if match["id"]:
            element.set("id", match["id"])
        elif match["css"]:
            element.set("class", " ".join(filter(None, [element.get("class"), match["css"]])))
        else:
            element.set(match["key"], match["value"])


def _text(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def _write(element: Element, put: Callable[[str], object]) -> None:
    tag = element.tag
    if element.attrib:
        pairs = "".join([f' {name}="{_text(value).replace(chr(34), "&quot;")}"' for name, value in element.items()])
        start = f"<{tag}{pairs}"
    else:
        start = f"<{tag}"
    if tag in VOID or (tag in DRAWN and not len(element) and not element.text):
        put(f"{start} />" if tag in VOID else f"{start}/>")
    else:
        put(f"{start}>")
        if element.text:
            put(element.text if tag in RAW else _text(element.text))
        for child in element:
            _write(child, put)
        put(f"</{tag}>")
    if element.tail:
        put(_text(element.tail))
