"""Under the content security policy everything works that should, and nothing that should not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import Watch
from playwright.sync_api import Page, expect
from project import served
from samverkan.web.policy import headers

Visit = Callable[..., Page]
# What the policy refuses becomes an error in the console, which the watch records.
TELL = 'addEventListener("securitypolicyviolation", (e) => console.error(`${e.violatedDirective}: ${e.blockedURI}`))'
# Which directive refuses an attempt, if any does within five seconds, and what ran all the same.
REFUSED = """() => new Promise((tell) => {{
  addEventListener("securitypolicyviolation", (e) => tell([e.effectiveDirective, window.ran]), {{ once: true }});
  setTimeout(() => tell(["ingen", window.ran]), 5000);
  ({attempt})();
}})"""
# Each writes its name in window.ran if it may.
FORBIDDEN = {
    "script-src-elem": """() => {
        const script = document.createElement("script");
        script.textContent = "window.ran = 'script'";
        document.head.append(script);
    }""",
    "script-src-attr": """() => {
        const place = document.createElement("div");
        place.innerHTML = "<button onclick=\\"window.ran = 'handler'\\">x</button>";
        document.body.append(place);
        place.firstChild.click();
    }""",
    "script-src": """() => {
        try { window.setTimeout("window.ran = 'eval'", 0); } catch {}
    }""",
    "style-src-elem": """() => {
        const style = document.createElement("style");
        style.textContent = "body { --ran: style }";
        document.head.append(style);
        window.ran = getComputedStyle(document.body).getPropertyValue("--ran") || undefined;
    }""",
    "img-src": """() => {
        const image = new Image();
        image.onload = () => { window.ran = "image"; };
        image.src = "https://example.invalid/x.png";
    }""",
    "connect-src": """() => fetch("https://example.invalid/").then(() => { window.ran = "fetch"; }, () => {})""",
    "form-action": """() => {
        const form = document.createElement("form");
        form.action = "https://example.invalid/";
        document.body.append(form);
        form.submit();
    }""",
}


@pytest.fixture(scope="module")
def strict_host(site: Path) -> Iterator[str]:
    """A host that sends the headers, which hold for the workers too."""
    with served(site, headers()) as url:
        yield url


def test_every_type_of_page_works_under_it(visit: Visit, watch: Watch, strict_host: str, types: list[str]) -> None:
    page = visit()
    page.context.add_init_script(TELL)
    for path in types:
        page.goto(strict_host + path)
        page.emulate_media(media="print")
        page.emulate_media(media="screen")
    assert watch.faults == []


def test_menu_search_colours_and_checklist_work_under_it(visit: Visit, watch: Watch, strict_host: str) -> None:
    page = visit(viewport={"width": 390, "height": 900}, color_scheme="light")
    page.context.add_init_script(TELL)
    page.goto(f"{strict_host}checklistor/orosanmalan/anmalare/")
    page.get_by_role("button", name="Meny").click()
    page.get_by_role("button", name="Tillbaka från Checklistor").click()
    expect(page.locator(".md-nav--primary").get_by_role("link", name="Rutiner").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_title("Byt till mörkt läge").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(".checklista input[type=checkbox]").first.check()
    expect(page.locator(".checklista-verktyg").get_by_role("status")).to_contain_text("1 av ")
    page.pdf()
    page.get_by_role("button", name="Sök").click()
    page.keyboard.type("orosanmälan")
    expect(page.locator(".sok-dialog .sok-traffar a").first).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert watch.faults == []


@pytest.mark.parametrize("host", ["utan rubriker", "med rubriker"])
def test_what_somebody_puts_in_a_page_does_not_run(visit: Visit, address: str, strict_host: str, host: str) -> None:
    page = visit()
    page.goto(address if host == "utan rubriker" else strict_host)
    for directive, attempt in FORBIDDEN.items():
        assert page.evaluate(REFUSED.format(attempt=attempt)) == [directive, None]


def test_no_other_web_can_show_a_page_in_a_frame(visit: Visit, strict_host: str, address: str) -> None:
    page = visit()
    page.route(f"{address}ram", lambda route: route.fulfill(body=f"<iframe src='{strict_host}'></iframe>"))
    page.goto(f"{address}ram")
    assert "chrome-error" in page.frames[1].url


@pytest.mark.parametrize(("scheme", "name"), [("light", "default"), ("dark", "slate")])
def test_the_right_colours_are_there_before_the_themes_script(visit: Visit, scheme: str, name: str) -> None:
    page = visit("om/", color_scheme=scheme)
    page.route("**/bundle.*.js", lambda route: route.abort())
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
