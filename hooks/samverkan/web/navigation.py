"""The navigation of mkdocs.yml with the model's pages in it."""

from __future__ import annotations

from typing import Any

from samverkan.pages.every_page import Page


def expand(nav: Any, made: list[Page], own: dict[str, list[str]]) -> Any:
    """The navigation with each folder (”rutiner/”) replaced by its index and its pages.

    `own` are pages that come in by themselves: last in a folder, or in the section with that title.
    """
    if isinstance(nav, list):
        # A folder in a list gives its pages to the list; one under a title becomes a section.
        parts = [expand(item, made, own) for item in nav]
        return [item for part in parts for item in (part if isinstance(part, list) else [part])]
    if isinstance(nav, dict):
        return {title: _with_own(expand(value, made, own), own.get(title)) for title, value in nav.items()}
    if isinstance(nav, str) and nav.endswith("/"):
        there = [page for page in made if page.path.rpartition("/")[0] + "/" == nav and page.path != f"{nav}index.md"]
        # With its title, so that nobody has to make a page to name it in a menu.
        named = [{page.menu: page.path} for page in there]
        return [f"{nav}index.md", *named, *(path for path in own.get(nav, []) if path != f"{nav}index.md")]
    return nav


def _with_own(section: Any, own: list[str] | None) -> Any:
    return [*section, *own] if own and isinstance(section, list) else section
