"""The pictures on a real screen: legible on the narrowest phone, whole, in light and dark, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page
from samverkan.pages.pictures.svg import width_of
from seen_pictures import ALL, WITH_LINKS, seen


class Drawn(NamedTuple):
    """The drawings of a page that are seen, and how many are shown of each picture."""

    pictures: list[dict[str, Any]]
    shown: list[int]


Visit = Callable[..., Page]
Pages = dict[int, dict[str, Drawn]]
# The widths of a small phone, a phone, a tablet and a desk.
WIDTHS = (320, 390, 768, 1280)
SHOWN = """() => [...document.querySelectorAll("figure.bildruta")].map((figure) =>
  [...figure.querySelectorAll("svg.bild")].filter((svg) => svg.checkVisibility()).length)"""
# The colour of every text and what lies behind it, as the browser paints them.
COLOURS = """() => [...document.querySelectorAll("svg.bild")].filter((svg) => svg.checkVisibility()).flatMap((svg) =>
  [...svg.querySelectorAll("text")].map((text) => {
    text.scrollIntoView({block: "center"});
    const r = text.getBoundingClientRect();
    const behind = document.elementsFromPoint(r.left + r.width / 2, r.top + r.height / 2)
      .find((one) => ["rect", "circle"].includes(one.localName) && getComputedStyle(one).fill !== "none");
    const page = getComputedStyle(document.body).backgroundColor;
    return [text.textContent, getComputedStyle(text).fill, behind ? getComputedStyle(behind).fill : page];
  }))"""
SIGNS = """() => [...document.querySelectorAll("svg.bild")].filter((svg) => svg.checkVisibility()).flatMap((svg) =>
  [...svg.querySelectorAll("a .ruta, .saknad, .pil, .marke, .bi, .flode, .ihop")].map((sign) =>
    [sign.getAttribute("class"), getComputedStyle(sign).stroke, getComputedStyle(document.body).backgroundColor]))"""

LINES = """() => [...document.querySelectorAll("svg.bild tspan[x]")].map((line) => {
  const style = getComputedStyle(line);
  return [line.textContent, style.fontWeight, parseFloat(style.fontSize)];
})"""


@pytest.fixture(scope="module")
def drawn(browser: Browser, address: str) -> Pages:
    """At every width, of every page with pictures: what is seen of them."""
    found: Pages = {}
    for width in WIDTHS:
        page = browser.new_page(viewport={"width": width, "height": 800})
        found[width] = {path: _drawn(page, address + path) for path in ALL}
        page.close()
    return found


def _drawn(page: Page, url: str) -> Drawn:
    page.goto(url)
    return Drawn(seen(page), page.evaluate(SHOWN))


@pytest.mark.parametrize("width", WIDTHS)
def test_text_in_pictures_is_at_least_12_px_and_no_larger_than_headings(drawn: Pages, width: int) -> None:
    for path, page in drawn[width].items():
        sizes = {round(text["size"], 2) for picture in page.pictures for text in picture["texts"]}
        assert min(sizes) >= 12 and max(sizes) < 24, path


@pytest.mark.parametrize("width", WIDTHS)
def test_no_text_leaves_its_box_or_its_picture(drawn: Pages, width: int) -> None:
    out = []
    for path, page in drawn[width].items():
        for picture in page.pictures:
            for text in picture["texts"]:
                if not _inside(text["box"], picture["box"], 1) or not _inside(text["box"], text["within"], 1):
                    out.append(f"{path}: {text['words']}")
    assert out == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_text_lies_on_another(drawn: Pages, width: int) -> None:
    on = []
    for path, page in drawn[width].items():
        for picture in page.pictures:
            texts = picture["texts"]
            for n, one in enumerate(texts):
                on += [f"{path}: {one['words']} / {o['words']}" for o in texts[n + 1 :] if _meet(one["box"], o["box"])]
    assert on == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_part_that_leads_somewhere_can_be_hit(drawn: Pages, width: int) -> None:
    small = []
    for path in WITH_LINKS:
        links = [link for picture in drawn[width][path].pictures for link in picture["links"]]
        assert links
        for link in links:
            left, top, right, bottom = link["box"]
            if right - left < 23.95 or bottom - top < 23.95:
                small.append(f"{path}: {link['words']} {right - left:.1f} × {bottom - top:.1f}")
    assert small == []


@pytest.mark.parametrize("width", WIDTHS)
def test_one_drawing_of_each_picture_is_shown(drawn: Pages, width: int) -> None:
    for path, page in drawn[width].items():
        assert page.shown and set(page.shown) == {1}, path


def test_pictures_are_on_paper_too(visit: Visit, address: str) -> None:
    page = visit(viewport={"width": 672, "height": 900})
    page.emulate_media(media="print")
    for path in ALL:
        page.goto(address + path)
        assert min(text["size"] for picture in seen(page) for text in picture["texts"]) >= 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_text_stands_out_from_what_is_behind_it(visit: Visit, address: str, scheme: str, width: int) -> None:
    # WCAG 1.4.3 and 1.4.11; axe does not look at the fill of a drawing.
    page = visit(color_scheme=scheme, reduced_motion="reduce", viewport={"width": width, "height": 900})
    weak = []
    for path in ALL:
        page.goto(address + path)
        texts, signs = page.evaluate(COLOURS), page.evaluate(SIGNS)
        assert texts
        weak += [(path, words, fill, behind) for words, fill, behind in texts if _contrast(fill, behind) < 4.5]
        weak += [(path, sign, stroke, behind) for sign, stroke, behind in signs if _contrast(stroke, behind) < 3]
    assert weak == []


def test_the_estimated_width_of_a_line_is_never_less_than_the_real_one(visit: Visit, address: str) -> None:
    page = visit()
    lines = set()
    for path in ALL:
        page.goto(address + path)
        lines |= {tuple(line) for line in page.evaluate(LINES)}
    assert len(lines) > 100
    real = page.evaluate(
        """async (lines) => {
          await document.fonts.ready;
          const pen = document.createElement("canvas").getContext("2d");
          return lines.map(([words, weight, size]) => {
            pen.font = `${weight} ${size}px "Atkinson Hyperlegible Next"`;
            return pen.measureText(words).width;
          });
        }""",
        sorted(lines),
    )
    for (words, weight, size), width in zip(sorted(lines), real, strict=True):
        estimate = width_of(words, size, weight == "650")
        assert width <= estimate + 0.5, words
        assert estimate < 1.3 * width + 3, words


def _inside(inner: list[float], outer: list[float] | None, slack: float) -> bool:
    if outer is None:
        return True
    low = all(inner[n] >= outer[n] - slack for n in (0, 1))
    return low and all(inner[n] <= outer[n] + slack for n in (2, 3))


def _meet(one: list[float], other: list[float]) -> bool:
    """Whether two boxes share more than the air that lines of text have around them."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    return across > 2 and along > 4


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
