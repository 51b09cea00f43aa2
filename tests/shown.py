"""What a reader sees of the model: every line of every page, with the labels that it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html.parser import HTMLParser
from typing import Any

from project import ROOT
from pydantic import BaseModel
from samverkan import Model
from samverkan.kinds import KINDS, LINK, Källhänvisning, Ref, Thing
from samverkan.kinds.fraga import Fråga
from samverkan.markup.markdown import as_html, tree
from samverkan.pages.every_page import pages, publisher_pages
from samverkan.pages.macros import WHOLE, Macros
from samverkan.pages.render import Renderer
from samverkan.phrases import parts, swedish_date

HEADINGS = ("h1", "h2", "h3", "h4")
BLOCKS = {
    *HEADINGS,
    *("p", "li", "dd", "dt", "td", "th", "div", "summary", "figcaption", "blockquote", "caption", "tr"),
}
BLOCKS |= {
    "ul",
    "ol",
    "dl",
    "table",
    "details",
    "text",
    "svg",
    "section",
    "article",
    "figure",
    "title",
    "desc",
}
FRONT = re.compile(r"(?:---\n(.*?)\n---\n)?(.*)", re.DOTALL)
VOID = {"br", "hr", "img", "input", "wbr"}


class Lines(HTMLParser):
    """The lines of a page: headings, terms and cells' labels that a text stands under, then the text itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._open: list[str] = []
        self._under: dict[str, str] = {}
        self._text: list[str] = []
        self._columns: list[str] = []  # what stands over the cells of a table
        self._cell = -1
        self._named: list[bool] = []  # whether each open point has a name of its own, which is its first line
        self._unnamed = False
        self._bold = ""  # a paragraph all in bold is a heading to the eye
        self.feed(html)
        self.close()
        self._end_line()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._end_line()
        if tag == "dl":
            self._under.pop("dt", None)
        if tag == "table":
            self._columns = []
        if tag == "tr":
            self._under.pop("th", None)
            self._cell = -1
        if tag in ("td", "th"):
            self._cell += 1
            column = self._columns[self._cell] if self._cell < len(self._columns) else ""
            self._under["td"] = dict(attrs).get("data-label") or column
        if tag == "li":
            self._named.append("id" in dict(attrs))
            self._unnamed = self._named[-1]
        if tag not in VOID:
            self._open.append(tag)
        if tag == "br":
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "th" and "thead" in self._open:
            self._columns.append(" ".join("".join(self._text).split()))
        if tag in BLOCKS:
            self._end_line()
        while self._open and self._open.pop() != tag:
            pass
        if tag == "li" and self._named and self._named.pop():
            self._under.pop("point", None)
        if tag in ("dl", "tr", "table"):
            for label in ("dt", "th", "td"):
                self._under.pop(label, None)

    def handle_data(self, data: str) -> None:
        if "script" not in self._open and "style" not in self._open:
            self._text.append(data)
            if data.strip():
                self._bold += "b" if "strong" in self._open else "-"

    def _end_line(self) -> None:
        text, bold = " ".join("".join(self._text).split()), self._bold
        self._text, self._bold = [], ""
        if not text:
            return
        block = next((tag for tag in reversed(self._open) if tag in BLOCKS), "")
        if block in HEADINGS:
            for later in (*HEADINGS[HEADINGS.index(block) :], "strong", "dt"):
                self._under.pop(later, None)
        if block == "p" and bold and set(bold) == {"b"}:
            block = "strong"
        if self._unnamed:
            self._under.pop("point", None)
            block, self._unnamed = "point", False
        if block == "td" and self._cell == 0:
            block = "th"  # the first cell says what the row is about
        if block in (*HEADINGS, "dt", "strong", "point") or (block == "th" and "tbody" in self._open):
            self._under[block] = text
            self.lines.append(text if block in HEADINGS else self._line(text, without=block))
        else:
            self.lines.append(self._line(text))

    def _line(self, text: str, without: str = "") -> str:
        order = (*HEADINGS, "point", "strong", "dt", "th", "td")
        chain = [self._under[name] for name in order if name != without and self._under.get(name)]
        return " › ".join([*chain, text])


@dataclass
class Web:
    """The pages of a model, as lines, by their path under docs/; `written` tells whether those written by hand go too.

    Without them each kind that shares a page, and each template that shows the model as a whole, is a page.
    """

    model: Model
    written: bool = False
    kommuner: list[Model] = field(default_factory=list)
    _lines: dict[str, list[str]] = field(default_factory=dict)

    @cached_property
    def markdown(self) -> dict[str, str]:
        """Each page's Markdown without its front matter."""
        renderer = Renderer(self.model, kommuner=self.kommuner)
        macros = Macros(renderer)
        made = {
            page.path: page.markdown.split("---\n\n", 1)[1]
            for page in (*pages(renderer), *publisher_pages(renderer, []))
        }
        if self.written:
            for file in sorted((ROOT / "docs").rglob("*.md")):
                front, text = FRONT.match(file.read_text(encoding="utf-8")).groups("")  # type: ignore[union-attr]
                plain_page = "render_macros: false" in front
                made[file.relative_to(ROOT / "docs").as_posix()] = text if plain_page else macros.expand(text)
            return made
        for kind in KINDS:
            if kind.own_page is False:
                grouped = {"mål": "typ", "händelse": "år", "begrepp": "bokstav"}.get(kind.kind, "")
                made[f"{kind.folder}/index.md"] = f"# {kind.plural}\n\n{macros.alla(kind.kind, grouped)()}"
        for kind in KINDS:
            made[f"{kind.folder}/index.md"] = made.get(f"{kind.folder}/index.md") or self._list(macros, kind)
        for fråga in self.model.all(Fråga):
            if not fråga.own_page:
                text = f"{macros.visa('fråga', fråga.id)()}\n\n{macros.om_saken('fråga', fråga.id)()}"
                made[page_of(fråga)] = f"{text}\n\n{made.get(page_of(fråga), '')}"
        return made | {f"mallar/{name}.md": f"# {name}\n\n{macros.mall(name)()}" for name in WHOLE}

    def _list(self, macros: Macros, kind: type[Thing]) -> str:
        group = "grupp" if "grupp" in kind.model_fields else ""
        return f"# {kind.plural}\n\n{macros.lista(kind.kind, group)()}"

    @cached_property
    def templates(self) -> dict[str, str]:
        """Where each template that shows the model as a whole is shown: the page written by hand that asks for it."""
        files = sorted((ROOT / "docs").rglob("*.md")) if self.written else []
        return {
            f"mallar/{name}.md": file.relative_to(ROOT / "docs").as_posix()
            for file in files
            for name in re.findall(r'^\{\{ mall\("(\w+)"\)', file.read_text(encoding="utf-8"), re.MULTILINE)
        }

    def lines(self, path: str) -> list[str]:
        """The lines of a page; none of a page that is not there."""
        if path not in self._lines:
            html = as_html(tree(self.markdown.get(path, "")))
            self._lines[path] = [line.replace("\u00ad", "") for line in Lines(html).lines]
        return self._lines[path]


def plain(text: str) -> str:
    """A text of the model as the reader sees it: without the signs for links and bold, in single spaces."""
    return " ".join(LINK.sub(r"\g<text>", text).replace("**", "").split())


def said(value: Any) -> list[str]:
    """What a value is in words, one for each line of it."""
    if isinstance(value, bool):
        return ["ja" if value else "nej"]
    if isinstance(value, date):
        return [swedish_date(value)]
    if isinstance(value, Ref):
        return [parts(value.till)[value.part].namn, value.till.kortnamn] if value.part else [value.till.kortnamn]
    rows = [re.sub(r"^\s*(?:[-•–]|\d+[.)])\s+", "", row) for row in str(value).splitlines()]
    return [plain(row) for row in rows if row.strip()]


def fields(part: BaseModel, path: str = "", around: tuple[Any, ...] = ()) -> Iterator[tuple[str, Any, tuple[Any, ...]]]:
    """Every single value in a thing that is not left out: its field's path, itself, and the parts that it is in."""
    for name in type(part).model_fields:
        here = f"{path}.{name}" if path else name
        value = getattr(part, name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, BaseModel) and not isinstance(one, Källhänvisning):
                yield from fields(one, here, (*around, part))
            elif one is not None:
                yield here, one, (*around, part)


def declared(kind: type[BaseModel], path: str = "") -> Iterator[str]:
    """The path of every field that a kind declares, in its parts too; a part itself is no field."""
    for name, info in kind.model_fields.items():
        here = f"{path}.{name}" if path else name
        inner = [model for model in _models(info.annotation) if model is not Källhänvisning]
        for model in inner:
            yield from declared(model, here)
        if not inner:
            yield here


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models(argument)


def page_of(thing: Thing) -> str:
    """The path of the page that shows a thing."""
    return thing.url.partition("#")[0].lstrip("/")
