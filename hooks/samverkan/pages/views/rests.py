"""What rests on, belongs to or is owed to a thing, seen from the thing: agreements, stairs, reports, documents."""

from __future__ import annotations

from samverkan.kinds import Avtal, Blankett, Forum, Lagrum, Rutin, Steg, Thing, Trappa
from samverkan.kinds.forum import Rapport
from samverkan.kinds.trappa import Trappsteg
from samverkan.pages.checklists import RutinChecklista, checklists


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


def lists_resting(lagrum: Lagrum) -> list[tuple[RutinChecklista, list[Steg]]]:
    """The checklists that follow from steps which rest on a section of law, and which steps those are."""
    found = []
    for rutin, resting in _resting(lagrum):
        for lista in checklists(rutin):
            if steps := [steg for steg, _ in lista.avsnitt if steg in resting]:
                found.append((lista, steps))
    return found


def documents_resting(lagrum: Lagrum) -> list[Blankett]:
    """The documents that are used in steps which rest on a section of law, once each."""
    refs = [ref for _, resting in _resting(lagrum) for steg in resting for ref in steg.blanketter]
    used = {ref.id: ref.saken for ref in refs}
    return [blankett for blankett in used.values() if not blankett.utgår]


def _resting(lagrum: Lagrum) -> list[tuple[Rutin, list[Steg]]]:
    """Each routine with the steps in which anything names the section."""
    found: dict[str, tuple[Rutin, list[Steg]]] = {}
    for user, place in lagrum.används_av:
        if isinstance(user, Rutin) and not user.utgår and place[0] == "steg":
            steps = found.setdefault(user.id, (user, []))[1]
            if user.steg[int(place[1])] not in steps:
                steps.append(user.steg[int(place[1])])
    return list(found.values())
