"""A visitor says what they work as: their own comes first, everywhere, and stays their own business."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe import audit
from browsing import Watch
from playwright.sync_api import Page, expect
from samverkan import Model
from samverkan.kinds import Rutin
from work_choice import dialog, opener

Visit = Callable[..., Page]
ROUTINE = "rutiner/orosanmalan/"
TEACHER = "#som=larare"
# A step of the routine in which a teacher has no role.
OTHERS = "steg-forhandsbedom"
STORED = "() => ({...localStorage})"
SHIFTS = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const moved = entry.sources.map(({node}) => node?.outerHTML ?? node?.textContent ?? "");
      window.shifts.push([entry.value, ...moved]);
    }
  }).observe({type: "layout-shift", buffered: true});
}"""


def _own(model: Model, routine: str = "orosanmalan") -> list[str]:
    """The steps that a teacher, who is also somebody that reports, answers for or does."""
    steps = model.get(Rutin, routine).steg
    teacher = {"larare", "anmalare"}
    return [f"steg-{s.id}" for s in steps if teacher & {ref.id for ref in (*s.huvudansvarig, *s.utför)}]


def _steps(page: Page, state: str) -> list[str]:
    found = page.locator(f"details.steg{state} summary h3")
    return [str(id) for id in found.evaluate_all("all => all.map((one) => one.id)")]


def test_the_choice_is_made_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit(ROUTINE)
    for _ in range(20):
        page.keyboard.press("Tab")
        if opener(page).evaluate("e => e === document.activeElement"):
            break
    page.keyboard.press("Enter")
    select = dialog(page).get_by_label("Jag arbetar som")
    expect(select).to_be_focused()
    page.keyboard.type("Rektor")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(dialog(page)).to_be_hidden()
    expect(opener(page)).to_be_focused()
    expect(opener(page)).to_have_accessible_name("Jag arbetar som: Rektor")
    expect(page).to_have_url(re.compile(r"/rutiner/orosanmalan/#som=rektor$"))


def test_escape_closes_the_dialog_and_focus_returns(visit: Visit) -> None:
    page = visit(ROUTINE)
    opener(page).click()
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    expect(opener(page)).to_be_focused()
    expect(page).to_have_url(re.compile(r"/rutiner/orosanmalan/$"))


def test_a_routine_leads_with_the_own_steps_roles_times_and_checklist(visit: Visit, real_model: Model) -> None:
    page = visit(ROUTINE + TEACHER)
    block = page.locator(".svar + .mitt-visas + .mitt")
    expect(block.get_by_role("heading")).to_have_text("Dina steg som lärare")
    told = block.locator("details.andras")
    expect(told).not_to_have_attribute("open", "")
    told.locator("summary").click()
    expect(told.locator("li", has_text="Utred skyndsamt")).to_contain_text("du konsulteras")
    expect(told).not_to_contain_text("fyra månader")
    links = block.locator("ol a").evaluate_all("all => all.map((a) => a.hash.split('&')[0].slice(1))")
    assert links == _own(real_model)
    first = block.locator("li").first
    expect(first).to_contain_text("Du är huvudansvarig och utför")
    expect(first).to_contain_text("genast")
    expect(block.get_by_role("link", name="Anmälaren")).to_have_attribute("href", re.compile("checklistor/"))


def test_the_others_are_folded_in_their_place_one_click_away(visit: Visit, real_model: Model) -> None:
    page = visit(ROUTINE + TEACHER)
    every = [f"steg-{steg.id}" for steg in real_model.get(Rutin, "orosanmalan").steg]
    assert _steps(page, "") == every
    assert _steps(page, "[open]") == _own(real_model)
    folded = page.locator(f"details:has(#{OTHERS})")
    folded.locator("summary").click()
    expect(folded.locator("dl")).to_be_visible()
    page.get_by_role("button", name="Visa alla steg").click()
    assert _steps(page, "[open]") == every
    page.get_by_role("button", name="Fäll ihop andras steg").click()
    assert _steps(page, "[open]") == _own(real_model)


def test_the_own_steps_are_marked_in_words(visit: Visit, real_model: Model) -> None:
    page = visit(ROUTINE + TEACHER)
    marked = page.locator("details.steg summary:has(.ditt-steg) h3")
    assert marked.evaluate_all("all => all.map((one) => one.id)") == _own(real_model)
    expect(page.locator("details.steg summary .ditt-steg").first).to_have_text("Ditt steg")
    expect(page.locator("#korthet + ol.oversikt")).to_be_hidden()


def test_a_routine_without_a_step_for_the_choice_says_so_and_shows_all(visit: Visit, real_model: Model) -> None:
    page = visit(f"{ROUTINE}#som=fortroendevald")
    expect(page.locator(".mitt")).to_contain_text("Rutinen har inget steg som den du valt")
    assert len(_steps(page, "[open]")) == len(real_model.get(Rutin, "orosanmalan").steg)


def test_a_verksamhet_says_which_of_its_funktioner_does_what(visit: Visit) -> None:
    page = visit("rutiner/delaktighet-och-trepartssamtal/#pa=skola")
    first = page.locator(".mitt li").first
    expect(first).to_contain_text("Rektor är huvudansvarig")
    expect(first).to_contain_text("lärare utför")


def test_show_all_shows_the_page_as_it_is_without_a_choice_and_back(visit: Visit) -> None:
    page = visit(ROUTINE)
    before = page.locator("article").inner_text()
    page = visit(ROUTINE + TEACHER)
    page.get_by_role("button", name="Visa allt").click()
    told = page.locator(".mitt-visas").inner_text()
    assert page.locator("article").inner_text().replace(told, "").split() == before.split()
    expect(page.get_by_role("button", name="Visa mitt")).to_be_focused()
    page.get_by_role("button", name="Visa mitt").click()
    expect(page.locator(".mitt")).to_be_visible()


def test_the_own_checklist_comes_first(visit: Visit) -> None:
    page = visit(f"checklistor/{TEACHER}")
    lists = page.locator("ul.checklistor")
    own = lists.filter(has=page.locator('li[data-som~="larare"]'))
    assert own.count() > 5
    for number in range(own.count()):
        expect(own.nth(number).locator("li").first).to_contain_text("Ditt val")


@pytest.mark.parametrize("anchor", [OTHERS, "steg-utred"])
def test_an_anchor_works_as_without_a_choice(visit: Visit, anchor: str) -> None:
    page = visit(f"{ROUTINE}#{anchor}&som=larare")
    heading = page.locator(f"#{anchor}")
    expect(page.locator(f"details:has(#{anchor})")).to_have_attribute("open", "")
    expect(heading).to_be_in_viewport()
    expect(page.locator(":target")).to_have_id(anchor)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.firstElementChild?.id") == anchor
    expect(page).to_have_url(re.compile(rf"#{anchor}&som=larare$"))


def test_a_link_to_an_anchor_on_the_page_works_again_and_again(visit: Visit) -> None:
    page = visit(ROUTINE + TEACHER)
    asked = "steg-utred"
    page.locator("details.andras summary").click()
    link = page.locator(f"details.andras a[href*='#{asked}']")
    for _ in range(2):
        page.evaluate("scrollTo(0, 0)")
        link.click()
        expect(page.locator(f"#{asked}")).to_be_in_viewport()
        expect(page.locator(f"details.steg:has(#{asked})")).to_have_attribute("open", "")
        expect(page).to_have_url(re.compile(rf"#{asked}&som=larare$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"/#som=larare$"))
    expect(link).to_be_in_viewport()
    page.go_forward()
    expect(page).to_have_url(re.compile(rf"#{asked}&som=larare$"))


def test_the_choice_follows_links_back_a_new_tab_and_a_bookmark(visit: Visit, watch: Watch) -> None:
    page = visit(f"rutiner/{TEACHER}")
    page.locator("article a[href*='orosanmalan']").first.click()
    expect(page).to_have_url(re.compile(r"/rutiner/orosanmalan/#som=larare$"))
    page.locator(".md-tabs a", has_text="Checklistor").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/checklistor/#som=larare$"))
    page.go_back()
    expect(page.locator(".mitt")).to_be_visible()
    logo = page.locator(".md-header .md-logo")
    logo.click(button="right")
    expect(logo).to_have_attribute("href", re.compile("#som=larare$"))
    with page.context.expect_page() as opened:
        page.locator("article a[href*='/lagrum/']").first.click(modifiers=["ControlOrMeta"])
    expect(opened.value).to_have_url(re.compile(r"/lagrum/.*#som=larare$"))
    bookmark = page.context.new_page()
    bookmark.goto(page.url)
    expect(bookmark.locator(".mitt")).to_be_visible()
    assert watch.faults == []


def test_the_choice_follows_a_search(visit: Visit) -> None:
    page = visit(f"{TEACHER}")
    page.get_by_role("button", name="Sök").click()
    page.get_by_role("dialog", name="Sök").get_by_role("searchbox").fill("orosanmälan")
    page.locator(".sok-traffar a[href*='rutiner/orosanmalan/']").first.click()
    expect(page).to_have_url(re.compile(r"/rutiner/orosanmalan/.*som=larare$"))


def test_no_request_carries_the_choice(visit: Visit, watch: Watch) -> None:
    page = visit(ROUTINE + TEACHER)
    page.locator("article a[href*='/lagrum/']").first.click()
    page.wait_for_load_state("networkidle")
    sent = [url.partition("#")[0] for url in watch.requests]
    assert len(sent) > 5
    assert [url for url in sent if re.search(r"som=|larare", url)] == []
    assert watch.elsewhere == []


def test_nothing_is_stored_unless_it_is_asked_for(visit: Visit, address: str) -> None:
    page = visit("")
    form = page.locator("[data-mitt-arbete] form")
    form.get_by_label("Jag arbetar som").select_option(label="Lärare")
    form.get_by_role("button", name="Visa mitt").click()
    expect(opener(page)).to_have_accessible_name("Jag arbetar som: Lärare")
    expect(form.get_by_role("status")).to_have_text("Nu kommer ditt först på varje sida.")
    assert page.evaluate(STORED) == {}

    form.get_by_label("Kom ihåg valet på den här enheten").check()
    form.get_by_role("button", name="Visa mitt").click()
    assert page.evaluate(STORED) == {"mitt-arbete": "som=larare"}
    page.goto("about:blank")
    page.goto(address + ROUTINE)
    expect(page.locator(".mitt")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/rutiner/orosanmalan/#som=larare$"))

    opener(page).click()
    page.get_by_label("Kom ihåg valet på den här enheten").uncheck()
    assert page.evaluate(STORED) == {}


def test_the_choice_can_be_taken_away(visit: Visit, address: str) -> None:
    page = visit(f"{ROUTINE}#{OTHERS}&som=larare")
    page.evaluate("localStorage.setItem('mitt-arbete', 'som=larare')")
    opener(page).click()
    page.get_by_role("button", name="Ta bort valet").click()
    page.get_by_role("button", name="Stäng").click()
    assert page.evaluate(STORED) == {}
    expect(page).to_have_url(re.compile(rf"#{OTHERS}$"))
    expect(page.locator(".mitt, .mitt-visas, .ditt-steg")).to_have_count(0)
    page.locator("article a[href*='/lagrum/']").first.click()
    expect(page).to_have_url(re.compile(r"/lagrum/[^#]*$"))


@pytest.mark.parametrize(
    "value", ["som=finnsinte", "pa=larare", "i=finnsinte", "som=%3Cimg%20src=x%20onerror=alert(1)%3E"]
)
def test_what_the_form_does_not_offer_is_ignored(visit: Visit, watch: Watch, value: str) -> None:
    page = visit(f"{ROUTINE}#{value}")
    expect(opener(page)).to_have_accessible_name("Jag arbetar som …, kommun")
    expect(page.locator("article")).to_be_visible()
    expect(page.locator(".mitt, .mitt-visas")).to_have_count(0)
    assert "finnsinte" not in page.locator("body").inner_html() and "onerror" not in page.locator("body").inner_html()
    assert watch.faults == []


def test_the_page_of_a_funktion_can_be_made_the_choice(visit: Visit) -> None:
    page = visit("funktioner/larare/")
    page.get_by_role("button", name="Gör det här till mitt val").click()
    expect(page).to_have_url(re.compile(r"/funktioner/larare/#som=larare$"))
    expect(page.get_by_text("Det här är ditt val")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "path", [ROUTINE + TEACHER, f"{ROUTINE}#{OTHERS}&som=larare", "", TEACHER, "funktioner/larare/", "funktioner/"]
)
def test_nothing_moves_when_a_page_is_opened(visit: Visit, address: str, path: str, width: int) -> None:
    page = visit("404.html", viewport={"width": width, "height": 900})
    page.add_init_script(f"({SHIFTS})()")
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifts") == []


def test_a_page_is_shown_even_if_the_script_never_comes(visit: Visit, address: str) -> None:
    page = visit("404.html")
    page.route("**/samlad.js", lambda route: route.abort())
    page.goto(address + ROUTINE + TEACHER)
    expect(page.locator("article")).to_have_css("visibility", "visible", timeout=4000)


def test_without_javascript_all_is_open_and_there_is_a_link(visit: Visit, real_model: Model) -> None:
    page = visit(ROUTINE + TEACHER, java_script_enabled=False)
    steps = page.locator("details.steg")
    assert steps.count() == len(real_model.get(Rutin, "orosanmalan").steg)
    for number in range(steps.count()):
        expect(steps.nth(number).locator("dl")).to_be_visible()
    page.get_by_role("link", name="Jag arbetar som").click()
    expect(page).to_have_url(re.compile(r"/funktioner/$"))
    expect(page.get_by_role("link", name="Lärare", exact=True).first).to_be_visible()


def test_print_has_all_steps(visit: Visit, real_model: Model) -> None:
    page = visit(ROUTINE + TEACHER)
    page.emulate_media(media="print")
    for steg in real_model.get(Rutin, "orosanmalan").steg:
        expect(page.locator(f"details:has(#steg-{steg.id}) dl")).to_be_visible()


@pytest.mark.parametrize("path", [ROUTINE + TEACHER, TEACHER, "funktioner/larare/", "verksamheter/skola/#pa=skola"])
def test_nothing_is_too_wide_for_320_px(visit: Visit, path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    opener(page).click()
    box = dialog(page).bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_a_choice_or_in_the_dialog(visit: Visit, scheme: str) -> None:
    page = visit(ROUTINE + TEACHER, color_scheme=scheme, reduced_motion="reduce")
    assert audit(page) == []
    opener(page).click()
    expect(dialog(page)).to_be_visible()
    assert audit(page) == []
