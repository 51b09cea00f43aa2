"""A Markdown extension: the first time a page uses a term of the ordlista, it explains itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from samverkan.kinds import LINK, Begrepp
from samverkan.resolve import Model

# Inside these a link would be wrong or in the way.
CLOSED = {"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "label", "button", "th", "dt", "summary", "figure"}
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


class TermExtension(Extension):
    """Turns the first use of each term on a page into a link with the definition as data."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.terms: dict[str, Begrepp] = {}
        for begrepp in model.all(Begrepp):
            if not begrepp.i_text:
                continue
            for word in (begrepp.namn, begrepp.förkortning, *begrepp.former):
                if word:
                    self.terms.setdefault(word.lower(), begrepp)

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after inline Markdown, before MkDocs makes links relative (its priority is 0)."""
        md.treeprocessors.register(_Terms(md, self.terms), "begrepp", 5)


class _Terms(Treeprocessor):
    def __init__(self, md: Markdown, terms: dict[str, Begrepp]) -> None:
        super().__init__(md)
        self.terms = terms
        words = sorted(map(re.escape, terms), key=len, reverse=True)
        self.pattern = re.compile(rf"(?<![\w-])(?<!- och )(?:{'|'.join(words)})(?![\w-])") if words else None

    def run(self, root: Element) -> None:
        """Mark terms in the whole page."""
        if self.pattern:
            self._mark(root, set(self._own(root)))

    def _own(self, root: Element) -> Iterator[str]:
        """The terms that the page itself defines or is named after."""
        for element in root.iter():
            if element.tag in {"h1", "h2"} and element.get("id") in {b.id for b in self.terms.values()}:
                yield str(element.get("id"))

    def _mark(self, element: Element, seen: set[str]) -> None:
        if element.tag in CLOSED or CLOSED_CLASSES & set(element.get("class", "").split()):
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
