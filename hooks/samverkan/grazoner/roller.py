"""A funktion that only gets informed."""

from __future__ import annotations

from collections.abc import Iterator

from samverkan.grazoner.zon import Gråzon, Sort, at, cited
from samverkan.kinds import Rutin
from samverkan.kinds.labels import Roll
from samverkan.resolve import Model

SORT = Sort(
    "informeras",
    "En funktion som bara får veta",
    "Den som får veta något ska kunna göra något med det.",
    "Funktionen får veta något i en rutin, men svarar inte för något steg i den, gör inget och tillfrågas inte.",
)


def only_told(model: Model) -> Iterator[Gråzon]:
    """The funktioner that a routine tells something and gives nothing to do, by the step that tells them."""
    for rutin in model.all(Rutin):
        roles = [(roll, ref.id) for steg in rutin.steg for roll, refs in steg.roller for ref in refs]
        others = {id for roll, id in roles if roll != Roll.INFORMERAS}
        for i, steg in enumerate(rutin.steg):
            told = tuple(ref.saken for ref in steg.informeras if ref.id not in others and not ref.saken.utgår)
            if told:
                yield Gråzon(
                    SORT,
                    (at(rutin, "steg", i),),
                    "Rutinen säger inte vad den som får veta gör sedan.",
                    told,
                    källor=cited(steg.källor),
                )
