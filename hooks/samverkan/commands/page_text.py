"""What a built page says, paragraph by paragraph: what two builds of it are compared by."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TABLES = ("table", "tr", "td", "th")
BLOCKS = frozenset((*HEADINGS, *TABLES, "p", "li", "dt", "dd", "summary", "div", "figcaption", "blockquote", "section"))
VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
SILENT = frozenset(("script", "style", "svg"))
# What a page says of itself: it differs whenever anything else does.
ABOUT = frozenset(("papper", "lage", "headerlink"))


@dataclass
class PageText:
    """A page's title and its paragraphs, in order."""

    title: str
    lines: list[str]


def page_text(html: str) -> PageText:
    """Read a built page; what surrounds the article, on every page, is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = [" ".join(line.split()) for line in reader.lines]
    return PageText(" ".join(reader.title.split()), [line for line in lines if line])


@dataclass
class _Reader(HTMLParser):
    title: str = ""
    lines: list[str] = field(default_factory=lambda: [""])
    # Each open element, and whether what is in it is heard.
    open: list[tuple[str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS or tag == "br":
            self.lines.append("")
        if tag in VOID:
            return
        classes = set((dict(attrs).get("class") or "").split())
        heard = tag == "article" or (bool(self.open) and self.open[-1][1])
        self.open.append((tag, heard and tag not in SILENT and not classes & ABOUT))

    def handle_endtag(self, tag: str) -> None:
        while any(name == tag for name, _ in self.open) and self.open.pop()[0] != tag:
            pass
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] == "h1" and not self.title:
            self.title = data
        if self.open and self.open[-1][1]:
            self.lines[-1] += data
