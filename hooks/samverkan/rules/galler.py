"""Rules for whom something is for: it says something, and its ages are ages."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Rutin, Thing, Trappa
from samverkan.kinds.base import Place
from samverkan.kinds.galler import Gäller
from samverkan.resolve import Model
from samverkan.rules.tider import OLDEST

ADULT = 18  # years: föräldrabalken 9:1


def applies_to_somebody(model: Model) -> Iterator[Finding]:
    """What says when it applies says something, in ages that exist; what changes at 18 is for those who turn 18."""
    for thing, place, gäller in _all(model):
        if not (gäller.lyder or gäller.vid_18):
            yield Finding(
                thing.at(*place), "gäller-tomt", "”gäller” säger ingenting.", "Skriv villkoret, eller ta bort."
            )
        ages = [age for age in (gäller.ålder_från, gäller.ålder_till) if age is not None]
        for age in ages:
            if not 0 <= age <= OLDEST:
                message = f"{age} är ingen ålder på barn eller unga."
                yield Finding(thing.at(*place), "fel-ålder", message, f"Skriv åldern i år, 0–{OLDEST}.")
        if len(ages) > 1 and ages[0] > ages[1]:
            message = f"åldern börjar på {ages[0]} men slutar på {ages[1]}."
            yield Finding(thing.at(*place, "ålder_från"), "ålder-ordning", message, "Byt plats på dem.")
        if gäller.vid_18 and gäller.ålder_till is not None and gäller.ålder_till < ADULT - 1:
            message = f"den som är högst {gäller.ålder_till} år fyller inte 18."
            yield Finding(thing.at(*place, "vid_18"), "fel-ålder", message, "Rätta åldern, eller ta bort ”vid_18:”.")


def _all(model: Model) -> Iterator[tuple[Thing, Place, Gäller]]:
    for rutin in model.all(Rutin):
        if rutin.gäller:
            yield rutin, ("gäller",), rutin.gäller
        for i, steg in enumerate(rutin.steg):
            if steg.gäller:
                yield rutin, ("steg", i, "gäller"), steg.gäller
    for trappa in model.all(Trappa):
        if trappa.gäller:
            yield trappa, ("gäller",), trappa.gäller
        for i, nivå in enumerate(trappa.trappsteg):
            if nivå.gäller:
                yield trappa, ("trappsteg", i, "gäller"), nivå.gäller
