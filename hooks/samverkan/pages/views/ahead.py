"""What a reader must know of a page once a day has passed: the review, the law behind it, its own text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samverkan.kinds import Lagrum, Thing
from samverkan.kinds.base import Kommande
from samverkan.pages.law_day import law_to_come


@dataclass(frozen=True)
class Ahead:
    """The days to come: of the next review, of changes in the law, of changes in the text."""

    granskas: date | None
    försenad: bool
    lagen_ändras: list[tuple[date, list[Lagrum]]]
    texten_ändras: list[date]


def ahead(thing: Thing, today: date) -> Ahead:
    """What is to come for a thing; a kind that is never reviewed, or whose text no day changes, has none of that."""
    review: date | None = getattr(thing, "nästa_granskning", None)
    to_come: list[Kommande] = getattr(thing, "kommande", [])
    changes = [change.från for change in to_come if change.från > today]
    return Ahead(review, bool(review and review < today), law_to_come(thing, today), changes)
