"""Whom to reach and how, as the pages show it: in one kommun, or in each of the county's kommuner."""

from __future__ import annotations

from samverkan.kinds import Funktion, Huvudman, Kontakt, Rutin, Verksamhet
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


def by_kommun(kommuner: list[Model], kind: str, id: str) -> list[tuple[Huvudman, list[Kontakt]]]:
    """The contacts to a verksamhet or a funktion in each kommun that has any, with its huvudman."""
    found = [(huvudman(model), contacts(model, kind, id)) for model in kommuner]
    return [(kommun, own) for kommun, own in found if own]


def huvudman(model: Model) -> Huvudman:
    """The kommun whose model it is."""
    return model.get(Huvudman, model.own.kommun)
