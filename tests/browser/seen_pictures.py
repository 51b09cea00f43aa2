"""The pages with pictures, and what of each picture is seen on the screen."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

WITH_LINKS = (
    "nivaer/",
    "styrning/",
    "styrning/stegen-uppat/",
    "forum/skolchefsnatverket/",
    "rutiner/orosanmalan/",
    "rutiner/samarbetet-har-havererat/",
)
ALL = (*WITH_LINKS, "om/tackning/", "enkater/skola-socialtjanst-2007/")

# Every drawing that is seen: its size, its texts and its targets, in pixels of the screen.
SEEN = """() => [...document.querySelectorAll("svg.bild")].filter((svg) => svg.checkVisibility()).map((svg) => {
  const box = (one) => { const r = one.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
  const name = (one) => one.getAttribute("aria-label") || one.textContent;
  const boxed = (one) => one.closest("a")?.querySelector("rect.ruta, rect.saknad, rect.bana");
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const texts = [...svg.querySelectorAll("text")].map((text) => ({
    words: text.textContent, box: box(text), size: parseFloat(getComputedStyle(text).fontSize) * scale,
    within: boxed(text) ? box(boxed(text)) : null,
  }));
  return {
    box: box(svg), texts, links: [...svg.querySelectorAll("a")].map((a) => ({words: name(a), box: box(a)})),
  };
})"""


def seen(page: Page) -> list[dict[str, Any]]:
    """Every drawing that is seen on the page, as SEEN tells of it; there has to be one."""
    page.evaluate("document.fonts.ready")
    found: list[dict[str, Any]] = page.evaluate(SEEN)
    assert found, "sidan har en bild som syns"
    return found
