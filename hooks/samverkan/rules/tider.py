"""Rules for days, years, ages and hours: what has been has been, and what ends does not end before it begins."""

import re
from collections.abc import Iterator
from datetime import date

from samverkan.findings import Finding, Mark
from samverkan.kinds import Huvudman, Händelse, Källa, Mötesplats, Pilot, Rutin, Samverkansform
from samverkan.kinds.base import LIKELY_YEARS
from samverkan.resolve import Model

OLDEST = 30  # years: what is told here is for children and young people
HOURS = re.compile(r"(?<![\d.])(\d{1,2})[.:](\d{2})(?:\s*[–-]\s*(\d{1,2})[.:](\d{2}))?(?![\d.])")


def what_was_done_has_been(model: Model) -> Iterator[Finding]:
    """A change was made and a source read on a day that has been; what is method says so."""
    for rutin in model.all(Rutin):
        for i, ändring in enumerate(rutin.ändringar):
            if ändring.datum > model.today:
                yield _ahead(rutin.at("ändringar", i, "datum"), "datum", ändring.datum)
    for källa in model.all(Källa):
        if källa.läst and källa.läst > model.today:
            yield _ahead(källa.at("läst"), "läst", källa.läst)
        if källa.år is not None and not 1800 <= källa.år <= model.today.year:
            yield _year(källa.at("år"), källa.år, model.today)
        elif källa.år and källa.läst and källa.läst.year < källa.år:
            yield Finding(
                källa.at("läst"),
                "tid-baklänges",
                f"källan lästes {källa.läst}, innan den gavs ut ({källa.år}).",
                "Rätta det ena.",
            )
        if källa.metod and not källa.märke:
            yield Finding(
                källa.at("metod"),
                "märke-saknas",
                f"källan ”{källa.namn}” är metod från en annan plats och tid, men har inget märke.",
                "Skriv ”märke:” med det som står på sidorna, till exempel ”Metod från Storstad 2010”.",
            )


def events_are_in_time(model: Model) -> Iterator[Finding]:
    """An event has a day that exists, has been, and comes before its end."""
    for händelse in model.all(Händelse):
        days = {field: getattr(händelse, field) for field in ("från", "till") if getattr(händelse, field)}
        for field, text in days.items():
            if not _exists(text):
                yield Finding(
                    händelse.at(field),
                    "fel-datum",
                    f"”{text}” är ingen dag, månad eller år som finns.",
                    f"Skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, mellan {LIKELY_YEARS[0]} och {LIKELY_YEARS[-1]}.",
                )
        end = days.get("till", "")
        if end and end[: len(days["från"])] < days["från"][: len(end)]:
            yield Finding(
                händelse.at("till"),
                "tid-baklänges",
                f"händelsen slutar {end} men börjar {days['från']}.",
                "Byt plats på dem, eller rätta den ena.",
            )
        if days["från"] > model.today.isoformat():
            yield Finding(
                händelse.at("från"),
                "framtida-dag",
                f"händelsen är {days['från']}, och har inte hänt ännu.",
                "Skriv dagen då det hände. Är det planerat: skriv det i texten till det som beslutade det.",
                "varning",
            )
        told = re.findall(r"\b(?:19|20)\d\d\b", händelse.när)
        if told and _exists(days["från"]) and days["från"][:4] not in told and min(told) > days["från"][:4]:
            yield Finding(
                händelse.at("när"),
                "tid-baklänges",
                f"läsaren får veta ”{händelse.när}”, men händelsen står under {days['från'][:4]}.",
                "Rätta det ena.",
            )


def forms_are_likely(model: Model) -> Iterator[Finding]:
    """A samverkansform is for ages that exist, in kommuner, since a year that has been."""
    for form in model.all(Samverkansform):
        for field in ("ålder_från", "ålder_till"):
            if not 0 <= getattr(form, field) <= OLDEST:
                yield Finding(
                    form.at(field),
                    "fel-ålder",
                    f"{getattr(form, field)} är ingen ålder på barn eller unga.",
                    f"Skriv åldern i år, 0–{OLDEST}.",
                )
        for i, finns in enumerate(form.finns):
            if finns.huvudman.till and finns.huvudman.till.typ != "kommun":
                yield Finding(
                    form.at("finns", i),
                    "inte-kommun",
                    f"{finns.huvudman.till.namn} är ingen kommun.",
                    "Skriv en rad för varje kommun, och ingen för regionen.",
                )
            if finns.sedan is not None and finns.finns != "ja":
                yield Finding(
                    form.at("finns", i, "sedan"),
                    "tid-baklänges",
                    f"formen finns sedan {finns.sedan}, men raden säger ”finns: {finns.finns}”.",
                    "Ta bort ”sedan:”, eller skriv ”finns: ja”.",
                )
            elif finns.sedan is not None and not LIKELY_YEARS[0] <= finns.sedan <= model.today.year:
                yield _year(form.at("finns", i, "sedan"), finns.sedan, model.today)
    for pilot in model.all(Pilot):
        for i, ref in enumerate(pilot.kommuner):
            if ref.till and ref.till.typ != "kommun":
                yield Finding(
                    pilot.at("kommuner", i), "inte-kommun", f"{ref.till.namn} är ingen kommun.", "Skriv kommunerna."
                )


def codes_belong_to_kommuner(model: Model) -> Iterator[Finding]:
    """A kommun has its own kommunkod, in four digits; the region has none."""
    seen: dict[str, Huvudman] = {}
    for huvudman in model.all(Huvudman):
        code = huvudman.kommunkod
        if (huvudman.typ == "kommun") != bool(code):
            yield Finding(
                huvudman.at("kommunkod") if code else huvudman.at("typ"),
                "kommunkod",
                f"{huvudman.namn} är en {huvudman.typ} och " + ("har en kommunkod." if code else "saknar kommunkod."),
                "Ta bort den." if code else 'Skriv ”kommunkod:” med fyra siffror inom citattecken: "0461".',
            )
        if code and code in seen:
            yield Finding(
                huvudman.at("kommunkod"), "kommunkod", f"{seen[code].namn} har samma kommunkod.", "Rätta den ena."
            )
        if code:
            seen.setdefault(code, huvudman)


def the_day_is_in_order(model: Model) -> Iterator[Finding]:
    """The hours of a programme exist, and no point ends before it begins."""
    for mötesplats in model.all(Mötesplats):
        places = [(("längd",), mötesplats.längd)]
        places += [(("program", i, "tid"), p.tid) for i, p in enumerate(mötesplats.program) if p.tid]  # type: ignore[misc]
        for place, text in places:
            for match in HOURS.finditer(text):
                hour, minute, to_hour, to_minute = (int(digits) if digits else None for digits in match.groups())
                exists = hour < 24 and minute < 60 and (to_hour is None or (to_hour < 25 and to_minute < 60))  # type: ignore[operator]
                if not exists or (to_hour is not None and (to_hour, to_minute) <= (hour, minute)):
                    yield Finding(
                        mötesplats.at(*place),
                        "tid-baklänges",
                        f"”{match[0]}” är ingen tid på dagen, eller slutar innan den börjar.",
                        "Skriv till exempel 13.00–14.30.",
                    )


def _exists(text: str) -> bool:
    parts = [int(part) for part in text.split("-")]
    try:
        return date(*(*parts, 1, 1)[:3]).year in LIKELY_YEARS
    except ValueError:
        return False


def _ahead(mark: Mark, field: str, day: date) -> Finding:
    return Finding(
        mark, "framtida-dag", f"”{field}” är {day}, en dag som inte har varit.", "Skriv dagen då det gjordes."
    )


def _year(mark: Mark, year: int, today: date) -> Finding:
    return Finding(mark, "fel-år", f"{year} är inget år som har varit.", f"Skriv ett år, senast {today.year}.")
