"""A routine as a swim-lane: a lane for each funktion, the steps from left to right in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from samverkan.kinds import Funktion, Rutin, Steg
from samverkan.pictures import svg
from samverkan.pictures.words import brief

BOTH_ROLES = "Huvudansvarig och utför"
ROLES = (BOTH_ROLES, "Huvudansvarig", "Utför", "Konsulteras", "Informeras")
# How far from its middle each mark reaches; a number has to fit in the first three.
REACH = {BOTH_ROLES: 13, "Huvudansvarig": 12.5, "Utför": 12.5, "Konsulteras": 10.5, "Informeras": 10.5}
LABEL, TRACK = 27, 37


def lanes(rutin: Rutin) -> str:
    """The steps of a routine in the lanes of those who have a role in them."""
    return svg.both(lambda width: _drawing(rutin, width), svg.MEDIUM)


def marks(steg: Steg) -> list[tuple[Funktion, str]]:
    """Who has which role in a step, the heaviest roles first; who answers for it often does it too."""
    found: dict[str, tuple[Any, str]] = {}
    for role, refs in steg.roller:
        for ref in refs:
            both = role == "Utför" and found.get(ref.id, (None, ""))[1] == "Huvudansvarig"
            if both or ref.id not in found:
                found[ref.id] = (ref.till, BOTH_ROLES if both else role)
    return list(found.values())


def name(steg: Steg, number: int, role: str, funktion: Funktion) -> str:
    """What a mark is called by those who hear it."""
    return f"Steg {number}: {steg.namn}, {role.lower()} {funktion.namn}"


@dataclass
class _Grid:
    """Where lanes and columns are: on a desk the names stand before the lanes, on a phone in them."""

    width: float
    columns: int
    wide: bool

    @property
    def left(self) -> float:
        return 148 if self.wide else 0

    @property
    def step(self) -> float:
        return (self.width - self.left) / self.columns

    @property
    def lane(self) -> float:
        return 48 if self.wide else LABEL + TRACK

    def middle(self, column: int, lane: int) -> tuple[float, float]:
        return self.left + self.step * (column + 0.5), self.lane * (lane + 1) - (24 if self.wide else TRACK / 2)


def _drawing(rutin: Rutin, width: int) -> str:
    most = 11 if width == svg.NARROW else 12
    rows = -(-len(rutin.steg) // most)
    grid = _Grid(width, -(-len(rutin.steg) // rows), width == svg.MEDIUM)
    body, y = [], 0.0
    for row in range(rows):
        first = row * grid.columns
        part, height = _row(rutin, first, rutin.steg[first : first + grid.columns], grid)
        body.append(f'<g transform="translate(0 {y:g})">{"".join(part)}</g>' if y else "".join(part))
        y += height + 10
    legend, height = _legend({role for steg in rutin.steg for _, role in marks(steg)}, width)
    body.append(f'<g transform="translate(0 {y:g})">{legend}</g>')
    told = (
        f"{len(rutin.steg)} steg i tidsordning, i banor för {', '.join(f.namn for f in rutin.funktioner)}. "
        "Varje märke är en länk som säger stegets namn och vem som har vilken roll i det."
    )
    return svg.drawing(f"Vem gör vad i vilken ordning: {rutin.namn}", told, width, y + height, body)


def _row(rutin: Rutin, first: int, steps: list[Steg], grid: _Grid) -> tuple[list[str], float]:
    """Some steps in all lanes: lanes at the back, then the lines, and the names and marks in front."""
    order = [funktion.id for funktion in rutin.funktioner]
    back, front = [], []
    for number, funktion in enumerate(rutin.funktioner):
        top = grid.lane * number
        css = "bana jamn" if number % 2 else "bana"
        back.append(svg.rect(0.5, top + 0.5, grid.width - 1, grid.lane - 1, css, 0))
        front.append(_lane_name(funktion, top, grid, css))
    line: list[tuple[float, float]] = []
    for column, steg in enumerate(steps):
        places = [(grid.middle(column, order.index(funktion.id)), funktion, role) for funktion, role in marks(steg)]
        line.append(places[0][0])
        ys = [y for (_, y), _, _ in places]
        if len(ys) > 1:
            back.append(svg.path(f"M{line[-1][0]:g} {min(ys):g}V{max(ys):g}", "ihop"))
        number = first + column + 1
        for (x, y), funktion, role in sorted(places, key=lambda place: place[0][1]):
            hit = svg.rect(round(x - grid.step / 2, 1), y - TRACK / 2, round(grid.step, 1), TRACK, "yta", 0)
            mark = _mark(x, y, role, number)
            front.append(svg.link(f"#steg-{steg.id}", hit + mark, name(steg, number, role, funktion)))
    return [*back, svg.path(_through(line), "flode"), *front], grid.lane * len(order)


def _lane_name(funktion: Funktion, top: float, grid: _Grid, css: str) -> str:
    """The name of a lane, on a ground of its own that the lines pass behind."""
    words = brief(funktion.namn) if grid.wide else funktion.namn
    room = grid.left - 14 if grid.wide else grid.width - 16
    lines = svg.wrap(words, room, svg.SMALL, True)
    if len(lines) > 1 and not grid.wide:
        lines = svg.wrap(brief(funktion.namn), room, svg.SMALL, True)
    width = max(svg.width_of(line, svg.SMALL, True) for line in lines)
    ground = svg.rect(1, top + 1, width + 5, grid.lane - 2 if grid.wide else svg.TARGET - 5, css, 0)
    y = top + (grid.lane - svg.height_of(lines, svg.SMALL)) / 2 if grid.wide else top + 4
    label = "" if words == funktion.namn else funktion.namn
    return svg.link(funktion.url, ground + svg.text(8, y, lines, "banans-namn", svg.SMALL, bold=True), label)


def _mark(x: float, y: float, role: str, number: int) -> str:
    """The sign of a role: a number for those who work, a letter for those who are asked or told."""
    reach = REACH[role]
    if role in ("Konsulteras", "Informeras"):
        box = svg.rect(x - reach, y - reach, 2 * reach, 2 * reach, "bi", 4 if role == "Konsulteras" else reach)
        return box + _sign(x, y, role[0], "")
    css = "marke utfor" if role == "Utför" else "marke"
    ring = f'<circle cx="{x:g}" cy="{y:g}" r="{reach:g}" class="marke utfor"/>' if role == BOTH_ROLES else ""
    filled = reach - 2.5 if ring else reach
    sign = _sign(x, y, str(number), "" if role == "Utför" else "i-marke")
    return f'{ring}<circle cx="{x:g}" cy="{y:g}" r="{filled:g}" class="{css}"/>{sign}'


def _sign(x: float, y: float, sign: str, css: str) -> str:
    classes = f"tecken {css}".strip()
    return f'<text x="{x:g}" y="{y + 5:g}" class="{classes}" font-size="{svg.SMALL:g}">{escape(sign)}</text>'


def _through(points: list[tuple[float, float]]) -> str:
    """A line through the marks, bent softly where the work goes over to another lane."""
    parts = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
        middle = (x1 + x2) / 2
        parts.append(f"H{x2:g}" if y1 == y2 else f"C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}")
    return "".join(parts)


def _legend(used: set[str], width: float) -> tuple[str, float]:
    """What the marks mean, in words, for those that are used."""
    body, x, y = [], 0.0, 0.0
    for role in ROLES:
        if role not in used:
            continue
        needs = 34 + svg.width_of(role, svg.SMALL) + 14
        if x and x + needs > width:
            x, y = 0.0, y + 31
        body.append(_mark(x + 15, y + 15, role, 1) + svg.text(x + 34, y + 5, role, size=svg.SMALL))
        x += needs
    return "".join(body), y + 31
