"""Every page the model gives: a path in the docs folder, its Markdown and its model file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samverkan.checklists import checklists
from samverkan.overview import themes
from samverkan.render import Renderer

# Model text must never run as a macro, whatever an editor writes in it.
FRONT_MATTER = "---\ntitle: >-\n  {title}\nrender_macros: false\n---\n\n"


@dataclass(frozen=True)
class Page:
    """A page to be: `path` under docs, Markdown with front matter, the model file behind it."""

    path: str
    title: str
    markdown: str
    file: str


def pages(renderer: Renderer) -> Iterator[Page]:
    """A page for each thing whose kind has pages of its own, each routine's checklists, each theme."""
    for thing in renderer.model.everything():
        if thing.own_page:
            yield _page(thing.url, thing.sidtitel, renderer.thing(thing), thing.file)
    for rutin in renderer.model.all("rutin"):
        for lista in checklists(rutin):
            yield _page(lista.url, lista.namn, renderer.template("rutinchecklista", lista=lista), rutin.file)
    for tema, url, groups in themes(renderer.model):
        yield _page(
            url, f"Lärdomar: {tema}", renderer.template("tema", tema=tema, grupper=groups), "model/gemensam/lardomar"
        )


def _page(url: str, title: str, markdown: str, file: str) -> Page:
    return Page(url.lstrip("/"), title, FRONT_MATTER.format(title=title) + markdown, file)
