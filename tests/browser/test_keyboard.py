"""The keyboard reaches everything, and one sees where it is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
ROUTINE = "rutiner/orosanmalan/"
# Where focus is, and whether an outline of some width shows it (a hidden radio shows it on its sign).
FOCUS = """() => {
  const here = document.activeElement;
  const seen = here.matches(".md-option") ? here.nextElementSibling : here;
  const at = seen.getBoundingClientRect(), style = getComputedStyle(seen);
  return {
    name: here.getAttribute("aria-label") || here.textContent.trim().slice(0, 40),
    what: here.matches(".sok-knapp") ? "sök" : here.closest("article") ? "innehåll" : "",
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    onscreen: style.visibility !== "hidden" &&
      at.right > 0 && at.left < innerWidth && at.bottom > 0 && at.top < innerHeight,
  };
}"""


# Whether what has the focus is what one sees there, and not something that it lies under.
SEEN = """() => {
  const here = document.activeElement;
  if (here === document.body) return true;
  here.scrollIntoView({block: "nearest"});
  const at = here.getBoundingClientRect();
  const top = document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
  return here.contains(top) || (top?.contains(here) && here.closest("label") !== null);
}"""


def test_the_skip_link_comes_first_is_seen_and_leads_to_the_content(visit: Visit) -> None:
    page = visit(ROUTINE)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Gå till innehållet")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#.+"))
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["what"] == "innehåll"


@pytest.mark.parametrize("width", [1280, 390])
def test_tab_reaches_the_search_and_the_content_and_is_always_seen(visit: Visit, width: int) -> None:
    page = visit(ROUTINE, viewport={"width": width, "height": 900})
    reached, unseen = [], []
    for _ in range(90):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        focus = page.evaluate(FOCUS)
        reached.append(focus["what"])
        if not (focus["outlined"] and focus["onscreen"]):
            unseen.append(focus["name"])
    assert {"sök", "innehåll"} <= set(reached)
    assert unseen == []


def test_the_search_works_by_keys_alone(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Sök").focus()
    page.keyboard.press("Enter")
    results = page.locator(".sok-traffar a")
    # Nobody waits between the last letter and the first arrow.
    page.keyboard.type("samverkansgrupp")
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/forum/lokal-samverkansgrupp/$"))


def test_the_menu_of_a_narrow_screen_opens_and_closes_by_keys(visit: Visit) -> None:
    page = visit(viewport={"width": 390, "height": 900})
    menu = page.get_by_role("button", name="Meny")
    menu.focus()
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-nav--primary").get_by_role("link", name="Rutiner").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_the_open_menu_keeps_the_focus_until_it_is_closed(visit: Visit) -> None:
    page = visit(ROUTINE, viewport={"width": 390, "height": 900}, reduced_motion="reduce")
    menu = page.get_by_role("button", name="Meny")
    menu.focus()
    page.keyboard.press("Enter")
    inside = "document.activeElement.closest('.md-sidebar--primary') !== null"
    for _ in range(60):
        page.keyboard.press("Tab")
        # Past the last the focus may go out to the browser itself, never to the page behind.
        assert page.evaluate(f"{inside} || document.activeElement === document.body")
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.evaluate(inside)


def test_the_first_tab_goes_into_the_menu_and_its_levels_are_walked_by_keys(visit: Visit) -> None:
    page = visit(ROUTINE, viewport={"width": 390, "height": 900}, reduced_motion="reduce")
    page.get_by_role("button", name="Meny").click()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Tillbaka från Rutiner")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Visa Rutiner")).to_be_focused()
    expect(page.locator(".md-nav--primary").get_by_role("link", name="Checklistor")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Tillbaka från Rutiner")).to_be_focused()
    expect(page.locator(".md-nav--primary").get_by_role("link", name="Checklistor")).to_be_hidden()


def test_a_device_that_is_turned_to_a_wide_screen_has_no_menu_before_the_page(visit: Visit) -> None:
    page = visit(ROUTINE, viewport={"width": 390, "height": 900})
    page.get_by_role("button", name="Meny").click()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.wait_for_function("!document.getElementById('__drawer').checked")
    assert page.locator("[inert]").count() == 0


def test_a_checklist_is_ticked_with_space_and_started_again_with_enter(visit: Visit) -> None:
    page = visit("checklistor/orosanmalan/anmalare/")
    box = page.locator(".checklista input[type=checkbox]").first
    status = page.locator(".checklista-verktyg").get_by_role("status")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(status).to_contain_text("1 av ")
    page.get_by_role("button", name="Rensa").focus()
    page.keyboard.press("Enter")
    expect(box).not_to_be_checked()
    expect(status).to_contain_text("0 av ")


def test_the_colours_are_changed_by_keys_and_focus_stays_on_the_sign(visit: Visit) -> None:
    page = visit(color_scheme="light")
    page.locator("#__palette_0").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    focus = page.evaluate(FOCUS)
    assert focus["outlined"] and focus["onscreen"], focus


def test_a_wide_table_is_reached_by_tab_is_named_and_scrolls_with_the_arrows(visit: Visit) -> None:
    page = visit("lardomar/", viewport={"width": 320, "height": 900})
    region = page.get_by_role("region").filter(has=page.locator("table")).first
    assert region.get_attribute("aria-label")
    assert region.evaluate("(e) => e.scrollWidth > e.clientWidth"), "tabellen är bredare än skärmen"
    for _ in range(90):
        page.keyboard.press("Tab")
        if region.evaluate("(e) => e === document.activeElement"):
            break
    else:
        pytest.fail("Tab når inte tabellen")
    assert page.evaluate(FOCUS)["outlined"]
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(e) => e.scrollLeft > 0", arg=region.element_handle())


def test_the_menu_row_is_walked_by_tab_and_followed_by_enter(visit: Visit) -> None:
    page = visit()
    page.locator(".md-tabs__link").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["outlined"]
    href = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(href)
