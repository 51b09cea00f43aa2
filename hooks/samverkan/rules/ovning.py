"""The rule for exercises: whoever is new at work has three to talk through."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Funktion, Övning
from samverkan.resolve import Model

ENOUGH = 3


def three_exercises_each(model: Model) -> Iterator[Finding]:
    """Each funktion has three exercises of its own or of a broader one; a model without exercises needs none."""
    if not model.all(Övning):
        return
    for funktion in model.all(Funktion):
        whose = {funktion.id, *(ref.id for ref in funktion.ingår_i)}
        count = sum(bool(whose & {ref.id for ref in övning.för}) for övning in model.all(Övning))
        if count < ENOUGH and not funktion.utgår:
            yield Finding(
                funktion.at("namn"),
                "övningar-få",
                f"funktionen ”{funktion.namn}” har {count} övningar, och den som är ny behöver {ENOUGH}.",
                f"Skriv ”{funktion.id}” under ”för:” i en övning som handlar om dess arbete, eller skriv en ny.",
                "varning",
            )
