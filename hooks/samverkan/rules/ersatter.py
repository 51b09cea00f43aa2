"""Rules for `ersätter`: what is said to be replaced is gone, and only one thing has taken its place."""

from collections.abc import Iterator
from typing import Any

from samverkan.findings import Finding, Mark
from samverkan.resolve import Model


def replaces_what_is_gone(model: Model) -> Iterator[Finding]:
    """A thing or a step replaces neither itself nor what is still there; what two replace is told of."""
    for kind, things in model.things.items():
        yield from _claims(list(things.values()), kind, ())
        if kind == "rutin":
            for rutin in things.values():
                yield from _claims(rutin.steg, "steg", (rutin,))


def _claims(things: list[Any], kind: str, inside: tuple[Any, ...]) -> Iterator[Finding]:
    there = {thing.id for thing in things}
    first: dict[str, Any] = {}
    for number, thing in enumerate(things):
        for i, old in enumerate(thing.ersätter):
            mark: Mark = inside[0].at("steg", number, "ersätter", i) if inside else thing.at("ersätter", i)
            if old == thing.id:
                yield Finding(mark, "ersätter-fel", f"”{old}” säger att det ersätter sig självt.", "Ta bort raden.")
            elif old in there:
                message = f"”{thing.id}” säger att det ersätter {kind} ”{old}”, som finns kvar."
                yield Finding(mark, "ersätter-fel", message, f"Ta bort ”{old}” som egen {kind}, eller ta bort raden.")
            elif old in first:
                message = f"både ”{first[old]}” och ”{thing.id}” säger att de ersätter {kind} ”{old}”."
                mend = (
                    "Låt en av dem göra det. Är den gamla delad i två: skriv i den som tar över vart resten tog vägen."
                )
                yield Finding(mark, "ersätter-två", message, mend)
            first.setdefault(old, thing.id)
