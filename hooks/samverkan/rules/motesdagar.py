"""Rules for the days on which a forum meets: they can be kept, and they lie ahead."""

from collections.abc import Iterator

from samverkan.findings import Finding, Mark
from samverkan.kinds import Forum
from samverkan.kinds.motesdag import EVERY_MONTH, Mötesdag
from samverkan.phrases import swedish_date
from samverkan.resolve import Model


def days_can_be_met(model: Model) -> Iterator[Finding]:
    """A series says how often and until when; what is excepted is in it; a meeting ends after it begins."""
    for forum in model.all(Forum):
        for n, möte in enumerate(forum.mötesdagar):
            field, message, mend = _series(möte)
            if message:
                yield Finding(forum.at("mötesdagar", n, field), "mötesdag-serie", message, mend)
            else:
                yield from _excepted(forum.at("mötesdagar", n, "utom"), möte)
            if möte.slutar and (not möte.börjar or möte.slutar <= möte.börjar):
                message = f"mötet slutar {möte.slutar}, men börjar inte före det."
                mend = "Skriv ”börjar:” med ett tidigare klockslag, eller ta bort ”slutar:”."
                yield Finding(forum.at("mötesdagar", n, "slutar"), "mötesdag-tid", message, mend)


def days_lie_ahead(model: Model) -> Iterator[Finding]:
    """A warning where the last day has been: the calendar says nothing of what comes."""
    for forum in model.all(Forum):
        for n, möte in enumerate(forum.mötesdagar):
            last = max(möte.serien)
            if last < model.today:
                yield Finding(
                    forum.at("mötesdagar", n, "dag"),
                    "mötesdag-förbi",
                    f"mötesdagen ”{möte.id}” var {swedish_date(last)}.",
                    "Skriv nästa dag, eller ta bort mötesdagen.",
                    "varning",
                )


def _series(möte: Mötesdag) -> tuple[str, str, str]:
    """The field, what is wrong, and how to mend it; empty where nothing is."""
    if bool(möte.period) != bool(möte.sista) or (möte.var is not None and (möte.var < 1 or not möte.period)):
        mend = "Skriv både ”period:” och ”sista:”, och ”var:” som ett tal från 1. En enda dag har inget av dem."
        return "id", "serien säger inte hur ofta ni möts eller när den slutar.", mend
    if möte.sista and möte.sista < möte.dag:
        return "sista", "serien slutar innan den börjar.", "Skriv en dag efter ”dag:”."
    if möte.period == "månad" and möte.i_ordningen > EVERY_MONTH:
        mend = "Skriv en mötesdag för varje möte, utan ”period:”."
        return "dag", "den femte veckodagen finns inte i varje månad.", mend
    return "", "", ""


def _excepted(mark: Mark, möte: Mötesdag) -> Iterator[Finding]:
    for day in möte.utom:
        if day not in möte.serien:
            message = f"{swedish_date(day)} är ingen dag i serien."
            yield Finding(mark, "mötesdag-utom", message, "Ta bort dagen, eller skriv den dag då ni inte möts.")
    if not möte.dagar:
        yield Finding(mark, "mötesdag-utom", "ingen dag är kvar i serien.", "Ta bort mötesdagen.")
