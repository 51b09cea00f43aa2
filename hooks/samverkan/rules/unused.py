"""The rule that needs every file: what nothing uses."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.resolve import Model, values

REFERENCED = ("lagrum", "källa")


def unused(model: Model) -> Iterator[Finding]:
    """Warn of a lagrum or källa nothing points at, and of a begrepp that no text uses."""
    texts = "\n".join(
        value.lower()
        for thing in model.everything()
        if thing.kind != "begrepp"
        for _, value in values(thing)
        if isinstance(value, str)
    )
    for kind in (*REFERENCED, "begrepp"):
        for thing in model.all(kind):
            words = [
                thing.namn,
                *getattr(thing, "former", []),
                getattr(thing, "förkortning", None) or thing.namn,
            ]
            mentioned = kind == "begrepp" and any(word.lower() in texts for word in words)
            if not thing.används_av and not mentioned:
                yield Finding(
                    thing.at("namn"),
                    "oanvänd",
                    f"inget i modellen använder {kind} ”{thing.namn}”.",
                    "Hänvisa till den där den hör hemma, eller ta bort filen.",
                    "varning",
                )
