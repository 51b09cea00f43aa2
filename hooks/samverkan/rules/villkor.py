"""Rules for what orders somebody to act: it says what it rests on, and the law's conditions come with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samverkan.findings import Finding
from samverkan.kinds import LINK, Checklista, Fråga, Ref, Rutin, Sekretess, Situation, Steg, Thing, Trappa, Övning
from samverkan.kinds.base import Avbockning, Handling, Place
from samverkan.kinds.lagrum import Lagrum, Villkor
from samverkan.resolve import Model


@dataclass(frozen=True)
class Carried:
    """A condition that an ordering text has to carry, and whether it does."""

    thing: Thing
    place: Place
    lagrum: Lagrum
    villkor: Villkor
    carries: bool


def conditions(model: Model) -> Iterator[Carried]:
    """Each condition of each lagrum that an ordering text rests on."""
    for thing, place, text, refs in _ordering(model):
        linked = {link["target"] for link in LINK.finditer(text)}
        words = " ".join(LINK.sub(r"\g<text>", text).replace("*", "").split())
        for ref in refs:
            if (lagrum := ref.till) is None:
                continue
            for villkor in lagrum.villkor:
                said = any(re.search(rf"(?<!\w){re.escape(ord)}", words, re.IGNORECASE) for ord in villkor.ord)
                yield Carried(thing, place, lagrum, villkor, said or f"lagrum:{ref.id}" in linked)


def conditions_carried(model: Model) -> Iterator[Finding]:
    """A text that orders an act carries every condition of the law behind it, or links that law."""
    for found in conditions(model):
        if found.carries:
            continue
        lagrum = found.lagrum
        yield Finding(
            found.thing.at(*found.place),
            "villkor-saknas",
            f"texten vilar på {lagrum.beteckning} men säger inte villkoret ”{found.villkor.text}”.",
            f"Skriv in det, med något av orden {', '.join(f'”{ord}”' for ord in found.villkor.ord)}. "
            f"Eller länka lagrummet: [{lagrum.beteckning}](lagrum:{lagrum.id}).",
        )


def points_rest_on_something(model: Model) -> Iterator[Finding]:
    """A point that somebody is to follow has its law, its source, or says that it is the model's own advice.

    What a kommun has added itself rests on the kommun's decision.
    """
    for thing, place, punkt in points(model):
        if not (punkt.lagrum or punkt.källor or punkt.stöd) and not _own(thing, punkt):
            yield Finding(
                thing.at(*place),
                "stöd-saknas",
                f"punkten ”{punkt.id}” säger inte vad den vilar på.",
                "Skriv ”lagrum:” eller ”källor:”. Säger varken lag eller källa det: skriv ”stöd: modellen”.",
            )


def points(model: Model) -> Iterator[tuple[Thing, Place, Handling]]:
    """Every point of a step, a fråga, a situation, a stair and a free checklist, with its place."""
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            for j, punkt in enumerate(steg.punkter):
                yield rutin, ("steg", i, "punkter", j), punkt
    for fråga in model.all(Fråga):
        for i, åtgärd in enumerate(fråga.gör_så):
            yield fråga, ("gör_så", i), åtgärd
    for situation in model.all(Situation):
        for i, råd in enumerate(situation.gör_nu):
            yield situation, ("gör_nu", i), råd
    for trappa in model.all(Trappa):
        for i, nivå in enumerate(trappa.trappsteg):
            for j, görs in enumerate(nivå.gör):
                yield trappa, ("trappsteg", i, "gör", j), görs
    for checklista in model.all(Checklista):
        for i, avsnitt in enumerate(checklista.avsnitt):
            for j, fri in enumerate(avsnitt.punkter):
                yield checklista, ("avsnitt", i, "punkter", j), fri


def _ordering(model: Model) -> Iterator[tuple[Thing, Place, str, list[Ref[Lagrum]]]]:
    """Every text that orders an act, its place, and the law that it rests on."""
    for thing, place, punkt in points(model):
        refs = punkt.lagrum
        if not refs and (steg := _step(thing, punkt)):
            # Where a step has one law alone, its points are about that, whatever else they name.
            refs = steg.lagrum if len(steg.lagrum) == 1 else []
        om = punkt.om if isinstance(punkt, Avbockning) else None
        yield thing, (*place, "text"), f"{om}: {punkt.text}" if om else punkt.text, refs
    for rutin in model.all(Rutin):
        yield rutin, ("sammanfattning",), rutin.sammanfattning, rutin.sammanfattning_lagrum
    for fråga in model.all(Fråga):
        yield fråga, ("kort_svar",), fråga.kort_svar, fråga.lagrum
        yield fråga, ("svar",), fråga.svar, fråga.lagrum
    for situation in model.all(Situation):
        for name, told in (("berätta", situation.berätta), ("berätta_inte", situation.berätta_inte)):
            for i, besked in enumerate(told):
                yield situation, (name, i, "vad"), f"{besked.till}: {besked.vad}", besked.lagrum
        for i, misstag in enumerate(situation.gör_inte):
            yield situation, ("gör_inte", i, "text"), f"{misstag.text} {misstag.därför}", misstag.lagrum
        for i, regel in enumerate(situation.lagen):
            yield situation, ("lagen", i, "text"), regel.text, regel.lagrum
    for sida in model.all(Sekretess):
        for i, svar in enumerate(sida.svar):
            yield sida, ("svar", i, "vad"), svar.vad, svar.lagrum
    for övning in model.all(Övning):
        for i, facit in enumerate(övning.facit):
            yield övning, ("facit", i, "text"), facit.text, facit.lagrum


def _own(thing: Thing, punkt: Handling) -> bool:
    """Whether the kommun has added the point, or the step or thing that holds it."""
    deviation = thing.avvikelse
    if not deviation:
        return False
    steg = _step(thing, punkt)
    return deviation.verb == "tillägg" or punkt.id in deviation.added or bool(steg and steg.id in deviation.added)


def _step(thing: Thing, punkt: Handling) -> Steg | None:
    """The step that a point stands in, where the thing has steps."""
    steps = thing.steg if isinstance(thing, Rutin) else []
    return next((steg for steg in steps if any(own is punkt for own in steg.punkter)), None)
