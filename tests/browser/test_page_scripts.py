"""What the scripts do to a page, on pages of the small filled model: nothing is built, so each takes a moment."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from fyllt import KOMMUN, filled
from playwright.sync_api import Browser, Locator, Page, expect
from project import ROOT, served
from samverkan.markup.markdown import as_html, tree
from shown import Web

# What the theme has around every page, as far as the scripts look for it.
STAGE = """<!doctype html><html lang="sv" class="js"><head><meta charset="utf-8"><title>{path}</title>
<link rel="stylesheet" href="assets/css/webb.css"></head><body class="md-typeset">
<input type="checkbox" id="__drawer"><label class="md-header__button" for="__drawer">Meny</label>
<main><article class="md-content__inner md-typeset">{content}</article></main>
<p><span data-adress></span> <span data-utskriven></span></p>{scripts}</body></html>"""
SCRIPTS = ("webb.js", "checklista.js", "mitt-arbete-sidan.js")
# As mitt-arbete.js tells the page of a choice.
CHOOSE = """([work, isFunktion, ids, kommunId]) => document.dispatchEvent(new CustomEvent("mitt-arbete", {detail: {
  work, isFunktion, ids, kommunId, page: "#", kommun: kommunId, address: "", nameOf: (id) => id,
  choose() {}, change() {},
}}))"""
ROUTINE, LIST = "rutiner/anmal.md", "checklistor/starta-grupp.md"
Open = Callable[..., Page]


def html_of(web: Web, path: str) -> str:
    """A page of the model with its links made to lead nowhere, between what the scripts need."""
    content = as_html(tree(web.markdown[path]))
    term = '<p>En <a class="begrepp" href="#ord" data-definition="Vad ordet betyder.">term</a>.</p>'
    term += '<p><a href="x/">Vidare</a></p>'
    scripts = "".join(f'<script src="assets/js/{name}"></script>' for name in SCRIPTS)
    return STAGE.format(path=path, content=content + term, scripts=scripts)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("scen")
    shutil.copytree(ROOT / "docs" / "assets", root / "assets")
    own = filled(KOMMUN)
    web = Web(filled(), kommuner=[own, replace(own, local=replace(own.local, kommun="grannkommun"))])
    for name, path in (("rutin", ROUTINE), ("lista", LIST)):
        (root / f"{name}.html").write_text(html_of(web, path), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as url:
        yield url


@pytest.fixture
def stage(browser: Browser, address: str) -> Iterator[Open]:
    """Open a page, on a day if one is given."""
    contexts = []

    def opened(name: str = "rutin", day: datetime | None = None, where: str = "") -> Page:
        context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        if day:
            page.clock.set_fixed_time(day)
        page.goto(f"{where or address}{name}.html")
        return page

    yield opened
    for context in contexts:
        context.close()


def choose(page: Page, work: str = "", ids: str = "", kommun: str = "", funktion: bool = True) -> Locator:
    """Choose a work, as the form in the header does; gives the block with what is one's own."""
    page.evaluate(CHOOSE, [work, funktion, ids.split(), kommun])
    return page.locator("section.mitt")


@pytest.mark.parametrize(
    ("work", "ids", "told"),
    [
        ("Den som anmäler", "anmalare", ["Du är huvudansvarig"]),
        ("Lärare", "larare", ["Du utför"]),
        ("Chef", "chef", []),
        ("Handläggare", "handlaggare", ["Du är huvudansvarig och utför"]),
        # Whoever answers for a step, or does it, does not ask or tell oneself.
        ("Lärare", "larare anmalare", ["Du är huvudansvarig och utför"]),
        ("Chef", "chef anmalare", ["Du är huvudansvarig"]),
    ],
)
def test_the_visitor_is_told_the_right_role_in_each_own_step(stage: Open, work: str, ids: str, told: list[str]) -> None:
    page = stage()
    assert choose(page, work, ids).locator(".vem").all_inner_texts() == told


def test_what_one_is_only_asked_or_told_of_is_folded_and_in_the_passive(stage: Open) -> None:
    page = stage()
    told = choose(page, "Handläggare", "handlaggare").locator("details.andras")
    expect(told.locator("summary")).to_have_text("Du blir tillfrågad eller får veta (1)")
    expect(told).not_to_have_attribute("open", "")
    told.locator("summary").click()
    assert told.locator("li").all_inner_texts() == ["Gör din anmälan: du informeras"]
    assert choose(page, "Lärare", "larare anmalare").locator("details.andras").count() == 0


def test_where_the_choice_does_nothing_the_page_says_nothing_of_it(stage: Open) -> None:
    page = stage("lista")
    choose(page, "Lärare", "larare")
    expect(page.locator(".mitt-visas")).to_have_count(0)


def test_a_verksamhet_is_told_who_of_its_own_has_which_role(stage: Open) -> None:
    page = stage()
    roles = choose(page, "Skolan", "larare chef", funktion=False).locator(".vem").all_inner_texts()
    assert roles == ["Larare utför och chef konsulteras"]


def test_the_own_steps_are_open_and_the_others_are_folded_until_the_choice_is_gone(stage: Open) -> None:
    page = stage()
    steps = page.locator("details.steg")
    choose(page, "Lärare", "larare")
    assert [step.get_attribute("open") is not None for step in steps.all()] == [True, False]
    expect(page.get_by_text("1 av 2 steg är andras och ligger hopfällda.")).to_be_visible()
    page.get_by_role("button", name="Visa alla steg").click()
    assert [step.get_attribute("open") is not None for step in steps.all()] == [True, True]
    choose(page, "Lärare", "larare")
    choose(page)
    assert [step.get_attribute("open") is not None for step in steps.all()] == [True, True]
    expect(page.locator(".mitt, .mitt-visas, .ditt-steg")).to_have_count(0)


def test_an_own_step_keeps_its_number_in_the_routine(stage: Open) -> None:
    page = stage()
    rows = choose(page, "Handläggare", "handlaggare").locator("ol.oversikt > li")
    assert rows.evaluate_all("(all) => all.map((row) => [row.value, row.querySelector('a').textContent])") == [
        [2, "Bedöm anmälan"]
    ]


def test_the_time_of_an_own_step_is_told(stage: Open) -> None:
    page = stage()
    assert choose(page, "Handläggare", "handlaggare").locator(".tid").all_inner_texts() == [
        "inom två dagar, om det inte är olämpligt"
    ]


def test_the_last_day_of_a_limit_is_counted_from_a_day_that_is_kept_nowhere(stage: Open) -> None:
    page = stage()
    expect(page.get_by_text("högst 15 dagar från att du fick veta")).to_be_visible()
    page.get_by_label("Dagen då du fick veta").fill("2026-11-20")
    expect(page.get_by_role("status").first).to_contain_text("Senast lördag 5 december 2026")
    page.reload()
    expect(page.get_by_label("Dagen då du fick veta")).to_have_value("")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_who_has_no_step_is_told_so_and_sees_all(stage: Open) -> None:
    page = stage()
    expect(choose(page, "Vaktmästare", "vaktmastare")).to_contain_text("Rutinen har inget steg som den du valt")
    assert page.locator("details.steg:not([open])").count() == 0


def test_only_the_chosen_kommuns_numbers_are_shown(stage: Open) -> None:
    page = stage()
    box = page.locator("details.kommun-kontakter").first
    choose(page, kommun=KOMMUN)
    shown = {one.get_attribute("data-kommun") for one in box.locator("[data-kommun]").all() if one.is_visible()}
    assert shown == {KOMMUN}
    choose(page)
    assert box.locator("[data-kommun][hidden]").count() == 0
    assert {one.get_attribute("data-kommun") for one in box.locator("[data-kommun]").all()} == {KOMMUN, "grannkommun"}


def test_the_roles_in_the_matrix_are_seen_and_the_heavy_ones_stand_out(stage: Open) -> None:
    page = stage()
    roles = page.locator("table.huki .roll")
    assert roles.count() == 7
    assert all(role.is_visible() for role in roles.all())
    ground = "(one) => getComputedStyle(one).backgroundColor"
    heavy = page.locator("table.huki .roll", has_text="Huvudansvarig").first.evaluate(ground)
    assert heavy not in ("rgba(0, 0, 0, 0)", page.locator("body").evaluate(ground))


def test_a_checklist_counts_what_is_done_and_can_be_begun_again(stage: Open) -> None:
    page = stage("lista")
    boxes, status = page.locator(".checklista input"), page.get_by_role("status")
    expect(status).to_have_text("0 av 1 klara")
    boxes.first.check()
    expect(status).to_have_text("1 av 1 klara")
    page.get_by_role("button", name="Rensa").click()
    expect(status).to_have_text("0 av 1 klara")
    expect(boxes.first).not_to_be_checked()


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ((2026, 12, 31), {"Lagen har ändrats.": False, "Granskningen är försenad.": False}),
        ((2027, 1, 1), {"Lagen har ändrats.": True, "Granskningen är försenad.": False}),
        ((2027, 1, 15), {"Lagen har ändrats.": True, "Granskningen är försenad.": False}),
        ((2027, 1, 16), {"Lagen har ändrats.": True, "Granskningen är försenad.": True}),
    ],
)
def test_what_has_happened_since_the_web_was_built_is_told_from_its_day(
    stage: Open, day: tuple[int, int, int], told: dict[str, bool]
) -> None:
    page = stage(day=datetime(*day, 12))
    assert {text: page.get_by_text(text).first.is_visible() for text in told} == told


def test_paper_has_the_day_it_was_printed_and_not_the_day_the_page_was_opened(stage: Open) -> None:
    page = stage(day=datetime(2026, 5, 1, 12))
    printed = page.locator("[data-utskriven]")
    expect(printed).to_be_empty()
    page.clock.set_fixed_time(datetime(2026, 5, 2, 12))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(printed).to_have_text("2 maj 2026")
    expect(page.locator("[data-adress]")).to_contain_text("/rutin.html")


def test_escape_closes_the_explanation_of_a_term(stage: Open) -> None:
    page = stage()
    page.keyboard.press("Tab")  # so that the focus that follows is one of the keyboard
    page.locator("a.begrepp").last.focus()
    box = page.get_by_role("tooltip")
    expect(box).to_contain_text("Vad ordet betyder.")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()


def test_a_link_opened_from_a_folder_leads_to_the_page_in_it(stage: Open, folder: Path) -> None:
    page = stage(where=f"{folder.as_uri()}/")
    assert page.get_by_role("link", name="Vidare").get_attribute("href").endswith("/x/index.html")  # type: ignore[union-attr]


def test_a_link_on_a_host_is_left_as_it_is(stage: Open) -> None:
    assert stage().get_by_role("link", name="Vidare").get_attribute("href") == "x/"
