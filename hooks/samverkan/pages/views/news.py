"""What is new, what is coming and what was reviewed, by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from samverkan.kinds import Avtal, Beslut, Blankett, Funktion, Lagrum, Rutin, Thing
from samverkan.kinds.base import Kommande
from samverkan.pages.law_day import law_to_come
from samverkan.resolve import Model

T = TypeVar("T")


def changed(model: Model) -> list[tuple[date, list[tuple[Rutin, str]]]]:
    """What has changed in routines: (day, [(routine, what)]), the latest day first."""
    rows = [(one.datum, (rutin, one.vad)) for rutin in model.all(Rutin) for one in rutin.ändringar]
    return sorted(_by_day(rows), key=lambda row: row[0], reverse=True)


Coming = list[tuple[date, list[tuple[str, list[Thing]]]]]


def coming(model: Model) -> Coming:
    """What is decided for a day after today: (day, [(what happens then, things)]), the next day first."""
    return _told(_coming(model))


def coming_for(model: Model, funktion: Funktion) -> Coming:
    """That of it which concerns a funktion: what names it, decisions on that, and the law that its steps rest on."""
    ids = {funktion.id, *(ref.id for ref in funktion.ingår_i)}
    named = {(thing.kind, thing.id) for id in ids for thing, _ in model.get(Funktion, id).används_av}
    for steg in (steg for rutin in model.all(Rutin) for steg in rutin.steg if ids & {*steg.berörda}):
        laws = [*steg.lagrum, *(ref for punkt in steg.punkter for ref in punkt.lagrum)]
        named |= {(ref.kind, ref.id) for ref in laws}
    rows = [(row, row[2].sak if isinstance(row[2], Beslut) else row[2]) for row in _coming(model)]
    return _told(row for row, about in rows if {(row[2].kind, row[2].id), (about.kind, about.id)} & named)


def _told(rows: Iterable[tuple[date, str, Thing]]) -> Coming:
    days: dict[date, dict[str, list[Thing]]] = {}
    for day, what, thing in sorted(rows, key=lambda row: row[0]):
        days.setdefault(day, {}).setdefault(what, []).append(thing)
    return [(day, list(found.items())) for day, found in days.items()]


def law_changes(model: Model) -> list[tuple[date, list[Lagrum]]]:
    """The law that changes or begins to apply after today: (day, sections), the next day first."""
    rows = [
        (day, one) for lagrum in model.all(Lagrum) for day, found in law_to_come(lagrum, model.today) for one in found
    ]
    return sorted(_by_day(rows), key=lambda row: row[0])


def _coming(model: Model) -> Iterator[tuple[date, str, Thing]]:
    yield from ((day, "Lagen ändras", one) for day, found in law_changes(model) for one in found)
    for thing in (one for one in model.everything() if not one.utgår):
        changes: list[Kommande] = getattr(thing, "kommande", [])
        days: list[tuple[date | None, str]] = [(change.från, "Texten ändras") for change in changes]
        if isinstance(thing, (Avtal, Beslut, Blankett)):
            days += [(thing.gäller_från, "Börjar gälla"), (thing.gäller_till, "Slutar gälla")]
        yield from ((day, what, thing) for day, what in days if day and day > model.today)


def reviewed(model: Model) -> list[tuple[date, list[Thing]]]:
    """What was reviewed: (day, things), the latest day first."""
    there = [thing for thing in model.everything() if not thing.utgår]
    rows = [(day, thing) for thing in there if (day := getattr(thing, "granskad", None))]
    return sorted(_by_day(rows), key=lambda row: row[0], reverse=True)


def _by_day(rows: Iterable[tuple[date, T]]) -> list[tuple[date, list[T]]]:
    days: dict[date, list[T]] = {}
    for day, row in rows:
        days.setdefault(day, []).append(row)
    return list(days.items())
