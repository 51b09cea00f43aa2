"""Rules for how a routine goes on: each way leads somewhere, each step is come to, and nobody goes round for ever."""

from collections.abc import Iterator
from difflib import get_close_matches

from samverkan.findings import Finding
from samverkan.flow import endless, reached, ways
from samverkan.kinds import Rutin, Steg, Väg
from samverkan.kinds.base import Place
from samverkan.resolve import Model

# What a way out of a routine may lead to: a page that tells the reader what to do next.
NEXT_PAGES = ("rutin", "situation", "fråga", "trappa", "lucka", "forum", "samverkansform", "checklista")


def ways_lead_on(model: Model) -> Iterator[Finding]:
    """A way has one goal that exists, its own condition where there are several, and a limit where it leads back."""
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            said: set[str] = set()
            for j, väg in enumerate(steg.vägar):
                place: Place = ("steg", i, "vägar", j)
                yield from _goal(rutin, steg, väg, place)
                if väg.om is None and len(steg.vägar) > 1:
                    message = f"steget ”{steg.namn}” har flera vägar, och den här säger inte när den gäller."
                    yield Finding(rutin.at(*place), "väg-utan-villkor", message, "Skriv villkoret under ”om:”.")
                elif väg.om and väg.om.casefold() in said:
                    message = f"två vägar i steget ”{steg.namn}” gäller ”{väg.om}”."
                    yield Finding(rutin.at(*place, "om"), "väg-dubbel", message, "Skriv vad som skiljer dem.")
                said.add((väg.om or "").casefold())
            for way in ways(rutin, i):
                if way.tillbaka and way.väg and not way.väg.gräns:
                    yield Finding(
                        rutin.at("steg", i, "vägar", steg.vägar.index(way.väg)),
                        "väg-utan-gräns",
                        f"steget ”{steg.namn}” leder tillbaka till ”{way.väg.steg}” utan att säga hur många gånger.",
                        "Skriv ”gräns:”, till exempel ”högst två gånger, sedan avgör rektor”.",
                    )


def every_step_is_reached(model: Model) -> Iterator[Finding]:
    """Somebody who begins at the first step can come to each of the others, and out from each."""
    for rutin in model.all(Rutin):
        there = reached(rutin)
        for i, steg in enumerate(rutin.steg):
            if steg.id not in there:
                # What a kommun has added may have lost its way when the county's routine began to branch.
                own = rutin.avvikelse is not None and steg.id in rutin.avvikelse.added
                yield Finding(
                    rutin.at("steg", i, "id"),
                    "steg-utan-väg-dit",
                    f"ingen väg leder till steget ”{steg.namn}”.",
                    f"Skriv en väg dit, ”steg: {steg.id}”, eller ta bort steget.",
                    "varning" if own else "fel",
                )
        for steg in endless(rutin):
            if steg.id in there:
                yield Finding(
                    rutin.at("steg", rutin.steg.index(steg), "id"),
                    "väg-utan-slut",
                    f"från steget ”{steg.namn}” kommer ingen ut ur rutinen: alla vägar leder runt.",
                    "Skriv en väg till som slutar (”slut:”) eller leder till en annan sida (”till:”).",
                )


def goes_on_beside_an_earlier(model: Model) -> Iterator[Finding]:
    """A step that goes on at the same time as others names earlier steps of the routine."""
    for rutin in model.all(Rutin):
        ids = [steg.id for steg in rutin.steg]
        for i, steg in enumerate(rutin.steg):
            for j, id in enumerate(steg.samtidigt_med):
                if id not in ids[:i]:
                    yield Finding(
                        rutin.at("steg", i, "samtidigt_med", j),
                        "okänt-steg" if id not in ids else "samtidigt-ordning",
                        f"”{id}” är inget tidigare steg i rutinen.",
                        f"Skriv steget som börjar först: {', '.join(ids[:i]) or 'det här är det första'}.",
                    )


def _goal(rutin: Rutin, steg: Steg, väg: Väg, place: Place) -> Iterator[Finding]:
    goals = [name for name in ("steg", "till", "slut") if getattr(väg, name) is not None]
    if len(goals) != 1:
        message = f"en väg ur steget ”{steg.namn}” " + ("leder till flera." if goals else "leder ingenstans.")
        mend = "Skriv ett av dem: ”steg:” i samma rutin, ”till:” en annan sida, eller ”slut:” och vad som då gäller."
        yield Finding(rutin.at(*place), "väg-mål", message, mend)
    ids = [other.id for other in rutin.steg]
    if väg.steg is not None and väg.steg not in ids:
        near = get_close_matches(väg.steg, ids, 1) or ids[:1]
        yield Finding(
            rutin.at(*place, "steg"),
            "okänt-steg",
            f"rutinen ”{rutin.namn}” har inget steg ”{väg.steg}”.",
            f"Stegen är {', '.join(ids)}. Menade du ”{near[0]}”?",
        )
    if väg.till is None:
        return
    if väg.till.till is rutin:
        message = f"vägen ur steget ”{steg.namn}” leder till rutinen själv."
        yield Finding(rutin.at(*place, "till"), "väg-mål", message, "Skriv steget under ”steg:”.")
    elif väg.till.kind not in NEXT_PAGES:
        message = f"vägen ur steget ”{steg.namn}” leder till {väg.till}, som inte säger vad läsaren gör sedan."
        yield Finding(rutin.at(*place, "till"), "väg-mål", message, f"En väg kan leda till {', '.join(NEXT_PAGES)}.")
