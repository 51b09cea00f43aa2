"""A calendar as a file that a calendar program opens (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from samverkan.phrases import address
from samverkan.resolve import Model

ZONE = ZoneInfo("Europe/Stockholm")
# The time zone as the EU has it since 1996 (directive 2000/84/EC): no calendar here is about a day before.
TIMEZONE = """BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True)
class Entry:
    """What stands in a calendar: on a day, or from one time to another, and by which rule it comes back.

    `nyckel` is its own among all, `sida` the page as links have it. `regel` is an RRULE without its UNTIL, `sista` the
    day that the rule ends, `utom` the days left out. Without `börjar` (13:00) it is a heading of the whole day.
    """

    nyckel: str
    dag: date
    namn: str
    om: str
    sida: str = ""
    börjar: str | None = None
    slutar: str | None = None
    regel: dict[str, Any] = field(default_factory=dict)
    sista: date | None = None
    utom: list[date] = field(default_factory=list)


def calendar(model: Model, name: str, entries: Iterable[Entry]) -> bytes:
    """The file: the same for the same model on the same day."""
    # Imported where it is used: a check of the model writes no calendar, and would wait for it.
    from icalendar import Calendar, Event, Timezone, vText

    made = Calendar()
    made.add("prodid", "-//Samverkanswebben//Kalender//SV")
    made.add("version", "2.0")
    for key in ("name", "x-wr-calname"):
        # Given as a text, since the library knows neither as one and would leave commas and line breaks as they are.
        made.add(key, vText(f"{name}, {model.settings.namn}"))
    events = []
    for entry in entries:
        event = Event()
        event.add("uid", _uid(model, entry))
        # What the model says on this day; never the clock, so that the same model gives the same file.
        event.add("dtstamp", datetime.combine(model.today, time(), UTC))
        event.add("dtstart", _at(entry.dag, entry.börjar))
        if entry.slutar:
            event.add("dtend", _at(entry.dag, entry.slutar))
        if entry.regel:
            event.add("rrule", entry.regel | ({"until": _until(entry)} if entry.sista else {}))
        for day in entry.utom:
            event.add("exdate", _at(day, entry.börjar))
        event.add("summary", entry.namn)
        event.add("description", entry.om)
        event.add("transp", "OPAQUE" if entry.börjar else "TRANSPARENT")  # a day's heading keeps nobody busy
        if model.settings.adress and entry.sida:
            event.add("url", f"{model.settings.adress.rstrip('/')}/{address(entry.sida)}")
        events.append(event)
    if any("TZID" in event["DTSTART"].params for event in events):
        made.add_component(Timezone.from_ical(TIMEZONE))
    for event in events:
        made.add_component(event)
    return bytes(made.to_ical())


def _at(day: date, clock: str | None) -> date | datetime:
    return datetime.combine(day, time.fromisoformat(clock), ZONE) if clock else day


def _until(entry: Entry) -> date | datetime:
    """The end of a rule; in UTC where the days have a time (RFC 5545, section 3.3.10)."""
    last = _at(entry.sista or entry.dag, entry.börjar)
    return last.astimezone(UTC) if isinstance(last, datetime) else last


def _uid(model: Model, entry: Entry) -> str:
    """The same as long as the thing is, whichever day it is moved to (RFC 7986, section 5.3)."""
    whose = model.local.kommun if model.local else ""
    return str(uuid5(NAMESPACE_URL, f"samverkan/{model.region.namn}/{whose}/{entry.nyckel}"))
