"""Rules for routines: somebody answers for each step, and somebody keeps the routine."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Rutin
from samverkan.resolve import Model


def one_responsible(model: Model) -> Iterator[Finding]:
    """A step has one huvudansvarig, or several by the law (`personlig_plikt`) or in an order (`turordning`)."""
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            count = len(steg.huvudansvarig)
            if steg.turordning and (count < 2 or steg.personlig_plikt):
                yield Finding(
                    rutin.at("steg", i, "turordning"),
                    "turordning",
                    f"steget ”{steg.namn}” säger vem av flera som svarar, men "
                    + (
                        "plikten är personlig: alla svarar." if steg.personlig_plikt else "har inte flera att välja på."
                    ),
                    "Ta bort ”turordning:”, eller skriv dem som kan svara under ”huvudansvarig:”, den första först.",
                )
                continue
            if count == 1 or (count > 1 and (steg.personlig_plikt or steg.turordning)):
                continue
            if count == 0:
                message, mend = (
                    "ingen är huvudansvarig för steget",
                    "Skriv funktionen under ”huvudansvarig:”.",
                )
            else:
                message = f"{count} är huvudansvariga för steget"
                mend = (
                    "Behåll en och flytta de andra till ”utför:”. Lägger lagen plikten på var och en: "
                    "skriv ”personlig_plikt: ja”. Svarar en av dem, efter en regel: skriv den under ”turordning:”."
                )
            yield Finding(rutin.at("steg", i, "huvudansvarig"), "huvudansvarig", f"{message} ”{steg.namn}”.", mend)


def locked_step_names_law(model: Model) -> Iterator[Finding]:
    """A step that is `låst` names the law that demands it."""
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            if steg.låst and not steg.lagrum:
                yield Finding(
                    rutin.at("steg", i, "låst"),
                    "låst-utan-lagrum",
                    f"steget ”{steg.namn}” är låst men inget lagrum kräver det.",
                    "Skriv lagrummet under ”lagrum:”, eller ta bort ”låst”.",
                )


def routine_is_governed(model: Model) -> Iterator[Finding]:
    """A routine has an owner, the day it was reviewed, the day of the next review, and a source."""
    mends = {
        "ägare": "Skriv forumet som förvaltar rutinen under ”ägare:”.",
        "granskad": "Skriv dagen för den senaste granskningen, ÅÅÅÅ-MM-DD.",
        "nästa_granskning": "Skriv dagen för nästa granskning, ÅÅÅÅ-MM-DD.",
        "källor": "Skriv källan och platsen i den under ”källor:”.",
    }
    for rutin in model.all(Rutin):
        for field, mend in mends.items():
            if not getattr(rutin, field):
                yield Finding(rutin.at("namn"), "rutin-ofullständig", f"rutinen saknar ”{field}”.", mend)


def personal_duty_is_law(model: Model) -> Iterator[Finding]:
    """Only the law makes a duty personal, so a step with `personlig_plikt` names its lagrum."""
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            if steg.personlig_plikt and not steg.lagrum:
                yield Finding(
                    rutin.at("steg", i, "personlig_plikt"),
                    "plikt-utan-lagrum",
                    f"steget ”{steg.namn}” sägs vara en personlig plikt men inget lagrum lägger den på var och en.",
                    "Skriv lagrummet under ”lagrum:”, eller ta bort ”personlig_plikt”.",
                )


def changes_told(model: Model) -> Iterator[Finding]:
    """The changes of a routine stand with the latest first, and none is later than its review."""
    for rutin in model.all(Rutin):
        days = [ändring.datum for ändring in rutin.ändringar]
        for i, day in enumerate(days):
            if i and day > days[i - 1]:
                yield Finding(
                    rutin.at("ändringar", i, "datum"),
                    "ändringar-ordning",
                    f"ändringen {day} står efter en äldre ({days[i - 1]}).",
                    "Sätt den senaste ändringen först.",
                )
        if days and rutin.granskad and days[0] > rutin.granskad:
            yield Finding(
                rutin.at("ändringar", 0, "datum"),
                "ändrad-efter-granskning",
                f"rutinen ändrades {days[0]} men granskades senast {rutin.granskad}.",
                "Granska ändringen mot lag och källor och skriv in dagen under ”granskad:”.",
                "varning",
            )
