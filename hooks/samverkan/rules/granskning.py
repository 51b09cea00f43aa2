"""Rules for reviews: what staff act on has been read against the law, and will be again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from samverkan.findings import Finding
from samverkan.kinds import Fråga, Rutin, Sekretess, Situation, Trappa
from samverkan.kinds.base import Jurist
from samverkan.phrases import NO_LAWYER, owner, swedish_month
from samverkan.resolve import Model, values

Reviewed = Rutin | Situation | Trappa | Sekretess | Fråga
# What is reviewed, as an editor calls it.
REVIEWED = {
    "rutin": "rutinen",
    "situation": "situationen",
    "trappa": "trappan",
    "sekretess": "sidan",
    "fråga": "frågan",
}
LONGEST = timedelta(days=2 * 366)
# The most in a month: one a week for an owner, one each working day of what nobody owns.
OWNED, NOBODYS = 4, 20


def review_overdue(model: Model) -> Iterator[Finding]:
    """The next review lies ahead, after the last one and not out of sight."""
    for thing in _reviewed(model):
        word = REVIEWED[thing.kind]
        due, done = thing.nästa_granskning, thing.granskad
        if thing.kind != "rutin" and not (due and done):
            missing = "granskad" if not done else "nästa_granskning"
            yield Finding(
                thing.at("namn"),
                "granskning-saknas",
                f"{word} saknar ”{missing}”.",
                "Skriv dagen för den senaste granskningen och för nästa, ÅÅÅÅ-MM-DD.",
                "varning",
            )
        if done and done > model.today:
            yield Finding(
                thing.at("granskad"),
                "granskning-framtid",
                f"{word} sägs vara granskad {done}, som inte har varit.",
                "Skriv dagen då den granskades.",
            )
        if due and done and due <= done:
            yield Finding(
                thing.at("nästa_granskning"),
                "granskning-ordning",
                f"nästa granskning ({due}) ligger inte efter den senaste ({done}).",
                "Rätta det ena av datumen.",
            )
        elif due and done and due - done > LONGEST:
            yield Finding(
                thing.at("nästa_granskning"),
                "granskning-långt-fram",
                f"nästa granskning ({due}) är mer än två år efter den senaste ({done}).",
                "Rätta datumet. Lagen hinner ändras på två år.",
            )
        elif due and due < model.today:
            yield Finding(
                thing.at("nästa_granskning"),
                "granskning-försenad",
                f"{word} skulle ha granskats {due}.",
                "Granska den mot lag och källor och skriv in de nya datumen.",
                "varning",
            )


def reviews_are_spread(model: Model) -> Iterator[Finding]:
    """No month has more reviews than its owner has time for.

    How many that is no law or source says; the numbers are the model's own. What nobody owns is counted together.
    """
    heaps: dict[tuple[str, int, int], list[Reviewed]] = {}
    for thing in sorted(_reviewed(model), key=lambda thing: (thing.nästa_granskning or date.max, thing.file)):
        if due := thing.nästa_granskning:
            found = owner(thing)
            heaps.setdefault((found.forum.id if found else "", due.year, due.month), []).append(thing)
    for (forum, _, _), things in heaps.items():
        most = OWNED if forum else NOBODYS
        if len(things) > most:
            due = things[most].nästa_granskning or date.max
            whose = f"”{forum}” äger" if forum else "ingen äger"
            yield Finding(
                things[most].at("nästa_granskning"),
                "granskning-hopad",
                f"{len(things)} granskningar av det som {whose} ligger i {swedish_month(due)}.",
                f"Flytta några, så att det blir högst {most} i månaden. Det som hör ihop granskas nära vartannat.",
                "varning",
            )


def lawyer_has_read(model: Model) -> Iterator[Finding]:
    """A lawyer read on a day that has been, and no text says that none has where one is said to have."""
    for thing in (model.region, *model.everything()):
        reading: Jurist | None = getattr(thing, "jurist", None)
        if reading and reading.datum > model.today:
            yield Finding(
                thing.at("jurist", "datum"),
                "granskning-framtid",
                f"en jurist sägs ha granskat {reading.datum}, som inte har varit.",
                "Skriv dagen då juristen granskade.",
            )
    for thing in model.everything():
        for place, value in values(thing) if model.lawyer(thing) else ():
            if isinstance(value, str) and NO_LAWYER in value:
                yield Finding(
                    thing.at(*place),
                    "jurist-motsägs",
                    "texten säger att ingen jurist har granskat, men ”jurist:” säger att en har det.",
                    "Ta bort meningen; sidan säger det själv.",
                )


def _reviewed(model: Model) -> list[Reviewed]:
    return [
        *model.all(Rutin),
        *model.all(Situation),
        *model.all(Trappa),
        *model.all(Sekretess),
        *model.all(Fråga),
    ]
