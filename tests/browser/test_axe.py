"""axe finds nothing on any type of page, light and dark, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browsing import launch
from playwright.sync_api import Page, sync_playwright

Audits = dict[tuple[str, int, str], list[str]]
SCHEMES = ("light", "dark")
WIDTHS = (390, 1280)
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
    page.evaluate(AXE_SCRIPT)
    passes, violations = page.evaluate(RUN, TAGS)
    assert passes > 20, "axe har granskat sidan"
    return violations


def _audits(address: str, paths: list[str], scheme: str) -> Audits:
    """Every page in one scheme and both widths, in a browser of its own."""
    found = {}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        # Colours are audited at rest: with reduced motion the site has no transitions.
        page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        for path in paths:
            page.goto(address + path)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                found[scheme, width, path] = _audit(page)
        browser.close()
    return found


@pytest.fixture(scope="module")
def audits(address: str, types: list[str]) -> Audits:
    """Both schemes at the same time: the browsers do the work."""
    with ThreadPoolExecutor(len(SCHEMES)) as pool:
        parts = list(pool.map(lambda scheme: _audits(address, types, scheme), SCHEMES))
    return {key: found for part in parts for key, found in part.items()}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(audits: Audits, types: list[str], scheme: str, width: int) -> None:
    assert {key for key in audits if key[:2] == (scheme, width)} == {(scheme, width, path) for path in types}
    assert {key: found for key, found in audits.items() if key[:2] == (scheme, width) and found} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("sign", OPENED)
def test_axe_finds_nothing_in_what_is_opened(visit: Callable[..., Page], scheme: str, sign: str) -> None:
    opener, opened = OPENED[sign]
    options = {"color_scheme": scheme, "reduced_motion": "reduce", "viewport": {"width": 390, "height": 900}}
    page = visit("rutiner/orosanmalan/", **options)
    page.locator(opener).first.click()
    page.locator(opened).first.wait_for(state="visible")
    assert _audit(page) == []
