"""The pages bear what their readers do to them: cards, larger text, wider spacing, the device's own colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

Visit = Callable[..., Page]
MATRIX = "ansvar/barnahus/"
TABLE_ROLES = {"table", "row", "cell", "columnheader", "rowheader"}
# WCAG 1.4.12, all four at once.
SPACING = """() => {
  for (const one of document.querySelectorAll("body *")) {
    one.style.setProperty("line-height", "1.5", "important");
    one.style.setProperty("letter-spacing", "0.12em", "important");
    one.style.setProperty("word-spacing", "0.16em", "important");
    if (one.matches("p")) one.style.setProperty("margin-bottom", "2em", "important");
  }
}"""
# Text that is cut off: what its box hides and nobody can scroll to. What is only for the ear is out of sight anyway.
CUT = """() => [...document.querySelectorAll("article *")].filter((one) => {
  const style = getComputedStyle(one);
  return ["hidden", "clip"].includes(style.overflowX) && style.clipPath === "none"
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
    && !one.closest("svg") && one.textContent.trim();
}).map((one) => `${one.className}: ${one.textContent.trim().slice(0, 40)}`)"""
# Words that stand on two lines without a sign between: an address, and what is only for the screen, may break anywhere.
BROKEN = r"""() => {
  const found = [], texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const word = /(?<![\p{L}\d./:@-])\p{L}{3,}(?![\p{L}\d./:@-]*[\/@])/gu;
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.parentElement.closest("svg, code, a[href^='http']")) continue;
    for (const one of text.data.matchAll(word)) {
      const range = document.createRange();
      range.setStart(text, one.index);
      range.setEnd(text, one.index + one[0].length);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
      const lines = new Set(boxes.map((box) => Math.round(box.top)));
      if (lines.size > 1) found.push(one[0]);
    }
  }
  return found;
}"""


def _spoken(page: Page) -> Counter[str]:
    """How many of each part of a table the browser tells a screen reader of."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(node["role"]["value"] for node in nodes if not node["ignored"] and "role" in node)
    return Counter({role: roles[role] for role in TABLE_ROLES})


def test_a_matrix_as_cards_is_still_the_same_table_to_a_screen_reader(visit: Visit) -> None:
    wide, narrow = (_spoken(visit(MATRIX, viewport={"width": width, "height": 900})) for width in (1280, 390))
    assert all(wide[role] > 0 for role in TABLE_ROLES)
    assert narrow == wide


class Seen(NamedTuple):
    """A page on a phone: its broken words, then with wider spacing its width in px and what of its text is cut off."""

    broken: list[str]
    width: int
    cut: list[str]


@pytest.fixture(scope="module")
def on_a_phone(browser: Browser, address: str, types: list[str]) -> dict[str, Seen]:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    seen = {}
    for path in types:
        page.goto(address + path)
        broken = page.evaluate(BROKEN)
        page.evaluate(SPACING)
        seen[path] = Seen(broken, page.evaluate("document.documentElement.scrollWidth"), page.evaluate(CUT))
    page.close()
    return seen


def test_no_word_is_broken_in_the_middle_on_a_phone(on_a_phone: dict[str, Seen]) -> None:
    assert {path: seen.broken for path, seen in on_a_phone.items() if seen.broken} == {}


def test_a_broken_word_is_seen(visit: Visit) -> None:
    page = visit("om/ord-om-ansvar/", viewport={"width": 390, "height": 900})
    page.evaluate("document.querySelector('h1').style.cssText = 'width: 2em; overflow-wrap: anywhere'")
    assert page.evaluate(BROKEN)


def test_with_wider_spacing_no_text_is_cut_and_no_page_scrolls_sideways(on_a_phone: dict[str, Seen]) -> None:
    assert {path: seen for path, seen in on_a_phone.items() if seen.cut or seen.width > 390} == {}


# 1280 px at 200 and 400 %: what WCAG 1.4.10 asks for; the latter is the narrowest phone's 320 px too.
@pytest.mark.parametrize("zoom", [2, 4])
def test_enlarged_or_on_a_phone_a_page_needs_no_scrolling_sideways(
    visit: Visit, address: str, types: list[str], zoom: int
) -> None:
    page = visit(viewport={"width": 1280 // zoom, "height": 1024 // zoom}, device_scale_factor=zoom)
    wide = {}
    for path in types:
        page.goto(address + path)
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 1280 // zoom:
            wide[path] = width
    assert wide == {}


def test_in_the_devices_own_colours_marks_keep_a_border_and_signs_their_shape(visit: Visit) -> None:
    page = visit("rutiner/orosanmalan/", forced_colors="active")
    borderless = page.evaluate("""() => [...document.querySelectorAll(
        ".svar, .fara, .obs, .tidsgrans, .roll, .saga-svar, .marke")].filter((one) => {
      const style = getComputedStyle(one);
      return !["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(style[`border${side}Width`]) > 0);
    }).map((one) => one.className)""")
    assert borderless == []
    for sign in (".md-header label svg", ".sok-knapp svg"):
        fill, behind = page.locator(sign).first.evaluate(
            "(e) => [getComputedStyle(e).fill, getComputedStyle(e.closest('.md-header')).backgroundColor]"
        )
        assert fill != behind, sign


def test_the_header_of_a_column_does_not_look_like_a_button_that_sorts(visit: Visit) -> None:
    headers = visit(MATRIX).locator("th[role=columnheader]")
    assert headers.count() > 0
    look = "(found) => found.map((one) => [getComputedStyle(one).cursor, getComputedStyle(one, '::after').content])"
    assert set(map(tuple, headers.evaluate_all(look))) == {("auto", "none")}
