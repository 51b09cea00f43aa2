"""An old address leads to where the thing is now, also without script, and nobody finds it by searching."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from html_page import HtmlPage
from playwright.sync_api import Browser, Page, expect
from project import served
from two_webs import COUNTY

Visit = Callable[..., Page]
OLD = {
    "rutiner/gammal-rutin/": "rutiner/orosanmalan/",
    "checklistor/gammal-rutin/anmalare/": "checklistor/orosanmalan/anmalare/",
    "checklistor/orosanmalan/gammal-funktion/": "checklistor/orosanmalan/anmalare/",
    "forum/gammalt-forum/": "forum/nsv/",
    "fragor/gammal-fraga/": "fragor/orolig/",
}


@pytest.fixture(scope="module")
def moved(two_webs: Path) -> Path:
    """The county's web built from a project where things have changed their ids."""
    return two_webs / COUNTY


@pytest.fixture(scope="module")
def moved_address(moved: Path) -> Iterator[str]:
    with served(moved) as url:
        yield url


@pytest.mark.parametrize("script", [True, False], ids=["med-skript", "utan-skript"])
def test_a_visitor_lands_on_the_new_page(moved_address: str, browser: Browser, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    for old, new in OLD.items():
        page.goto(moved_address + old)
        expect(page).to_have_url(moved_address + new)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()


def test_the_anchor_and_the_choice_of_work_come_along(moved_address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{moved_address}rutiner/gammal-rutin/#steg-anmal&som=larare")
    expect(page).to_have_url(f"{moved_address}rutiner/orosanmalan/#steg-anmal&som=larare")
    page.close()


def test_the_page_there_is_whole_and_says_where_it_went(moved: Path) -> None:
    titles = set()
    for old, new in OLD.items():
        page = HtmlPage.read(moved / old / "index.html", moved)
        titles.add(page.title)
        assert page.lang == "sv" and page.h1 == ["Sidan har flyttat"]
        assert page.scripts == [] and page.styles == []
        assert '<meta name="robots" content="noindex">' in page.source and '<meta name="description"' in page.source
        link = next(value for tag, _, value in page.addresses if tag == "a")
        assert posixpath.normpath(posixpath.join(old, link)) + "/" == new
        assert ("link", "href", f"https://exempel.se/webb/{new}") in page.addresses
    assert len(titles) == len(OLD)


def test_it_is_neither_in_the_search_nor_in_the_sitemap_nor_linked(moved: Path) -> None:
    told = [moved / "sitemap.xml", moved / "assets" / "sok.json", *moved.rglob("*.html")]
    assert "rutiner/orosanmalan/" in told[0].read_text(encoding="utf-8")
    texts = {path: path.read_text(encoding="utf-8") for path in told}
    texts = {path: text for path, text in texts.items() if 'http-equiv="refresh"' not in text}
    assert len(texts) > 200
    assert [path.name for path, text in texts.items() if re.search(r"gammal-(rutin|funktion|fraga)/", text)] == []


def test_a_link_to_an_old_step_finds_the_new_one(moved_address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{moved_address}rutiner/konsultation/#steg-gammalt-steg")
    expect(page.locator("#steg-ge-rad")).to_be_in_viewport()
    context.close()


def test_the_page_that_is_not_there_starts_where_the_web_lies(moved: Path) -> None:
    page = HtmlPage.read(moved / "404.html", moved)
    links = [value for tag, _, value in page.addresses if tag == "a" and "fragor/" in value]
    assert links and all(link.startswith("/webb/fragor/") for link in links)
