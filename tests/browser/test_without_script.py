"""The pages say everything without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

from html_page import HtmlPage
from playwright.sync_api import Page

Visit = Callable[..., Page]


def test_every_type_of_page_shows_its_content(visit: Visit, address: str, types: list[str]) -> None:
    page = visit(java_script_enabled=False)
    hidden = {}
    for path in types:
        page.goto(address + path)
        # What is folded opens without a script.
        page.locator("article details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        shown = " ".join(page.locator("article").inner_text().split()).casefold()
        said = [" ".join(piece.split()).casefold() for piece in HtmlPage(path, page.content()).main]
        assert sum(map(len, said)) > 100, path
        # The head of a printed sheet, a notice whose day has not come, and tools that only a script gives their
        # work, are not for the screen now.
        unseen = "article .papper, article [data-efter][hidden], article .checklista-verktyg"
        apart = page.locator(unseen).all_text_contents()
        later = " ".join(" ".join(apart).split()).casefold()
        if missing := [piece for piece in said if piece not in shown and piece not in later]:
            hidden[path] = missing
    assert hidden == {}


def test_a_checklist_can_be_ticked(visit: Visit, types: list[str]) -> None:
    lists = [path for path in types if path.startswith("checklistor/") and path != "checklistor/"]
    assert len(lists) == 4, "en ur en rutin, en ur en situation, en ur en funktion och en egen"
    for path in lists:
        page = visit(path, java_script_enabled=False)
        for fold in page.locator(".rutinvis > summary").all():  # a long list is folded, a routine at a time
            fold.click()
        boxes = page.locator(".checklista input[type=checkbox]")
        assert boxes.count() > 0
        for number in range(boxes.count()):
            boxes.nth(number).check()


def test_no_button_is_there_that_does_nothing(visit: Visit) -> None:
    page = visit("checklistor/orosanmalan/anmalare/", java_script_enabled=False)
    buttons = page.locator("article :is(button, [aria-describedby=kom-ihag-om])")
    assert [n for n in range(buttons.count()) if buttons.nth(n).is_visible()] == []
