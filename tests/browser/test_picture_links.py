"""The parts of the pictures that lead somewhere: reached by keyboard, named, and true."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

import pytest
from html_page import HtmlPage
from playwright.sync_api import Page
from samverkan import Model
from samverkan.kinds import Rutin
from seen_pictures import WITH_LINKS

Visit = Callable[..., Page]
LINKS = """() => [...document.querySelectorAll("svg.bild a")].map((a) =>
  [new URL(a.getAttribute("href"), location).href, (a.getAttribute("aria-label") || a.textContent).trim()])"""


@pytest.mark.parametrize("width", [320, 1280])
def test_a_step_is_named_by_what_is_done_and_by_whom_and_leads_there(
    visit: Visit, real_model: Model, width: int
) -> None:
    page = visit("rutiner/orosanmalan/", viewport={"width": width, "height": 900})
    steg = real_model.get(Rutin, "orosanmalan").steg[2]
    # The picture names the step as the list does, with the role and the funktion after it.
    mark = page.get_by_role("link", name=f"Steg 3: {steg.namn}, huvudansvarig och utför Socialsekreterare", exact=True)
    assert mark.count() == 1, "den andra teckningen hörs inte"
    mark.click()
    assert page.evaluate("decodeURIComponent(location.hash)") == f"#steg-{steg.id}"
    assert page.locator(f"#steg-{steg.id}").is_visible()


def test_every_link_leads_to_the_page_that_it_names(visit: Visit, address: str, html: dict[str, HtmlPage]) -> None:
    page = visit()
    followed = 0
    for path in WITH_LINKS:
        page.goto(address + path)
        links = page.evaluate(LINKS)
        for href, name in links:
            parts = urlsplit(href)
            target = html[posixpath.join(unquote(parts.path).lstrip("/"), "index.html")]
            if parts.fragment:
                assert unquote(parts.fragment) in target.ids, (path, href)
            else:
                # A box can say more than the name: its level, its role. The name comes first, after its number.
                assert target.h1[0].removesuffix(" ¶").split(" (funktion)")[0].strip("¶ ") in " ".join(name.split()), (
                    name
                )
            followed += 1
    assert followed > 100


@pytest.mark.parametrize("path", WITH_LINKS)
def test_the_keyboard_reaches_every_part_and_shows_where_it_is(visit: Visit, path: str) -> None:
    page = visit(path, reduced_motion="reduce")
    links = page.locator("svg.bild a:visible")
    first = links.first
    first.evaluate("a => a.scrollIntoView({block: 'center'})")
    before = first.screenshot()
    page.keyboard.press("Tab")  # from now on the browser takes focus to come from the keyboard
    first.focus()
    assert first.evaluate("a => a.matches(':focus-visible')")
    assert first.evaluate("a => getComputedStyle(a).outlineStyle") == "solid"
    assert first.screenshot() != before
    passed = [first.evaluate("a => a.getAttribute('href')")]
    for _ in range(links.count() - 1):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('svg.bild')"):
            passed.append(page.evaluate("document.activeElement.getAttribute('href')"))
    wanted = first.evaluate("a => [...a.closest('svg').querySelectorAll('a')].map((a) => a.getAttribute('href'))")
    assert passed[: len(wanted)] == wanted
