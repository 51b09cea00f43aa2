"""The four levels: who sits there, where they meet, and what passes up and down between them."""

from __future__ import annotations

from samverkan.kinds import Forum, Nivå
from samverkan.pages.pictures import svg
from samverkan.pages.pictures.column import Column
from samverkan.pages.pictures.words import brief
from samverkan.resolve import Model

TITLE = "De fyra nivåerna, forumen och det som går mellan dem"
NONE_HERE = "Källorna nämner inget gemensamt forum."
PAD = 18


def levels(model: Model) -> str:
    """The levels, the highest on top."""
    return svg.both(lambda width: _drawing(model, width))


def meetings(model: Model, nivå: Nivå) -> list[tuple[str, list[Forum]]]:
    """The forums of a level under what they are: those here today, then those of each method."""
    here = f"I {model.region.namn} i dag"
    order = [ref.id for ref in nivå.forum_här]
    mine = [forum for forum in model.all(Forum) if forum.nivå.till is nivå]
    mine.sort(key=lambda forum: order.index(forum.id) if forum.id in order else len(order))
    groups: dict[str, list[Forum]] = {here: []}
    for forum in mine:
        groups.setdefault(forum.märken[0] if forum.märken else here, []).append(forum)
    return list(groups.items())


def passed(nivå: Nivå, way: str) -> str:
    """What a level gives upwards (”uppåt”) or downwards (”nedåt”), in few words."""
    return getattr(nivå, f"{way}_kort") or ", ".join(brief(item) for item in getattr(nivå, way))


def told(model: Model) -> str:
    """The whole picture in words."""
    parts = []
    for nivå in model.all(Nivå):
        parts.append(f"{nivå.namn}: {'; '.join(brief(who) for who in nivå.deltagare)}.")
        for heading, forums in meetings(model, nivå):
            parts.append(f"{heading}: {', '.join(forum.namn for forum in forums)}." if forums else NONE_HERE)
        for way in ("uppåt", "nedåt"):
            if words := passed(nivå, way):
                parts.append(f"{way.capitalize()}: {words}.")
    return " ".join(parts)


def _drawing(model: Model, width: int) -> str:
    body, y = [], 0.0
    nivåer = model.all(Nivå)
    for over, nivå in zip([None, *nivåer], nivåer, strict=False):
        if over:
            between, y = _between(over, nivå, y, width)
            body += between
        box, y = _level(model, nivå, y, width)
        body += box
    return svg.drawing(TITLE, told(model), width, y + 1, body)


def _level(model: Model, nivå: Nivå, top: float, width: float) -> tuple[list[str], float]:
    """One level as a box, and where it ends: on a desk who and where stand beside each other."""
    wide = width == svg.WIDE
    body: list[str] = []
    who = Column(body, PAD, top + 10, 200 if wide else width - 2 * PAD)
    who.heading(nivå.namn, nivå.url)
    who.points([brief(part) for part in nivå.deltagare])
    ends = [who.y]
    for number, (heading, forums) in enumerate(meetings(model, nivå)):
        column = Column(body, PAD + 218 + 228 * number, top + 14, 218) if wide else who
        column.y += 0 if wide else 10
        column.write(heading, "svag", svg.SMALL, bold=True)
        column.y += 3
        for forum in forums:
            column.chip(forum.namn, forum.url, "metod" if forum.märken else "")
        if not forums:
            column.write(NONE_HERE, "obs")
        ends.append(column.y)
    bottom = max(ends) + 10
    frame = svg.rect(0.5, top + 0.5, width - 1, bottom - top - 1, "niva") + svg.rect(0, top, 6, bottom - top, "kant", 3)
    return [frame, *body], bottom


def _between(over: Nivå, under: Nivå, top: float, width: float) -> tuple[list[str], float]:
    """What passes up from the level under and down from the level over, and where the arrows end."""
    half = width / 2
    body: list[str] = []
    up = Column(body, 32, top + 10, half - 40)
    down = Column(body, half + 24, top + 10, half - 26)
    for column, heading, words in ((up, "Uppåt", passed(under, "uppåt")), (down, "Nedåt", passed(over, "nedåt"))):
        column.write(heading, "svag", svg.SMALL, bold=True)
        column.write(words)
    bottom = max(up.y, down.y) + 10
    return [svg.arrow(16, bottom - 6, top + 6), svg.arrow(half + 8, top + 6, bottom - 6), *body], bottom
