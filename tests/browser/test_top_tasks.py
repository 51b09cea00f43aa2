"""From the start page to what one needs in at most three clicks; what is urgent and the first questions at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect
from project import ROOT
from samverkan import Model
from samverkan.kinds import Fråga

Visit = Callable[..., Page]
TASKS: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "toppuppgifter.yml").read_text(encoding="utf-8"))
MAX_CLICKS = 3
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["med-skript", "utan-skript"])


@SCRIPT
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["uppgift"])
def test_at_most_three_clicks_to(task: dict[str, Any], script: bool, visit: Visit, address: str) -> None:
    page = visit(java_script_enabled=script, **PHONE)
    clicks = 0
    for name in task["klick"]:
        page.locator("article").get_by_role("link", name=name, exact=True).first.click()
        clicks += 1
    assert page.url == address + task["når"]
    expect(page.locator("article").get_by_text(task["ser"]).first).to_be_visible()
    if anchor := task["når"].partition("#")[2]:
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    assert clicks <= MAX_CLICKS


def test_every_question_of_the_start_page_is_among_the_tasks(visit: Visit, real_model: Model) -> None:
    asked = visit().locator(".genvagar a").all_inner_texts()
    assert asked == [fråga.namn for fråga in real_model.all(Fråga)]
    assert set(asked) == {task["klick"][0] for task in TASKS}


@SCRIPT
@pytest.mark.parametrize("font", [True, False], ids=["med-typsnittet", "innan-typsnittet-har-kommit"])
def test_the_first_screen_of_a_phone_shows_what_is_urgent_the_search_and_three_situations(
    visit: Visit, script: bool, font: bool
) -> None:
    page = visit(java_script_enabled=script, **PHONE)
    if not font:
        page.route("**/*.woff2", lambda route: route.abort())
    page.reload()
    situations = page.locator("ul.situationer li")
    shown = [page.locator(".fara"), *(situations.nth(number) for number in range(3))]
    if script:
        shown.append(page.locator("article [data-sok] input"))
    for element in shown:
        box = element.bounding_box()
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= PHONE["viewport"]["height"]  # type: ignore[index]


@pytest.mark.parametrize("path", ["finns-inte", "finns/inte/alls/"])
def test_a_page_that_is_not_there_offers_the_search_and_the_questions(
    path: str, visit: Visit, address: str, real_model: Model
) -> None:
    page = visit(path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sidan finns inte")
    expect(page.locator(".fara a[href='tel:112']").first).to_be_visible()
    expect(page.locator("article [data-sok] input")).to_be_visible()
    links = page.locator("article .fragor a")
    assert links.all_inner_texts() == [fråga.namn for fråga in real_model.all(Fråga)]
    links.first.click()
    assert page.url == f"{address}fragor/orolig/"
