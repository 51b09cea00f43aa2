"""Where the links and pictures of a page written by hand lead, and the nearest place when they lead nowhere."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from samverkan.findings import Finding, Mark, nearest
from samverkan.kinds import Blankett, Fråga
from samverkan.markup.headings import headings, ids
from samverkan.markup.markdown import tree
from samverkan.reading.folders import PAGES
from samverkan.resolve import Model
from samverkan.written.file import LOCAL, Written

TARGET = r"\(\s*<?(?P<target>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)>?\s*\)"
# [text](target), and a picture as the text of a link.
LINK = re.compile(r"(?P<picture>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]" + TARGET)
INNER = re.compile(r"(?P<picture>!)\[(?P<text>[^\[\]]*)\]" + TARGET)
DEFINITION = re.compile(r"^ {0,3}\[(?P<text>[^\]^]+)\]:[ \t]*<?(?P<target>\S+?)>?(?:[ \t].*)?$", re.MULTILINE)
HTML_LINK = re.compile(r"<a\b[^>]*?\bhref=[\"'](?P<target>/[^\"']*|#[^\"']*)")
HTML_PICTURE = re.compile(r"<img\b[^>]*?\bsrc=[\"'](?P<target>[^\"']*)")
TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*$")
SCHEME = re.compile(r"(?P<name>[a-z][a-z0-9+.-]*):|//", re.IGNORECASE)
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"}
GOOD_SCHEMES = {"https", "mailto", "tel"}
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


class Places:
    """Every page and file that a link can lead to; `pages` gives what shows each page's Markdown, if anything can."""

    def __init__(self, root: Path, kommun: str | None, pages: dict[str, Callable[[], str] | None]) -> None:
        self.pages = pages
        docs = root / "docs"
        self.files = {
            path.relative_to(docs).as_posix()
            for path in docs.rglob("*")
            if path.is_file() and not _others(path.relative_to(docs), kommun)
        }
        own = root / PAGES
        self.files |= {path.relative_to(own).as_posix() for path in own.rglob("*") if path.is_file()}
        self.files |= {path.relative_to(root).as_posix() for path in (root / "model").rglob("*.yml")}
        self.ids = cache(self._ids)

    def _ids(self, page: str) -> frozenset[str] | None:
        shown = self.pages[page]
        if shown is None:
            return None
        root = tree(FRONT.sub("", shown(), count=1))
        headings(root)  # gives those that have none an id
        return frozenset(ids(root))

    def near(self, page: str, target: str) -> str:
        """The mend for a target that is not there: the nearest that is, as the page would link it."""
        folder = posixpath.dirname(page)
        wanted = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
        plain = wanted.rstrip("/")
        certain = [f"{plain}.md", f"{plain}/index.md", f"{target.strip('/')}.md", f"{target.strip('/')}/index.md"]
        found = [path for path in certain if path in self.pages]
        if not found:
            wanted_kind = _kind(wanted)
            others = [path for path in (*self.pages, *self.files) if path != page and _kind(path) == wanted_kind]
            close = difflib.get_close_matches(_stem(wanted), {_stem(path) for path in others}, n=1, cutoff=0.7)
            named = [path for path in others if _stem(path) in close]
            found = difflib.get_close_matches(wanted, named, n=1, cutoff=0)
        if not found:
            return "Kontrollera stavningen. En adress räknas från mappen som sidan ligger i."
        return f"Menade du ”{posixpath.relpath(found[0], folder or '.')}”?"

    def pages_that_are_not_there(self, model: Model) -> list[Finding]:
        """The questions whose answer, and the documents that, are said to be a page that is not there."""
        written = [path for path in self.pages if not path.startswith(f"{LOCAL}/")]
        things: list[Fråga | Blankett] = [*model.all(Fråga), *model.all(Blankett)]
        return [
            Finding(
                thing.at("sida"),
                "sida-saknas",
                f"sidan ”{thing.sida}” finns inte under docs/.",
                nearest(thing.sida, written),
            )
            for thing in things
            if thing.sida and thing.sida not in self.pages and thing.sida not in self.files
        ]

    def files_that_are_not_there(self, model: Model) -> list[Finding]:
        """The files that a text of the model links, or a document is, and that are not there."""
        linked = [
            (thing.at(*place), link["target"])
            for thing, place, value in model.texts
            if "](/" in value
            for link in INNER_FILE.finditer(value)
        ]
        linked += [(blankett.at("fil"), blankett.fil) for blankett in model.all(Blankett) if blankett.fil]
        own = [file for file in self.files if file.startswith((f"{LOCAL}/", "dokument/"))]
        return [
            Finding(
                mark,
                "sida-saknas",
                f"filen ”docs{target}” finns inte.",
                nearest(target.removeprefix("/"), own),
            )
            for mark, target in linked
            if target.removeprefix("/") not in self.files
        ]


INNER_FILE = re.compile(r"\]\((?P<target>/(?:lokalt|dokument)/[^)\s]+)\)")


def dead_links(page: Written, places: Places) -> Iterator[Finding]:
    """Each link and picture of the page that leads nowhere, or where a page may not lead."""
    prose = page.prose
    for pattern in (LINK, INNER, DEFINITION, HTML_LINK, HTML_PICTURE):
        for match in pattern.finditer(prose):
            picture = pattern is HTML_PICTURE or bool(match.groupdict().get("picture"))
            if pattern is INNER and match.start() in {m.start() for m in LINK.finditer(prose)}:
                continue
            target = TITLE.sub("", match["target"]).strip()
            yield from _wrong(page, page.mark(match.start()), target, places, picture)


def _wrong(page: Written, mark: Mark, target: str, places: Places, picture: bool) -> Iterator[Finding]:
    what = "bilden" if picture else "länken"
    if scheme := SCHEME.match(target):
        if picture:
            mend = "Lägg bilden i mappen bredvid sidan och länka till den där."
            yield Finding(mark, "osäker-text", f"bilden ”{target}” hämtas från en annan värd.", mend)
        elif (scheme["name"] or "").casefold() not in GOOD_SCHEMES:
            mend = "Skriv https:// först, eller länka till en sida: [text](../rutiner/orosanmalan.md)."
            yield Finding(mark, "osäker-text", f"länken ”{target}” är inte tillåten.", mend)
        return
    path, _, anchor = target.partition("#")
    path, anchor = unquote(path), unquote(anchor)
    folder = "" if path.startswith("/") else posixpath.dirname(page.path)
    there = posixpath.normpath(posixpath.join(folder, path.lstrip("/"))) if path else page.path
    if not target or (there not in places.pages and there not in places.files):
        message = f"{what} ”{target}” leder ingenstans." if not picture else f"bilden ”{target}” finns inte."
        yield Finding(mark, "död-länk", message, places.near(page.path, path) if path else "Skriv en adress.")
    elif anchor and there in places.pages and (ids := places.ids(there)) is not None and anchor not in ids:
        message = f"avsnittet ”#{anchor}” finns inte på sidan {there}."
        yield Finding(mark, "död-länk", message, nearest(anchor, ids))


def _kind(path: str) -> str:
    """A picture is no page, nor is a page a document."""
    suffix = posixpath.splitext(path)[1].casefold()
    return "picture" if suffix in PICTURES else "page" if suffix in ("", ".md") else suffix


def _stem(path: str) -> str:
    return posixpath.basename(path).rpartition(".")[0] or path


def _others(path: Path, kommun: str | None) -> bool:
    return path.parts[0] == LOCAL and path.parts[1:2] != (kommun,)
