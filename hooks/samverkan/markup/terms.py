"""The first time a page uses a term of the ordlista, it explains itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from samverkan.kinds import LINK, Begrepp
from samverkan.resolve import Model

# Inside these a link would be wrong or in the way.
CLOSED = {
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "code",
    "pre",
    "label",
    "button",
    "th",
    "dt",
    "summary",
    "figure",
    "caption",
}
CLOSED_CLASSES = {
    "regel",
    "marke",
    "fara",
    "fragor",
    "oversikt",
    "tidsgrans",
    "lista",
    "punkter",
    "ring",
    "kontaktkort",
}


class Terms:
    """Turns the first use of each term on a page into a link with the definition as data."""

    def __init__(self, model: Model) -> None:
        self.terms: dict[str, Begrepp] = {}
        for begrepp in model.all(Begrepp):
            if not begrepp.i_text:
                continue
            for word in (begrepp.namn, begrepp.förkortning, *begrepp.former):
                if word:
                    self.terms.setdefault(word.lower(), begrepp)
        self.ids = {begrepp.id for begrepp in self.terms.values()}
        words = sorted(map(re.escape, self.terms), key=len, reverse=True)
        self.pattern = re.compile(rf"(?<![\w-])(?<!- och )(?:{'|'.join(words)})(?![\w-])") if words else None

    def weave(self, root: Element) -> None:
        """Mark the terms in the whole page; its links lead where the page's own links in Markdown do."""
        if self.pattern:
            self._mark(root, set(self._own(root)))

    def _own(self, root: Element) -> Iterator[str]:
        """The terms that the page itself defines or is named after."""
        for element in root.iter():
            if element.tag in {"h1", "h2"} and element.get("id") in self.ids:
                yield str(element.get("id"))

    def _mark(self, element: Element, seen: set[str]) -> None:
        # A small print that the search leaves out is about the text, and not part of it.
        if element.tag in CLOSED or (element.tag == "p" and element.get("data-search-exclude")):
            return
        if element.tag != "span" and (css := element.get("class")) and not CLOSED_CLASSES.isdisjoint(css.split()):
            return
        children = list(element)
        if made := self._links(element.text, seen):
            element.text = made.pop(0)
            for offset, link in enumerate(made):
                element.insert(offset, link)
        for child in children:
            self._mark(child, seen)
            if made := self._links(child.tail, seen):
                child.tail = made.pop(0)
                at = list(element).index(child) + 1
                for offset, link in enumerate(made):
                    element.insert(at + offset, link)

    def _links(self, text: str | None, seen: set[str]) -> list:  # type: ignore[type-arg]
        """[text before the first term, a link for each term with the text after it]; [] for none."""
        made: list = []  # type: ignore[type-arg]
        start = 0
        text = text or ""
        low = text.lower()  # three times as fast as a pattern that ignores case
        if len(low) != len(text):  # as İ becomes two characters, and what comes after it would move
            low = text
        for match in self.pattern.finditer(low):  # type: ignore[union-attr]
            begrepp = self.terms[match[0]]
            if begrepp.id in seen:
                continue
            seen.add(begrepp.id)
            before = text[start : match.start()]
            if made:
                made[-1].tail = before
            else:
                made.append(before)
            link = Element("a", {"class": "begrepp", "href": begrepp.url})
            link.set("data-definition", LINK.sub(r"\g<text>", begrepp.ingress).replace("**", ""))
            link.text = text[match.start() : match.end()]
            made.append(link)
            start = match.end()
        if made:
            made[-1].tail = text[start:]
        return made
