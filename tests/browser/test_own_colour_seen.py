"""A publisher's own colour on the screen: nothing that takes it becomes hard to read, in light or in dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe import audit
from playwright.sync_api import Page
from samverkan.web.own_colour import stylesheet

# As light as is let through: what is hardest to read on and beside.
COLOUR = "#767676"
# Where everything stands that takes the colour: header, footer, links, marks, steps, tables, forms.
PAGES = ["", "rutiner/orosanmalan/", "ansvar/barnahus/", "kontakter/", "sok/"]
FOLLOWS = """() => [".md-header", ".md-footer-meta", ".oversikt a", ".oversikt li"].map((where, i) =>
  getComputedStyle(document.querySelector(where), i === 3 ? "::before" : null)[i < 2 ? "backgroundColor" : "color"])"""


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_nothing_where_the_colour_is(visit: Callable[..., Page], scheme: str) -> None:
    page = visit("", bypass_csp=True, reduced_motion="reduce")
    base = page.url
    found = {}
    for path in PAGES:
        page.goto(base + path, wait_until="domcontentloaded")
        page.add_style_tag(content=stylesheet(COLOUR))
        page.evaluate("(scheme) => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        if faults := audit(page):
            found[path] = faults
    assert found == {}


def test_header_footer_links_and_marks_follow_the_colour(visit: Callable[..., Page]) -> None:
    page = visit("rutiner/orosanmalan/", bypass_csp=True)
    before = page.evaluate(FOLLOWS)
    page.add_style_tag(content=stylesheet("#c8102e"))
    after = page.evaluate(FOLLOWS)
    assert after[0] == "rgb(200, 16, 46)"
    assert all(new != old for new, old in zip(after, before, strict=True))
