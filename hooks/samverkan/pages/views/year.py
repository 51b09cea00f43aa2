"""The year: what comes back, month by month, and what comes back without a month of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samverkan.kinds import Forum, Rutin, Thing, Tid, Trappa
from samverkan.kinds.base import Place
from samverkan.kinds.labels import Månad
from samverkan.kinds.tid import Återkommer
from samverkan.phrases import spot
from samverkan.resolve import Model


@dataclass(frozen=True)
class Recurring:
    """Something that comes back: what it is, as a Markdown link, how often, and in which thing it stands."""

    vad: str
    länk: str
    ofta: Återkommer
    sak: Thing


def year(model: Model) -> list[tuple[Månad, list[Recurring]]]:
    """Each month that something comes back in, with what does."""
    rows = list(_recurring(model))
    months = [(month, [row for row in rows if month in row.ofta.månader]) for month in Månad]
    return [(month, found) for month, found in months if found]


def without_month(model: Model) -> list[Recurring]:
    """What comes back in no month that is said."""
    return [row for row in _recurring(model) if not row.ofta.månader]


def _recurring(model: Model) -> Iterator[Recurring]:
    for forum in model.all(Forum):
        for möte in forum.möten:
            yield Recurring("Möte", f"[{forum.namn}]({forum.url})", möte, forum)
        for rapport in forum.rapporterar:
            if rapport.tid.återkommer:
                where = f"[{forum.namn}]({forum.url}#rapporter)"
                yield Recurring(rapport.vad, where, rapport.tid.återkommer, forum)
    for thing, place, name, limits in _parts(model):
        for tid in limits:
            if tid.återkommer:
                yield Recurring(name, f"[{thing.namn}]({spot(thing, place)[1]})", tid.återkommer, thing)


def _parts(model: Model) -> Iterator[tuple[Thing, Place, str, list[Tid]]]:
    """Each step of a routine and level of a stair: where it stands, its name and its time limits."""
    for rutin in model.all(Rutin):
        for n, steg in enumerate(rutin.steg):
            yield rutin, ("steg", n), steg.namn, steg.tider
    for trappa in model.all(Trappa):
        for n, nivå in enumerate(trappa.trappsteg):
            yield trappa, ("trappsteg", n), nivå.namn, nivå.tider
