"""What has days of its own, as files for a calendar: a forum's meetings, and what a step or a report is due by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan.kinds import Forum, Thing, Tid
from samverkan.kinds.labels import Månad, Period
from samverkan.kinds.motesdag import DAYS_OF_WEEK, Mötesdag
from samverkan.kinds.tid import Återkommer
from samverkan.pages.views.ics import Entry, calendar
from samverkan.pages.views.meetings import meeting_told
from samverkan.pages.views.year import doers, members, parts
from samverkan.phrases import capital, size_of, spot
from samverkan.resolve import Model
from samverkan.slug import slug

FOLDER = "kalender"
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = {"vecka": "WEEKLY", "månad": "MONTHLY"}


def thing_path(thing: Thing) -> str:
    """Where in the web the calendar of a thing is, from the root of the site."""
    return f"{FOLDER}/{slug(thing.kind)}-{thing.id}.ics"


def thing_link(model: Model, thing: Thing) -> str | None:
    """The link to the calendar of a thing, with its format and size; None where the model says no day."""
    return file_link(model, thing.namn, thing_path(thing), [one.entry for one in dated(model) if one.thing is thing])


def file_link(model: Model, name: str, path: str, entries: list[Entry]) -> str | None:
    """The link to a calendar of these, as thing_link; None where there are none."""
    if not entries:
        return None
    return f"[Kalender (.ics), {size_of(calendar(model, name, entries))}](/{path})"


def year_link(model: Model) -> str | None:
    """The link to all of them in one; None where the model says no day."""
    made = year_files(model).get(f"{FOLDER}/aret.ics")
    return f"[Kalender (.ics), {size_of(made)}](/{FOLDER}/aret.ics)" if made else None


def year_files(model: Model) -> dict[str, bytes]:
    """The calendar of each thing that has days, by its path, and all of them in one."""
    found = list(dated(model))
    files = {
        thing_path(thing): calendar(model, thing.namn, [one.entry for one in found if one.thing is thing])
        for thing in {id(one.thing): one.thing for one in found}.values()
    }
    whole = calendar(model, "Årets gång", [one.entry for one in found])
    return files | ({f"{FOLDER}/aret.ics": whole} if found else {})


@dataclass(frozen=True)
class Dated:
    """What has a day of its own: of which thing, and the ids of the funktioner that meet or do it."""

    thing: Thing
    entry: Entry
    berör: tuple[str, ...]


def dated(model: Model) -> Iterator[Dated]:
    """All that has a day: the meetings and reports of forums, then what a step or a level of a stair is due by."""
    for forum in model.all(Forum):
        found = [_meeting(forum, möte) for möte in forum.mötesdagar if möte.dagar and möte.dagar[-1] >= model.today]
        for rapport in forum.rapporterar:
            where = f"{forum.url}#rapporter"
            found += _due(model, f"forum/{forum.id}/rapport/{rapport.id}", rapport.vad, forum, where, rapport.tid)
        yield from (Dated(forum, entry, members(forum)) for entry in found)
    for thing, place, name, limits in parts(model):
        where = spot(thing, place)[1]
        for tid in limits:
            for entry in _due(model, f"{thing.kind}/{where}", name, thing, where, tid):
                yield Dated(thing, entry, doers(thing, place))


def _meeting(forum: Forum, möte: Mötesdag) -> Entry:
    rule = {}
    if möte.period and möte.sista:
        rule = {"freq": FREQUENCIES[möte.period], "interval": möte.var or 1}
        if möte.period == "månad":
            rule["byday"] = f"{möte.i_ordningen}{CODES[möte.dag.weekday() % DAYS_OF_WEEK]}"
    return Entry(
        f"forum/{forum.id}/möte/{möte.id}",
        möte.dag,
        f"Möte: {forum.namn}",
        f"{capital(meeting_told(möte))}.",
        forum.url,
        möte.börjar,
        möte.slutar,
        rule,
        möte.sista,
        möte.utom,
    )


def _due(model: Model, key: str, what: str, thing: Thing, page: str, tid: Tid) -> Iterator[Entry]:
    """What is due by the same day every year; nothing where only a month or how often is known."""
    ofta = tid.återkommer
    if not ofta or not ofta.dag or not _every_year(ofta) or thing.märken:
        return  # a thing from elsewhere is method, and nobody's here
    months = [list(Månad).index(month) + 1 for month in ofta.månader]
    years = (model.today.year, model.today.year + 1)
    days = [date(year, month, ofta.dag) for year in years for month in months]
    yield Entry(
        f"{key}/{'-'.join(ofta.månader)}-{ofta.dag}",
        min(day for day in days if day >= model.today),
        f"Senast i dag{f' ({tid.om})' if tid.om else ''}: {what}",
        f"{thing.namn}. {capital(tid.lyder)}. {tid.typ.label}: {tid.typ.betyder}",
        page,
        regel={"freq": "YEARLY", "bymonth": months, "bymonthday": ofta.dag},
    )


def _every_year(ofta: Återkommer) -> bool:
    around = ofta.före_varje or ofta.efter_varje
    return bool(ofta.månader) and ofta.period in (None, Period.ÅR) and not (ofta.var or ofta.gånger or around)
