"""A routine as a swim-lane: a lane for each funktion, the steps from left to right in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from samverkan.flow import branches
from samverkan.kinds import Funktion, Rutin, Steg
from samverkan.pages.pictures import svg
from samverkan.pages.pictures.jumps import BAND, follows, jumps, told
from samverkan.pages.pictures.marks import legend, mark, roles_in, spoken
from samverkan.pages.pictures.words import brief

LABEL, TRACK = 29, 37


def lanes(rutin: Rutin) -> str:
    """The steps of a routine in the lanes of those who have a role in them."""
    return svg.both(lambda width: _drawing(rutin, width), svg.MEDIUM)


@dataclass
class _Grid:
    """Where lanes and columns are: on a desk the names stand before the lanes, on a phone in them."""

    width: float
    columns: int
    wide: bool

    @property
    def left(self) -> float:
        return 168 if self.wide else 0

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
        last = min(first + grid.columns, len(rutin.steg)) - 1
        if branches(rutin):
            arcs = jumps(rutin, first, last, lambda n, first=first: grid.middle(n - first, 0)[0])  # type: ignore[misc]
            body.append(f'<g transform="translate(0 {y:g})">{"".join(arcs)}</g>' if y else "".join(arcs))
            y += BAND
        part, height = _row(rutin, first, rutin.steg[first : first + grid.columns], grid)
        body.append(f'<g transform="translate(0 {y:g})">{"".join(part)}</g>' if y else "".join(part))
        y += height + 10
    signs, height = legend({role for steg in rutin.steg for _, role in roles_in(steg)}, width)
    body.append(f'<g transform="translate(0 {y:g})">{signs}</g>')
    order = "" if branches(rutin) else " i tidsordning"
    words = (
        f"{len(rutin.steg)} steg{order}, i banor för {', '.join(f.namn for f in rutin.funktioner)}. "
        f"Varje märke är en länk som säger stegets namn och vem som har vilken roll i det. {told(rutin)}"
    )
    return svg.drawing(f"Vem gör vad i vilken ordning: {rutin.namn}", words.strip(), width, y + height, body)


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
        places = [(grid.middle(column, order.index(funktion.id)), funktion, role) for funktion, role in roles_in(steg)]
        line.append(places[0][0])
        ys = [y for (_, y), _, _ in places]
        if len(ys) > 1:
            back.append(svg.path(f"M{line[-1][0]:g} {min(ys):g}V{max(ys):g}", "ihop"))
        number = first + column + 1
        for (x, y), funktion, role in sorted(places, key=lambda place: place[0][1]):
            hit = svg.rect(round(x - grid.step / 2, 1), y - TRACK / 2, round(grid.step, 1), TRACK, "yta", 0)
            sign = mark(x, y, role, number)
            front.append(svg.link(f"#steg-{steg.id}", hit + sign, spoken(steg, number, role, funktion)))
    flow = [svg.path(_through(run), "flode") for run in _runs(rutin, first, line) if len(run) > 1]
    return [*back, *flow, *front], grid.lane * len(order)


def _runs(rutin: Rutin, first: int, points: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """The points of a row, divided where a step does not lead straight to the next."""
    runs = [points[:1]]
    for n, point in enumerate(points[1:]):
        if not follows(rutin, first + n):
            runs.append([])
        runs[-1].append(point)
    return runs


def _lane_name(funktion: Funktion, top: float, grid: _Grid, css: str) -> str:
    """The name of a lane, on a ground of its own that the lines pass behind."""
    words = brief(funktion.namn) if grid.wide else funktion.namn
    room = grid.left - 14 if grid.wide else grid.width - 16
    lines = svg.wrap(words, room, svg.SMALL, True)
    if len(lines) > 1 and not grid.wide:
        lines = svg.wrap(brief(funktion.namn), room, svg.SMALL, True)
    width = round(max(svg.width_of(line, svg.SMALL, True) for line in lines), 1)
    high = svg.height_of(lines, svg.SMALL)
    y = top + (grid.lane - high) / 2 if grid.wide else top + 5
    hit = svg.rect(1, top + 1, width + 12, grid.lane - 2 if grid.wide else svg.TARGET - 0.5, "yta", 0)
    ground = hit + svg.rect(6, y + 1, width + 3, round(high - 1, 1), css, 0)
    label = "" if words == funktion.namn else funktion.namn
    return svg.link(funktion.url, ground + svg.text(8, y, lines, "banans-namn", svg.SMALL, bold=True), label)


def _through(points: list[tuple[float, float]]) -> str:
    """A line through the marks, bent softly where the work goes over to another lane."""
    parts = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for (x1, y1), (x2, y2) in pairwise(points):
        middle = (x1 + x2) / 2
        parts.append(f"H{x2:g}" if y1 == y2 else f"C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}")
    return "".join(parts)
