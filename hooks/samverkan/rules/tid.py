"""Rules for a time limit: it is said in one way, rests on something, and can be counted."""

from calendar import monthrange
from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Forum, Rutin, Situation, Thing, Tid, Trappa
from samverkan.kinds.base import Place
from samverkan.kinds.labels import Månad, Tidsgrund
from samverkan.kinds.tid import Frist, Återkommer
from samverkan.resolve import Model

A_YEAR = 2027  # no leap year: a day in it is there every year
FEWEST_TIMES = 2  # once is the period itself


def limits(model: Model) -> Iterator[tuple[Thing, Place, Frist]]:
    """Every time limit, with where it stands."""
    for situation in model.all(Situation):
        for i, tid in enumerate(situation.tider):
            yield situation, ("tider", i), tid
    for rutin in model.all(Rutin):
        for n, steg in enumerate(rutin.steg):
            for i, tid in enumerate(steg.tider):
                yield rutin, ("steg", n, "tider", i), tid
    for trappa in model.all(Trappa):
        for n, nivå in enumerate(trappa.trappsteg):
            for i, tid in enumerate(nivå.tider):
                yield trappa, ("trappsteg", n, "tider", i), tid
    for forum in model.all(Forum):
        for i, rapport in enumerate(forum.rapporterar):
            yield forum, ("rapporterar", i, "tid"), rapport.tid
        if forum.vidare_till and forum.vidare_till.högst:
            yield forum, ("vidare_till", "högst"), forum.vidare_till.högst


def time_limit_has_basis(model: Model) -> Iterator[Finding]:
    """A time limit of kind `lag` names its lagrum, `beslutad` a decided source; the other kinds name their source."""
    for thing, place, tid in limits(model):
        mark = thing.at(*place, "typ")
        if tid.typ is Tidsgrund.LAG and not tid.lagrum:
            yield Finding(
                mark,
                "tid-utan-lagrum",
                f"tidsgränsen ”{tid.lyder}” sägs stå i lagen men har inget lagrum.",
                "Skriv lagrummet under ”lagrum:”, eller ändra typen till förarbete, beslutad eller lokal.",
            )
        if tid.typ is not Tidsgrund.LAG and not tid.källor:
            yield Finding(
                mark,
                "tid-utan-källa",
                f"tidsgränsen ”{tid.lyder}” har ingen källa.",
                "Skriv källan och platsen i den under ”källor:”.",
            )
        sources = [h.källa.till for h in tid.källor if h.källa.till]
        if tid.typ is Tidsgrund.BESLUTAD and sources and not any(källa.beslutad for källa in sources):
            yield Finding(
                mark,
                "tid-utan-beslut",
                f"tidsgränsen ”{tid.lyder}” sägs vara beslutad, men ingen av källorna är ett beslut.",
                "Lägg in beslutet som en källa (typ: beslut, policy, riktlinje eller överenskommelse), "
                "eller skriv ”typ: lokal”.",
            )


def limit_is_said_once(model: Model) -> Iterator[Finding]:
    """A limit is written in words or said by its recurrence, and a recurrence can happen."""
    for thing, place, tid in limits(model):
        back = tid.återkommer if isinstance(tid, Tid) else None
        if bool(tid.när) == bool(back):
            message = "tiden står både i ”när” och i ”återkommer”." if tid.när else "tiden säger inte när."
            mend = "Skriv ”när:” för en gräns, eller ”återkommer:” för det som görs om och om igen."
            yield Finding(thing.at(*place), "tid-när", message, mend)
        if back:
            yield from _happens(thing, (*place, "återkommer"), back)
    for forum in model.all(Forum):
        for i, möte in enumerate(forum.möten):
            yield from _happens(forum, ("möten", i), möte)


def days_are_the_calendars(model: Model) -> Iterator[Finding]:
    """A limit in working days has no `dagar`: the web counts those by the calendar, and would name too early a day."""
    for thing, place, tid in limits(model):
        if isinstance(tid, Tid) and tid.dagar and "arbetsdag" in tid.lyder.casefold():
            yield Finding(
                thing.at(*place, "dagar"),
                "tid-arbetsdagar",
                f"tidsgränsen ”{tid.lyder}” räknas i arbetsdagar, men ”dagar” är dagar i almanackan.",
                "Ta bort ”dagar:”. Gränsen står ändå i ord.",
            )


def a_limit_follows_one_in_days(model: Model) -> Iterator[Finding]:
    """What a limit is counted after is a step that exists, with a limit in days, and not in a circle."""
    for thing, place, tid in limits(model):
        if not isinstance(tid, Tid) or tid.efter is None or tid.efter.rutin.till is None or tid.efter.rutin.till.utgår:
            continue  # what does not exist is told of elsewhere
        before = tid.efter.tid
        if before is None or before.efter or not before.räknas_från or not tid.dagar:
            yield Finding(
                thing.at(*place, "efter"),
                "tid-efter",
                f"tiden räknas efter steget ”{tid.efter.steg}”, och går inte att räkna ihop.",
                "Båda ska ha ”dagar”. Steget ska finnas, ha ”räknas_från” och inte själv räknas efter ett annat.",
            )


def _happens(thing: Thing, place: Place, ofta: Återkommer) -> Iterator[Finding]:
    if not (ofta.period or ofta.månader or ofta.före_varje or ofta.efter_varje):
        mend = "Skriv ”period:”, ”månader:”, ”före_varje:” eller ”efter_varje:”."
        yield Finding(thing.at(*place), "återkommer-när", "det står inte hur ofta det återkommer.", mend)
    if ofta.var is not None and (ofta.var < 1 or not ofta.period):
        mend = "Skriv ett tal från 1 och en ”period:”: var 3 och månad är var tredje månad."
        yield Finding(thing.at(*place), "återkommer-var", f"”var: {ofta.var}” säger inte hur ofta.", mend)
    if ofta.gånger is not None and (ofta.gånger < FEWEST_TIMES or not ofta.period or ofta.var is not None):
        mend = "Skriv ett tal från 2 och en ”period:”, utan ”var:”. En gång om året är bara ”period: år”."
        yield Finding(
            thing.at(*place, "gånger"), "återkommer-gånger", f"”gånger: {ofta.gånger}” säger inte hur ofta.", mend
        )
    if ofta.dag is not None and not (ofta.månader and 1 <= ofta.dag <= min(map(_length, ofta.månader))):
        mend = "Skriv en dag som finns i varje månad under ”månader:”."
        yield Finding(
            thing.at(*place, "dag"), "återkommer-dag", f"dagen {ofta.dag} finns inte i månaderna varje år.", mend
        )
    if ofta.före_varje and ofta.efter_varje:
        message = "det står både före och efter vad det görs."
        yield Finding(thing.at(*place), "återkommer-när", message, "Skriv en av dem, eller två tider.")
    if ofta.inom is not None and not ((ofta.före_varje or ofta.efter_varje) and ofta.inom > 0):
        mend = "Skriv antalet dagar, och under ”före_varje:” eller ”efter_varje:” det som de räknas från."
        yield Finding(thing.at(*place, "inom"), "återkommer-inom", "det står inte vad dagarna räknas från.", mend)


def _length(month: Månad) -> int:
    """How many days a month has every year."""
    return monthrange(A_YEAR, list(Månad).index(month) + 1)[1]
