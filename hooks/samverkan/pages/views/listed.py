"""A thing in a list of its kind: what it is called there, and its marks."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.kinds import Forum, Lagrum, Thing
from samverkan.local.own_words import mark_of_thing
from samverkan.resolve import Model

# Of these some are method from elsewhere and some are not, so that a list of them has to say which.
MARKED = ("forum", "checklista")


@dataclass(frozen=True)
class Listed:
    """One row of the list; `egen` is the mark of what a kommun has changed or added, `som` whose it is (ids)."""

    rubrik: str
    url: str
    märken: list[str]
    egen: str
    ingress: str
    som: str


def listed(model: Model, thing: Thing) -> Listed:
    """The row of a thing; a section of law is found by how it is cited, and read on its page with its conditions."""
    if isinstance(thing, Lagrum):
        return Listed(thing.sidtitel, thing.url, [], mark_of_thing(model, thing), "", "")
    marks = thing.märken if thing.kind in MARKED else []
    return Listed(thing.namn, thing.url, marks, mark_of_thing(model, thing), thing.ingress, _whose(thing))


def _whose(thing: Thing) -> str:
    """Those who meet in a forum; of other kinds nobody's in particular."""
    if not isinstance(thing, Forum):
        return ""
    called = [thing.sammankallande] if thing.sammankallande else []
    return " ".join(sorted({ref.id for ref in (*called, *thing.deltagare) if ref.kind == "funktion"}))
