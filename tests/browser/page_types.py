"""One page of every type: each hand-written page, and of each folder the fullest page that the model gives."""

from __future__ import annotations

from project import ROOT
from samverkan.pages import Page


def page_types(made: list[Page]) -> list[str]:
    """Addresses in the site, relative to its root; a new kind or page is among them by itself."""
    fullest: dict[tuple[str, int], Page] = {}
    for page in made:
        # A checklist of a routine lies one folder deeper than one of its own.
        key = (page.path.partition("/")[0], page.path.count("/"))
        if key not in fullest or len(page.markdown) > len(fullest[key].markdown):
            fullest[key] = page
    written = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    paths = [*written, "rutiner/orosanmalan.md", *(page.path for page in fullest.values())]
    return [*sorted({_address(path) for path in paths}), "404.html"]


def _address(path: str) -> str:
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{folder}/" if folder else ""
