"""Rules for decisions: a day that has been, the text that was decided, and a word when it has changed since."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Beslut, Rutin, Thing
from samverkan.kinds.base import Place
from samverkan.kinds.beslut import Beslutet
from samverkan.local.decisions import decisions_on, own, since, version_of
from samverkan.phrases import count_of
from samverkan.resolve import Model


def decision_holds(model: Model) -> Iterator[Finding]:
    """Something was decided on a day that has been, and applies from then or later."""
    for thing, place, beslut in _decisions(model):
        if beslut.datum > model.today:
            yield Finding(
                thing.at(*place, "datum"),
                "beslut-framtid",
                f"beslutet sägs vara fattat {beslut.datum}, som inte har varit.",
                "Ta bort beslutet tills det är fattat, eller rätta datumet.",
            )
        if beslut.gäller_från < beslut.datum:
            yield Finding(
                thing.at(*place, "gäller_från"),
                "beslut-ordning",
                f"beslutet gäller från {beslut.gäller_från}, före beslutsdagen {beslut.datum}.",
                "Rätta det ena av datumen.",
            )


def decided_text_is_kept(model: Model) -> Iterator[Finding]:
    """The decided text stands as it was decided, and who is in charge is told when the page says something else."""
    for rutin in model.all(Rutin):
        if rutin.beslut and not decisions_on(model, rutin):
            yield Finding(
                rutin.at("beslut"),
                "beslut-utan-text",
                "beslutet står i rutinens fil, och ingen kan se vilken text som beslutades.",
                f"Kör: samverkan besluta rutin:{rutin.id}. Ta sedan bort ”beslut:” här.",
                "varning",
            )
    for beslut in model.all(Beslut):
        if beslut.version != version_of(beslut.lyder, beslut.namn_då):
            yield Finding(
                beslut.at("version"),
                "beslut-ändrad-text",
                "det under ”lyder:” eller ”namn_då:” är inte det som beslutades.",
                "Ta tillbaka ändringen. Är texten ny ska den beslutas på nytt: make besluta.",
            )
        if beslut.gäller_till and beslut.gäller_till <= beslut.gäller_från:
            message = f"beslutet slutar gälla {beslut.gäller_till} men börjar {beslut.gäller_från}."
            yield Finding(beslut.at("gäller_till"), "tid-baklänges", message, "Rätta det ena av datumen.")
        elif beslut.har_slutat(model.today):
            message = f"beslutet gällde till {beslut.gäller_till}."
            mend = "Besluta på nytt, eller ta bort filen."
            yield Finding(beslut.at("gäller_till"), "beslut-slut", message, mend, "varning")
        yield from _changed(model, beslut)


def _changed(model: Model, beslut: Beslut) -> Iterator[Finding]:
    """A later decision on the same thing, by the same, has taken its place."""
    if beslut.sak.till is None or own(beslut) != bool(model.local):
        return  # what the county has decided is the county's to decide again
    same = [one for one in decisions_on(model, beslut.sak.till) if own(one) == own(beslut)]
    latest = max(same, key=lambda one: one.datum)
    count = len(since(model, beslut)) if latest is beslut else 0
    if count:
        yield Finding(
            beslut.at("sak"),
            "beslut-text-har-ändrats",
            f"texten i {beslut.sak} har ändrats på {count_of(count, 'ställe', 'ställen')} sedan den beslutades.",
            "Besluta den nya texten: make besluta. Till dess visar sidan vad som skiljer.",
            "varning",
        )


def _decisions(model: Model) -> Iterator[tuple[Thing, Place, Beslut | Beslutet]]:
    yield from ((beslut, (), beslut) for beslut in model.all(Beslut))
    yield from ((rutin, ("beslut",), rutin.beslut) for rutin in model.all(Rutin) if rutin.beslut)
