"""Rules for surveys: nobody who answered can be recognised."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Enkät
from samverkan.resolve import Model

SMALLEST = 5


def small_groups_hidden(model: Model) -> Iterator[Finding]:
    """No group of fewer than five is shown, nor left over when the groups are taken from the whole."""
    for enkät in model.all(Enkät):
        for i, grupp in enumerate(enkät.grupper):
            if grupp.antal < SMALLEST:
                yield Finding(
                    enkät.at("grupper", i),
                    "liten-grupp",
                    f"gruppen ”{grupp.namn}” har {grupp.antal} svar; färre än {SMALLEST} får inte redovisas för sig.",
                    "Ta bort gruppen.",
                )
        left = (enkät.svarande or 0) - sum(grupp.antal for grupp in enkät.grupper)
        if enkät.grupper and 0 < left < SMALLEST:
            yield Finding(
                enkät.at("grupper"),
                "liten-grupp",
                f"den som räknar ser att {left} svar blir över; färre än {SMALLEST} får inte gå att räkna ut.",
                "Ta bort en grupp till.",
            )


def answers_on_the_line(model: Model) -> Iterator[Finding]:
    """Positions lie between 0 and 100, in order of size, and are given for questions with a line."""
    for enkät in model.all(Enkät):
        for i, fråga in enumerate(enkät.frågor):
            answers = fråga.positioner
            if bool(answers) != (fråga.typ == "linje"):
                yield Finding(
                    enkät.at("frågor", i),
                    "svar-på-linje",
                    f"frågan ”{fråga.namn}” är av typen {fråga.typ} och har {len(answers)} positioner.",
                    "En fråga av typen linje har positioner, de andra har inga.",
                )
            elif answers != sorted(answers) or any(not 0 <= answer <= 100 for answer in answers):
                yield Finding(
                    enkät.at("frågor", i, "positioner"),
                    "svar-på-linje",
                    f"positionerna för ”{fråga.namn}” ligger inte i storleksordning mellan 0 och 100.",
                    "Sortera dem, så att ingen kan kännas igen på sin plats i raden.",
                )
