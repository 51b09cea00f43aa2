"""The marks in a swim-lane: whose they are, what each looks like, what it is called, and the legend."""

from __future__ import annotations

from html import escape

from samverkan.kinds import Funktion, Steg
from samverkan.kinds.labels import Roll, both
from samverkan.pages.pictures import svg

BOTH_ROLES = both(Roll.HUVUDANSVARIG, Roll.UTFÖR)
# The label of each mark, and how far from its middle it reaches; a number has to fit in those of who works.
REACH = {BOTH_ROLES: 13.0, **{roll.label: 12.5 if roll.handlar else 10.5 for roll in Roll}}


def roles_in(steg: Steg) -> list[tuple[Funktion, str]]:
    """Who has which mark in a step, once each, the heaviest first; who answers for it often does it too."""
    found: dict[str, tuple[Funktion, str]] = {}
    for roll, refs in steg.roller:
        for ref in refs:
            _, mark = found.get(ref.id, (None, ""))
            as_well = roll is Roll.UTFÖR and mark == Roll.HUVUDANSVARIG.label
            if as_well or ref.id not in found:
                found[ref.id] = (ref.saken, BOTH_ROLES if as_well else roll.label)
    return list(found.values())


def spoken(steg: Steg, number: int, role: str, funktion: Funktion) -> str:
    """What a mark is called by those who hear it."""
    return f"Steg {number}: {steg.namn}, {role.lower()} {funktion.namn}"


def mark(x: float, y: float, role: str, number: int) -> str:
    """The sign of a role: a number for those who work, a letter for those who are asked or told."""
    reach = REACH[role]
    if role in (Roll.KONSULTERAS.label, Roll.INFORMERAS.label):
        corner = 4 if role == Roll.KONSULTERAS.label else reach
        box = svg.rect(x - reach, y - reach, 2 * reach, 2 * reach, "bi", corner)
        return box + _sign(x, y, role[0], "")
    does = role == Roll.UTFÖR.label
    ring = f'<circle cx="{x:g}" cy="{y:g}" r="{reach:g}" class="marke utfor"/>' if role == BOTH_ROLES else ""
    filled = reach - 2.5 if ring else reach
    sign = _sign(x, y, str(number), "" if does else "i-marke")
    return f'{ring}<circle cx="{x:g}" cy="{y:g}" r="{filled:g}" class="{"marke utfor" if does else "marke"}"/>{sign}'


def _sign(x: float, y: float, sign: str, css: str) -> str:
    classes = f"tecken {css}".strip()
    return f'<text x="{x:g}" y="{y + 5:g}" class="{classes}" font-size="{svg.SMALL:g}">{escape(sign)}</text>'


def legend(used: set[str], width: float) -> tuple[str, float]:
    """What the marks mean, in words, for those that are used."""
    body, x, y = [], 0.0, 0.0
    for role in REACH:
        if role not in used:
            continue
        needs = 34 + svg.width_of(role, svg.SMALL) + 14
        if x and x + needs > width:
            x, y = 0.0, y + 31
        body.append(mark(x + 15, y + 15, role, 1) + svg.text(x + 34, y + 5, role, size=svg.SMALL))
        x += needs
    return "".join(body), y + 31
