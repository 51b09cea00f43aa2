"""The way up for a stuck question, read from below: the forums it passes, and where the way ends."""

from __future__ import annotations

from samverkan.kinds import LINK, THING_TARGET, Forum
from samverkan.kinds.labels import Bekräftelse, enumerate_words
from samverkan.pages.pictures import svg
from samverkan.pages.pictures.column import Column
from samverkan.pages.pictures.words import first_sentence
from samverkan.phrases import way_up
from samverkan.resolve import Model

LAST, END, UNSURE = "Sista instansen", "Här slutar vägen", Bekräftelse.EJ_BEKRÄFTAD.i_text
STEM = 40


def ladder(starts: list[Forum]) -> str:
    """The way up from one forum, or from several that share all of it but their own first step."""
    shared = way_up(starts[0]) if len(starts) == 1 else way_up(starts[0])[1:]
    first = [] if len(starts) == 1 else starts
    rungs = [_Rung(forum, number) for number, forum in enumerate(shared, 1)]
    height = sum(rung.height for rung in rungs) + STEM * (len(rungs) - 1 + bool(first)) + 2
    group = Column([], 10, 0, svg.SLIM - 20)
    if first:
        for forum in first:
            group.chip(forum.namn, forum.url, _css(forum))
        height += group.y + 8
    top = _end(shared[-1])
    height += top.y + (22 if top.y else 0)
    body, y = [], height - 1
    if first:
        y -= group.y + 8
        body.append(svg.rect(0.5, y, svg.SLIM - 1, group.y + 8, "niva"))
        body.append(f'<g transform="translate(0 {y + 7:g})">{"".join(group.body)}</g>')
        body.append(_step(y, first))
        y -= STEM
    for rung in rungs:
        y -= rung.height
        body.append(rung.at(y))
        if rung.forum.vidare_till:
            body.append(_step(y, [rung.forum]))
            y -= STEM
    if top.y:
        body.append(svg.path(f"M24 {y:g}V{y - 16:g}M14 {y - 16:g}H34", "pil"))
        body += top.body
    name = f"Vägen uppåt från {enumerate_words(forum.namn for forum in starts)}"
    return svg.drawing(name, told(starts), svg.SLIM, height, body)


def by_next(forums: list[Forum]) -> list[list[Forum]]:
    """Forums in groups: those that lead on to the same next one share a ladder."""
    groups: dict[tuple[bool, str], list[Forum]] = {}
    for forum in forums:
        way = forum.vidare_till
        groups.setdefault((bool(way), way.forum.id if way else forum.id), []).append(forum)
    return list(groups.values())


def ways_named_in(model: Model, words: str) -> list[list[Forum]]:
    """The forums that a text sends its reader to, in groups that share a ladder."""
    targets = [THING_TARGET.match(link["target"]) for link in LINK.finditer(words)]
    named = [model.get(Forum, target["id"]) for target in targets if target and target["kind"] == "forum"]
    return by_next([forum for forum in named if not forum.utgår])


def told(starts: list[Forum]) -> str:
    """The whole ladder in words, from below."""
    parts = []
    path = way_up(starts[0])
    for forum in [*starts, *path[1:]]:
        if forum.vidare_till:
            unsure = f" ({UNSURE})" if _unsure(forum) else ""
            parts.append(
                f"Från {forum.namn}, {forum.nivå.saken.namn}, till {forum.vidare_till.forum.saken.namn}{unsure}."
            )
    last = path[-1]
    parts.append(f"{last.namn}, {last.nivå.saken.namn}:")
    parts.append(f"{LAST}." if last.slutinstans else f"{END}. {first_sentence(last.vidare_saknas or '')}")
    return " ".join(parts)


class _Rung:
    """One forum on the way, with its number in the list beside."""

    def __init__(self, forum: Forum, number: int) -> None:
        self.forum = forum
        self.number = number
        self.lines = svg.wrap(forum.namn, svg.SLIM - 58, bold=True)
        self.level = svg.wrap(forum.nivå.saken.namn, svg.SLIM - 58, svg.SMALL)
        self.last = [LAST] if forum.slutinstans else []
        self.height = svg.height_of(self.lines) + svg.height_of([*self.level, *self.last], svg.SMALL) + 16

    def at(self, y: float) -> str:
        box = svg.rect(1, y, svg.SLIM - 2, self.height, f"ruta {_css(self.forum)}".strip())
        number = f'<circle cx="24" cy="{y + 21:g}" r="12" class="nummer"/>' + svg.text(
            24, y + 12, str(self.number), "i-nummer", svg.SMALL, "middle", True
        )
        name = svg.text(46, y + 8, self.lines, bold=True)
        y += 8 + svg.height_of(self.lines)
        level = svg.text(46, y, self.level, "svag", svg.SMALL)
        last = svg.text(46, y + svg.height_of(self.level, svg.SMALL), LAST, "sist", svg.SMALL) if self.last else ""
        return svg.link(self.forum.url, box + number + name + level + last)


def _css(forum: Forum) -> str:
    return "metod" if forum.märken else ""


def _unsure(forum: Forum) -> bool:
    return bool(forum.vidare_till and forum.vidare_till.status == "ej_bekräftad")


def _step(y: float, forums: list[Forum]) -> str:
    """The arrow up from forums at a height, dashed and with words where no source says that it is so."""
    unsure = [forum for forum in forums if _unsure(forum)]
    arrow = svg.arrow(24, y - 3, y - STEM + 4, "streckad" if unsure else "")
    if not unsure:
        return arrow
    words = UNSURE if len(unsure) == len(forums) else f"{UNSURE} från alla"
    return arrow + svg.text(46, y - STEM / 2 - 10, words, "obs", svg.SMALL)


def _end(last: Forum) -> Column:
    """The gap above a forum from which no way leads on: an empty, dashed box with words."""
    column = Column([], 14, 0, svg.SLIM - 28)
    if not last.slutinstans:
        column.y = 9
        column.write(END, "obs")
        column.write(first_sentence(last.vidare_saknas or ""))
        column.y += 9
        column.body.insert(0, svg.rect(1, 1, svg.SLIM - 2, column.y - 2, "saknad"))
    return column
