"""A publisher's own colour as the variables of webb.css: header, footer, links and the marks of law follow it."""

from __future__ import annotations

from samverkan.kinds.colour import BLACK, SIGNS, WHITE, contrast, legible, mixed

# What text and signs stand on, as webb.css declares it: in light, and in dark.
LIGHT = {"--md-default-bg-color": WHITE, "--yta": "#f2f6f7", "--yta-stark": "#e3eef1", "--obs-yta": "#fdf3dc"}
DARK = {"--md-default-bg-color": "#10191d", "--yta": "#18252b", "--yta-stark": "#20323a", "--obs-yta": "#33270f"}
FOOTER_TEXT = "#e3eef1"
# What shows where one is in the header.
SIGNAL = "#f4c95d"


def stylesheet(colour: str) -> str:
    """The variables of a web whose colour this is; white text has to be legible on it (see rules/utgivare.py)."""
    light, dark = _page(colour, BLACK, LIGHT), _page(colour, WHITE, DARK)
    header = {
        "--petrol": colour,
        "--md-primary-fg-color--light": mixed(colour, WHITE, 0.15),
        "--petrol-mork": legible(mixed(colour, BLACK, 0.3), BLACK, [FOOTER_TEXT]),
        "--guld": legible(SIGNAL, WHITE, [colour], SIGNS),
        # The search lies darker in the header, so that its text is as legible as the rest.
        "--sok-yta": "#0000001f",
        "--sok-yta-over": "#00000033",
    }
    on_screen = _rule('[data-md-color-scheme="slate"]', dark)
    return (
        _rule(":root", header)
        + _rule(':root, [data-md-color-scheme="default"]', light)
        + f"@media screen {{\n{on_screen}}}\n"
    )


def _page(colour: str, towards: str, surfaces: dict[str, str]) -> dict[str, str]:
    """What follows the colour on the pages, in light (towards black) or in dark (towards white)."""
    background = surfaces["--md-default-bg-color"]
    lagyta = mixed(background, colour, 0.12)
    if contrast(lagyta, background) < 1.05:  # a colour as dark as the page itself
        lagyta = mixed(lagyta, towards, 0.1)
    behind = [*surfaces.values(), lagyta]
    return {
        "--lag": legible(colour, towards, behind),
        "--lag-yta": lagyta,
        "--md-typeset-a-color": legible(colour, towards, behind),
    }


def _rule(selector: str, variables: dict[str, str]) -> str:
    return f"{selector} {{ {' '.join(f'{name}: {value};' for name, value in variables.items())} }}\n"
