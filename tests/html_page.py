"""A built page as its readers meet it: its links, its ids, its headings and its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

# Attributes that a reader sees or hears.
SPOKEN = ("aria-label", "title", "placeholder", "alt")
# What stands on a line, or in a cell, of its own: its words are no part of the words beside it.
APART = {
    *("address", "article", "dd", "div", "dl", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol"),
    *("p", "section", "summary", "table", "td", "th", "tr", "ul"),
}
SILENT = {"script", "style", "svg", "template"}
ADDRESSES = ("href", "src", "srcset", "action", "poster", "data", "formaction")


@dataclass
class HtmlPage(HTMLParser):
    """One HTML file, parsed. `addresses` holds (tag, attribute, value) in the order they come."""

    path: str
    source: str
    lang: str = ""
    ids: list[str] = field(default_factory=list)
    addresses: list[tuple[str, str, str]] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    policy: str = ""
    description: str = ""
    title: str = ""
    h1: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    main: list[str] = field(default_factory=list)
    swedish: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self._foreign = 0
        self.feed(self.source)
        self.close()

    @classmethod
    def read(cls, file: Path, site: Path) -> HtmlPage:
        return cls(file.relative_to(site).as_posix(), file.read_text(encoding="utf-8"))

    @property
    def address(self) -> str:
        """What a visitor asks for: the folder, for an index.html."""
        return self.path.removesuffix("index.html")

    @property
    def moved(self) -> bool:
        """Whether it only leads on from an old address, without the theme around it."""
        return 'http-equiv="refresh"' in self.source

    @property
    def text(self) -> str:
        """What the page itself says, without the theme around it, in single spaces."""
        return " ".join("".join(self.main).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in APART | {"br"}:
            self.main.append(" ")
        if tag not in {"meta", "link", "input", "img", "br", "hr", "source", "wbr", "path", "area", "col"}:
            # A part in another language, or in none (code), is not Swedish, nor is what stands in it.
            self._open.append(tag)
            self._foreign += attributes.get("lang", "sv") != "sv" or tag in {"code", "pre"} or self._foreign > 0
        if tag == "html":
            self.lang = attributes.get("lang", "")
        if tag == "h1":
            self.h1.append("")
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.styles += [attributes["style"]] if "style" in attributes else []
        self.inline += [name for name in attributes if name == "style" or name.startswith("on")]
        # A script whose type is data's is not run, so the policy does not concern it.
        if tag == "style" or (tag == "script" and not (attributes.keys() & {"src", "type"})):
            self.inline.append(tag)
        if tag == "meta" and attributes.get("http-equiv", "").casefold() == "content-security-policy":
            self.policy = attributes["content"]
        if tag == "meta" and attributes.get("name") == "description":
            self.description = attributes["content"]
        self.addresses += [(tag, name, attributes[name]) for name in ADDRESSES if name in attributes]
        self.words += [attributes[name].strip() for name in SPOKEN if attributes.get(name)]

    def handle_endtag(self, tag: str) -> None:
        if tag in APART:
            self.main.append(" ")
        while tag in self._open:
            self._foreign = max(0, self._foreign - 1)
            if self._open.pop() == tag:
                break

    def handle_data(self, data: str) -> None:
        inner = self._open[-1] if self._open else ""
        if inner == "style":
            self.styles.append(data)
        elif inner == "script":
            self.scripts.append(data)
        elif inner == "title" and "svg" not in self._open:
            self.title += data
        if SILENT & set(self._open):
            return
        if "h1" in self._open:
            self.h1[-1] += data
        if "article" in self._open:
            self.main.append(data)
        if data.strip() and not self._foreign:
            self.swedish.append(" ".join(data.split()))
        if data.strip():
            self.words.append(" ".join(data.split()))
