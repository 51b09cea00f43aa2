"""Tables that read well aloud: every one has a name, header cells, and its roles where css changes its form."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from samverkan.markup.markdown import HEADINGS

# WCAG 1.3.1: a browser forgets what a cell is when css shows it as a block, unless it is told.
CARDS = "kort-pa-mobil"
ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
HEADERS = {"col": "columnheader", "row": "rowheader"}
# So many columns of words have room beside each other on a phone (390 px) without a word being broken.
BESIDE = 3


def readable_tables(root: Element) -> None:
    """Make the tables of a page read well aloud; nothing else is touched.

    A table of Markdown gets a class, so that the theme's script leaves it as it is, and where
    its head is empty its first column becomes the headers. One that is too wide for a phone turns to
    cards there, and one that does so keeps its roles.
    """
    name = "Tabell"  # what stands closest above: the name of the region, or the heading
    for element in root.iter():
        if element.tag in HEADINGS:
            name = _words(element) or name
        elif element.get("role") == "region" and (label := element.get("aria-label")):
            name = label
        elif element.tag == "table":
            _readable(element, name)


def _readable(table: Element, name: str) -> None:
    if not table.get("class"):
        table.set("class", "enkel")
        _headers(table)
        _cards(table)
    if table.find("caption") is None:
        table.set("aria-label", name)
    if CARDS in table.get("class", "").split():
        table.set("role", "table")
        for part in table.iter():
            if role := ROLES.get(part.tag) or HEADERS.get(part.get("scope", "")):
                part.set("role", role)


def _headers(table: Element) -> None:
    head = table.find("thead")
    if head is not None and not _words(head):
        table.remove(head)
        for row in table.iter("tr"):
            if len(row) and row[0].tag == "td":
                row[0].tag = "th"
                row[0].set("scope", "row")
    for cell in table.iter("th"):
        if not cell.get("scope"):
            cell.set("scope", "col")


def _cards(table: Element) -> None:
    """Let a wide table be cards on a phone: each row under its first cell, each other cell with its column's name."""
    columns = [_words(cell) for cell in table.iterfind("thead/tr/th")]
    if len(columns) <= BESIDE:
        return
    table.set("class", f"enkel {CARDS}")
    for first, *rest in table.iterfind("tbody/tr"):
        first.tag = "th"
        first.set("scope", "row")
        for cell, column in zip(rest, columns[1:], strict=True):
            cell.set("data-label", column)


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
