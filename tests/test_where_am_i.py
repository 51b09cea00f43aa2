"""A reader knows where they are: the way here, the step before and after, whom it concerns, how fresh it is."""

from __future__ import annotations

import posixpath
import re

import pytest
from html_page import HtmlPage
from samverkan import Model
from samverkan.kinds import Rutin
from samverkan.phrases import swedish_date

PATH = re.compile(r'<nav class="md-path" aria-label="Du är här">(.*?)</nav>', re.DOTALL)
LINK = re.compile(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def _way(page: HtmlPage) -> list[str]:
    """The addresses of a page's breadcrumbs, from the site's root."""
    found = PATH.search(page.source)
    links = LINK.findall(found[1]) if found else []
    return [posixpath.normpath(posixpath.join("/", page.address, href)) for href, _ in links]


def _steps(page: HtmlPage) -> list[str]:
    return re.split(r'(?=<details class="steg")', page.source)[1:]


@pytest.fixture(params=["aterkoppling", "orosanmalan", "samarbetet-har-havererat"])
def routine(request: pytest.FixtureRequest, real_model: Model, html: dict[str, HtmlPage]) -> tuple[Rutin, HtmlPage]:
    return real_model.get(Rutin, request.param), html[f"rutiner/{request.param}/index.html"]


def test_every_page_but_the_start_page_shows_the_way_from_it(html: dict[str, HtmlPage]) -> None:
    pages = [page for page in html.values() if page.path not in ("index.html", "404.html") and not page.moved]
    ways = {page.path: _way(page) for page in pages}
    assert len(ways) > 200
    assert {path: way for path, way in ways.items() if way[:1] != ["/"]} == {}
    assert {path: way for path, way in ways.items() if len(set(way)) != len(way)} == {}


def test_no_page_leads_to_itself_on_its_way(html: dict[str, HtmlPage]) -> None:
    own = {page.path: posixpath.normpath(posixpath.join("/", page.address)) for page in html.values()}
    assert [page.path for page in html.values() if own[page.path] in _way(page)] == []


def test_a_page_outside_the_menu_shows_the_section_it_belongs_to(html: dict[str, HtmlPage]) -> None:
    for path, section in (
        ("checklistor/orosanmalan/anmalare/index.html", "/checklistor"),
        ("lagrum/sol-19-1/index.html", "/lagrum"),
        ("kallor/ostermalm-2007/index.html", "/kallor"),
        ("lardomar/tema-styrning-och-mandat/index.html", "/lardomar"),
        ("forum/nsv/index.html", "/forum"),
    ):
        assert _way(html[path])[-1] == section


def test_each_step_leads_to_the_one_before_and_the_one_after(routine: tuple[Rutin, HtmlPage]) -> None:
    rutin, page = routine
    ids = [f"#steg-{steg.id}" for steg in rutin.steg]
    steps = _steps(page)
    assert len(steps) == len(ids)
    for at, step in enumerate(steps):
        found = re.search(r'<p class="bladdra"[^>]*>(.*?)</p>', step, re.DOTALL)
        assert found
        leads = [href for href, _ in LINK.findall(found[1])]
        assert leads == [*ids[max(at - 1, 0) : at], *(ids[at + 1 : at + 2] or ["#uppfoljning"])]


def test_a_routine_says_whom_it_is_for_when_it_was_reviewed_and_what_changed(routine: tuple[Rutin, HtmlPage]) -> None:
    rutin, page = routine
    facts = re.search(r"Gäller för(.*?)Om den här sidan", page.text, re.DOTALL)
    assert facts
    assert [funktion.namn for funktion in rutin.funktioner if funktion.namn not in facts[1]] == []
    assert rutin.granskad and f"Sörmland · granskad {swedish_date(rutin.granskad)}" in page.text
    assert rutin.ändringar
    for ändring in rutin.ändringar:
        assert f"{swedish_date(ändring.datum)}: {ändring.vad}" in page.text
    assert "andringar" in page.ids
