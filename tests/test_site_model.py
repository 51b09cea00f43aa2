"""All of the model is in the built web: each thing, each step, each list, with where it comes from."""

from __future__ import annotations

import re
from html import unescape

import pytest
from html_page import HtmlPage
from samverkan import Model
from samverkan.kinds import LINK, Rutin, Thing
from samverkan.pages.checklists import checklists
from samverkan.pages.every_page import Page
from samverkan.phrases import swedish_date

CELL = re.compile(r'<td [^>]*?data-label="([^"]*)"[^>]*>(.*?)</td>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def _page(html: dict[str, HtmlPage], url: str) -> HtmlPage:
    """The built page behind a Markdown link target."""
    path = url.lstrip("/").partition("#")[0].removesuffix(".md").removesuffix("index")
    return html[f"{path.rstrip('/')}/index.html"]


def _plain(text: str) -> str:
    """Model text as a reader sees it."""
    return " ".join(re.sub(r"\*\*|`|\\", "", LINK.sub(r"\g<text>", text)).split())


@pytest.fixture(scope="session")
def rutiner(real_model: Model) -> list[Rutin]:
    return real_model.all(Rutin)


def test_every_page_of_the_model_is_built(made: list[Page], html: dict[str, HtmlPage]) -> None:
    assert [page.path for page in made if page.path.removesuffix(".md") + "/index.html" not in html] == []


def test_every_thing_can_be_reached(real_model: Model, html: dict[str, HtmlPage]) -> None:
    missing = []
    for thing in real_model.everything():
        page = _page(html, thing.url)
        anchor = thing.url.partition("#")[2]
        if anchor and anchor not in page.ids:
            missing.append(thing.url)
    assert missing == []


def test_every_page_of_a_thing_names_its_file_sources_and_reviews(real_model: Model, html: dict[str, HtmlPage]) -> None:
    missing = []
    for thing in real_model.everything():
        if thing.own_page:
            text = _page(html, thing.url).text
            missing += [f"{thing.url}: {words}" for words in _provenance(thing) if words not in text]
    assert missing == []


def _provenance(thing: Thing) -> list[str]:
    """What the page of a thing has to say about where it comes from."""
    words = [thing.file]
    for reference in thing.källor:
        words.append(f"{reference.källa.till.kortnamn}, {_plain(reference.plats)}")
    for name in ("granskad", "nästa_granskning", "kontrollerad"):
        if day := getattr(thing, name, None):
            words.append(swedish_date(day))
    return words


def test_orosanmälan_is_among_the_routines(rutiner: list[Rutin]) -> None:
    assert "orosanmalan" in [rutin.id for rutin in rutiner]


def test_every_routine_shows_every_step_with_who_when_and_law(rutiner: list[Rutin], html: dict[str, HtmlPage]) -> None:
    missing = []
    for rutin in rutiner:
        page = _page(html, rutin.url)
        for steg in rutin.steg:
            start = page.source.index(f'id="steg-{steg.id}"')
            following = page.source.find("<h3 ", start)
            end = following if following > 0 else page.source.index('id="ansvar"', start)
            shown = " ".join(unescape(TAG.sub("", page.source[start:end])).split())
            said = [steg.namn, *(ref.till.namn for ref in steg.huvudansvarig)]
            said += [tid.lyder[0].upper() + tid.lyder[1:] for tid in steg.tider]
            said += [ref.till.beteckning for ref in steg.lagrum]
            said += [f"{rad.vem} till {rad.till}:" for rad in steg.säga]
            missing += [f"{rutin.id}, {steg.id}: {words}" for words in said if _plain(words) not in shown]
    assert missing == []


def test_every_routine_shows_its_matrix_as_its_steps_say(rutiner: list[Rutin], html: dict[str, HtmlPage]) -> None:
    for rutin in rutiner:
        page = _page(html, rutin.url)
        table = page.source[page.source.index('id="ansvar"') :]
        for steg in rutin.steg:
            row = table[table.index(f'href="#steg-{steg.id}"') :].partition("</tr>")[0]
            shown = {unescape(name): TAG.sub("", roles).split() for name, roles in CELL.findall(row)}
            said = {f.namn: [roll.capitalize() for roll in steg.roll(f.id)] for f in rutin.funktioner}
            assert shown == said, f"{rutin.id}, {steg.id}"


def test_every_routine_has_its_checklists_with_every_point(rutiner: list[Rutin], html: dict[str, HtmlPage]) -> None:
    for rutin in rutiner:
        listed = {value for tag, _, value in _page(html, rutin.url).addresses if tag == "a"}
        for lista in checklists(rutin):
            assert f"../..{lista.url.removesuffix('.md')}/" in listed
            page = _page(html, lista.url)
            assert page.source.count('<input type="checkbox" autocomplete="off" />') == lista.antal
            texts = [_plain(punkt.text) for _, punkter in lista.avsnitt for punkt in punkter]
            assert [text for text in texts if text not in page.text] == []


def test_every_point_of_every_step_is_on_some_checklist(rutiner: list[Rutin]) -> None:
    for rutin in rutiner:
        shared_out = {punkt.id for lista in checklists(rutin) for _, punkter in lista.avsnitt for punkt in punkter}
        assert {punkt.id for steg in rutin.steg for punkt in steg.punkter} == shared_out
