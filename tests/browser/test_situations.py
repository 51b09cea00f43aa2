"""A situation is read standing: the answer and the worst mistake first, then what one does, all on one sheet."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from samverkan import Model
from samverkan.kinds import Situation

PHONE = {"width": 390, "height": 844}
# The bottom of each part of the page that is read on the spot.
BOTTOMS = """() => Object.fromEntries([".svar", "#gor-nu ~ .gor-sa", "#gor-inte ~ ul"].map((part) =>
  [part, document.querySelector(part).getBoundingClientRect().bottom]))"""


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Page:
    return browser.new_page(viewport=PHONE)


def addresses(model: Model) -> list[str]:
    return [f"situationer/{situation.id}/" for situation in model.all(Situation)]


def test_the_answer_and_the_worst_mistake_are_on_the_first_screen(phone: Page, address: str, real_model: Model) -> None:
    below = {}
    for path in addresses(real_model):
        phone.goto(address + path)
        bottoms = phone.evaluate(BOTTOMS)
        if bottoms[".svar"] > PHONE["height"]:
            below[path] = bottoms[".svar"]
    assert below == {}


def test_all_that_one_does_and_does_not_do_is_on_the_first_two_and_a_half_screens(
    phone: Page, address: str, real_model: Model
) -> None:
    long = {}
    for path in addresses(real_model):
        phone.goto(address + path)
        screens = phone.evaluate(BOTTOMS)["#gor-inte ~ ul"] / PHONE["height"]
        if screens > 2.5:
            long[path] = round(screens, 2)
    assert long == {}


@pytest.mark.parametrize(
    "script", [True, pytest.param(False, marks=pytest.mark.långsam)], ids=["med-skript", "utan-skript"]
)
def test_each_situation_is_at_most_two_taps_from_the_start_page(
    script: bool, browser: Browser, address: str, real_model: Model
) -> None:
    """As one who taps what has happened, or all of it and then the one; the answer stands on the first screen."""
    page = browser.new_page(viewport=PHONE, java_script_enabled=script, has_touch=True)
    taps: dict[str, int] = {}
    for situation in real_model.all(Situation):
        page.goto(address)
        named = page.locator("article").get_by_role("link", name=situation.namn, exact=True)
        taps[situation.id] = 1
        if not named.count():
            page.get_by_role("link", name="Alla, med svaret på en rad").tap()
            taps[situation.id] = 2
        named.first.tap()
        page.wait_for_url(f"{address}situationer/{situation.id}/")
        assert page.evaluate(BOTTOMS)[".svar"] <= PHONE["height"]
    page.close()
    assert sum(count == 1 for count in taps.values()) > len(taps) / 2


def test_each_situation_goes_on_one_sheet(browser: Browser, address: str, real_model: Model) -> None:
    page = browser.new_page()
    sheets = {}
    for path in addresses(real_model):
        page.goto(address + path)
        pdf = page.pdf(format="A4", margin={side: "12mm" for side in ("top", "right", "bottom", "left")})
        count = BytesIO(pdf).read().count(b"/Type /Page\n")
        if count != 1:
            sheets[path] = count
    page.close()
    assert sheets == {}


def test_its_own_words_find_it(visit: Callable[..., Page], real_model: Model) -> None:
    """Each word that somebody says leads to the situation, among the first three."""
    from test_search_answers import ASK

    asked = [(situation.id, word) for situation in real_model.all(Situation) for word in situation.synonymer]
    answers = visit().evaluate(ASK, [word for _, word in asked])
    missed = [
        f"{word} ({id})"
        for (id, word), answer in zip(asked, answers, strict=True)
        if f"situationer/{id}/" not in [page["adress"] for page in answer["sidor"][:3]]
    ]
    assert len(missed) <= len(asked) * 0.05, missed
