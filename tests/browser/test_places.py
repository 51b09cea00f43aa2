"""Wherever the web lies, or is opened from, nobody is lost: a folder of a host, a missing page, a folder on a disk."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import Watch
from playwright.sync_api import Browser, Page, expect
from project import served

Visit = Callable[..., Page]
MISSING = ("finns/", "rutiner/finns-inte/alls/", "finns.html")


@pytest.fixture(scope="module")
def in_a_folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The web as a project of GitHub or GitLab Pages: in a folder of a host that shows its 404.html at any depth."""
    host = tmp_path_factory.mktemp("värd")
    (host / "org").mkdir()
    (host / "org" / "samverkan").symlink_to(site)
    shutil.copy(site / "404.html", host / "404.html")
    with served(host) as url:
        yield f"{url}org/samverkan/"


@pytest.mark.parametrize("missing", MISSING)
def test_a_page_that_is_not_there_is_whole_in_any_folder(visit: Visit, in_a_folder: str, missing: str) -> None:
    page = visit()
    page.goto(in_a_folder + missing)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sidan finns inte")
    expect(page.locator(".fara a[href='tel:112']").first).to_be_visible()
    expect(page.locator("body")).to_have_css("font-family", re.compile("Atkinson"))
    page.wait_for_function("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")
    links = page.locator("main a[href]:not([href^='tel:']), header a[href]").evaluate_all(
        "all => all.map((a) => a.href)"
    )
    assert links and [link for link in links if not link.startswith(in_a_folder)] == []
    page.get_by_role("button", name="Sök").click()
    page.get_by_role("dialog").get_by_role("searchbox").fill("orosanmälan")
    page.locator(".sok-dialog .sok-traffar a[href*='rutiner/orosanmalan/']").first.click()
    expect(page).to_have_url(re.compile(re.escape(in_a_folder) + "rutiner/orosanmalan/"))


def test_it_has_the_devices_colours_there_too(visit: Visit, in_a_folder: str) -> None:
    page = visit(color_scheme="dark")
    page.goto(f"{in_a_folder}finns/inte/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_at_the_root_of_a_host_nothing_is_asked_for_twice(visit: Visit, watch: Watch, address: str) -> None:
    page = visit()
    watch.requests.clear()
    page.goto(f"{address}finns/inte/")
    expect(page.get_by_role("button", name="Sök")).to_be_visible()
    assert len([url for url in watch.requests if "samlad.css" in url]) == 1


def test_opened_from_a_folder_a_link_leads_to_its_page_and_the_search_says_why_not(
    browser: Browser, site: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator(".fragor a").first.click()
    expect(page).to_have_url(re.compile(r"/fragor/[\w-]+/index\.html$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("button", name="Sök").click()
    page.get_by_role("dialog").get_by_role("searchbox").fill("orosanmälan")
    expect(page.locator(".sok-dialog [role=status]")).to_contain_text("öppnad från en mapp")
    # Who is about to press it when more is written still presses the same link.
    way_out = page.get_by_role("link", name="Hitta utan att söka")
    first = way_out.element_handle()
    page.get_by_role("dialog").get_by_role("searchbox").fill("orosanmälan i dag")
    page.wait_for_timeout(400)
    assert first.evaluate("link => link.isConnected")
    way_out.click()
    expect(page).to_have_url(re.compile(r"/sok/index\.html$"))
    context.close()
