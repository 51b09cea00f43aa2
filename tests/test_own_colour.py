"""A publisher's own colour: the header, the footer, links and marks of law follow it, and all of it can be read."""

from __future__ import annotations

import re

import pytest
from project import ROOT
from samverkan.kinds.colour import BLACK, SIGNS, TEXT, WHITE, contrast, mixed
from samverkan.web.own_colour import DARK, FOOTER_TEXT, LIGHT, SIGNAL, stylesheet

CSS = (ROOT / "docs/assets/css/webb.css").read_text(encoding="utf-8")
# As light as the rule lets through, as dark as there is, and each hue.
COLOURS = ["#767676", "#000000", "#c8102e", "#007a33", "#0057b8", "#8a6d00", "#6d28d9", "#12495a", "#010180", "#a64d00"]


def declared(css: str) -> list[dict[str, str]]:
    """The variables of each rule that declares any, in order: of the web, in light, in dark."""
    blocks = [dict(re.findall(r"(--[a-z-]+): (#[0-9a-f]+)", block)) for block in re.findall(r"{([^{}]*)}", css)]
    return [block for block in blocks if block]


def test_what_text_stands_on_is_what_the_stylesheet_says() -> None:
    web, light, dark = declared(CSS)[:3]
    named = {"--md-default-bg-color": WHITE, "--yta-stark": web["--petrol-ljus"], **light}
    assert {name: named[name] for name in LIGHT} == LIGHT
    assert {name: dark[name] for name in DARK} == DARK
    assert (web["--petrol-ljus"], web["--guld"]) == (FOOTER_TEXT, SIGNAL)


@pytest.mark.parametrize("colour", COLOURS)
def test_text_and_signs_can_be_read_in_any_colour_that_the_rule_lets_through(colour: str) -> None:
    assert contrast(colour, WHITE) >= TEXT
    header, light, dark = declared(stylesheet(colour))
    for own, surfaces in ((light, LIGHT), (dark, DARK)):
        for name in ("--lag", "--md-typeset-a-color"):
            for behind in (*surfaces.values(), own["--lag-yta"]):
                assert contrast(own[name], behind) >= TEXT, (name, behind)
    assert contrast(header["--petrol-mork"], FOOTER_TEXT) >= TEXT
    assert contrast(header["--guld"], colour) >= SIGNS
    for veil in ("--sok-yta", "--sok-yta-over"):
        assert contrast(mixed(colour, BLACK, int(header[veil][-2:], 16) / 255), WHITE) >= TEXT
        assert header[veil].startswith(BLACK)


def test_every_place_that_has_the_webs_own_colour_takes_the_publishers() -> None:
    names = {name for block in declared(stylesheet("#c8102e")) for name in block}
    web, light, _ = declared(CSS)[:3]
    blue = {name for name, value in {**web, **light}.items() if value in ("#12495a", "#1d6478", "#0b3442", "#0f5c75")}
    assert blue <= names
    # Outside the variables nobody writes such a colour, so nothing else is left behind.
    rules = CSS[CSS.index("/* Type:") :] + "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "docs/assets/css").glob("*.css") if path.name != "webb.css"
    )
    assert not re.findall("#(?:12495a|1d6478|0b3442|0f5c75|f4c95d)", rules)


def test_the_contrast_is_that_of_wcag() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.01)
    assert contrast("#7fb0c0", WHITE) == contrast(WHITE, "#7fb0c0") == pytest.approx(2.37, abs=0.01)
