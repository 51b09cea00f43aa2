"""Every page the model gives: a path in the docs folder, its Markdown and its model file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from samverkan.kinds import ALONE, KINDS, Beslut, Funktion, Huvudman, Region, Rutin, Situation, Thing
from samverkan.kinds.deviation import Avvikelse
from samverkan.kinds.installningar import Inställningar
from samverkan.kinds.kontakt import Kontakt
from samverkan.kinds.schema import fields
from samverkan.pages.checklists import SituationsChecklista, checklists
from samverkan.pages.description import describe
from samverkan.pages.local_view import Progress
from samverkan.pages.overview import findings_of, origin_page, origins, themes
from samverkan.pages.render import Renderer
from samverkan.pages.views.new_here import NewHere
from samverkan.pages.work import Work
from samverkan.phrases import NOT_HERE

# Model text must never run as a macro, whatever an editor writes in it.
FRONT_MATTER = "---\ntitle: >-\n  {title}\ndescription: >-\n  {description}\nrender_macros: false\n{more}---\n\n"
# What is no kind with a folder in the common model: the region's own file, and what a kommun writes.
OWN_KINDS: tuple[type[Thing], ...] = (Region, Kontakt, Inställningar)
# What only an editor needs stays out of the search.
UNSOUGHT = "search:\n  exclude: true\n"

PUBLISHER = (
    (
        "tillganglighet",
        "om/tillganglighet.md",
        "Tillgänglighetsredogörelse",
        "Hur väl webben uppfyller lagens krav på tillgänglighet, vad som brister och hur du anmäler en brist.",
    ),
    (
        "personuppgifter",
        "om/personuppgifter.md",
        "Personuppgifter och kakor",
        "Vad webben sparar på din enhet, vilka uppgifter den samlar in och vem som svarar för det.",
    ),
    ("kontakt_utgivare", "om/kontakt.md", "Kontakt", "Vem som ger ut webben och vart du vänder dig med frågor om den."),
)


@dataclass(frozen=True)
class Page:
    """A page to be: `path` under docs, its title, what menus say, the model file behind it, its Markdown."""

    path: str
    title: str
    menu: str
    file: str
    front: str
    text: Callable[[], str]

    @cached_property
    def markdown(self) -> str:
        """The whole of it; made when somebody asks, since a check needs few of them."""
        return self.front + self.text()


def pages(renderer: Renderer) -> Iterator[Page]:
    """A page for each thing whose kind has pages, and those made of things: checklists, first weeks, themes, fields."""
    for thing in renderer.model.everything():
        if thing.own_page:
            text = partial(_with_deviation, renderer, thing)
            gone = NOT_HERE if thing.utgår else ""
            # A decided text says what the page of the thing says, or no longer says.
            more = UNSOUGHT if isinstance(thing, Beslut) else ""
            about = thing.sidbeskrivning
            yield _page(thing.url, thing.sidtitel + gone, text, thing.file, about, more, thing.namn + gone)
    for rutin in renderer.model.all(Rutin):
        for lista in checklists(rutin):
            text = partial(renderer.template, "rutinchecklista", lista=lista)
            yield _page(lista.url, lista.namn, text, rutin.file, lista.sidbeskrivning)
    yield from _more_checklists(renderer)
    for funktion in renderer.model.all(Funktion):
        if not funktion.utgår:
            ny = NewHere(renderer.model, funktion)
            text = partial(renderer.template, "ny_pa_jobbet", ny=ny)
            # The page of the funktion, which leads here, is what a search finds.
            yield _page(ny.url, ny.namn, text, funktion.file, ny.sidbeskrivning, UNSOUGHT)
    for tema, url, groups in themes(renderer.model):
        text = partial(renderer.template, "tema", tema=tema, grupper=groups)
        about = f"{tema}: {sum(len(part) for _, _, part in groups)} lärdomar om samverkan, var och en med sin källa."
        yield _page(url, f"Lärdomar: {tema}", text, "model/gemensam/lardomar", about)
    for id, name in origins(renderer.model):
        text = partial(renderer.template, "ursprung", namn=name, grupper=findings_of(renderer.model, id))
        about = f"Allt som kom fram om samverkan i {name}: det som fungerar, hinder, slutsatser och rekommendationer."
        yield _page(origin_page(id), f"Lärdomar från {name}", text, "model/gemensam/lardomar", about)
    for kind in (*KINDS, *OWN_KINDS):
        place = "kommunens egen mapp"
        if kind in (*KINDS, *ALONE):
            place = f"model/gemensam/{kind.folder}{'/' if kind in KINDS else '.yml'}"
        own = fields(Avvikelse) if kind in KINDS and not kind.locked else []
        text = partial(renderer.template, "falt", sort=kind, fälten=fields(kind), mapp=place, egna=own)
        about = f"Fälten i filerna under {kind.folder}: vad de heter, vad de betyder och exempel."
        file = f"hooks/samverkan/kinds/{kind.__module__.rpartition('.')[2]}.py"
        yield _page(f"om/falt/{kind.folder}.md", f"Fälten: {kind.plural.lower()}", text, file, about, UNSOUGHT)


def publisher_pages(renderer: Renderer, progress: list[Progress], example: bool = False) -> Iterator[Page]:
    """What each publisher has to tell, and how a kommun, or every kommun, has come along."""
    model = renderer.model
    file = model.settings.file if model.local else "model/gemensam/installningar.yml"
    for template, url, title, about in PUBLISHER:
        yield _page(url, title, partial(renderer.template, template), file, about)
    if model.local is None:
        text = partial(renderer.template, "kommunerna", rader=progress, exempel=example)
        yield _page("lokalt/index.md", "Kommunerna", text, file, "Hur långt varje kommun har kommit med sin egen webb.")
        return
    ort = model.get(Huvudman, model.local.kommun).ort
    text = partial(renderer.template, "laget", ort=ort)
    yield _page("lokalt/index.md", f"Läget i {ort}", text, file, f"Vad {ort} har fyllt i, och vad som saknas.")
    text = partial(renderer.template, "skillnader", ort=ort)
    about = f"Vad {ort} gör annorlunda, bredvid länets text."
    yield _page("lokalt/skillnader.md", "Lokala skillnader", text, file, about)


def _more_checklists(renderer: Renderer) -> Iterator[Page]:
    """One for each situation and funktion; the search finds the page that each follows from, and the routine's list."""
    for situation in renderer.model.all(Situation):
        if not situation.utgår:
            lista = SituationsChecklista(situation)
            text = partial(renderer.template, "situationschecklista", lista=lista)
            yield _page(lista.url, lista.namn, text, situation.file, lista.sidbeskrivning, UNSOUGHT)
    for funktion in renderer.model.all(Funktion):
        if not funktion.utgår and (all_of_it := Work(renderer.model, funktion).checklista):
            text = partial(renderer.template, "funktionschecklista", lista=all_of_it)
            yield _page(all_of_it.url, all_of_it.namn, text, funktion.file, all_of_it.sidbeskrivning, UNSOUGHT)


def _with_deviation(renderer: Renderer, thing: Thing) -> str:
    """The page of a thing, with what its kommun has changed told under the heading."""
    text = renderer.thing(thing)
    # These tell it after their answer.
    if thing.avvikelse is None or thing.utgår or thing.kind in ("rutin", "sekretess", "fråga", "situation"):
        return text
    heading, rest = text.lstrip().split("\n", 1)
    return f"{heading}\n\n{renderer.template('lokal_ruta', avvikelse=thing.avvikelse)}{rest}"


def _page(url: str, title: str, text: Callable[[], str], file: str, about: str, more: str = "", menu: str = "") -> Page:
    front = FRONT_MATTER.format(title=title, description=describe(about), more=more)
    return Page(url.lstrip("/"), title, menu or title, file, front, text)
