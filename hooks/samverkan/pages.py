"""Every page the model gives: a path in the docs folder, its Markdown and its model file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samverkan.checklists import checklists
from samverkan.kinds import Thing
from samverkan.local_view import Progress
from samverkan.overview import themes
from samverkan.render import Renderer

# Model text must never run as a macro, whatever an editor writes in it.
FRONT_MATTER = "---\ntitle: >-\n  {title}\nrender_macros: false\n---\n\n"


PUBLISHER = (
    ("tillganglighet", "om/tillganglighet.md", "Tillgänglighetsredogörelse"),
    ("personuppgifter", "om/personuppgifter.md", "Personuppgifter och kakor"),
    ("kontakt_utgivare", "om/kontakt.md", "Kontakt"),
)


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
            yield _page(thing.url, thing.sidtitel, _with_deviation(renderer, thing), thing.file)
    for rutin in renderer.model.all("rutin"):
        for lista in checklists(rutin):
            yield _page(lista.url, lista.namn, renderer.template("rutinchecklista", lista=lista), rutin.file)
    for tema, url, groups in themes(renderer.model):
        yield _page(
            url, f"Lärdomar: {tema}", renderer.template("tema", tema=tema, grupper=groups), "model/gemensam/lardomar"
        )


def publisher_pages(renderer: Renderer, progress: list[Progress]) -> Iterator[Page]:
    """What each publisher has to tell, and how a kommun, or every kommun, has come along."""
    model = renderer.model
    file = model.settings.file if model.local else "model/gemensam/installningar.yml"
    for template, url, title in PUBLISHER:
        yield _page(url, title, renderer.template(template), file)
    if model.local is None:
        yield _page("lokalt/index.md", "Kommunerna", renderer.template("kommunerna", rader=progress), file)
        return
    ort = model.get("huvudman", model.local.kommun).ort
    yield _page("lokalt/index.md", f"Läget i {ort}", renderer.template("laget", ort=ort), file)
    yield _page("lokalt/skillnader.md", "Lokala skillnader", renderer.template("skillnader", ort=ort), file)


def _with_deviation(renderer: Renderer, thing: Thing) -> str:
    """The page of a thing, with what its kommun has changed told under the heading."""
    text = renderer.thing(thing)
    if thing.avvikelse is None or thing.kind in ("rutin", "sekretess", "fråga"):  # they tell it after their answer
        return text
    heading, rest = text.lstrip().split("\n", 1)
    return f"{heading}\n\n{renderer.template('lokal_ruta', avvikelse=thing.avvikelse)}{rest}"


def _page(url: str, title: str, markdown: str, file: str) -> Page:
    return Page(url.lstrip("/"), title, FRONT_MATTER.format(title=title) + markdown, file)
