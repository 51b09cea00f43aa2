"""A hand-over where the receiver has no step."""

from __future__ import annotations

from collections.abc import Iterator

from samverkan.grazoner.zon import Gråzon, Sort, at, cited
from samverkan.kinds import Forum, Funktion, Rutin, Thing, Verksamhet
from samverkan.resolve import Model

SORT = Sort(
    "mottagare",
    "En överlämning där mottagaren saknar steg",
    "Frågan lämnas, men rutinen säger inte vem som tar emot den eller vad som händer då.",
    "Ett steg ber läsaren kontakta en verksamhet där ingen har ett eget steg i rutinen, eller lämnar frågan till ett "
    "forum där ingen är känd som sammankallande och ingen som sitter med har ett eget steg. Den som läsaren ringer när "
    "det är bråttom räknas inte.",
)


def receiver_has_no_step(model: Model) -> Iterator[Gråzon]:
    """A verksamhet that is contacted, or a forum that is handed a question, with no step of its own in the routine."""
    urgent = {akut.verksamhet.id for akut in model.region.akut if akut.verksamhet}
    for rutin in model.all(Rutin):
        acts = {ref.id for steg in rutin.steg for ref in (*steg.huvudansvarig, *steg.utför)}
        for receiver, steps in _handed_over(rutin):
            if isinstance(receiver, Verksamhet) and receiver.id not in urgent and not acts & _staff(receiver):
                yield _zone(rutin, steps, receiver, "Steget ber dig kontakta dem, men ingen där har ett eget steg.")
            elif isinstance(receiver, Forum) and not (receiver.sammankallande or acts & _members(receiver)):
                yield _zone(rutin, steps, receiver, "Frågan lämnas dit, men ingen där har ett eget steg.")


def _handed_over(rutin: Rutin) -> Iterator[tuple[Thing, list[int]]]:
    """Whom steps contact or hand a question to, each with the steps that do."""
    found: dict[str, tuple[Thing, list[int]]] = {}
    for i, steg in enumerate(rutin.steg):
        for ref in (*steg.kontakta, *(väg.till for väg in steg.vägar if väg.till)):
            steps = found.setdefault(str(ref), (ref.saken, []))[1]
            steps += [] if i in steps else [i]
    yield from (pair for pair in found.values() if not pair[0].utgår)


def _staff(verksamhet: Verksamhet) -> set[str]:
    """The ids of the funktioner there, but for the broad ones that others are part of."""
    users = [user for user, place in verksamhet.används_av if isinstance(user, Funktion) and place[0] == "verksamheter"]
    return {user.id for user in users if not any(place[0] == "ingår_i" for _, place in user.används_av)}


def _members(forum: Forum) -> set[str]:
    return {ref.id for ref in forum.deltagare}


def _zone(rutin: Rutin, steps: list[int], receiver: Thing, seen: str) -> Gråzon:
    places = tuple(at(rutin, "steg", i) for i in steps)
    return Gråzon(SORT, places, seen, (receiver,), källor=cited(*(rutin.steg[i].källor for i in steps)))
