"""The calendar of reviews: month by month, and in each month who answers for what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samverkan.kinds import Lagrum
from samverkan.kinds.base import swedish
from samverkan.kinds.deviation import Deviation
from samverkan.pages.views.months import month_id, months_after
from samverkan.pages.views.news import law_changes
from samverkan.pages.views.reviews import NOBODY, Owner, Review, law_to_read, reviews
from samverkan.phrases import in_groups, swedish_month
from samverkan.resolve import Model

# So many months stand there also where nothing is to be done: that is where there is room.
MONTHS = 12


@dataclass(frozen=True)
class Month:
    """A month: what each owner has to review, and the law that changes in it."""

    första: date
    grupper: list[tuple[Owner, list[Review]]]
    lagen: list[tuple[date, list[Lagrum]]]

    @property
    def namn(self) -> str:
        """As it is said: ”december 2026”."""
        return swedish_month(self.första)

    @property
    def id(self) -> str:
        """Its own on the page."""
        return month_id(self.första)

    def antal(self, owner: Owner) -> int:
        """How much an owner has to review in it."""
        return next((len(found) for one, found in self.grupper if one.id == owner.id), 0)


@dataclass(frozen=True)
class Plan:
    """All reviews, the first day first, and those who answer for them; a kommun's deviations to review now.

    `tabell` has the months that somebody plans by, `månader` those in which there is something to read.
    """

    idag: date
    poster: list[Review]
    ägare: list[Owner]
    tabell: list[Month]
    månader: list[Month]
    skillnader: list[Deviation]


def plan(model: Model) -> Plan:
    """The calendar of the county, or of a kommun with its own things in it."""
    every = sorted([*reviews(model), *law_to_read(model)], key=lambda review: review.dag)
    owners = list({review.ägare.id: review.ägare for review in every}.values())
    owners.sort(key=lambda one: (one == NOBODY, swedish(one.namn)))
    law = law_changes(model)
    ahead = {months_after(model.today.replace(day=1), later) for later in range(MONTHS)}
    reviewed = {review.dag.replace(day=1) for review in every}
    changed = {day.replace(day=1) for day, _ in law}
    table, told = (
        [_month(first, owners, every, law) for first in sorted(days | reviewed)] for days in (ahead, changed)
    )
    outdated = [one for one in model.local.deviations if one.outdated] if model.local else []
    return Plan(model.today, every, owners, table, told, outdated)


def _month(first: date, owners: list[Owner], every: list[Review], law: list[tuple[date, list[Lagrum]]]) -> Month:
    mine = dict(in_groups([review for review in every if review.dag.replace(day=1) == first], "ägare.id"))
    groups = [(one, mine[one.id]) for one in owners if one.id in mine]
    return Month(first, groups, [(day, sections) for day, sections in law if day.replace(day=1) == first])
