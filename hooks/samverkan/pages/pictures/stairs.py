"""A stair of need: the lowest level at the bottom, each higher one a step further in."""

from __future__ import annotations

from samverkan.kinds import Trappa
from samverkan.pages.pictures import svg
from samverkan.pages.pictures.column import Column

PAD = 10


def stairs(trappa: Trappa) -> str:
    """The levels of a stair, each a link to what stands about it."""
    return svg.both(lambda width: _drawing(trappa, width), svg.MEDIUM)


def told(trappa: Trappa) -> str:
    """The picture in words, from the lowest level up."""
    return "Nedifrån och upp: " + ", ".join(nivå.namn for nivå in trappa.trappsteg) + "."


def _drawing(trappa: Trappa, width: int) -> str:
    body: list[str] = []
    y = 0.0
    indent = min(28.0, width / 3 / len(trappa.trappsteg))
    for number, nivå in reversed(list(enumerate(trappa.trappsteg))):
        left = indent * number
        inner: list[str] = []
        column = Column(inner, left + PAD + 4, y + PAD, width - left - 2 * PAD - 4)
        column.heading(nivå.namn, f"#niva-{nivå.id}")
        if nivå.svarar:
            column.write(nivå.svarar.saken.namn, "svag", svg.SMALL)
        bottom = max(column.y + PAD, y + svg.TARGET)
        body.append(svg.rect(left + 0.5, y + 0.5, width - left - 1, bottom - y - 1, "niva", 3))
        body.append(svg.rect(left, y, 5, bottom - y, "kant", 2))
        body += inner
        y = bottom + 3
    return svg.drawing(f"Nivåerna i {trappa.namn}", told(trappa), width, y + 1, body)
