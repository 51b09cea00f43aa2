"""The calendar of reviews: each of them once, on its day, with the one who answers for it; what is late comes first."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from casefiles import TODAY
from fyllt import FOLDER, KOMMUN, filled
from html_page import HtmlPage
from icalendar import Calendar, Event
from samverkan import Model, build_model
from samverkan.kinds import Avtal, Fråga, Rutin
from samverkan.pages.render import Renderer
from samverkan.pages.views.calendar_files import calendar_path, review_files
from samverkan.pages.views.months import months_after
from samverkan.pages.views.plan import plan
from samverkan.pages.views.reviews import NOBODY, next_told, reviews
from samverkan.phrases import swedish_date
from samverkan.rules.granskning import NOBODYS, reviews_are_spread

WHOLE = calendar_path()
LATE = re.compile(r'<li data-efter="(?P<day>[\d-]+)"(?P<hidden> hidden="")? markdown="span">(?P<text>.*)')


def events(model: Model, path: str = WHOLE) -> list[Event]:
    """What a calendar program reads in a file."""
    return [part for part in Calendar.from_ical(review_files(model)[path]).walk("VEVENT") if isinstance(part, Event)]


def shown(model: Model) -> str:
    return Renderer(model).template("granskas")


def test_every_review_is_in_the_calendar_once_on_its_day_as_a_whole_day(real_model: Model) -> None:
    found = Counter((str(one["SUMMARY"]), one.decoded("DTSTART")) for one in events(real_model))
    due = Counter(
        (f"Granska {thing.kind}: {thing.kortnamn}", thing.nästa_granskning)
        for thing in real_model.everything()
        if getattr(thing, "nästa_granskning", None)
    )
    assert len(due) > 60
    assert due.items() <= found.items()
    assert {type(day) for _, day in found} == {date}


def test_the_owners_calendars_together_are_the_whole_but_for_the_law_that_changes(real_model: Model) -> None:
    files = review_files(real_model)
    assert set(files) == {WHOLE, *(calendar_path(owner) for owner in plan(real_model).ägare)}
    parts = Counter(str(one["UID"]) for path in files for one in events(real_model, path) if path != WHOLE)
    whole = Counter(str(one["UID"]) for one in events(real_model) if one["SUMMARY"][:12] != "Lagen ändras")
    assert parts == whole
    assert set(whole.values()) == {1}


def test_only_a_routine_has_an_owner_and_one_that_is_proposed_is_said_to_be(real_model: Model) -> None:
    for review in reviews(real_model):
        thing = review.saker[0]
        if isinstance(thing, Rutin) and thing.ägare:
            assert review.ägare.id == thing.ägare.forum.id
            assert ("inte bekräftad" in review.ägare.mening) == (thing.ägare.status == "ej_bekräftad")
        else:
            assert review.ägare == NOBODY, thing.id


def test_an_agreement_and_a_document_stand_there_before_they_end() -> None:
    found = {(str(one["SUMMARY"]), one.decoded("DTSTART")) for one in events(filled())}
    assert ("Avtal slutar gälla: Avtalet om skolgruppen", date(2029, 4, 7)) in found
    assert ("Förläng, säg upp eller ersätt avtal: Avtalet om skolgruppen", date(2028, 9, 7)) in found
    assert ("Dokument slutar gälla: Beskedets blankett", date(2029, 2, 4)) in found
    assert ("Läs lagen igen: 2 lagrum", date(2026, 7, 22)) in found
    assert ("Lagen ändras: 1 kap. 2 § EL", date(2027, 1, 1)) in found


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2028, 3, 31), -1, date(2028, 2, 29)),
        (date(2026, 11, 28), 2, date(2027, 1, 28)),
        (date(2027, 1, 15), -13, date(2025, 12, 15)),
        (date(2027, 1, 15), 10**9, date(9999, 12, 15)),
        (date(2027, 1, 15), -(10**9), date(1, 1, 15)),
    ],
)
def test_months_are_counted_as_people_do(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


def test_the_file_is_the_same_each_time_and_as_the_standard_wants_it() -> None:
    model = filled()
    name = "Rutin; med komma, snedstreck \\ och " + "å" * 90
    thing = model.all(Rutin)[0]
    model.things["rutin"][thing.id] = thing.model_copy(update={"namn": name})
    made = review_files(model)[WHOLE]
    assert made == review_files(model)[WHOLE]
    lines = made.split(b"\r\n")
    assert b"\n" not in b"".join(lines) and max(map(len, lines)) <= 75
    assert f"Granska rutin: {name}" in [str(one["SUMMARY"]) for one in events(model)]
    midnight = datetime.combine(TODAY, datetime.min.time())
    assert {one.decoded("DTSTAMP").replace(tzinfo=None) for one in events(model)} == {midnight}


def test_a_review_is_the_same_in_a_calendar_when_its_day_is_moved() -> None:
    before, model = events(filled()), filled()
    thing = model.all(Fråga)[0]
    model.things["fråga"][thing.id] = thing.model_copy(update={"nästa_granskning": date(2027, 3, 9)})
    after = {str(one["UID"]): one.decoded("DTSTART") for one in events(model)}
    moved = [one for one in before if after[str(one["UID"])] != one.decoded("DTSTART")]
    assert [str(one["SUMMARY"]) for one in moved] == [f"Granska fråga: {thing.namn}"]


def test_an_event_leads_to_its_page_where_the_address_of_the_web_is_known() -> None:
    model = filled()
    assert [one for one in events(model) if "URL" in one] == []
    rutin, address = model.all(Rutin)[0], "https://webben.exempel.se/samverkan"
    vars(model)["settings"] = model.settings.model_copy(update={"adress": address})
    links = {str(one["SUMMARY"]): str(one["URL"]) for one in events(model)}
    assert links[f"Granska rutin: {rutin.namn}"] == f"{address}/rutiner/{rutin.id}/"


def test_what_is_late_stands_first_and_what_becomes_late_waits_for_its_day() -> None:
    for today in (TODAY, date(2027, 1, 16)):
        model, _ = build_model(FOLDER, today)
        rows = [match.groupdict() for match in LATE.finditer(shown(model).partition("## Månad för månad")[0])]
        assert [row["day"] for row in rows] == sorted(row["day"] for row in rows)
        assert len(rows) == len(plan(model).poster)
        assert [row["hidden"] is None for row in rows] == [date.fromisoformat(row["day"]) < today for row in rows]
    assert sum(row["hidden"] is None for row in rows) > 3


def test_a_kommuns_calendar_has_its_own_and_says_what_has_changed_behind_it() -> None:
    model = filled(KOMMUN)
    own = [review for review in reviews(model) if review.saker[0].avvikelse]
    assert own
    for review in own:
        assert f"{swedish_date(review.dag)}" in shown(model)
        assert f'[{review.namn}]({review.saker[0].url}) <span class="marke">' in shown(model)
    assert len(plan(model).skillnader) == sum(one.outdated for one in model.own.deviations) > 0
    assert "ska granskas nu, för länets text har ändrats" in shown(model)
    assert "för länets text har ändrats" not in shown(filled())


def test_the_page_has_every_review_in_its_month_and_counts_it(real_model: Model, html: dict[str, HtmlPage]) -> None:
    page = html["om/granskning/index.html"]
    months = page.source.partition('id="filer"')[2]
    assert len(re.findall(r'<span data-efter="', months)) == len(plan(real_model).poster)
    table = page.source.partition('id="manader"')[2].partition("</table>")[0]
    assert sum(map(int, re.findall(r">(\d+) sak(?:er)?<", table))) == len(plan(real_model).poster)
    for link in re.findall(r'href="#(manad-[^"]+)"', table):
        assert link in page.ids


def test_the_calendars_lie_in_the_web_with_their_size_beside_them(site: Path, html: dict[str, HtmlPage]) -> None:
    page = html["om/granskning/index.html"]
    links = {value for tag, _, value in page.addresses if tag == "a" and value.endswith(".ics")}
    files = {f"../../{file.relative_to(site).as_posix()}": file for file in site.rglob("granskning*.ics")}
    assert links == set(files) and len(links) > 1
    for file in files.values():
        assert f"(ICS, {-(-file.stat().st_size // 1000)} kB)" in page.text


def test_an_editor_is_told_how_many_come_soon_and_which_is_next_with_its_owner(base: Model) -> None:
    assert next_told(base) == (
        "0 granskningar till och med 31 juli 2026. Näst: 10 januari 2027, granska rutin: Anmäla oro. "
        "Ansvarig: Styrgruppen."
    )
    vars(base)["today"] = date(2026, 12, 1)
    assert next_told(base).startswith("5 granskningar till och med 31 januari 2027.")
    vars(base)["today"] = date(2029, 1, 1)
    assert next_told(base) == "Ingen granskning har en dag som kommer."


def test_what_nobody_owns_is_counted_together(base: Model) -> None:
    fråga, others = base.all(Fråga)[0], 3  # the situation, the stair and the page on secrecy
    for number in range(1, NOBODYS - others):
        base.things["fråga"][f"fler-{number}"] = fråga.model_copy(update={"id": f"fler-{number}"})
    assert list(reviews_are_spread(base)) == []
    base.things["fråga"]["en-till"] = fråga.model_copy(update={"id": "en-till"})
    assert [f"{NOBODYS + 1} granskningar av det som ingen äger" in one.message for one in reviews_are_spread(base)] == [
        True
    ]


def test_a_check_does_not_wait_for_what_only_the_files_need() -> None:
    program = "import sys, samverkan.commands.whole; sys.exit('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_agreement_from_elsewhere_is_nobodys_to_renew(real_model: Model) -> None:
    method = {avtal.id for avtal in real_model.all(Avtal) if avtal.märken}
    assert method
    assert method & {review.saker[0].id for review in reviews(real_model)} == set()
