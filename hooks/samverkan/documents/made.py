"""Which documents a web has: each is made of the page that it belongs to, or of a template of its own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from samverkan.documents.blocks import Block, Document, Heading, NewPage, Paragraph, Run, Sheet
from samverkan.documents.from_tree import blocks_of
from samverkan.documents.words import runs
from samverkan.kinds import BY_NAME, Beslut, Funktion, Huvudman, Thing
from samverkan.markup.markdown import tree
from samverkan.pages.checklists import checklists
from samverkan.pages.description import describe
from samverkan.pages.render import Renderer
from samverkan.pages.views.new_here import NewHere
from samverkan.pages.views.standing import standing, version
from samverkan.phrases import address, decided_is_marked, swedish_date

FOLDER = "dokument"
HANDBOOK = f"{FOLDER}/handbok"
OTHER = re.compile(r"[a-z]+:")


@dataclass(frozen=True)
class Pattern:
    """How a kind becomes a document: its page, or first a `template` of its own and then the page on a new sheet.

    `without` are the ids of the page's headings whose sections stay out; `alone` is that the template says all;
    `word` is that it can be opened in Word too, to be adapted there.
    """

    template: str = ""
    alone: bool = False
    without: tuple[str, ...] = ()
    landscape: bool = False
    one_sheet: bool = False
    word: bool = False


# Sources and review stand in the routine; its sheet says its version.
CHECKLIST = Pattern(without=("om-sidan",), one_sheet=True, word=True)
# A new kind of document, or the same for another kind of thing, is a row here (and its template, if it has one).
PATTERNS = {
    "situation": Pattern(one_sheet=True),
    "rutin": Pattern("dokument/rutin", without=("korthet", "ansvar", "checklistor"), word=True),
    "trappa": Pattern(),
    "checklista": CHECKLIST,
    "forum": Pattern(),
    "ansvarsmatris": Pattern("dokument/ansvarsmatris", alone=True, landscape=True, word=True),
}
# The parts of the handbook, in order.
PARTS = ("situation", "rutin", "trappa", "sekretess", "forum", "ansvarsmatris")


@dataclass(frozen=True)
class Belonging:
    """A document, the page that it belongs to as Markdown links have it, and whether it is also made for Word."""

    document: Document
    page: str
    word: bool = False


def documents(renderer: Renderer) -> Iterator[Belonging]:
    """Every document of a web, in order; the handbook last."""
    shelf = Shelf(renderer)
    for kind, pattern in PATTERNS.items():
        for thing in renderer.model.all(BY_NAME[kind]):
            if thing.own_page:
                yield shelf.of_thing(thing, pattern)
    for rutin in renderer.model.all(BY_NAME["rutin"]):
        for lista in checklists(rutin):  # type: ignore[arg-type]
            markdown = renderer.template("rutinchecklista", lista=lista)
            blocks = shelf.blocks(markdown, lista.url, CHECKLIST.without, brief=True)
            sheet = shelf.sheet(lista.url, rutin)
            made = shelf.document(lista.url, lista.namn, lista.sidbeskrivning, sheet, blocks)
            yield replace(made, document=replace(made.document, one_sheet=True), word=CHECKLIST.word)
    for funktion in renderer.model.all(Funktion):
        if not funktion.utgår:
            ny = NewHere(renderer.model, funktion)
            blocks = shelf.blocks(renderer.template("ny_pa_jobbet", ny=ny), ny.url)
            yield shelf.document(ny.url, ny.namn, ny.sidbeskrivning, shelf.sheet(ny.url, funktion), blocks)
    yield shelf.handbook()


class Shelf:
    """Makes the documents of one web."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer, self.model = renderer, renderer.model
        self.pages: dict[tuple[str, str], str] = {}
        settings = self.model.settings
        self.site = settings.adress.rstrip("/") + "/" if settings.adress else ""
        self.place = self.model.get(Huvudman, self.model.local.kommun).namn if self.model.local else ""
        self.publisher = settings.utgivare or settings.namn

    def of_thing(self, thing: Thing, pattern: Pattern) -> Belonging:
        """The document of a thing that has a page."""
        blocks = self.content(thing, pattern)
        sheet = self.sheet(thing.url, thing)
        made = self.document(thing.url, thing.sidtitel, thing.sidbeskrivning, sheet, blocks)
        document = replace(made.document, landscape=pattern.landscape, one_sheet=pattern.one_sheet)
        return replace(made, document=document, word=pattern.word)

    def content(self, thing: Thing, pattern: Pattern) -> tuple[Block, ...]:
        """What the document of a thing says under its title."""
        first: tuple[Block, ...] = ()
        if pattern.template:
            first = self.blocks(self.renderer.template(pattern.template, ting=thing), thing.url, brief=True)
            if pattern.alone:
                return first
            first = (*first, NewPage())
        return (*first, *self.blocks(self.page(thing), thing.url, pattern.without, pattern.one_sheet))

    def page(self, thing: Thing) -> str:
        """The Markdown of a thing's page: its own document and the handbook are made of the same."""
        key = (thing.kind, thing.id)
        if key not in self.pages:
            self.pages[key] = self.renderer.thing(thing)
        return self.pages[key]

    def blocks(self, markdown: str, page: str, without: tuple[str, ...] = (), brief: bool = False) -> tuple[Block, ...]:
        """The blocks of a page's Markdown, as blocks_of has them."""
        return blocks_of(tree(markdown), lambda url: self.address(url, page), without, brief)

    def address(self, url: str, page: str) -> str:
        """The whole address of a link on a page; empty where the publisher has none."""
        if OTHER.match(url):
            return url
        if not self.site or not url:
            return ""
        return self.site + address(f"{page}{url}" if url.startswith("#") else url)

    def sheet(self, page: str, thing: Thing) -> Sheet:
        """What stands at the head and foot of a thing's document: the page's own words of how it stands."""
        line = standing(self.model, thing)
        status = [self._plain(part) for part in (*line.decided, line.place, *line.lawyer)]
        return self._sheet(page, status, version(thing), [self._plain(part) for part in line.reviewed])

    def document(self, page: str, title: str, about: str, sheet: Sheet, blocks: tuple[Block, ...]) -> Belonging:
        """A document beside a page."""
        path = f"{FOLDER}/{page.lstrip('/').removesuffix('.md')}"
        return Belonging(Document(path, title, describe(about), sheet, blocks), page)

    def handbook(self) -> Belonging:
        """Everything that staff act on, in one document with contents."""
        blocks: list[Block] = []
        whole = hashlib.sha256()
        for kind in PARTS:
            of_kind = BY_NAME[kind]
            blocks += [NewPage(), Heading(1, (Run(of_kind.plural),))]
            for thing in self.model.all(of_kind):
                if not thing.own_page:
                    continue
                whole.update(version(thing).encode())
                state = " · ".join(self._plain(part) for part in standing(self.model, thing))
                pattern = PATTERNS.get(kind, Pattern())
                inside = self.content(thing, replace(pattern, template=pattern.template if pattern.alone else ""))
                blocks += [Heading(2, (Run(thing.sidtitel),)), Paragraph((Run(state),), small=True)]
                blocks += [_lower(block) for block in inside]
        decided = decided_is_marked(bool(self.model.all(Beslut)), self.model.region.sidfot)
        sheet = self._sheet("/index.md", [decided], whole.hexdigest()[:6], [])
        title = f"{self.model.settings.namn}: hela handboken"
        about = "Situationer, rutiner, trappor, sekretess, forum och ansvar i ett dokument."
        return Belonging(Document(HANDBOOK, title, about, sheet, tuple(blocks), contents=True), "/handbok.md")

    def _sheet(self, page: str, status: list[str], version: str, reviewed: list[str]) -> Sheet:
        return Sheet(
            publisher=self.publisher,
            kommun=self.place,
            status=" · ".join(filter(None, [self.model.påhittad, *status])),
            version=version,
            reviewed=", ".join(reviewed),
            address=self.site + address(page) if self.site else "",
            made=swedish_date(self.model.today),
            logo=self.model.settings.logotyp or "",
        )

    def _plain(self, markdown: str) -> str:
        return "".join(run.text for run in runs(tree(markdown), lambda _: "")).strip()


def _lower(block: Block) -> Any:
    """A heading of a thing, as it is in the handbook."""
    return replace(block, level=block.level + 2) if isinstance(block, Heading) else block
