"""The rule that needs every file: what nothing uses."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Begrepp, Källa, Lagrum, Thing
from samverkan.resolve import Model

USED: tuple[type[Thing], ...] = (Lagrum, Källa, Begrepp)


def unused(model: Model) -> Iterator[Finding]:
    """Warn of a lagrum or källa nothing points at, and of a begrepp that no text uses."""
    texts = "\n".join(value.lower() for thing, _, value in model.texts if thing.kind != "begrepp")
    for kind in USED:
        for thing in model.all(kind):
            words = [
                thing.namn,
                *getattr(thing, "former", []),
                getattr(thing, "förkortning", None) or thing.namn,
            ]
            mentioned = kind is Begrepp and any(word.lower() in texts for word in words)
            if not thing.används_av and not mentioned:
                yield Finding(
                    thing.at("namn"),
                    "oanvänd",
                    f"inget i modellen använder {kind.kind} ”{thing.namn}”.",
                    "Hänvisa till den där den hör hemma, eller ta bort filen.",
                    "varning",
                )
