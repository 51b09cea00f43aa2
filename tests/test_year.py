"""The year: its calendars open with the days of the model and no others, and its wheel says what its list says."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from fyllt import KOMMUN, filled
from icalendar import Calendar, Event
from samverkan import Model
from samverkan.kinds import Forum
from samverkan.pages.pictures.wheel import wheel
from samverkan.pages.views.ics import ZONE
from samverkan.pages.views.year import year
from samverkan.pages.views.year_files import thing_link, thing_path, year_files
from svg_picture import Picture

WHOLE = "kalender/aret.ics"


def events(model: Model, path: str) -> list[Event]:
    return [part for part in Calendar.from_ical(year_files(model)[path]).walk("VEVENT") if isinstance(part, Event)]


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
    for model in (real_model, filled()):
        found = year(model)
        for picture in Picture.read(wheel(found)):
            assert [href for href, _ in picture.links] == [f"#{month}" for month, _ in found.månader]
            for month, rows in found.månader:
                [label] = [name for href, name in picture.links if href == f"#{month}"]
                assert all(row.namn in label for row in rows)
                assert label in picture.told
            assert [row.namn for row in found.utan if f"{row.namn}, {row.när.lower()}" in picture.told] == []
            assert picture.root.get("role") == "group" and picture.name
