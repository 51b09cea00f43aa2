"""Rules for `ersätter`: what is said to be replaced is gone, and only one thing has taken its place."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Rutin, Steg, Thing
from samverkan.kinds.base import Place
from samverkan.resolve import Model


def replaces_what_is_gone(model: Model) -> Iterator[Finding]:
    """A thing or a step replaces neither itself nor what is still there; what two replace is told of."""
    for kind, things in model.things.items():
        yield from _claims([(thing, thing, ()) for thing in things.values()], kind)
    for rutin in model.all(Rutin):
        yield from _claims([(steg, rutin, ("steg", i)) for i, steg in enumerate(rutin.steg)], "steg")


def _claims(things: list[tuple[Thing | Steg, Thing, Place]], kind: str) -> Iterator[Finding]:
    """`things`: what may say that it replaces something, the thing it stands in, and where in that."""
    there = {thing.id for thing, _, _ in things}
    first: dict[str, str] = {}
    for thing, whole, place in things:
        for i, old in enumerate(thing.ersätter):
            mark = whole.at(*place, "ersätter", i)
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
