"""axe finds nothing: on any page, and on no type of page in any width, in the dark or on paper."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import pytest
from axe import ON_PAPER, SCRIPT, TAGS, audit
from browsing import launch
from html_page import HtmlPage
from playwright.sync_api import Page, sync_playwright


class Look(NamedTuple):
    """How a page is looked at."""

    scheme: str = "light"
    width: int = 1280
    media: str = "screen"


Audits = dict[tuple[str, Look], list[str]]
SCHEMES = ("light", "dark")
# The narrowest and the widest, each scheme, and paper from the dark: what is wrong in a colour is so at every width.
LOOKS = [Look("light", 320), Look("dark", 1280), Look("dark", media="print")]
OTHER_LOOKS = [
    *(Look("dark", 320), Look("light", 768), Look("dark", 768)),
    *(Look("light", 1280), Look("light", media="print")),
]
BROWSERS = 2
# What stands out of sight until it is asked for: each is opened by its sign or its term.
OPENED = {
    "begrepp": ("a.begrepp", "[role=tooltip]"),
    "meny": (".knapp__drawer", ".md-sidebar--primary"),
    "sök": (".sok-knapp", ".sok-dialog"),
}
# As the page itself does it when the device changes its mind.
COLOURS = """(scheme) => document.body.setAttribute(
  "data-md-color-scheme", scheme === "dark" ? "slate" : "default")"""


def _audits(address: str, asked: list[tuple[str, list[Look]]]) -> Audits:
    """Every page in the looks that are asked for, in a browser of its own."""
    found = {}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        # Colours are audited at rest: with reduced motion the site has no transitions.
        page = browser.new_page(reduced_motion="reduce")
        page.add_init_script(SCRIPT)
        for path, looks in asked:
            page.goto(address + path, wait_until="domcontentloaded")
            for look in looks:
                page.set_viewport_size({"width": look.width, "height": 900})
                page.emulate_media(color_scheme=look.scheme, media=look.media)  # type: ignore[arg-type]
                page.evaluate(COLOURS, look.scheme)
                found[path, look] = audit(page, ON_PAPER if look.media == "print" else TAGS)
        browser.close()
    return found


def side_by_side(address: str, asked: list[tuple[str, list[Look]]]) -> Audits:
    """What axe finds on the pages in the looks that are asked for; the browsers do the work, side by side."""
    with ThreadPoolExecutor(BROWSERS) as pool:
        parts = list(pool.map(lambda n: _audits(address, asked[n::BROWSERS]), range(BROWSERS)))
    return {key: found for part in parts for key, found in part.items()}


@pytest.fixture(scope="module")
def audits(address: str, types: list[str]) -> Audits:
    """Every type of page in all looks."""
    return side_by_side(address, [(path, LOOKS) for path in types])


@pytest.mark.långsam
def test_axe_finds_nothing_on_any_page(address: str, types: list[str], html: dict[str, HtmlPage]) -> None:
    pages = sorted(page.address for page in html.values())
    assert set(types) <= set(pages)
    seen = side_by_side(address, [(path, [Look()]) for path in pages])
    assert {path: found for (path, _), found in seen.items() if found} == {}


@pytest.mark.långsam
def test_axe_finds_nothing_on_any_type_of_page_in_any_other_look(address: str, types: list[str]) -> None:
    seen = side_by_side(address, [(path, OTHER_LOOKS) for path in types])
    assert {key: found for key, found in seen.items() if found} == {}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_axe_finds_nothing_on_any_type_of_page(audits: Audits, types: list[str], look: Look) -> None:
    seen = {path: audits[path, look] for path in types}
    assert {path: found for path, found in seen.items() if found} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("sign", OPENED)
def test_axe_finds_nothing_in_what_is_opened(visit: Callable[..., Page], scheme: str, sign: str) -> None:
    opener, opened = OPENED[sign]
    options = {"color_scheme": scheme, "reduced_motion": "reduce", "viewport": {"width": 390, "height": 900}}
    page = visit("rutiner/orosanmalan/", **options)
    page.locator(opener).first.click()
    page.locator(opened).first.wait_for(state="visible")
    assert audit(page) == []


def test_axe_finds_a_fault_that_is_there(visit: Callable[..., Page]) -> None:
    page = visit("rutiner/orosanmalan/")
    page.evaluate("document.querySelector('h1').style.color = 'lightgrey'")
    assert [found.split(":")[0] for found in audit(page)] == ["color-contrast"]
