"""What a page says about time: which law it rests on, when that was read, and when it changes."""

from __future__ import annotations

from datetime import date, timedelta

from samverkan.kinds import Lagrum, Thing
from samverkan.resolve import references


def law_of(thing: Thing) -> list[Lagrum]:
    """The sections that a thing rests on or links, once each; a section is its own."""
    if isinstance(thing, Lagrum):
        return [thing]
    found = {ref.id: ref.till for _, ref in references(thing) if isinstance(ref.till, Lagrum)}
    return list(found.values())


def law_read(thing: Thing) -> tuple[date, date] | None:
    """The first and the last day that the law behind a thing was read; None where it rests on none."""
    days = [lagrum.kontrollerad for lagrum in law_of(thing)]
    return (min(days), max(days)) if days else None


def law_to_come(thing: Thing, today: date) -> list[tuple[date, list[Lagrum]]]:
    """The days after today on which the law behind a thing changes or begins to apply, and which law."""
    days: dict[date, list[Lagrum]] = {}
    for lagrum in law_of(thing):
        for day in (lagrum.gäller_från, lagrum.ny_lydelse.från if lagrum.ny_lydelse else None):
            if day and day > today:
                days.setdefault(day, []).append(lagrum)
    return sorted(days.items(), key=lambda item: item[0])


def day_before(day: date) -> date:
    """The last day that what ends on a day holds."""
    return day - timedelta(days=1)
