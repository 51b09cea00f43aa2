"""The year: its calendars open with the days of the model and no others, and its wheel says what its list says."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from fyllt import KOMMUN, filled
from icalendar import Calendar, Event
from samverkan import Model
from samverkan.kinds import Forum, Funktion, Trappa
from samverkan.kinds.labels import Månad
from samverkan.kinds.tid import Återkommer
from samverkan.pages.pictures.wheel import wheel
from samverkan.pages.render import Renderer
from samverkan.pages.views.calendar_files import calendar_files, own_link
from samverkan.pages.views.ics import ZONE, Entry, calendar
from samverkan.pages.views.reviews import reviews
from samverkan.pages.views.year import MEETINGS, REVIEWS, year, year_of
from samverkan.pages.views.year_files import thing_link, thing_path, year_files
from samverkan.pages.work import Work
from svg_picture import Picture

WHOLE = "kalender/aret.ics"


def events(model: Model, path: str) -> list[Event]:
    return walked(year_files(model)[path])


def days_of(event: Event) -> list[date]:
    """The days of an event by its own rule, counted by another program than ours."""
    from dateutil.rrule import rrulestr

    start = event.decoded("DTSTART")
    excepted = event.get("EXDATE", [])
    excepted = excepted if isinstance(excepted, list) else [excepted]
    out = {one.dt for dates in excepted for one in dates.dts}
    if "RRULE" not in event:
        return [start if type(start) is date else start.date()]
    found = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
    return [one.date() for one in found if one not in out]


def test_every_meeting_is_in_the_calendar_on_the_days_of_the_model_and_at_its_time() -> None:
    model = filled()
    forum = model.get(Forum, "skolgrupp")
    found = [one for one in events(model, thing_path(forum)) if str(one["SUMMARY"]) == f"Möte: {forum.namn}"]
    assert len(found) == len(forum.mötesdagar) == 3
    for möte, event in zip(forum.mötesdagar, found, strict=True):
        assert days_of(event) == möte.dagar
        start = event.decoded("DTSTART")
        if not möte.börjar:
            assert type(start) is date
            continue
        assert f"{start:%H:%M}" == möte.börjar
        assert event["DTSTART"].params["TZID"] == "Europe/Stockholm"
        assert ("DTEND" in event) == bool(möte.slutar)


def test_the_time_zone_of_the_file_is_that_of_stockholm() -> None:
    [zone] = Calendar.from_ical(year_files(filled())[WHOLE]).walk("VTIMEZONE")
    moves = {str(part["TZNAME"]): part["TZOFFSETTO"].td for part in zone.subcomponents}
    assert moves == {"CET": timedelta(hours=1), "CEST": timedelta(hours=2)}
    for part in zone.subcomponents:
        assert days_before_and_after(part) == [part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td]


def days_before_and_after(part: Event) -> list[timedelta | None]:
    at = part.decoded("DTSTART").replace(tzinfo=ZONE)
    return [(at + timedelta(days=days)).utcoffset() for days in (-1, 1)]


def test_each_event_is_its_own_and_the_same_in_every_build() -> None:
    model = filled()
    assert year_files(model) == year_files(filled())
    uids = Counter(str(one["UID"]) for one in events(model, WHOLE))
    parts = Counter(str(one["UID"]) for path in year_files(model) if path != WHOLE for one in events(model, path))
    assert uids == parts and set(uids.values()) == {1}


def test_what_a_calendar_says_is_whole_whatever_signs_it_has() -> None:
    said = "Möte, med \\ och; radbrytning\nsamt ”citat” och en rad som är så lång att filen måste vika den, å ä ö: slut"
    entry = Entry("x", date(2027, 1, 19), said, said, "/forum/x.md")
    raw = calendar(filled(), said, [entry])
    [event] = Calendar.from_ical(raw).walk("VEVENT")
    assert str(event["SUMMARY"]) == str(event["DESCRIPTION"]) == said
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    escaped = said.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    assert f"SUMMARY:{escaped}" in lines and any(line.startswith(f"NAME:{escaped}\\, ") for line in lines)


def test_what_is_due_by_a_day_of_the_year_comes_back_every_year() -> None:
    model = filled()
    trappa = model.get(Trappa, "narvaro")
    [event] = events(model, thing_path(trappa))
    rule = event["RRULE"]
    assert (rule["FREQ"], rule["BYMONTH"], rule["BYMONTHDAY"]) == (["YEARLY"], [8], [13])
    assert "UNTIL" not in rule and "COUNT" not in rule
    first = event.decoded("DTSTART")
    assert (first.month, first.day) == (8, 13) and timedelta() <= first - model.today < timedelta(days=366)


def test_a_funktions_calendar_has_what_its_forums_meet_for_and_review_and_what_it_does(real_model: Model) -> None:
    model = filled()
    grupp, styr = model.get(Forum, "skolgrupp"), model.get(Forum, "styrgrupp")
    vars(styr)["sammankallande"] = grupp.sammankallande
    larare = Work(model, model.get(Funktion, "larare"))
    path = thing_path(larare.ting)
    found = walked(calendar_files(model)[path])
    named = Counter(str(one["SUMMARY"]) for one in found)
    assert named[f"Möte: {grupp.namn}"] == len(grupp.mötesdagar)
    reviewed = [one for one in reviews(model) if one.ägare.id == styr.id]
    assert reviewed and all(named[f"{one.vad}: {one.namn}"] == 1 for one in reviewed)
    whole = Counter(str(one["UID"]) for file in calendar_files(model).values() for one in walked(file))
    assert {str(one["UID"]) for one in found} <= set(whole)
    # The wheel has the same months, and the page links the file with its format and size.
    months = {month for month, rows in year_of(larare).månader if any(row.slag == REVIEWS for row in rows)}
    assert {list(Månad)[one.dag.month - 1] for one in reviewed} <= months
    size = -(-len(calendar_files(model)[path]) // 1000)
    assert f"[Kalender (.ics), {size} kB](/{path})" in Renderer(model).thing(larare.ting)
    for funktion in real_model.all(Funktion):
        if thing_path(funktion) not in calendar_files(real_model):
            assert own_link(Work(real_model, funktion)) is None


def walked(file: bytes) -> list[Event]:
    return [part for part in Calendar.from_ical(file).walk("VEVENT") if isinstance(part, Event)]


def test_every_calendar_is_linked_from_the_page_that_it_belongs_to() -> None:
    model = filled()
    renderer = Renderer(model)
    pages = [renderer.thing(thing) for thing in model.everything() if thing.own_page]
    pages += [renderer.template("aret"), renderer.template("granskas")]
    for path in calendar_files(model):
        assert any(f"](/{path})" in page for page in pages), path


def test_what_comes_back_every_third_year_in_a_month_is_in_no_month_of_this_year() -> None:
    model = filled()
    grupp = model.get(Forum, "skolgrupp")
    often = {"period": "år", "var": 3, "månader": [Månad.MAJ]}
    vars(grupp)["mötesdagar"], vars(grupp)["möten"] = [], [Återkommer.model_validate(often)]
    found = year(model)
    assert [row.när for row in found.utan if row.slag == MEETINGS] == ["Vart tredje år i maj"]
    assert not [row for _, rows in found.månader for row in rows if row.slag == MEETINGS]


def test_a_forum_whose_days_nobody_has_said_has_no_calendar_and_its_cadence_stands_without_a_month(
    real_model: Model,
) -> None:
    for forum in real_model.all(Forum):
        if not forum.mötesdagar:
            assert thing_link(real_model, forum) is None
            told = [row for row in year(real_model).utan if row.vad == "Möte" and f"({forum.url})" in row.länk]
            assert len(told) == sum(not möte.månader for möte in forum.möten)


def test_a_kommuns_days_stand_on_its_own_web_only() -> None:
    county, local = filled(), filled(KOMMUN)
    vars(local)["things"]["forum"] = dict(local.things["forum"])
    forum = local.get(Forum, "arbetslaget")
    own = filled().get(Forum, "skolgrupp").mötesdagar[2:]
    local.things["forum"]["arbetslaget"] = forum.model_copy(update={"mötesdagar": own})
    assert thing_path(forum) in year_files(local)
    assert thing_path(forum) not in year_files(county)


def test_the_wheel_and_the_list_say_the_same(real_model: Model) -> None:
    signs = filled()
    vars(signs.get(Forum, "skolgrupp"))["namn"] = 'Råd & "stöd" <x>'
    for model in (real_model, filled(), signs):
        found = year(model)
        for picture in Picture.read(wheel(found)):
            assert [href for href, _ in picture.links] == [f"#{month}" for month, _ in found.månader]
            for month, rows in found.månader:
                [label] = [name for href, name in picture.links if href == f"#{month}"]
                assert all(row.namn in label for row in rows)
                assert label in picture.told
            assert [row.namn for row in found.utan if f"{row.namn}, {row.när.lower()}" in picture.told] == []
            assert picture.root.get("role") == "group" and picture.name
