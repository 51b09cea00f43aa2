"""The paper, and what a first visit weighs."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from browsing import Watch
from html_page import HtmlPage
from playwright.sync_api import Page, expect
from weight import weight, weights

Visit = Callable[..., Page]
MAX_VISIT = 250_000
CHECKLIST = "checklistor/orosanmalan/anmalare/"


def test_a_printed_checklist_is_the_list_and_nothing_around_it(visit: Visit) -> None:
    page = visit(CHECKLIST)
    page.emulate_media(media="print")
    around = page.locator("header, nav, footer, button, .md-skip, .sok, .md-tabs, .md-sidebar")
    assert around.count() > 0
    assert [
        around.nth(n).evaluate("e => e.className") for n in range(around.count()) if around.nth(n).is_visible()
    ] == []
    boxes = page.locator(".checklista input[type=checkbox]")
    assert boxes.count() > 0
    assert all(boxes.nth(number).is_visible() for number in range(boxes.count()))


@pytest.mark.parametrize("path", [CHECKLIST, "rutiner/orosanmalan/"])
def test_paper_says_whose_it_is_how_it_stands_where_it_is_found_and_when_it_was_printed(
    visit: Visit, path: str
) -> None:
    page = visit(path)
    told = page.locator(".papper")
    expect(told).to_be_hidden()
    expect(page.locator("[data-utskriven]")).to_be_empty()  # the first date is dear on a phone
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(told).to_be_visible()
    text = told.inner_text()
    for words in ("Samverkanswebben", page.url, str(datetime.now(UTC).year)):
        assert words in text, words
    stands = page.locator(".lage")
    expect(stands).to_be_visible()
    for words in ("Förslag, inte beslutat", "granskad", "granskas igen", "version", "Ingen jurist"):
        expect(stands).to_contain_text(words)


@pytest.mark.parametrize("path", [CHECKLIST, "rutiner/orosanmalan/", "checklistor/samverkan/", "ordlista/"])
def test_paper_has_nothing_that_only_a_screen_can_do(visit: Visit, path: str) -> None:
    page = visit(path)
    page.emulate_media(media="print")
    text = page.locator("article").inner_text()
    screen = (
        "sidans fil",
        "Filen",
        "av 9 klara",
        "av 1 klara",
        "sparas inte",
        "tryck på",
        "Mer om steget",
        "på skärmen",
        "Skriv ut",
    )
    assert [words for words in screen if words in text] == []


def test_paper_is_as_light_from_a_dark_screen_as_from_a_light_one(visit: Visit) -> None:
    look = """() => [...document.querySelectorAll(":is(.svar, .fara, h1, a, .tidsgrans, body)")].map((one) => {
      const { color, backgroundColor, borderColor } = getComputedStyle(one);
      return [one.className, color, backgroundColor, borderColor].join();
    })"""
    seen = []
    for scheme in ("light", "dark"):
        page = visit("rutiner/orosanmalan/", color_scheme=scheme, reduced_motion="reduce")
        page.emulate_media(media="print")
        seen.append(page.evaluate(look))
    assert seen[0] == seen[1]


def test_every_checklist_prints_on_a_few_a4_pages(visit: Visit, address: str, types: list[str]) -> None:
    page = visit()
    for path in [path for path in types if path.startswith("checklistor/")]:
        page.goto(address + path)
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
        # All that a funktion does, in every routine, is as long as its work.
        assert 1 <= sheets <= (14 if "/funktioner/" in path else 4), f"{path}: {sheets} blad"
        # 210 × 297 mm in points.
        assert re.search(rb"/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]", pdf), path


def test_a_first_visit_weighs_at_most_250_kb_compressed(
    visit: Visit, watch: Watch, address: str, html: dict[str, HtmlPage], site: Path
) -> None:
    # The rest is the same on every page, so the start page and the heaviest one stand for all.
    heaviest = max(html.values(), key=lambda page: weight(site / page.path))
    for path in ("", heaviest.address):
        watch.requests.clear()
        visit(path).wait_for_load_state("networkidle")
        came = weights(site, address, watch.requests)
        assert {"assets/css/samlad.css", "assets/js/samlad.js"} <= came.keys()
        assert sum(came.values()) <= MAX_VISIT, came


def test_the_search_index_comes_only_when_somebody_searches(visit: Visit, watch: Watch) -> None:
    page = visit("")
    page.wait_for_load_state("networkidle")
    assert not [url for url in watch.requests if re.search(r"sok\.json|sok-|minisearch|search|worker", url)]
    with page.expect_response(lambda answer: answer.url.endswith("/assets/sok.json")):
        page.get_by_role("button", name="Sök").focus()


FORM = "blanketter/samverkansavvikelse/"


def test_the_form_for_a_meeting_goes_on_one_sheet_with_room_to_write(visit: Visit) -> None:
    page = visit(FORM)
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    page.set_viewport_size({"width": 680, "height": 1000})  # A4 between its margins
    page.emulate_media(media="print")
    rooms = page.locator(".skrivruta:not(.liten)")
    assert rooms.count() == 4
    # A label and three lines by hand.
    assert all(rooms.nth(n).bounding_box()["height"] >= 28 * 96 / 25.4 - 1 for n in range(4))  # type: ignore[index]
    expect(page.get_by_text("Skriv inget om ett barn eller en familj.", exact=True)).to_be_visible()
    expect(page.get_by_text("Blanketten ersätter inget som lagen kräver:")).to_be_visible()


@pytest.mark.parametrize("path", ["rutiner/orosanmalan/", "situationer/vald-hemma/"])
def test_the_line_about_what_does_not_work_is_not_on_paper(visit: Visit, path: str) -> None:
    page = visit(path)
    lines = page.locator(".fungerar-inte")
    expect(lines.last).to_be_visible()
    page.emulate_media(media="print")
    assert [n for n in range(lines.count()) if lines.nth(n).is_visible()] == []
