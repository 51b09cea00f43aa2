"""The public structure: which forum stands over or beside which, and where one is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from samverkan.kinds import Forum
from samverkan.kinds.labels import Bekräftelse
from samverkan.pages.pictures import svg
from samverkan.pages.pictures.column import Column
from samverkan.pages.pictures.ties import GAP, lacks_one_above, structure_rows, told, unsure
from samverkan.pages.pictures.words import first_sentence
from samverkan.resolve import Model

BETWEEN_ROWS, BETWEEN, PAD, STAIR = 34, 16, 9, 28


def structure(model: Model) -> str:
    """The forums in rows, those that stand over others on top; a dashed empty box where one is missing."""
    return svg.both(lambda width: _drawing(model, width), svg.MEDIUM)


@dataclass
class _Box:
    """A forum, or the one that is missing over it, where it is drawn."""

    forum: Forum
    missing: bool = False
    over: list[tuple[_Box, bool]] = field(default_factory=list)
    beside: list[_Box] = field(default_factory=list)
    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0
    below: bool = False

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    def draw(self, height: float = 0) -> str:
        """The box and its words; as high as they need, unless a height is given."""
        words = Column([], self.x + PAD, self.y + PAD, self.width - 2 * PAD)
        if self.missing:
            words.write(GAP, "obs")
            words.write(first_sentence(self.forum.vidare_saknas or ""))
        else:
            words.write(self.forum.namn, bold=True)
            for hur in dict.fromkeys(s.hur for s in self.forum.samband):
                words.write(hur, "svag", svg.SMALL)
            if any(unsure(s) for s in self.forum.samband):
                words.write(Bekräftelse.EJ_BEKRÄFTAD.label, "obs", svg.SMALL)
        self.height = height or words.y + PAD - self.y
        box = svg.rect(self.x, self.y, self.width, self.height, "saknad" if self.missing else "ruta")
        href = f"{self.forum.url}#vidare" if self.missing else self.forum.url
        return svg.link(href, box + "".join(words.body))


def _boxes(model: Model) -> list[list[_Box]]:
    """The rows of boxes, each box as near as may be to those over it."""
    forums = structure_rows(model)
    rows = [[_Box(forum) for forum in row] for row in forums]
    by_id = {box.forum.id: box for row in rows for box in row}
    for number, row in enumerate(rows):
        for box in row:
            for s in box.forum.samband:
                if s.läge == "under":
                    box.over.append((by_id[s.forum.id], bool(unsure(s))))
                else:
                    box.beside.append(by_id[s.forum.id])
            if lacks_one_above(box.forum):
                missing = _Box(box.forum, missing=True)
                rows[number - 1].append(missing)
                box.over.append((missing, True))
    for over, row in pairwise(rows):
        place = {id(box): n / max(len(over) - 1, 1) for n, box in enumerate(over)}
        row.sort(key=lambda box: sum(place.get(id(o), 0) for o, _ in box.over) / max(len(box.over), 1))
    return rows


def _drawing(model: Model, width: int) -> str:
    rows, y = _boxes(model), 1.0
    for row in rows:
        y = _place(row, y, width) + BETWEEN_ROWS
    lines, boxes = [], []
    for box in [box for row in rows for box in row]:
        lines += [svg.path(_down(over, box), "pil streckad" if dashed else "pil") for over, dashed in box.over]
        for other in box.beside:
            left, right = sorted((box, other), key=lambda one: one.x)
            lines.append(svg.path(f"M{left.x + left.width:g} {left.y + 20:g}H{right.x:g}", "pil"))
        boxes.append(box.draw(box.height))
    title = f"Strukturen i {model.region.namn}: vilka forum som står över och bredvid varandra"
    return svg.drawing(title, told(model), width, y - BETWEEN_ROWS + 1, [*lines, *boxes])


def _place(row: list[_Box], top: float, width: int) -> float:
    """Give a row its places: beside each other, or below where a word would not fit. Says where it ends."""
    each = (width - 2 - BETWEEN * (len(row) - 1)) / len(row)
    words = [word for box in row for word in box.forum.namn.split()]
    if any(svg.width_of(word, bold=True) > each - 2 * PAD for word in words):
        for box in row:
            box.x, box.y, box.width, box.below = STAIR, top, width - STAIR - 1, True
            box.draw()
            top += box.height + 8
        return top - 8
    for n, box in enumerate(row):
        box.x, box.y, box.width = round(1 + n * (each + BETWEEN), 1), top, round(each, 1)
        box.draw()
    height = max(box.height for box in row)
    for box in row:
        box.height = height
    return top + height


def _down(over: _Box, under: _Box) -> str:
    """A line from a box to one below it, and from the side into one of several below each other."""
    start = over.y + over.height
    if under.below:
        return f"M{STAIR / 2 + 1:g} {start:g}V{under.y + 20:g}H{under.x:g}"
    bend = under.y - BETWEEN_ROWS / 2
    return f"M{over.middle:g} {start:g}V{bend:g}H{under.middle:g}V{under.y:g}"
