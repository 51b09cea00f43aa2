"""The way from worry to a ticked checklist, and what stays behind on the device: nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

from browsing import EMPTY, STORED, Watch
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def test_from_a_search_to_the_routine_its_law_and_its_ticked_checklist(visit: Visit, watch: Watch) -> None:
    page = visit()
    page.get_by_role("button", name="Sök").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill("orosanmälan")
    dialog.locator(".sok-traffar a[href*='rutiner/orosanmalan/']").first.click()
    expect(page).to_have_url(re.compile(r"/rutiner/orosanmalan/"))
    routine = page.url.partition("#")[0].partition("?")[0]

    law = page.locator(".steg a[href*='/lagrum/']").first
    cited = law.inner_text()
    law.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(cited)
    expect(page.get_by_text("Kontrollerad", exact=True)).to_be_visible()

    page.goto(routine)
    page.locator(".md-content a[href*='/checklistor/orosanmalan/']").first.click()
    boxes = page.locator(".checklista input[type=checkbox]")
    count = boxes.count()
    assert count > 0
    status = page.locator(".checklista-verktyg").get_by_role("status")
    expect(status).to_have_text(f"0 av {count} klara")
    for number in range(count):
        boxes.nth(number).check()
    expect(status).to_have_text(f"{count} av {count} klara")
    page.get_by_role("button", name="Rensa").click()
    expect(status).to_have_text(f"0 av {count} klara")
    assert [boxes.nth(number).is_checked() for number in range(count)] == [False] * count

    assert watch.faults == []
    assert watch.requests and watch.elsewhere == []
    assert page.evaluate(STORED) == EMPTY


def test_reading_every_type_of_page_leaves_nothing_and_asks_nobody_else(
    visit: Visit, watch: Watch, address: str, types: list[str]
) -> None:
    page = visit()
    for path in types:
        page.goto(address + path)
        assert page.evaluate(STORED) == EMPTY, path
        assert page.context.cookies() == []
    assert watch.faults == []
    assert watch.elsewhere == []


def test_a_chosen_colour_scheme_is_remembered_because_the_visitor_asked(visit: Visit, address: str) -> None:
    page = visit(color_scheme="light")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Byt till mörkt läge").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{address}rutiner/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_the_colours_follow_the_device_until_then(visit: Visit) -> None:
    for scheme, name in (("light", "default"), ("dark", "slate")):
        expect(visit(color_scheme=scheme).locator("body")).to_have_attribute("data-md-color-scheme", name)
