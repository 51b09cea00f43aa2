"""axe finds nothing: on every page on a desk, and on every type of page light and dark, at all widths, on paper."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browsing import launch
from html_page import HtmlPage
from playwright.sync_api import Page, sync_playwright

Look = tuple[str, int, str]  # colour scheme, width, medium
Audits = dict[Look, dict[str, list[str]]]
SCHEMES = ("light", "dark")
WIDTHS = (320, 768, 1280)
DESK: Look = ("light", 1280, "screen")
LOOKS: list[Look] = [("light", 768, "print"), *((scheme, width, "screen") for scheme in SCHEMES for width in WIDTHS)]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What stands out of sight until it is asked for: each is opened by its sign or its term.
OPENED = {
    "begrepp": ("a.begrepp", "[role=tooltip]"),
    "meny": (".knapp__drawer", ".md-sidebar--primary"),
    "sök": (".sok-knapp", ".sok-dialog"),
}
RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations"], preload: false});
  return [found.passes.length, found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`))];
}"""


def _audit(page: Page) -> list[str]:
    """What axe finds on the page as it stands; that it looked at all is checked too."""
    passes, violations = page.evaluate(RUN, TAGS)
    assert passes > 15, "axe har granskat sidan"
    return violations


def _audits(address: str, work: list[tuple[str, list[Look]]]) -> Audits:
    """Each page in the looks asked for, in a browser of its own."""
    found: Audits = {look: {} for look in LOOKS}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        # Colours are audited at rest: with reduced motion the site has no transitions.
        page = browser.new_page(reduced_motion="reduce")
        for path, looks in work:
            for scheme, same in groupby(looks, key=lambda look: look[0]):
                # The colours are chosen when the page is opened.
                page.emulate_media(color_scheme=scheme, media="screen")  # type: ignore[arg-type]
                page.goto(address + path, wait_until="domcontentloaded")
                page.evaluate(AXE_SCRIPT)
                for _, width, media in same:
                    page.set_viewport_size({"width": width, "height": 900})
                    page.emulate_media(media=media)  # type: ignore[arg-type]
                    found[scheme, width, media][path] = _audit(page)
        browser.close()
    return found


@pytest.fixture(scope="module")
def audits(address: str, types: list[str], html: dict[str, HtmlPage]) -> Audits:
    """Two browsers share the pages; each page is opened once in each colour scheme."""
    work = [(page.address, LOOKS if page.address in types else [DESK]) for page in html.values()]
    with ThreadPoolExecutor(2) as pool:
        parts = list(pool.map(lambda share: _audits(address, share), (work[::2], work[1::2])))
    return {look: parts[0][look] | parts[1][look] for look in LOOKS}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: " ".join(map(str, look)))
def test_axe_finds_nothing_on_any_type_of_page(audits: Audits, types: list[str], look: Look) -> None:
    assert set(types) <= audits[look].keys()
    assert {path: found for path, found in audits[look].items() if found} == {}


def test_axe_has_looked_at_every_page_of_the_web(audits: Audits, html: dict[str, HtmlPage]) -> None:
    assert audits[DESK].keys() == {page.address for page in html.values()}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("sign", OPENED)
def test_axe_finds_nothing_in_what_is_opened(visit: Callable[..., Page], scheme: str, sign: str) -> None:
    opener, opened = OPENED[sign]
    options = {"color_scheme": scheme, "reduced_motion": "reduce", "viewport": {"width": 390, "height": 900}}
    page = visit("rutiner/orosanmalan/", **options)
    page.locator(opener).first.click()
    page.locator(opened).first.wait_for(state="visible")
    page.evaluate(AXE_SCRIPT)
    assert _audit(page) == []
