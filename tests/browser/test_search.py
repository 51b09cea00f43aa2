"""The search as its users meet it: by keys, on a phone, and with what they write kept to themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe import audit
from browsing import EMPTY, STORED, Watch
from playwright.sync_api import Locator, Page, expect
from weight import weights

Visit = Callable[..., Page]
MAX_SEARCH = 150_000
# What the other pages promise too: nothing but the site's own files may run or be asked for.
CSP = "default-src 'self'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'"


def opened(page: Page, words: str = "") -> Locator:
    """The open dialog, with something written in it."""
    page.get_by_role("button", name="Sök").click()
    dialog = page.get_by_role("dialog", name="Sök")
    if words:
        dialog.get_by_role("searchbox").fill(words)
        expect(dialog.locator(".sok-traffar, .sok-borja").first).to_be_visible()
    return dialog


@pytest.mark.parametrize("width", [390, 1280])
def test_it_opens_over_the_page_and_gives_focus_back(visit: Visit, width: int) -> None:
    page = visit("rutiner/", viewport={"width": width, "height": 844})
    dialog = opened(page, "soc")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Sök")).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    dialog.get_by_role("button", name="Stäng").click()
    expect(page.get_by_role("button", name="Sök")).to_be_focused()


def test_results_say_page_section_kind_and_why(visit: Visit) -> None:
    dialog = opened(visit(), "svara den som anmälde")
    status = dialog.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^\d+ träff(ar)?\."))
    first = dialog.get_by_role("list").first.get_by_role("listitem").first
    expect(first.get_by_role("link").first).to_be_visible()
    expect(first.locator(".sok-sort")).to_have_text("Rutin")
    expect(first.locator("mark").first).to_have_text(re.compile("svar|anmäl", re.IGNORECASE))


def test_a_result_leads_to_the_section_that_matches(visit: Visit) -> None:
    page = visit()
    section = opened(page, "bedöm genast om barnet behöver skydd").get_by_role("link", name="Bedöm genast")
    section.first.click()
    expect(page).to_have_url(re.compile(r"/rutiner/orosanmalan/#steg-skyddsbedom$"))
    expect(page.locator("#steg-skyddsbedom")).to_be_in_viewport()


def test_a_result_on_the_same_page_closes_the_dialog(visit: Visit) -> None:
    page = visit("rutiner/orosanmalan/")
    dialog = opened(page, "bedöm genast om barnet behöver skydd")
    dialog.get_by_role("link", name="Bedöm genast").first.click()
    expect(dialog).to_be_hidden()
    expect(page.locator("#steg-skyddsbedom")).to_be_in_viewport()


def test_enter_shows_the_list_and_enter_again_opens_the_first(visit: Visit) -> None:
    # The Search key of a phone is Enter: it must never lead to a page that nobody has chosen.
    page = visit("", viewport={"width": 390, "height": 844})
    dialog = opened(page)
    dialog.get_by_role("searchbox").fill("återkoppling")
    page.keyboard.press("Enter")
    expect(dialog.locator(".sok-traffar a").first).to_be_focused()
    expect(dialog.locator(".sok-traffar > li").nth(1)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/rutiner/aterkoppling/"))


def test_what_was_read_into_the_words_is_told(visit: Visit) -> None:
    page = visit()
    dialog = opened(page, "soc")
    status = dialog.get_by_role("status")
    expect(status).to_contain_text("Visar också: socialtjänst.")
    dialog.get_by_role("searchbox").fill("orosanmälnan")
    expect(status).to_contain_text("Visar träffar på orosanmälan.")
    dialog.get_by_role("button", name="Menade du orosanmälan?").click()
    expect(dialog.get_by_role("searchbox")).to_have_value("orosanmälan")
    dialog.get_by_role("searchbox").fill("SoL 14:1")
    replaced = dialog.get_by_text("har ersatts av")
    expect(replaced.get_by_role("link").first).to_have_text("19 kap. 1 § SoL")
    replaced.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/lagrum/sol-19-1/"))


def test_a_word_that_no_page_has_is_told_and_the_way_for_a_worried_reader_is_there(visit: Visit) -> None:
    dialog = opened(visit(), "xqzwv qvxz barn")
    expect(dialog.get_by_role("status")).to_contain_text("Inget handlar om ”xqzwv”, ”qvxz”.")
    expect(dialog.get_by_role("link", name="Jag är orolig för ett barn. Vad gör jag?").first).to_be_visible()


def test_no_hits_say_what_to_do(visit: Visit) -> None:
    dialog = opened(visit(), "xqzwv")
    expect(dialog.get_by_role("status")).to_have_text("Inga träffar.")
    expect(dialog.get_by_role("link", name="Jag är orolig för ett barn. Vad gör jag?")).to_be_visible()
    expect(dialog.get_by_role("link", name="ordlistan")).to_be_visible()
    expect(dialog.get_by_role("link", name="Hitta utan att söka")).to_be_visible()


def test_before_anything_is_written_the_common_questions_are_there(visit: Visit) -> None:
    dialog = opened(visit())
    expect(dialog.get_by_role("link", name="Jag är orolig för ett barn. Vad gör jag?")).to_be_visible()


def test_while_the_index_is_on_its_way_it_says_so_and_a_failure_too(visit: Visit, watch: Watch) -> None:
    page = visit()
    waiting = []
    page.route("**/assets/sok.json", lambda route: waiting.append(route))
    dialog = opened(page)
    dialog.get_by_role("searchbox").fill("soc")
    status = dialog.get_by_role("status")
    expect(status).to_have_text("Hämtar sökningen …")
    waiting.pop().abort("internetdisconnected")
    expect(status).to_contain_text("gick inte att hämta")
    page.unroute("**/assets/sok.json")
    dialog.get_by_role("searchbox").fill("socialtjänst")
    expect(status).to_contain_text("träffar")
    watch.faults.clear()


def test_what_is_sought_stays_on_the_page(visit: Visit, watch: Watch) -> None:
    page = visit("rutiner/")
    before = page.url
    dialog = opened(page, "soc")
    watch.requests.clear()
    dialog.get_by_role("searchbox").fill("lisa andersson")
    expect(dialog.get_by_role("status")).to_have_text(re.compile("träff"))
    assert watch.requests == []
    assert page.url == before
    assert page.evaluate(STORED) == EMPTY
    dialog.get_by_role("link").last.click()
    page.wait_for_load_state()
    assert not re.search("lisa|andersson|q=", page.url)
    assert page.evaluate(STORED) == EMPTY
    assert watch.faults == []


def test_an_address_with_a_question_searches_for_nothing(visit: Visit, watch: Watch) -> None:
    page = visit("sok/?q=soc")
    page.wait_for_load_state("networkidle")
    assert not [url for url in watch.requests if url.endswith("sok.json")]
    expect(page.get_by_role("searchbox")).to_have_value("")


@pytest.mark.parametrize("key", ["s", "f", "/"])
def test_no_single_key_opens_it(visit: Visit, key: str) -> None:
    """WCAG 2.1.4: a shortcut of one key hits those who speak to their computer."""
    page = visit()
    page.keyboard.press(key)
    page.wait_for_timeout(200)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("document.activeElement === document.body")


def test_the_page_of_the_search_has_it_in_place(visit: Visit) -> None:
    page = visit("sok/")
    page.get_by_role("main").get_by_role("searchbox").fill("hemmasittare")
    expect(page.locator(".sok-traffar a").first).to_have_attribute("href", re.compile("ordlista/#problematisk"))


def test_without_javascript_the_header_leads_to_a_page_that_helps(visit: Visit) -> None:
    page = visit("rutiner/", java_script_enabled=False)
    page.get_by_role("banner").get_by_role("link", name="Sök").click()
    expect(page).to_have_url(re.compile(r"/sok/$"))
    expect(page.get_by_role("searchbox")).to_have_count(0)
    main = page.get_by_role("main")
    for name in ("Jag är orolig för ett barn. Vad gör jag?", "Återkoppling till den som anmälde", "Socialsekreterare"):
        expect(main.get_by_role("link", name=name).first).to_be_visible()


def test_it_runs_under_a_strict_policy(visit: Visit, watch: Watch) -> None:
    """Its scripts and worker ask for nothing that the policy forbids; the theme's inline ones are another matter."""
    page = visit()
    page.route("**/*", lambda route: _with_policy(route))
    page.goto(page.url)
    dialog = opened(page, "orosanmälan")
    expect(dialog.locator(".sok-traffar a").first).to_be_visible()
    blamed = [fault for fault in watch.faults if re.search(r"sok|minisearch|snowball", fault)]
    assert blamed == []


def _with_policy(route: object) -> None:
    answer = route.fetch()  # type: ignore[attr-defined]
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": CSP})  # type: ignore[attr-defined]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_results(visit: Visit, scheme: str) -> None:
    page = visit("rutiner/", color_scheme=scheme, reduced_motion="reduce", viewport={"width": 390, "height": 844})
    opened(page, "SoL 14:1 anmälan")
    assert audit(page) == []


def test_at_320_px_nothing_goes_outside(visit: Visit) -> None:
    page = visit(viewport={"width": 320, "height": 640})
    dialog = opened(page, "samordnad individuell plan")
    assert dialog.evaluate("element => element.scrollWidth <= element.clientWidth")
    small = dialog.locator("a, button, input").evaluate_all(
        "found => found.filter(one => one.getBoundingClientRect().height < 24).map(one => one.textContent)"
    )
    assert small == []


def test_all_that_comes_before_the_first_result_is_light(visit: Visit, watch: Watch, address: str, site: Path) -> None:
    page = visit()
    page.wait_for_load_state("networkidle")
    everywhere = [url for url in watch.requests if re.search(r"/samlad\.(js|css)$", url)]
    assert len(everywhere) == 2
    watch.requests.clear()
    opened(page, "orosanmälan")
    came = weights(site, address, (*everywhere, *watch.requests))
    assert "assets/sok.json" in came and len(came) >= 6
    assert sum(came.values()) <= MAX_SEARCH, came
    print(sum(came.values()), came)
