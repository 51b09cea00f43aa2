"""Whom to reach and how, as the pages show it: in one kommun, or in each of the county's kommuner."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.kinds import Funktion, Huvudman, Kontakt, Rutin, Verksamhet
from samverkan.kinds.huvudman import Ingång
from samverkan.resolve import Model

# A group: the verksamhet, and each that one reaches there with its contacts; none where they are missing.
Nåbar = Verksamhet | Funktion
Group = tuple[Nåbar, list[tuple[Nåbar, list[Kontakt]]]]


def contacts(model: Model, kind: str, id: str) -> list[Kontakt]:
    """The contacts to a verksamhet or a funktion that have a way to reach it."""
    return [k for k in model.all(Kontakt) if k.ifylld and k.till and (k.till.kind, k.till.id) == (kind, id)]


def reachable(model: Model) -> list[Group]:
    """Every verksamhet and funktion with a contact, or that needs one, by verksamhet; the urgent first.

    A funktion stands with the first verksamhet it is found in. Urgent is what a routine about danger
    tells the reader to ring, in the order of its steps.
    """
    urgent = [ref.id for rutin in model.all(Rutin) if rutin.om_fara for steg in rutin.steg for ref in steg.kontakta]
    groups: dict[str, Group] = {}
    things: list[Nåbar] = [*model.all(Verksamhet), *model.all(Funktion)]
    for thing in things:
        found = contacts(model, thing.kind, thing.id)
        if not found and not thing.kontakt_behövs:
            continue
        # A verksamhet whose file is wrong is told of elsewhere; its numbers must not go with it.
        verksamheter = [ref.till for ref in thing.verksamheter if ref.till] if isinstance(thing, Funktion) else [thing]
        home = verksamheter[0] if verksamheter else thing
        groups.setdefault(home.id, (home, []))[1].append((thing, found))
    return sorted(
        groups.values(), key=lambda group: urgent.index(group[0].id) if group[0].id in urgent else len(urgent)
    )


@dataclass(frozen=True)
class InKommun:
    """How something is reached in a kommun: its own contacts, or else the ways in that stand on its public pages."""

    kommun: Huvudman
    egna: list[Kontakt]
    offentliga: list[Ingång]


def by_kommun(model: Model, kommuner: list[Model], kind: str, id: str) -> list[InKommun]:
    """How a verksamhet or a funktion is reached in each kommun where it can be; `kommuner` have filled in their own."""
    filled = [(huvudman(other).id, contacts(other, kind, id)) for other in kommuner]
    own = {kommun: theirs for kommun, theirs in filled if theirs}
    ways = {one.id: there for one, there in public(model, kind, id)}
    rows = [
        InKommun(kommun, own.get(kommun.id, []), [] if kommun.id in own else ways.get(kommun.id, []))
        for kommun in model.all(Huvudman)
    ]
    return [row for row in rows if row.egna or row.offentliga]


def public(model: Model, kind: str, id: str) -> list[tuple[Huvudman, list[Ingång]]]:
    """The public ways in to each kommun, or to the one whose web it is, for what kommuner run; its own first."""
    if kind == "verksamhet" and "kommun" not in model.get(Verksamhet, id).drivs_av:
        return []
    kommuner = [huvudman(model)] if model.local else with_public_ways(model)
    # What is rung when all else is closed is not reached by the switchboard.
    urgent = id in {row.verksamhet.id for row in model.region.akut if row.verksamhet}
    found = [
        (
            kommun,
            [way for way in kommun.ingångar if (way.verksamhet.id == id if way.verksamhet else not urgent)],
        )
        for kommun in kommuner
    ]
    return [(kommun, sorted(ways, key=lambda way: way.verksamhet is None)) for kommun, ways in found if ways]


def with_public_ways(model: Model) -> list[Huvudman]:
    """The kommuner that have a public way in."""
    return [one for one in model.all(Huvudman) if one.typ == "kommun" and one.ingångar]


def regional(model: Model, kind: str, id: str) -> list[Ingång]:
    """The ways in to what the region runs, filled in once for every kommun; none for what a kommun runs too."""
    if kind != "verksamhet" or "kommun" in model.get(Verksamhet, id).drivs_av:
        return []
    ways = [way for one in model.all(Huvudman) if one.typ == "region" for way in one.ingångar]
    return [way for way in ways if way.verksamhet and way.verksamhet.id == id]


def run_by_the_region(model: Model) -> tuple[list[Verksamhet], list[Verksamhet]]:
    """What the region runs alone, and so has one contact for all: those with a way in, and those without."""
    there = [one for one in model.all(Verksamhet) if "region" in one.drivs_av and "kommun" not in one.drivs_av]
    reached = [one for one in there if regional(model, "verksamhet", one.id)]
    return reached, [one for one in there if one not in reached]


def huvudman(model: Model) -> Huvudman:
    """The kommun whose model it is."""
    return model.get(Huvudman, model.own.kommun)
