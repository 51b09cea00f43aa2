"""The year as a wheel: twelve months around, and in each how much there is of what."""

from __future__ import annotations

from math import cos, pi, sin

from samverkan.kinds.labels import Månad
from samverkan.pages.pictures import svg
from samverkan.pages.views.year import DUTIES, MEETINGS, REVIEWS, Row, Year
from samverkan.slug import slug

SHORT = 3  # letters of a month that say which it is
# How far out each ring of marks lies, in parts of the radius; the names lie outermost.
NAMES, RINGS, HUB = 0.87, {MEETINGS: 0.69, DUTIES: 0.53, REVIEWS: 0.37}, 0.22
REACH = 11.0
LEGEND = 26


def wheel(year: Year) -> str:
    """A phone's and a desk's drawing: each month leads to its part of the list, and says what is in it."""
    return svg.both(lambda width: _drawn(year, width), svg.MEDIUM)


def _drawn(year: Year, width: int) -> str:
    months = dict(year.månader)
    radius = width / 2 - 2
    body = [_sector(n, month, months.get(month, []), radius) for n, month in enumerate(Månad)]
    y = width + 6
    for kind in RINGS:
        body += [_mark(REACH + 2, y + REACH, kind, ""), svg.text(2 * REACH + 12, y + 1, kind)]
        y += LEGEND
    told = " ".join(_told(month, rows) for month, rows in year.månader)
    return svg.drawing("Året som ett hjul", told, width, y + 2, body)


def _sector(number: int, month: Månad, rows: list[Row], radius: float) -> str:
    """A month: its field, its name and a mark for each kind; it is a link where there is something."""
    start, end, middle = (pi / 6 * (number + part) - pi / 2 for part in (0, 1, 0.5))
    centre = radius + 2
    outer, inner = ([_spot(centre, r, angle) for angle in (start, end)] for r in (radius, radius * HUB))
    line = (
        f"M{inner[0]}L{outer[0]}A{radius:g} {radius:g} 0 0 1 {outer[1]}"
        f"L{inner[1]}A{radius * HUB:g} {radius * HUB:g} 0 0 0 {inner[0]}Z"
    )
    x, y = _xy(centre, radius * NAMES, middle)
    name = svg.text(x, y - svg.SIZE * svg.LEADING / 2, month.label[:SHORT], "" if rows else "svag", anchor="middle")
    if not rows:
        return svg.path(line, "niva") + name
    marks = ""
    for kind, ring in RINGS.items():
        if count := sum(row.antal for row in rows if row.slag == kind):
            marks += _mark(*_xy(centre, radius * ring, middle), kind, str(count))
    # The numbers stand beside the link: its name says them in words.
    return svg.link(f"#{slug(month)}", svg.path(line, "ruta") + name, _told(month, rows)) + marks


def _mark(x: float, y: float, kind: str, number: str) -> str:
    sign = svg.text(x, y - svg.SIZE * svg.LEADING / 2, number, f"tecken{' i-marke' if kind == MEETINGS else ''}")
    if kind == REVIEWS:
        shape = svg.rect(round(x - REACH, 1), round(y - REACH, 1), 2 * REACH, 2 * REACH, "bi", 3)
    else:
        css = "marke" if kind == MEETINGS else "marke utfor"
        shape = f'<circle cx="{x:g}" cy="{y:g}" r="{REACH:g}" class="{css}"/>'
    return shape + (sign if number else "")


def _told(month: Månad, rows: list[Row]) -> str:
    # What is seen in the link stands in its name as a word of its own (WCAG 2.5.3).
    short = month.label[:SHORT]
    name = month.label if short == month.label else f"{short}, {month.label.lower()}"
    return f"{name}: {'; '.join(f'{row.namn}, {row.när[:1].lower()}{row.när[1:]}' for row in rows)}."


def _xy(centre: float, radius: float, angle: float) -> tuple[float, float]:
    return round(centre + radius * cos(angle), 1), round(centre + radius * sin(angle), 1)


def _spot(centre: float, radius: float, angle: float) -> str:
    return " ".join(f"{value:g}" for value in _xy(centre, radius, angle))
