"""The pages written by hand under docs/: what is wrong with them, in the words that the model's files have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from samverkan.findings import Finding
from samverkan.pages.every_page import Page, pages, publisher_pages
from samverkan.pages.macros import Macros
from samverkan.pages.render import Renderer
from samverkan.resolve import Model
from samverkan.written.file import LOCAL, Written, read_written
from samverkan.written.html import unsafe_html
from samverkan.written.links import Places, dead_links
from samverkan.written.menu import outside_the_menu

__all__ = ["LOCAL", "Written", "examine_pages"]


def examine_pages(root: Path, kommun: str | None, model: Model | None) -> list[Finding]:
    """Everything that is wrong with the pages that the web of a kommun, or of the county, has.

    `model` is None when it has errors: then nobody can say what a macro shows or where a link leads.
    """
    if not (root / "docs").is_dir():
        return []
    written, findings = read_written(root, kommun)
    findings += [finding for page in written for finding in unsafe_html(page)]
    findings += outside_the_menu(root, written)
    if model is None:
        return findings
    renderer = Renderer(model)
    macros = Macros(renderer)
    wrong = {page.path: page.wrong_macros(macros) for page in written}
    findings += [finding for found in wrong.values() for finding in found]
    # Nothing is shown before a link needs to know what stands there: the check is to take a second.
    shown: dict[str, Callable[[], str] | None] = {
        page.path: partial(getattr, page, "markdown") for page in made(renderer)
    }
    shown |= {page.path: None if wrong[page.path] else partial(_shown, page, macros) for page in written}
    places = Places(root, kommun, shown)
    findings += [finding for page in written for finding in dead_links(page, places)]
    findings += places.pages_that_are_not_there(model)
    findings += places.files_that_are_not_there(model)
    return findings


def made(renderer: Renderer) -> Iterator[Page]:
    """Every page that the model gives."""
    yield from pages(renderer)
    yield from publisher_pages(renderer, [])


def _shown(page: Written, macros: Macros) -> str:
    return page.text if page.meta.get("render_macros") is False else macros.expand(page.text)
