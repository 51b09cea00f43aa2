"""Rules for agreements: they have parties, and are told of before they end."""

from collections.abc import Iterator
from datetime import timedelta

from samverkan.findings import Finding
from samverkan.kinds import Avtal
from samverkan.resolve import Model

# So long before an agreement ends that a new one can be decided by everybody who is in it.
AHEAD = timedelta(days=270)
MONTH = timedelta(days=31)


def agreement_holds(model: Model) -> Iterator[Finding]:
    """An agreement has parties by one name each, ends after it begins, and is told of in time before it ends."""
    for avtal in model.all(Avtal):
        for i, part in enumerate(avtal.parter):
            if bool(part.huvudman) == bool(part.namn):
                mend = "Skriv ”huvudman:” för den som finns i modellen, annars ”namn:”."
                yield Finding(avtal.at("parter", i), "avtal-part", "parten ska ha ett av dem: huvudman, namn.", mend)
            if part.undertecknat and part.undertecknat > model.today:
                message = f"parten sägs ha skrivit under {part.undertecknat}, som inte har varit."
                yield Finding(avtal.at("parter", i, "undertecknat"), "framtida-dag", message, "Rätta dagen.")
        for i, beslut in enumerate(avtal.antaget):
            if beslut.datum > model.today:
                message = f"avtalet sägs vara antaget {beslut.datum}, som inte har varit."
                yield Finding(avtal.at("antaget", i, "datum"), "framtida-dag", message, "Rätta dagen.")
        begins, ends = avtal.gäller_från, avtal.gäller_till
        if begins and ends and ends <= begins:
            message = f"avtalet slutar {ends} men börjar {begins}."
            yield Finding(avtal.at("gäller_till"), "tid-baklänges", message, "Rätta det ena av datumen.")
        elif ends and ends < model.today and not avtal.märken:
            message = f"avtalet ”{avtal.namn}” gällde till {ends}."
            mend = "Skriv in det nya avtalet, eller vad som gäller nu under ”giltighet:”."
            yield Finding(avtal.at("gäller_till"), "avtal-slut", message, mend, "varning")
        elif ends and ends - max(AHEAD, MONTH * (avtal.uppsägningstid or 0)) < model.today and not avtal.märken:
            resting = ", ".join(str(ref) for ref in avtal.grund_för)
            message = f"avtalet ”{avtal.namn}” slutar {ends}." + (f" På det vilar {resting}." if resting else "")
            mend = "Bestäm om det förlängs, sägs upp eller ersätts, innan dess."
            yield Finding(avtal.at("gäller_till"), "avtal-slut", message, mend, "varning")
