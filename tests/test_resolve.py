"""Ids become things, and every thing knows what points at it."""

from __future__ import annotations

from datetime import date

import pytest
from samverkan import Model
from samverkan.kinds import KINDS, LOCAL_KINDS, Funktion, Lagrum, Rutin, Verksamhet
from samverkan.resolve import references, resolve


def test_a_reference_is_the_thing_itself(base: Model) -> None:
    steg = base.get(Rutin, "anmal").steg[0]
    assert steg.huvudansvarig[0].till is base.get(Funktion, "larare")
    assert steg.tider[0].lagrum[0].till is base.get(Lagrum, "lag-1-2")


def test_every_reference_of_a_valid_model_leads_somewhere(real_model: Model) -> None:
    found = [ref for thing in real_model.everything() for _, ref in references(thing)]
    assert found
    assert [ref for ref in found if ref.till is None and ref.id not in real_model.things[ref.kind]] == []


def test_a_thing_knows_who_points_at_it_and_where(base: Model) -> None:
    users = [(user.id, place) for user, place in base.get(Funktion, "handlaggare").används_av if user.kind != "övning"]
    assert users == [("skolgrupp", ("deltagare", 1)), ("anmal", ("steg", 1, "huvudansvarig", 0))]


def test_a_link_in_a_text_counts_as_a_use(base: Model) -> None:
    users = [(user.id, place) for user, place in base.get(Verksamhet, "socialtjanst").används_av]
    assert ("anmal", ("steg", 0, "vad")) in users


def test_kinds_come_in_their_order_and_things_in_swedish_order() -> None:
    things = [
        Funktion.model_validate({"id": id, "namn": namn, "beskrivning": "x"})
        for id, namn in [("o", "Ökonom"), ("z", "Zoolog"), ("a", "Åldersman"), ("b", "bagare"), ("e", "Ärende")]
    ]
    model, findings = resolve(things, date(2026, 1, 1))
    assert [thing.namn for thing in model.all(Funktion)] == ["bagare", "Zoolog", "Åldersman", "Ärende", "Ökonom"]
    assert list(model.things) == [kind.kind for kind in (*KINDS, *LOCAL_KINDS)]
    assert findings == []


def test_asking_for_what_does_not_exist_is_an_error(base: Model) -> None:
    with pytest.raises(KeyError):
        base.get(Rutin, "finns-inte")
