"""What pictures are drawn with: text that wraps within its box, links, and the SVG around it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

# How wide drawings are, in units that are about a pixel each: for a phone, for a desk, and beside a
# list. The narrowest page, 320 px, has 288 px for a picture: SIZE is then 12.7 px and SMALL 12.3.
NARROW, MEDIUM, WIDE, SLIM = 340, 520, 700, 270
CLASSES = {NARROW: "smal", MEDIUM: "mellan", WIDE: "bred", SLIM: "slank"}
SIZE, SMALL, LARGE = 15.0, 14.5, 18.0
LEADING = 1.3
# The least height, and width, of what can be pressed: 24 px at 320 (WCAG 2.5.8).
TARGET = 29.0

# How wide the letters of Atkinson Hyperlegible Next are at most, in parts of the size of the text. A
# test holds this to what a browser measures.
WIDTHS = (
    (",.:;'`ij·|", 0.28),
    (' !"()[]{}lfrt', 0.36),
    ("-I_/1\\", 0.44),
    ("szc?*kvxy7”–", 0.52),
    ("aeghnouåäöéüJLF2", 0.56),
    ("bdpqEPSTV3569$", 0.6),
    ("GHNOUwÖÜ#&Q…", 0.76),
    ("mMW%@—", 0.92),
)
OTHER_LETTER, BOLD = 0.68, 1.06
LETTERS = {letter: width for letters, width in WIDTHS for letter in letters}
# Between two lines, so that they are heard as two words.
HEARD_SPACE = '<tspan font-size="0"> </tspan>'


def width_of(words: str, size: float = SIZE, bold: bool = False) -> float:
    """How wide a line of text is at most."""
    return sum(LETTERS.get(letter, OTHER_LETTER) for letter in words) * size * (BOLD if bold else 1)


def wrap(words: str, width: float, size: float = SIZE, bold: bool = False) -> list[str]:
    """The lines that the words take within a width; a word that is wider than the line is divided."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size, bold) <= width:
            lines[-1] = longer
            continue
        lines += [word] if lines[-1] else []
        lines[-1] = word
        while width_of(lines[-1], size, bold) > width and len(lines[-1]) > 1:
            fits = max(
                n for n in range(1, len(lines[-1])) if n == 1 or width_of(lines[-1][:n] + "-", size, bold) <= width
            )
            lines[-1:] = [lines[-1][:fits] + "-", lines[-1][fits:]]
    return lines


def height_of(lines: Sequence[str], size: float = SIZE) -> float:
    """How high lines of text are together."""
    return len(lines) * size * LEADING


def text(
    x: float,
    y: float,
    lines: str | Sequence[str],
    css: str = "",
    size: float = SIZE,
    anchor: str = "",
    bold: bool = False,
) -> str:
    """Lines of text; `y` is the top of the first."""
    attributes = f' class="{css}"' if css else ""
    attributes += f' font-size="{size:g}"' if size != SIZE else ""
    attributes += f' text-anchor="{anchor}"' if anchor else ""
    attributes += ' font-weight="650"' if bold else ""
    rows = [lines] if isinstance(lines, str) else lines
    step = size * LEADING
    spans = [
        f'<tspan x="{x:g}" y="{round(y + step * (n + 0.77), 1):g}">{escape(row)}</tspan>' for n, row in enumerate(rows)
    ]
    return f"<text{attributes}>{HEARD_SPACE.join(spans)}</text>"


def rect(x: float, y: float, width: float, height: float, css: str, radius: float = 5) -> str:
    """A box with round corners."""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}" class="{css}"/>'


def path(line: str, css: str) -> str:
    """A line along an SVG path."""
    return f'<path d="{line}" class="{css}"/>'


def arrow(x: float, start: float, end: float, css: str = "") -> str:
    """An upright arrow from one height to another."""
    back = 7 if end < start else -7
    return path(f"M{x:g} {start:g}V{end:g}", f"pil {css}".strip()) + path(
        f"M{x - 6:g} {end + back:g}L{x:g} {end:g}L{x + 6:g} {end + back:g}", "pil"
    )


def link(href: str, inner: str, label: str = "") -> str:
    """A part that leads somewhere; `label` is its name where the text in it does not say enough."""
    name = f' aria-label="{escape(label)}"' if label else ""
    return f'<a href="{escape(href)}"{name}>{inner}</a>'


def drawing(label: str, told: str, width: int, height: float, body: Iterable[str]) -> str:
    """An SVG whose parts can be links, and therefore a group and no image to those who listen.

    `told` says all of it in words (WCAG 1.1.1). One line, so that Markdown leaves it alone.
    """
    return (
        f'<svg class="bild {CLASSES[width]}" role="group" aria-label="{escape(label)}" '
        f'viewBox="0 0 {width} {height:g}" font-size="{SIZE:g}"><desc>{escape(told)}</desc>{"".join(body)}</svg>'
    )


def both(draw: Callable[[int], str], wide: int = WIDE) -> str:
    """The drawing for a phone and the one for a desk; the style sheet shows what there is room for."""
    return draw(NARROW) + draw(wide)
