"""Rules for the days on which a forum meets: they can be kept, and they lie ahead."""

from collections import Counter
from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Forum
from samverkan.kinds.motesdag import EVERY_MONTH, Mötesdag
from samverkan.phrases import swedish_date
from samverkan.resolve import Model


def days_can_be_met(model: Model) -> Iterator[Finding]:
    """A series says how often and until when; what is excepted is in it; a meeting ends after it begins."""
    for forum in model.all(Forum):
        count = Counter(möte.id for möte in forum.mötesdagar)
        for n, möte in enumerate(forum.mötesdagar):
            for field, code, message, mend in _wrong(möte):
                yield Finding(forum.at("mötesdagar", n, field), code, message, mend)
            if count[möte.id] > 1:
                message, mend = f"fler än en mötesdag heter ”{möte.id}”.", "Ge varje mötesdag ett eget id."
                yield Finding(forum.at("mötesdagar", n, "id"), "mötesdag-id", message, mend)


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


def _wrong(möte: Mötesdag) -> Iterator[tuple[str, str, str, str]]:
    """The field, the code, what is wrong, and how to mend it."""
    if bool(möte.period) != bool(möte.sista) or (möte.var is not None and (möte.var < 1 or not möte.period)):
        mend = "Skriv både ”period:” och ”sista:”, och ”var:” som ett tal från 1. En enda dag har inget av dem."
        yield "id", "mötesdag-serie", "serien säger inte hur ofta ni möts eller när den slutar.", mend
    elif möte.sista and möte.sista < möte.dag:
        yield "sista", "mötesdag-serie", "serien slutar innan den börjar.", "Skriv en dag efter ”dag:”."
    elif möte.period == "månad" and möte.i_ordningen > EVERY_MONTH:
        message = "den femte veckodagen finns inte i varje månad."
        yield "dag", "mötesdag-serie", message, "Skriv en mötesdag för varje möte, utan ”period:”."
    else:
        for day in möte.utom:
            if day not in möte.serien:
                message = f"{swedish_date(day)} är ingen dag i serien."
                yield "utom", "mötesdag-utom", message, "Ta bort dagen, eller skriv den dag då ni inte möts."
        if not möte.dagar:
            yield "utom", "mötesdag-utom", "ingen dag är kvar i serien.", "Ta bort mötesdagen."
    if möte.slutar and (not möte.börjar or möte.slutar <= möte.börjar):
        message = f"mötet slutar {möte.slutar}, men börjar inte före det."
        yield "slutar", "mötesdag-tid", message, "Skriv ”börjar:” med ett tidigare klockslag, eller ta bort ”slutar:”."
