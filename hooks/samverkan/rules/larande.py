"""Rules for what was learnt: every recommendation is answered or said to be open; no kommun is left out."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Huvudman, Lärdom, Samverkansform
from samverkan.resolve import Model


def recommendation_answered(model: Model) -> Iterator[Finding]:
    """A recommendation says what in the model answers it, or that nothing does; an answer names something."""
    for lärdom in model.all(Lärdom):
        if bool(lärdom.form) == bool(lärdom.studie):
            yield Finding(
                lärdom.at("namn"),
                "lärdom-ursprung",
                "lärdomen har " + ("både form och studie." if lärdom.form else "varken form eller studie."),
                "Skriv en av dem: samverkansformen den gäller, eller studien den kommer från.",
            )
        if lärdom.typ == "rekommendation" and bool(lärdom.svar) == bool(lärdom.obesvarad):
            yield Finding(
                lärdom.at("svar") if lärdom.svar else lärdom.at("namn"),
                "rekommendation-svar",
                f"rekommendationen ”{lärdom.namn}” "
                + ("är både besvarad och obesvarad." if lärdom.svar else "säger inte vad som svarar på den."),
                "Skriv ”svar:” med det i modellen som svarar, eller ”obesvarad:” med det som saknas.",
            )
        if lärdom.delvis and not lärdom.svar:
            yield Finding(
                lärdom.at("delvis"),
                "rekommendation-svar",
                "modellen kan inte svara till en del när inget svar står här.",
                "Skriv det som svarar under ”svar:”, eller byt ”delvis:” mot ”obesvarad:”.",
            )
        for i, svar in enumerate(lärdom.svar):
            if not svar.refs:
                yield Finding(
                    lärdom.at("svar", i),
                    "rekommendation-svar",
                    "svaret pekar inte på något i modellen.",
                    "Skriv en rutin, ett forum, en checklista, en metod eller en mötesplats.",
                )


def form_tells_every_kommun(model: Model) -> Iterator[Finding]:
    """A samverkansform says of each kommun, once, whether it exists there; its ages are in order."""
    kommuner = {huvudman.id for huvudman in model.all(Huvudman) if huvudman.typ == "kommun"}
    for form in model.all(Samverkansform):
        told = [förekomst.huvudman.id for förekomst in form.finns]
        missing = sorted(kommuner - set(told))
        if missing:
            yield Finding(
                form.at("finns"),
                "kommun-saknas",
                f"formen säger inget om {', '.join(missing)}.",
                "Skriv en rad för varje kommun; vet källan inte: ”finns: framgår_inte”.",
            )
        doubles = sorted({id for id in told if told.count(id) > 1})
        if doubles:
            yield Finding(
                form.at("finns"), "kommun-saknas", f"{', '.join(doubles)} står två gånger.", "Ta bort den ena raden."
            )
        if form.ålder_från > form.ålder_till:
            yield Finding(
                form.at("ålder_från"),
                "ålder-ordning",
                f"åldern börjar på {form.ålder_från} men slutar på {form.ålder_till}.",
                "Byt plats på dem, eller rätta den ena.",
            )
