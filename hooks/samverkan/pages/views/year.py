"""The year: what comes back, month by month, and what comes back without a month of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan.kinds import Forum, Rutin, Steg, Thing, Tid, Trappa
from samverkan.kinds.base import Place
from samverkan.kinds.labels import Månad, Period
from samverkan.kinds.tid import Återkommer
from samverkan.pages.views.meetings import meets_on
from samverkan.pages.views.months import month_id, months_after
from samverkan.pages.views.reviews import Review, law_to_read, reviews
from samverkan.pages.work import Work
from samverkan.phrases import capital, count_of, in_groups, spot, swedish_month
from samverkan.resolve import Model

MEETINGS, DUTIES, REVIEWS = "Möten", "Görs om", "Granskas"
MONTHS = 12


@dataclass(frozen=True)
class Row:
    """Something in the year: its month, if one is said, what it is, as a Markdown link, and when, in words.

    `slag` is one of the three above, `berör` the ids of the funktioner that meet or do it, `antal` how many things.
    """

    slag: str
    månad: Månad | None
    vad: str
    länk: str
    när: str
    märken: tuple[str, ...] = ()
    berör: tuple[str, ...] = ()
    antal: int = 1

    @property
    def namn(self) -> str:
        """What it is, without its link."""
        return f"{self.vad}: {self.länk[1:].partition('](')[0]}"


@dataclass(frozen=True)
class Year:
    """Each month that has something, in the order of the year, and what comes in no month that is known."""

    månader: list[tuple[Månad, list[Row]]]
    utan: list[Row]


def year(model: Model) -> Year:
    """All of it, for twelve months from the month of the model's day."""
    return _by_month([*_recurring(model), *_reviews(model, [*reviews(model), *law_to_read(model)])])


def year_of(work: Work) -> Year:
    """What a funktion does or meets for, and what its forums are to review."""
    ids = {funktion.id for funktion in work.funktioner}
    own = [row for row in _recurring(work.model) if ids & set(row.berör)]
    return _by_month([*own, *_reviews(work.model, reviews_of(work))])


def reviews_of(work: Work) -> list[Review]:
    """The reviews that the forums of a funktion answer for."""
    forums = {forum.id for forum, _, _ in work.forum}
    return [review for review in reviews(work.model) if review.ägare.id in forums]


def parts(model: Model) -> Iterator[tuple[Thing, Place, str, list[Tid]]]:
    """Each step of a routine and level of a stair: where it stands, its name and its time limits."""
    for rutin in model.all(Rutin):
        for n, steg in enumerate(rutin.steg):
            yield rutin, ("steg", n), steg.namn, steg.tider
    for trappa in model.all(Trappa):
        for n, nivå in enumerate(trappa.trappsteg):
            yield trappa, ("trappsteg", n), nivå.namn, nivå.tider


def _by_month(rows: list[Row]) -> Year:
    months = [(month, [row for row in rows if row.månad == month]) for month in Månad]
    return Year([(month, found) for month, found in months if found], [row for row in rows if row.månad is None])


def _recurring(model: Model) -> Iterator[Row]:
    for forum in model.all(Forum):
        marks, who = tuple(forum.märken), members(forum)
        yield from _meetings(model, forum, marks, who)
        for rapport in forum.rapporterar:
            if ofta := rapport.tid.återkommer:
                where = f"[{forum.namn}]({forum.url}#rapporter)"
                yield from _rows(DUTIES, ofta, rapport.vad, where, rapport.tid.lyder, marks, who)
    for thing, place, name, limits in parts(model):
        for tid in limits:
            if tid.återkommer:
                where = f"[{thing.namn}]({spot(thing, place)[1]})"
                told, marks = tid.lyder, tuple(thing.märken)
                yield from _rows(DUTIES, tid.återkommer, name, where, told, marks, doers(thing, place))


def _meetings(model: Model, forum: Forum, marks: tuple[str, ...], who: tuple[str, ...]) -> Iterator[Row]:
    """The days ahead; how often it meets only where no day is known."""
    where = f"[{forum.namn}]({forum.url})"
    if not any(day >= model.today for möte in forum.mötesdagar for day in möte.dagar):
        for ofta in forum.möten:
            yield from _rows(MEETINGS, ofta, "Möte", where, ofta.lyder, marks, who)
    for möte in forum.mötesdagar:
        ahead = [(day.replace(day=1), day) for day in möte.dagar if _within(model, day)]
        for first in dict.fromkeys(month for month, _ in ahead):
            told = meets_on(möte, [day for month, day in ahead if month == first])
            yield Row(MEETINGS, list(Månad)[first.month - 1], "Möte", where, told, marks, who)


def _reviews(model: Model, found: list[Review]) -> Iterator[Row]:
    due = [review for review in found if _within(model, review.dag)]
    for _, same in sorted(in_groups(due, "månad")):
        first = same[0].dag
        where = f"[{count_of(len(same), 'sak', 'saker')}](/om/granskning.md#{month_id(first)})"
        yield Row(REVIEWS, list(Månad)[first.month - 1], "Granskas", where, swedish_month(first), antal=len(same))


def _rows(
    kind: str, ofta: Återkommer, what: str, where: str, told: str, marks: tuple[str, ...], who: tuple[str, ...]
) -> Iterator[Row]:
    # Every third year in May: in which year, nobody has said.
    skips = (ofta.var or 1) > 1 and ofta.period not in (Period.DAG, Period.VECKA)
    months: list[Månad | None] = [None] if skips else list(ofta.månader) or [None]
    for month in months:
        yield Row(kind, month, what, where, capital(told), marks, who)


def _within(model: Model, day: date) -> bool:
    return model.today <= day < months_after(model.today.replace(day=1), MONTHS)


def members(forum: Forum) -> tuple[str, ...]:
    """The ids of those who convene a forum or take part in it."""
    convener = [forum.sammankallande.id] if forum.sammankallande else []
    return (*convener, *(ref.id for ref in forum.deltagare))


def doers(thing: Thing, place: Place) -> tuple[str, ...]:
    """Those who answer for a step or do it; of a level of a stair no source says."""
    steg = thing.steg[int(place[1])] if isinstance(thing, Rutin) else None
    if not isinstance(steg, Steg):
        return ()
    return tuple(ref.id for roll, refs in steg.roller if roll.handlar for ref in refs)
