"""What a checklist keeps on the device: nothing unasked; asked, the ticks for a while, and what has changed since."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from browsing import EMPTY, STORED
from playwright.sync_api import Locator, Page, Route, expect

Visit = Callable[..., Page]
LIST = "checklistor/orosanmalan/anmalare/"
REMEMBER = "Kom ihåg på den här enheten"
BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("nej", "SecurityError"); },
});"""
FULL = 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };'


def boxes(page: Page) -> Locator:
    return page.locator("[data-punkt] input")


def status(page: Page) -> Locator:
    return page.locator(".checklista-verktyg").get_by_role("status")


def kept(page: Page) -> dict[str, dict[str, object]]:
    return {key: json.loads(value) for key, value in page.evaluate("() => ({...localStorage})").items()}


def change(page: Page, act: Callable[[dict], None]) -> None:  # type: ignore[type-arg]
    """Let the device have kept something else, and come back."""
    ((key, value),) = kept(page).items()
    act(value)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(value)])
    page.reload()


@pytest.fixture
def ticked(visit: Visit) -> Page:
    """A list that is remembered, with the first two points ticked."""
    page = visit(LIST)
    page.get_by_label(REMEMBER).check()
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    return page


@pytest.mark.parametrize("path", [LIST, "checklistor/situationer/vald-hemma/", "checklistor/funktioner/larare/"])
def test_ticks_are_counted_and_gone_when_the_page_is_left(visit: Visit, path: str) -> None:
    page = visit(path)
    address, count = page.url, boxes(page).count()
    for fold in page.locator(".rutinvis > summary").all()[:1]:  # a long list is folded, a routine at a time
        fold.click()
    page.locator("[data-punkt] label").first.click()
    expect(status(page)).to_have_text(f"1 av {count} klara")
    assert page.locator("progress").evaluate("bar => [bar.value, bar.max]") == [1, count]
    assert page.url == address
    assert page.evaluate(STORED) == EMPTY
    page.reload()
    expect(status(page)).to_have_text(f"0 av {count} klara")


def test_a_tap_ticks_on_a_phone(visit: Visit) -> None:
    page = visit(LIST, has_touch=True, viewport={"width": 390, "height": 844})
    page.locator("[data-punkt] label").first.tap()
    expect(boxes(page).first).to_be_checked()


def test_remembered_by_keyboard_and_there_again_with_the_day_it_goes(visit: Visit) -> None:
    page = visit(LIST)
    page.get_by_label(REMEMBER).focus()
    page.keyboard.press("Space")
    boxes(page).first.focus()
    page.keyboard.press("Space")
    ((key, value),) = kept(page).items()
    assert key == "checklista:/" + LIST
    assert value.keys() == {"version", "till", "punkter", "klara"}
    assert value["klara"] == [page.locator("[data-punkt]").first.get_attribute("data-punkt")]
    left = datetime.fromisoformat(str(value["till"])) - datetime.now(UTC)
    assert timedelta(days=29, hours=23) < left <= timedelta(days=30)
    page.reload()
    expect(boxes(page).first).to_be_checked()
    expect(page.get_by_label(REMEMBER)).to_be_checked()
    expect(page.get_by_text(re.compile(r"^Till \d+ [a-z]+ sparas"))).to_contain_text("inget annat")


def test_clear_and_a_taken_away_tick_both_leave_nothing(ticked: Page) -> None:
    ticked.get_by_label(REMEMBER).uncheck()
    assert ticked.evaluate(STORED) == EMPTY
    expect(boxes(ticked).first).to_be_checked()
    ticked.get_by_label(REMEMBER).check()
    ticked.get_by_role("button", name="Rensa").click()
    assert ticked.evaluate(STORED) == EMPTY
    expect(boxes(ticked).first).not_to_be_checked()
    expect(status(ticked)).to_contain_text("0 av ")


def test_what_is_too_old_goes_at_the_next_visit_to_any_page(ticked: Page, address: str) -> None:
    change(ticked, lambda value: value.update(till=(datetime.now(UTC) - timedelta(minutes=1)).isoformat()))
    expect(boxes(ticked).first).not_to_be_checked()
    assert ticked.evaluate(STORED) == EMPTY
    ticked.evaluate("localStorage.setItem('checklista:/annan/', 'inte vår')")
    ticked.goto(address + "ordlista/")
    assert ticked.evaluate(STORED) == EMPTY


def test_a_changed_list_says_what_is_new_changed_and_gone_and_keeps_the_rest(ticked: Page) -> None:
    rows = ticked.locator("[data-punkt]")
    first, third = (str(rows.nth(n).get_attribute("data-punkt")) for n in (0, 2))

    def earlier(value: dict) -> None:  # type: ignore[type-arg]
        value["version"] = "en-annan"
        value["punkter"][first] = "Som den löd förut."
        del value["punkter"][third]
        value["punkter"]["gammal"] = "Det som inte görs längre."

    change(ticked, earlier)
    told = ticked.locator(".obs.har-andrats")
    for heading in ("Nya punkter", "Ändrade punkter", "Borttagna punkter"):
        expect(told).to_contain_text(heading)
    expect(told).to_contain_text("Det som inte görs längre.")
    expect(told.locator("li")).to_have_count(3)
    expect(boxes(ticked).nth(0)).not_to_be_checked()
    expect(boxes(ticked).nth(1)).to_be_checked()
    expect(rows.nth(0)).to_contain_text("Ändrad")
    expect(rows.nth(2)).to_contain_text("Ny")


@pytest.mark.parametrize("blocked", [BLOCKED, FULL])
def test_ticking_works_and_remembering_says_that_it_cannot_where_nothing_is_stored(visit: Visit, blocked: str) -> None:
    page = visit()
    page.add_init_script(blocked)
    page.goto(page.url + LIST)
    boxes(page).first.check()
    expect(status(page)).to_contain_text("1 av ")
    page.get_by_label(REMEMBER).click()
    expect(page.get_by_label(REMEMBER)).not_to_be_checked()
    expect(page.get_by_text("låter inte sidan spara något")).to_be_visible()
    expect(boxes(page).first).to_be_checked()


WIDE = """() => [...document.querySelectorAll(".checklista-verktyg *")]
  .filter((part) => part.getBoundingClientRect().right > innerWidth).map((part) => part.outerHTML)"""
# The narrowest phone, also when its reader has doubled the text; 640 is 1280 with all of the page doubled.
NARROW = [(320, 1), (320, 2), (359, 1), (640, 2), (1280, 2)]


@pytest.mark.parametrize(("width", "larger"), NARROW)
def test_the_tools_fit_and_take_the_same_room_before_they_work_after_and_remembered(
    visit: Visit, width: int, larger: int
) -> None:
    def larger_text(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()} html {{ font-size: {125 * larger}% }}")

    rooms = []
    for scripts in (False, True):
        page = visit(viewport={"width": width, "height": 900})
        page.route(re.compile("/assets/css/samlad"), larger_text)
        if not scripts:
            page.route(re.compile("/assets/js/samlad"), lambda route: route.fulfill(content_type="text/javascript"))
        page.goto(page.url + LIST)
        rooms.append(room(page))
        if scripts:
            page.get_by_label(REMEMBER).check()
            page.reload()
            rooms.append(room(page))
    assert rooms[0] == rooms[1] == rooms[2] > 0


def room(page: Page) -> float:
    """How high the tools are; nothing in them is wider than the screen."""
    assert page.evaluate(WIDE) == []
    box = page.locator(".checklista-verktyg").bounding_box()
    return box["height"] if box else 0


def test_there_is_nowhere_to_write_and_the_page_says_that_no_child_belongs_there(visit: Visit) -> None:
    page = visit(LIST)
    assert page.locator("article :is(textarea, select, input:not([type=checkbox]), [contenteditable])").count() == 0
    expect(page.get_by_text("Inget om ett barn hör hemma på sidan.")).to_be_visible()
