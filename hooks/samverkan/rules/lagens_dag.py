"""Rules for law that grows old: what changes, and when, and how long ago somebody read it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from samverkan.findings import Finding
from samverkan.kinds import Lagrum
from samverkan.phrases import spot
from samverkan.resolve import Model

AHEAD = timedelta(days=90)
FAR = timedelta(days=5 * 366)


def law_changes(model: Model) -> Iterator[Finding]:
    """A coming wording is told of in the ninety days before; once it applies, somebody must have read it."""
    for lagrum in model.all(Lagrum):
        new, first = lagrum.ny_lydelse, lagrum.gäller_från
        if new and new.från > model.today and new.från - model.today <= AHEAD:
            what = f"{new.lydelse}: {new.innebär}" if new.lydelse and new.innebär else new.innebär or new.lydelse
            # A wording of several paragraphs is told on one line.
            what = " ".join((what or "Ingen har läst den nya lydelsen.").split())
            yield Finding(
                lagrum.at("ny_lydelse", "från"),
                "lydelse-ändras",
                f"{lagrum.beteckning} ändras {new.från}. {what} {touched(model, lagrum)}",
                "Läs den nya lydelsen och de sidor som berörs. Skriv det som då ska gälla under ”ny_lydelse” "
                "och, på sidorna, under ”kommande”.",
                "varning",
            )
        elif new and new.från <= model.today and not new.kontrollerad:
            yield Finding(
                lagrum.at("ny_lydelse", "från"),
                "lydelse-oläst",
                f"{lagrum.beteckning} ändrades {new.från}, och ingen har läst den nya lydelsen. "
                f"{touched(model, lagrum)}",
                "Läs den. Skriv vad den betyder i ”innebär” och dagen i ”kontrollerad”, och ta bort ”ny_lydelse”.",
            )
        elif new and new.från <= model.today:
            yield Finding(
                lagrum.at("ny_lydelse", "från"),
                "lydelse-gäller",
                f"{lagrum.beteckning} ändrades {new.från}; webben visar den nya lydelsen, läst {new.kontrollerad}.",
                "Läs den en gång till. Flytta in texten i ”innebär” och ta bort ”ny_lydelse”.",
                "varning",
            )
        if not (new and new.från <= model.today) and first and first > model.today:
            if first - model.today > FAR:
                message, mend = f"{lagrum.beteckning} gäller från {first}, långt fram i tiden.", "Rätta datumet."
                yield Finding(lagrum.at("gäller_från"), "lagrum-framtid", message, mend)
            elif first - model.today <= AHEAD:
                yield Finding(
                    lagrum.at("gäller_från"),
                    "lydelse-ändras",
                    f"{lagrum.beteckning} börjar gälla {first}. {touched(model, lagrum)}",
                    "Läs de sidor som berörs. Skriv det som då ska gälla under ”kommande” på dem.",
                    "varning",
                )


def law_was_read_lately(model: Model) -> Iterator[Finding]:
    """Somebody has read the law within six months, on a day that has been."""
    for lagrum in model.all(Lagrum):
        for place, day in _read_days(lagrum):
            if day > model.today:
                yield Finding(
                    lagrum.at(*place),
                    "kontroll-framtid",
                    f"{lagrum.beteckning} sägs vara läst {day}, som inte har varit.",
                    "Skriv dagen då lydelsen lästes.",
                )
        if lagrum.läses_igen < model.today:
            yield Finding(
                lagrum.at("kontrollerad"),
                "kontroll-gammal",
                f"{lagrum.beteckning} lästes senast {lagrum.kontrollerad}, för mer än sex månader sedan.",
                "Läs lydelsen igen och skriv in dagen.",
                "varning",
            )


def law_stands_once(model: Model) -> Iterator[Finding]:
    """A section has one file, and a law one SFS number and one short name."""
    all_of_it = model.all(Lagrum)
    first: dict[str, Lagrum] = {}
    for lagrum in all_of_it:
        other = first.setdefault(lagrum.beteckning, lagrum)
        if other is not lagrum:
            yield Finding(
                lagrum.at("id"),
                "dubbelt-lagrum",
                f"{lagrum.beteckning} står också i {other.file}.",
                "Behåll en av filerna, eller rätta kapitel och paragraf.",
            )
    pairs = Counter((lagrum.förkortning, lagrum.sfs) for lagrum in all_of_it)
    for lagrum in all_of_it:
        mine = pairs[lagrum.förkortning, lagrum.sfs]
        for short, sfs in pairs:
            if short == lagrum.förkortning and sfs != lagrum.sfs and pairs[short, sfs] >= mine:
                yield Finding(
                    lagrum.at("sfs"),
                    "fel-sfs",
                    f"{short} har SFS-nummer {lagrum.sfs} här men {sfs} i andra filer.",
                    f"Är det samma lag: skriv ”{sfs}”. Är det en annan lag: ge den en egen förkortning.",
                )


def touched(model: Model, lagrum: Lagrum) -> str:
    """What rests on a lagrum, in words: pages and steps, the checklists of those, kommuner's deviations."""
    told: dict[str, list[str]] = {}
    kommuner: set[str] = set()
    for thing, place in lagrum.används_av:
        where = told.setdefault(f"{thing.kind} ”{thing.namn}”", [])
        label, _ = spot(thing, place)
        if label != thing.namn and label not in where:
            where.append(label)
        kommuner.update(model.deviating.get((thing.folder, thing.id), ()))
    pages = [f"{name} ({'; '.join(parts)})" if parts else name for name, parts in told.items()]
    steps = any(thing.kind == "rutin" and place[0] == "steg" for thing, place in lagrum.används_av)
    lists = " Rutinernas checklistor berörs också." if steps else ""
    own = f" Avvikelser i: {', '.join(sorted(kommuner))}." if kommuner else ""
    return f"Berör: {', '.join(pages)}.{lists}{own}" if pages else "Ingen sida vilar på det."


def _read_days(lagrum: Lagrum) -> Iterator[tuple[tuple[str, ...], date]]:
    yield ("kontrollerad",), lagrum.kontrollerad
    if lagrum.ny_lydelse and lagrum.ny_lydelse.kontrollerad:
        yield ("ny_lydelse", "kontrollerad"), lagrum.ny_lydelse.kontrollerad
