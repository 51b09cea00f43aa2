"""What rests on, belongs to or is owed to a thing, seen from the thing: agreements, stairs, reports, documents."""

from __future__ import annotations

from samverkan.kinds import Avtal, Blankett, Forum, Rutin, Steg, Thing, Trappa
from samverkan.kinds.forum import Rapport
from samverkan.kinds.trappa import Trappsteg


def agreements(thing: Thing) -> list[Avtal]:
    """The agreements that a thing rests on."""
    users = [(user, place) for user, place in thing.används_av if place[0] == "grund_för" and not user.utgår]
    return [user for user, _ in users if isinstance(user, Avtal)]


def levels_of(thing: Thing, part: str = "") -> list[tuple[Trappa, Trappsteg]]:
    """The levels of stairs that lead to a thing, each once; with a part's anchor, only those that lead to it."""
    found = {}
    for user, place in thing.används_av:
        if isinstance(user, Trappa) and not user.utgår and place[0] == "trappsteg" and "leder_till" in place:
            nivå = user.trappsteg[int(place[1])]
            if part in ("", nivå.leder_till[int(place[3])].part):
                found[user.id, nivå.id] = (user, nivå)
    return list(found.values())


def reports_to(forum: Forum) -> list[tuple[Forum, Rapport]]:
    """What a forum gets from others: (from whom, what)."""
    found = []
    for user, place in forum.används_av:
        if isinstance(user, Forum) and not user.utgår and place[0] == "rapporterar":
            found.append((user, user.rapporterar[int(place[1])]))
    return found


def steps_with(blankett: Blankett) -> list[tuple[Rutin, Steg]]:
    """The steps that a document is used in."""
    found = []
    for user, place in blankett.används_av:
        if isinstance(user, Rutin) and not user.utgår and "blanketter" in place:
            found.append((user, user.steg[int(place[1])]))
    return found
