"""The marks in a swim-lane: whose they are, what each looks like, what it is called, and the legend."""

from __future__ import annotations

from html import escape
from typing import Any

from samverkan.kinds import Funktion, Steg
from samverkan.pages.pictures import svg

BOTH_ROLES = "Huvudansvarig och utför"
ROLES = (BOTH_ROLES, "Huvudansvarig", "Utför", "Konsulteras", "Informeras")
# How far from its middle each mark reaches; a number has to fit in the first three.
REACH = {BOTH_ROLES: 13, "Huvudansvarig": 12.5, "Utför": 12.5, "Konsulteras": 10.5, "Informeras": 10.5}


def roles_in(steg: Steg) -> list[tuple[Funktion, str]]:
    """Who has which role in a step, once each, the heaviest roles first; who answers for it often does it too."""
    found: dict[str, tuple[Any, str]] = {}
    for role, refs in steg.roller:
        for ref in refs:
            both = role == "Utför" and found.get(ref.id, (None, ""))[1] == "Huvudansvarig"
            if both or ref.id not in found:
                found[ref.id] = (ref.till, BOTH_ROLES if both else role)
    return list(found.values())


def spoken(steg: Steg, number: int, role: str, funktion: Funktion) -> str:
    """What a mark is called by those who hear it."""
    return f"Steg {number}: {steg.namn}, {role.lower()} {funktion.namn}"


def mark(x: float, y: float, role: str, number: int) -> str:
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


def legend(used: set[str], width: float) -> tuple[str, float]:
    """What the marks mean, in words, for those that are used."""
    body, x, y = [], 0.0, 0.0
    for role in ROLES:
        if role not in used:
            continue
        needs = 34 + svg.width_of(role, svg.SMALL) + 14
        if x and x + needs > width:
            x, y = 0.0, y + 31
        body.append(mark(x + 15, y + 15, role, 1) + svg.text(x + 34, y + 5, role, size=svg.SMALL))
        x += needs
    return "".join(body), y + 31
