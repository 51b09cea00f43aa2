"""One page of every type.

Each hand-written page, of those that only list things the longest, and of each folder the fullest page
that the model gives.
"""

from __future__ import annotations

import re
from collections import Counter

from project import ROOT
from samverkan.pages.every_page import Page
from samverkan.reading.folders import DOCS, PAGES

MACRO = re.compile(r"\{\{ *(\w+)\(")


def page_types(made: list[Page]) -> list[str]:
    """Addresses in the site, relative to its root; a new kind or page is among them by itself."""
    fullest: dict[tuple[object, ...], Page] = {}
    for page in made:
        # A list of a routine lies one folder deeper than one of its own, beside those of situations and funktioner.
        first, *more, _ = page.path.split("/")
        key = (first, len(more), *({"situationer", "funktioner"} & {*more}))
        if key not in fullest or len(page.markdown) > len(fullest[key].markdown):
            fullest[key] = page
    lists, written = [], []
    files = {
        path.relative_to(ROOT / folder): path for folder in (DOCS, PAGES) for path in (ROOT / folder).rglob("*.md")
    }
    for name, path in sorted(files.items()):
        macros = set(MACRO.findall(path.read_text(encoding="utf-8")))
        (lists if macros == {"lista"} else written).append(name.as_posix())
    in_folder = Counter(page.path.partition("/")[0] for page in made)
    longest = max(lists, key=lambda path: in_folder[path.partition("/")[0]])
    paths = [*written, longest, "rutiner/orosanmalan.md", *(page.path for page in fullest.values())]
    return [*sorted({_address(path) for path in paths}), "404.html"]


def _address(path: str) -> str:
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{folder}/" if folder else ""
