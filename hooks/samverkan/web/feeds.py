"""Atom feeds (RFC 4287) of what is new: one of everything that staff act on, and one for each funktion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from samverkan.kinds import Funktion
from samverkan.pages.views.since import Since
from samverkan.phrases import address
from samverkan.resolve import Model

FOLDER = "nytt"
ATOM = "http://www.w3.org/2005/Atom"
# Long enough for whoever reads once a month.
LONGEST = 100
# Where what is no longer there is told of.
GONE = "/om/nytt.md"


@dataclass(frozen=True)
class Entry:
    """One thing that is new: the day, what it is about, what is new, and its page on the web."""

    day: date
    title: str
    what: str
    url: str


def feeds(model: Model, since: Since) -> Iterator[tuple[str, str]]:
    """Each feed: its path on the web, and its text."""
    name = model.settings.namn
    everything = [
        Entry(one.day, since.name(one), since.what(one), since.url(one) or GONE)
        for _, kinds in since.latest()
        for _, rows in kinds
        for one in rows
    ]
    yield path(), _feed(model, name, path(), everything)
    for funktion in model.all(Funktion):
        mine = [Entry(row.day, row.name, row.what, row.url) for row in since.news_for(funktion)]
        yield path(funktion), _feed(model, f"{name}: {funktion.namn}", path(funktion), mine)


def path(funktion: Funktion | None = None) -> str:
    """Where a feed lies on the web: of a funktion, else of everything."""
    return f"{FOLDER}/{funktion.id if funktion else 'allt'}.xml"


def _feed(model: Model, title: str, path: str, entries: Iterable[Entry]) -> str:
    site = (model.settings.adress or "").rstrip("/")
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": "sv"})
    entries = list(entries)[:LONGEST]
    _text(root, "title", title)
    _text(root, "id", _id(site, path))
    _text(root, "updated", _moment(max((entry.day for entry in entries), default=model.today)))
    _text(ElementTree.SubElement(root, "author"), "name", model.settings.namn)
    ElementTree.SubElement(root, "link", {"rel": "self", "href": _link(site, path)})
    for entry in entries:
        one = ElementTree.SubElement(root, "entry")
        _text(one, "title", f"{entry.title}: {entry.what}")
        _text(one, "id", _id(site, f"{path} {entry.day} {entry.url} {entry.what}"))
        _text(one, "updated", _moment(entry.day))
        _text(one, "summary", entry.what)
        ElementTree.SubElement(one, "link", {"rel": "alternate", "href": _link(site, address(entry.url))})
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _id(site: str, what: str) -> str:
    """The same for the same thing in every build, and another on another publisher's web."""
    return uuid5(NAMESPACE_URL, f"{site}/{what}").urn


def _link(site: str, path: str) -> str:
    """Absolute where the web knows its address; else from the folder of the feeds."""
    return f"{site}/{path}" if site else f"../{path}"


def _moment(day: date) -> str:
    return f"{day}T00:00:00Z"
