"""A term explains itself: on hover, on keyboard focus and on a tap; Escape closes; its link leads to the ordlista."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

Visit = Callable[..., Page]
ROUTINE = "rutiner/orosanmalan/"


def _term(page: Page) -> Locator:
    term = page.locator(".md-content a.begrepp").first
    term.scroll_into_view_if_needed()
    return term


def _explained(page: Page, term: Locator) -> Locator:
    box = page.get_by_role("tooltip")
    expect(box).to_be_visible()
    expect(box).to_contain_text(term.get_attribute("data-definition") or "saknas")
    expect(term).to_have_attribute("aria-describedby", box.get_attribute("id") or "saknas")
    return box


def _leads_to_the_ordlista(page: Page, link: Locator, term: Locator) -> None:
    anchor = (term.get_attribute("href") or "").partition("#")[2]
    link.click()
    expect(page).to_have_url(re.compile(rf"/ordlista/#{re.escape(anchor)}$"))
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_on_hover_and_it_stays_while_the_pointer_is_on_it(visit: Visit) -> None:
    page = visit(ROUTINE)
    term = _term(page)
    term.hover()
    box = _explained(page, term)
    box.hover()
    page.wait_for_timeout(400)  # longer than the box waits before it closes
    expect(box).to_be_visible()
    page.mouse.move(0, 0)
    expect(box).to_be_hidden()


def test_on_keyboard_focus(visit: Visit) -> None:
    page = visit(ROUTINE)
    term = _term(page)
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.begrepp')"):
            break
    else:
        pytest.fail("Tab når inget begrepp")
    term = page.locator("a.begrepp:focus")
    _explained(page, term)
    page.keyboard.press("Tab")
    expect(term).to_have_count(0)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/ordlista/#"))


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_escape_closes_it(visit: Visit, way: str) -> None:
    page = visit(ROUTINE)
    term = _term(page)
    if way == "hover":
        term.hover()
    else:
        page.keyboard.press("Tab")  # a key first: focus is shown to those who use keys
        term.focus()
    box = _explained(page, term)
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()


def test_on_tap_and_the_link_in_the_box_leads_to_the_ordlista(visit: Visit) -> None:
    page = visit(ROUTINE, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    term = _term(page)
    before = page.url
    term.tap()
    box = _explained(page, term)
    assert page.url == before, "det första trycket förklarar, det lämnar inte sidan"
    placed = box.bounding_box()
    assert placed and placed["x"] >= 0 and placed["x"] + placed["width"] <= 390
    _leads_to_the_ordlista(page, box.get_by_role("link"), term)


def test_a_tap_elsewhere_closes_it(visit: Visit) -> None:
    page = visit(ROUTINE, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    term = _term(page)
    term.tap()
    box = _explained(page, term)
    page.get_by_role("heading", level=1).tap()
    expect(box).to_be_hidden()


def test_without_script_it_is_a_link_to_the_ordlista(visit: Visit) -> None:
    page = visit(ROUTINE, java_script_enabled=False)
    term = _term(page)
    _leads_to_the_ordlista(page, term, term)
