"""The names that styles, scripts, Python and pages must agree on: own classes and data attributes, and who names them.

The theme's names begin with md-; all others are the web's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from project import ROOT
from samverkan.markup import terms

# What Material and Markdown's extensions put on pages, and what their own styles and scripts read.
THEIRS = re.compile(r"(data-)?md-|(no-)?js$")
STYLES = sorted((ROOT / "docs" / "assets" / "css").glob("*.css"))
SCRIPTS = sorted((ROOT / "docs" / "assets" / "js").glob("*.js"))

CLASS = re.compile(r"\.(-?[^\W\d][\w-]*)")
DATA = re.compile(r"\[(data-[\w-]+)|attr\((data-[\w-]+)\)")
COMMENT_OR_STRING = re.compile(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL)
# In a script: what it looks for, what it reads, and what it puts there itself.
SELECTOR = re.compile(r"(?:querySelector(?:All)?|closest|matches)\??\.?\(\s*([\"'`])(?P<selector>.*?)\1\s*\)")
DATASET = re.compile(r"dataset\.(\w+)|\{([^{}]*)\}\s*=\s*[^;]*\.dataset;")
PUT = re.compile(r"(?:className\s*[:=]|class:)\s*([\"'`])(?P<classes>.*?)\1")
LISTED = re.compile(r"[cC]lassList\.(?:add|toggle|remove|replace)\((?P<arguments>[^)]*)")
# In Python: what an element is asked for.
READ = re.compile(r'\.get\("((?:data|kort)-[a-z-]+)"|"((?:data|kort)-[a-z-]+)" (?:not )?in ')
LITERAL = re.compile(r"[\"'`]([\w -]+)[\"'`]")


@dataclass
class Names:
    """The names that are looked for or styled, each with the file that does it, and those that scripts put on pages."""

    used: dict[str, str] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)


def names_in_styles(styles: Iterable[Path] = STYLES) -> Names:
    """The classes and data attributes that own styles name."""
    found = Names()
    for file in styles:
        for selector, rules in _blocks(COMMENT_OR_STRING.sub('""', file.read_text(encoding="utf-8"))):
            for name in (*CLASS.findall(selector), *_data(selector), *_data(rules)):
                found.used.setdefault(name, file.name)
    return found


def names_in_scripts(scripts: Iterable[Path] = SCRIPTS) -> Names:
    """The classes and data attributes that own scripts look for, and those that they put on a page."""
    found = Names()
    for file in scripts:
        code = re.sub(r"(?m)^\s*//.*$", "", file.read_text(encoding="utf-8"))
        looked_for = [re.sub(r"\$\{[^}]*\}", "", match["selector"]) for match in SELECTOR.finditer(code)]
        read = [name for one, many in DATASET.findall(code) for name in (one or many).replace(" ", "").split(",")]
        for name in (*CLASS.findall(" ".join(looked_for)), *_data(code), *map(_attribute, read)):
            found.used.setdefault(name, file.name)
        for match in PUT.finditer(code):
            found.made |= set(re.sub(r"\$\{[^}]*\}", "", match["classes"]).split())
        for match in LISTED.finditer(code):
            found.made |= set(LITERAL.findall(match["arguments"]))
    return found


def names_in_python() -> set[str]:
    """The names that the web's own Python looks for in a page when it is made."""
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "hooks").rglob("*.py"))
    return {one or other for one, other in READ.findall(code)} | terms.CLOSED_CLASSES


def names_on(pages: Iterable[Path]) -> dict[str, str]:
    """The classes and data attributes of built pages, each with a page that has it."""
    found: dict[str, str] = {}
    for page in pages:
        collector = _Collector()
        collector.feed(page.read_text(encoding="utf-8"))
        for name in collector.names:
            found.setdefault(name, page.as_posix())
    return found


def own(names: Iterable[str]) -> set[str]:
    """Those of the names that are the web's own."""
    return {name for name in names if not THEIRS.match(name)}


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            self.names |= {name} if name.startswith("data-") else set()
            self.names |= set((value or "").split()) if name == "class" else set()


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """(what stands before a brace, what stands after it until the next) for each brace of a style sheet."""
    parts = re.split(r"([{}])", css)
    for before, brace, after in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
        if brace == "{":
            yield before.rpartition(";")[2], after


def _data(text: str) -> list[str]:
    return [one or other for one, other in DATA.findall(text)]


def _attribute(name: str) -> str:
    """The attribute that a script reads as a key of `dataset`."""
    return "data-" + re.sub(r"[A-ZÅÄÖ]", lambda match: f"-{match[0].lower()}", name)
