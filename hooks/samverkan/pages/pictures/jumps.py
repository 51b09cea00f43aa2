"""Arcs over the lanes of a routine: where a step can lead to instead of to the next, and where the routine is left."""

from __future__ import annotations

from collections.abc import Callable

from samverkan.flow import Way, ways
from samverkan.kinds import Rutin
from samverkan.pages.pictures import svg

BAND = 34  # the height over the lanes that the arcs need


def follows(rutin: Rutin, number: int) -> bool:
    """Whether the step at an index leads straight to the one after it, and does not go on beside it."""
    after = rutin.steg[number + 1]
    leads = any(way.steg is after for way in ways(rutin, number))
    return leads and rutin.steg[number].id not in after.samtidigt_med


def jumps(rutin: Rutin, first: int, last: int, middle: Callable[[int], float]) -> list[str]:
    """The arcs between the steps of one row, `first` to `last`, and a mark where the routine can be left.

    `middle` gives the middle of the column of a step, by its index.
    """
    places = {steg.id: n for n, steg in enumerate(rutin.steg)}
    body = []
    for n in range(first, last + 1):
        found = ways(rutin, n)
        for way in found:
            there = places[way.steg.id] if way.steg else None
            if there is not None and first <= there <= last and there != n + 1:
                body.append(_arc(middle(n), middle(there), way.tillbaka))
        if any(way.slutar and way.väg for way in found):
            body.append(_out(middle(n)))
    return body


def told(rutin: Rutin) -> str:
    """The arcs in words: ”Från steg 2 till 4 eller ut.”"""
    numbers = {steg.id: n for n, steg in enumerate(rutin.steg, 1)}
    parts = []
    for n, steg in enumerate(rutin.steg):
        if steg.vägar:
            goals = list(dict.fromkeys(_goal(way, numbers) for way in ways(rutin, n)))
            parts.append(f"Från steg {n + 1} till {' eller '.join(goals)}.")
    return " ".join(parts)


def _goal(way: Way, numbers: dict[str, int]) -> str:
    return f"steg {numbers[way.steg.id]}" if way.steg else "ut ur rutinen"


def _arc(start: float, end: float, back: bool) -> str:
    """From over one column to over another, higher the further; back to the same step it is a loop."""
    if start == end:
        start, end = start + 7, end - 7
    top = max(2.0, BAND - 12 - abs(end - start) / 9)
    css = "hopp bakat" if back else "hopp"
    arc = svg.path(f"M{start:g} {BAND - 3}C{start:g} {top:g} {end:g} {top:g} {end:g} {BAND - 4}", css)
    head = svg.path(f"M{end - 4:g} {BAND - 9}L{end:g} {BAND - 3}L{end + 4:g} {BAND - 9}", "hopp")
    return arc + head


def _out(x: float) -> str:
    """A short arrow up and away, beside the column, for a way that leaves the routine."""
    x += 12
    return svg.path(f"M{x - 7:g} {BAND - 3}L{x:g} {BAND - 11}M{x - 6:g} {BAND - 11}H{x:g}V{BAND - 5}", "hopp ut")
