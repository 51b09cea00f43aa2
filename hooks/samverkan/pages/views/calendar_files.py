"""Every calendar of the web as a file: of reviews all of it and each owner's part, what else has days, and whose."""

from __future__ import annotations

from samverkan.kinds import Funktion
from samverkan.pages.views.ics import Entry, calendar
from samverkan.pages.views.news import law_changes
from samverkan.pages.views.plan import plan
from samverkan.pages.views.reviews import NOBODY, Owner, Review
from samverkan.pages.views.year import reviews_of
from samverkan.pages.views.year_files import FOLDER, dated, file_link, thing_path, year_files
from samverkan.pages.work import Work
from samverkan.phrases import size_of, swedish_date
from samverkan.resolve import Model

CHANGES = "Lagen ändras"


def calendar_path(owner: Owner | None = None) -> str:
    """Where in the web the calendar of an owner is, or all of it, from the root of the site."""
    return f"{FOLDER}/granskning{f'-{owner.id}' if owner else ''}.ics"


def calendar_files(model: Model) -> dict[str, bytes]:
    """Each calendar by its path; the same for the same model on the same day."""
    return review_files(model) | year_files(model) | own_files(model)


def own_files(model: Model) -> dict[str, bytes]:
    """The calendar of each funktion that meets, reviews or does something by a day, by its path."""
    found = [(funktion, own_entries(Work(model, funktion))) for funktion in model.all(Funktion)]
    return {thing_path(one): calendar(model, one.namn, entries) for one, entries in found if entries}


def own_link(work: Work) -> str | None:
    """The link to the calendar of a funktion, with its format and size; None where it has no day."""
    return file_link(work.model, work.ting.namn, thing_path(work.ting), own_entries(work))


def own_entries(work: Work) -> list[Entry]:
    """What the year of a funktion has a day for: its own part of the year, and what its forums are to review."""
    ids = {funktion.id for funktion in work.funktioner}
    own = [one.entry for one in dated(work.model) if ids & set(one.berör)]
    return [*own, *map(_entry, reviews_of(work))]


def review_files(model: Model) -> dict[str, bytes]:
    """The calendar of reviews, and each owner's part of it, by its path."""
    found = plan(model)
    law = [Review(day, f"ändras/{day}", CHANGES, list(sections), NOBODY) for day, sections in law_changes(model)]
    files = {calendar_path(): calendar(model, "Granskningskalender", map(_entry, [*found.poster, *law]))}
    for owner in found.ägare:
        own = [review for review in found.poster if review.ägare.id == owner.id]
        files[calendar_path(owner)] = calendar(model, f"Granskningskalender: {owner.namn}", map(_entry, own))
    return files


def calendar_links(model: Model) -> list[tuple[str, str, str]]:
    """Each calendar: whose it is, the link to it, and what one fetches: format and size."""
    owners = {calendar_path(owner): owner.kallas for owner in plan(model).ägare}
    return [
        (owners.get(path, "Hela kalendern"), f"/{path}", f"ICS, {size_of(content)}")
        for path, content in review_files(model).items()
    ]


def _entry(review: Review) -> Entry:
    page = review.saker[0].url if len(review.saker) == 1 else "/lagrum/index.md"
    return Entry(review.nyckel, review.dag, f"{review.vad}: {review.namn}", _about(review), page)


def _about(review: Review) -> str:
    lines = [review.ägare.mening]
    if review.senast:
        lines.append(f"Gjordes senast {swedish_date(review.senast)}.")
    if len(review.saker) > 1:
        lines.append(", ".join(thing.kortnamn for thing in review.saker))
    return "\n".join(lines)
