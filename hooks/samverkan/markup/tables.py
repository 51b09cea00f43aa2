"""Tables that read well aloud: every one has a name, header cells, and its roles where css changes its form."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from samverkan.markup.markdown import HEADINGS

# WCAG 1.3.1: a browser forgets what a cell is when css shows it as a block, unless it is told.
CARDS = "kort-pa-mobil"
ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
HEADERS = {"col": "columnheader", "row": "rowheader"}


def readable_tables(root: Element) -> None:
    """Make the tables of a page read well aloud; nothing else is touched.

    A table of Markdown gets a class, so that the theme's script leaves it as it is, and where
    its head is empty its first column becomes the headers. One that turns to cards keeps its roles.
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


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
