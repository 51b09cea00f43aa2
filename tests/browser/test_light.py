"""A page stays where it is while it comes, and is still for those who ask for stillness."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

Visit = Callable[..., Page]
# Every shift since the page began, the buffered ones too: Cumulative Layout Shift, without input.
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    window.shifts.push(`${entry.value}: ${entry.sources.map((s) => s.node?.className || s.node?.nodeName).join(", ")}`);
  }
}).observe({type: "layout-shift", buffered: true});
"""
MOVING = """() => document.getAnimations().filter((one) => one.playState === "running")
  .map((one) => one.effect.target?.className ?? "?")"""
# Two frames: what the scripts changed has been laid out and painted.
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_comes(visit: Visit, address: str, types: list[str], width: int) -> None:
    page = visit(viewport={"width": width, "height": 900})
    page.context.add_init_script(WATCH)
    shifted = {}
    for path in types:
        page.goto(address + path, wait_until="load")
        page.evaluate(SETTLED)
        if shifts := page.evaluate("window.shifts"):
            shifted[path] = shifts
    assert shifted == {}


def test_a_shift_would_be_seen(visit: Visit, address: str) -> None:
    page = visit()
    page.context.add_init_script(WATCH)
    page.goto(address)
    page.evaluate(
        "document.querySelector('article').prepend(Object.assign(document.createElement('div'), "
        "{textContent: 'x', className: 'x'}))"
    )
    page.evaluate("document.querySelector('.x').style.height = '300px'")
    page.evaluate(SETTLED)
    page.wait_for_function("window.shifts.length > 0")


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_animated_for_those_who_ask_for_stillness(visit: Visit, width: int) -> None:
    page = visit("rutiner/orosanmalan/", reduced_motion="reduce", viewport={"width": width, "height": 900})
    page.evaluate("scrollTo(0, 800)")
    page.get_by_title("Byt till mörkt läge").click()
    if width == 390:
        page.get_by_role("button", name="Meny").click()
    assert page.evaluate(MOVING) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
