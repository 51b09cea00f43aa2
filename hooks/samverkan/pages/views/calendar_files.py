"""The calendar of reviews as files that a calendar program opens (RFC 5545): all of it, and each owner's own part."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from math import ceil
from uuid import NAMESPACE_URL, uuid5

from samverkan.pages.views.news import law_changes
from samverkan.pages.views.plan import plan
from samverkan.pages.views.reviews import NOBODY, Owner, Review
from samverkan.phrases import address, swedish_date
from samverkan.resolve import Model

FOLDER = "kalender"
CHANGES = "Lagen ändras"
KILO = 1000


def calendar_path(owner: Owner | None = None) -> str:
    """Where in the web the calendar of an owner is, or all of it, from the root of the site."""
    return f"{FOLDER}/granskning{f'-{owner.id}' if owner else ''}.ics"


def calendar_files(model: Model) -> dict[str, bytes]:
    """Each calendar by its path; the same for the same model on the same day."""
    found = plan(model)
    law = [Review(day, f"ändras/{day}", CHANGES, list(sections), NOBODY) for day, sections in law_changes(model)]
    files = {calendar_path(): _calendar(model, "Granskningskalender", [*found.poster, *law])}
    for owner in found.ägare:
        own = [review for review in found.poster if review.ägare.id == owner.id]
        files[calendar_path(owner)] = _calendar(model, f"Granskningskalender: {owner.namn}", own)
    return files


def calendar_links(model: Model) -> list[tuple[str, str, str]]:
    """Each calendar: whose it is, the link to it, and what one fetches: format and size."""
    owners = {calendar_path(owner): owner.kallas for owner in plan(model).ägare}
    return [
        (owners.get(path, "Hela kalendern"), f"/{path}", f"ICS, {ceil(len(content) / KILO)} kB")
        for path, content in calendar_files(model).items()
    ]


def _calendar(model: Model, name: str, reviews: Iterable[Review]) -> bytes:
    # Imported where it is used: a check of the model writes no calendar, and would wait for it.
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Samverkanswebben//Granskningskalender//SV")
    calendar.add("version", "2.0")
    calendar.calendar_name = f"{name}, {model.settings.namn}"
    for review in reviews:
        event = Event()
        event.add("uid", _uid(model, review))
        # What the model says on this day; never the clock, so that the same model gives the same file.
        event.add("dtstamp", datetime.combine(model.today, time(), UTC))
        event.add("dtstart", review.dag)
        event.add("summary", f"{review.vad}: {review.namn}")
        event.add("description", _about(review))
        event.add("transp", "TRANSPARENT")  # a day's heading, which keeps nobody busy
        if model.settings.adress:
            page = review.saker[0].url if len(review.saker) == 1 else "/lagrum/index.md"
            event.add("url", f"{model.settings.adress.rstrip('/')}/{address(page)}")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _uid(model: Model, review: Review) -> str:
    """The same as long as the thing is, whichever day its review is moved to (RFC 7986, section 5.3)."""
    whose = model.local.kommun if model.local else ""
    return str(uuid5(NAMESPACE_URL, f"samverkan/{model.region.namn}/{whose}/{review.nyckel}"))


def _about(review: Review) -> str:
    lines = [review.ägare.mening]
    if review.senast:
        lines.append(f"Gjordes senast {swedish_date(review.senast)}.")
    if len(review.saker) > 1:
        lines.append(", ".join(thing.kortnamn for thing in review.saker))
    return "\n".join(lines)
