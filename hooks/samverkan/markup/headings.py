"""The headings of a page: each has an id, and what it says as text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from re import sub
from xml.etree.ElementTree import Element

from samverkan.markup.markdown import HEADINGS


@dataclass(frozen=True)
class Heading:
    """A heading: its level (1–6), its id, and its words as HTML without elements."""

    level: int
    id: str
    name: str


def ids(root: Element) -> set[str]:
    """Every id that a link can lead to."""
    return {found for element in root.iter() if (found := element.get("id"))}


def headings(root: Element) -> list[Heading]:
    """All headings in order; one without an id is given one of its words, that nothing else on the page has."""
    taken = ids(root)
    return [_heading(element, taken) for element in root.iter() if element.tag in HEADINGS]


def _heading(element: Element, taken: set[str]) -> Heading:
    words = " ".join("".join(element.itertext()).split())
    if not (id := element.get("id")):
        id = next(free for free in _numbered(_slug(words)) if free not in taken)
        taken.add(id)
        element.set("id", id)
    return Heading(int(element.tag[1]), id, escape(words, quote=False))


def _slug(words: str) -> str:
    """As Python-Markdown makes an id of a heading, so that old addresses still lead there."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return sub(r"[-\s]+", "-", sub(r"[^\w\s-]", "", plain).strip().lower()) or "_1"


def _numbered(id: str) -> Iterator[str]:
    yield id
    number = 1
    while True:
        yield f"{id}_{number}"
        number += 1
