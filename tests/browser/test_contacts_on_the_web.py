"""Whom to ring: on a kommun's web its own numbers, on the county's web every kommun's, never an invented one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest
from html_page import HtmlPage
from playwright.sync_api import Browser, expect
from project import ROOT, served
from samverkan import Model, build_model
from samverkan.kinds import Funktion, Huvudman, Kontakt, Verksamhet
from samverkan.kinds.phone import link
from samverkan.pages.contact_view import contacts, with_public_ways
from test_urgent import without_the_box_first
from two_webs import COUNTY, GNESTA, TROSA
from weight import too_heavy
from work_choice import dialog, opener

CALLED = re.compile(r'href="tel:([\d+]+)"')
# As texts of the model link a number.
WRITTEN = re.compile(r"\(tel:(\+?\d+)\)")
KOMMUNER = (GNESTA, TROSA)
ROUTINE = "rutiner/orosanmalan/"


class Webs(NamedTuple):
    """The county's web and Gnesta's, built from a project where two kommuner have contacts."""

    county: dict[str, HtmlPage]
    gnesta: dict[str, HtmlPage]
    model: Model
    addresses: dict[str, str]


@pytest.fixture(scope="module")
def webs(two_webs: Path) -> Iterator[Webs]:
    model, _ = build_model(two_webs / "projekt", kommun=GNESTA)
    with ExitStack() as hosts:
        addresses = {kommun: hosts.enter_context(served(two_webs / kommun)) for kommun in (COUNTY, GNESTA)}
        yield Webs(_pages(two_webs / COUNTY), _pages(two_webs / GNESTA), model, addresses)


def _pages(site: Path) -> dict[str, HtmlPage]:
    pages = [HtmlPage.read(file, site) for file in sorted(site.rglob("*.html"))]
    return {page.path: page for page in pages}


def _number(model: Model, id: str) -> str:
    (kontakt,) = contacts(model, "verksamhet", id)
    return link(kontakt.telefon).removeprefix("tel:")


def test_every_page_about_danger_has_the_kommuns_own_socialjour_first(webs: Webs) -> None:
    number = f'href="tel:{_number(webs.model, "socialjour")}"'
    assert without_the_box_first(webs.model, webs.gnesta, 'href="tel:112"', 'href="tel:11414"', number) == []


def test_on_the_countys_web_the_box_has_the_socialjour_of_each_kommun(webs: Webs, real_model: Model) -> None:
    numbers = [f'data-kommun="{kommun}"' for kommun in KOMMUNER]
    assert without_the_box_first(real_model, webs.county, "kommunens socialjour", *numbers) == []


def test_a_kommuns_page_of_contacts_has_each_of_them_and_shows_what_is_missing(webs: Webs) -> None:
    page = webs.gnesta["kontakter/index.html"]
    for kontakt in webs.model.all(Kontakt):
        assert kontakt.id in page.ids
        assert f'href="mailto:{kontakt.e_post}"' in page.source and kontakt.tider in page.text
        assert link(kontakt.telefon).removeprefix("tel:") in CALLED.findall(page.source)
    for kind in (Verksamhet, Funktion):
        for thing in webs.model.all(kind):
            if thing.kontakt_behövs and not contacts(webs.model, kind.kind, thing.id):
                assert f"{thing.namn} Kontakten är inte ifylld." in page.text


def test_what_is_urgent_to_ring_stands_first_on_the_page(webs: Webs) -> None:
    groups = [id.removeprefix("till-") for id in webs.gnesta["kontakter/index.html"].ids if id.startswith("till-")]
    assert groups[:2] == ["socialtjanst", "socialjour"]


def test_the_countys_page_has_each_kommun_and_says_who_is_missing(webs: Webs) -> None:
    page = webs.county["kontakter/index.html"]
    others = [one.id for one in with_public_ways(webs.model) if one.id not in KOMMUNER]
    assert len(others) == 7
    assert re.findall(r'<section data-kommun="(\w+)"', page.source) == [*KOMMUNER, *others]
    assert [id for id in page.ids if id.startswith("i-")] == [f"i-{kommun}" for kommun in (*KOMMUNER, *others)]
    assert 'href="https://samverkan.example.se/"' in page.source, "Gnestas egen webb"
    assert page.source.count("Kommunens egen webb") == 1, "Trosa har ingen adress"
    unconfirmed = page.source.partition("har inte fyllt i sina egna kontakter")[0].rpartition("Kommun:")[2]
    assert "Eskilstuna" in unconfirmed and "Gnesta" not in unconfirmed and "Trosa" not in unconfirmed


@pytest.mark.parametrize("path", ["rutiner/orosanmalan/index.html", "fragor/orolig/index.html"])
def test_where_one_is_to_ring_the_county_has_the_number_of_each_kommun(webs: Webs, path: str) -> None:
    places = re.findall(r'<details class="kommun-kontakter">(.*?)</details>', webs.county[path].source, re.DOTALL)
    named = [place for place in places if "<summary>Socialtjänst för barn och familj: numret i din kommun" in place]
    assert named
    for place in named:
        rows = dict(re.findall(r'<li data-kommun="(\w+)">(.*?)</li>', place, re.DOTALL))
        assert set(rows) == {one.id for one in with_public_ways(webs.model)}
        assert [CALLED.findall(rows[kommun]) for kommun in KOMMUNER] == [[_number(webs.model, "socialtjanst")]] * 2
        assert "Kommunen har inte bekräftat det." in place


def test_no_page_becomes_too_heavy_by_it(webs: Webs) -> None:
    assert len(webs.county) > 200 and too_heavy(webs.county) == {}


def test_where_nobody_has_filled_in_a_number_only_public_ones_are_shown(
    html: dict[str, HtmlPage], real_model: Model
) -> None:
    ways = [way for one in real_model.all(Huvudman) for way in one.ingångar if way.telefon]
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "model" / "gemensam").rglob("*.yml")]
    public = {link(way.telefon or "").removeprefix("tel:") for way in ways}
    public |= {number for text in texts for number in WRITTEN.findall(text)}
    assert {number for page in html.values() for number in CALLED.findall(page.source)} == public
    assert {"112", "11414", "116000", "116111"} <= public
    page = html["kontakter/index.html"]
    assert "har inte fyllt i sina egna kontakter ännu" in page.text
    needed = [thing for kind in (Verksamhet, Funktion) for thing in real_model.all(kind) if thing.kontakt_behövs]
    assert needed
    assert [thing.namn for thing in needed if f"till-{thing.id}" not in page.ids] == []


def test_a_kommun_is_chosen_where_the_web_has_several(browser: Browser, webs: Webs) -> None:
    page = browser.new_page()
    page.goto(webs.addresses[COUNTY] + ROUTINE)
    opener(page).click()
    choice = dialog(page)
    choice.get_by_label("Jag arbetar som").select_option(label="Lärare")
    choice.get_by_label("Kommun").select_option(label="Gnesta")
    choice.get_by_role("button", name="Visa mitt").click()
    expect(opener(page)).to_have_accessible_name("Jag arbetar som: Lärare i Gnesta")
    expect(page).to_have_url(re.compile(r"#som=larare&i=gnesta$"))
    step = page.locator("details.steg").first
    expect(step.locator("[data-kommun=gnesta]").first).to_be_visible()
    expect(step.locator("[data-kommun=trosa]").first).to_be_hidden()
    contacts = page.locator(".mitt .mitt-kontakt")
    assert contacts.count() == step.locator(".kommun-kontakter").count() == 2
    expect(contacts.first.locator("a[href^='tel:']")).to_be_visible()
    page.get_by_role("button", name="Visa allt").click()
    expect(step.locator("[data-kommun=trosa]").first).not_to_have_attribute("hidden", "")
    page.close()


def test_a_kommuns_own_web_shows_its_contacts_and_does_not_ask_which(browser: Browser, webs: Webs) -> None:
    page = browser.new_page()
    page.goto(webs.addresses[GNESTA] + f"{ROUTINE}#som=larare")
    expect(page.locator(".mitt .mitt-kontakt a[href^='tel:']").first).to_be_visible()
    opener(page).click()
    expect(dialog(page).get_by_label("Jag arbetar som")).to_be_visible()
    expect(dialog(page).get_by_label("Kommun")).to_have_count(0)
    page.close()
