"""An age or a place that no form of collaboration covers."""

from __future__ import annotations

from collections.abc import Iterator

from samverkan.grazoner.zon import Gråzon, Plats, Sort, cited
from samverkan.kinds import Huvudman, Samverkansform
from samverkan.kinds.labels import Finns
from samverkan.resolve import Model

SORT = Sort(
    "tackning",
    "En ålder eller en plats som ingen täcker",
    "Barn med samma behov får olika stöd beroende på hur gamla de är och var de bor.",
    "För en ålder under 18 år finns ingen samverkansform som är till för alla barn i åldern. Eller så finns en form "
    "inte i en kommun, eller ingen källa säger om den finns där. En kommuns webb räknar bara den egna kommunen.",
)
# A child is anybody below it: barnkonventionen, article 1.
GROWN = 18


def no_form_for_an_age(model: Model) -> Iterator[Gråzon]:
    """The ages below 18 that no form for all children of an age covers; nothing where there is no such form."""
    forms = sorted((f for f in model.all(Samverkansform) if not f.ålder_anmärkning), key=lambda form: form.ålder_från)
    uncovered = [age for age in range(GROWN) if not any(f.ålder_från <= age <= f.ålder_till for f in forms)]
    if forms and uncovered:
        yield Gråzon(
            SORT,
            tuple(Plats(form, form.namn, form.url, säger=f"{form.ålder_från}–{form.ålder_till} år") for form in forms),
            f"Ingen samverkansform är till för alla barn i de här åldrarna: {_spans(uncovered)}.",
            källor=cited(*(form.ålder_källor for form in forms)),
        )


def no_form_in_a_place(model: Model) -> Iterator[Gråzon]:
    """A form that is not in some kommun, or of which no source says so; a kommun's model tells of that kommun alone."""
    own = model.local.kommun if model.local else None
    kommuner = {huvudman.id for huvudman in model.all(Huvudman) if own in (None, huvudman.id)}
    for form in model.all(Samverkansform):
        lacking = [one for one in form.finns if one.finns != Finns.JA and one.huvudman.id in kommuner]
        places = [(word, tuple(one.huvudman.saken for one in lacking if one.finns == word)) for word in Finns]
        if lacking:
            yield Gråzon(
                SORT,
                tuple(Plats(form, form.namn, f"{form.url}#finns", vem, word.label) for word, vem in places if vem),
                "Formen finns inte i alla kommuner, eller så är det okänt.",
                källor=cited(*(one.källor for one in lacking)),
            )


def _spans(ages: list[int]) -> str:
    """Ages in words, those in a row together: ”7–12 år”."""
    first = [age for age in ages if age - 1 not in ages]
    last = [age for age in ages if age + 1 not in ages]
    spans = [str(low) if low == high else f"{low}–{high}" for low, high in zip(first, last, strict=True)]
    return f"{', '.join(spans)} år"
