"""How the steps of a routine follow on each other: straight on, or by the ways that a step says it can end in."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.kinds import Ref, Rutin, Steg, Thing
from samverkan.kinds.steg import Väg


@dataclass(frozen=True)
class Way:
    """One way on from a step: to a step, to another page, or out; `väg` is None for the straight one."""

    väg: Väg | None
    steg: Steg | None = None
    till: Ref[Thing] | None = None
    tillbaka: bool = False

    @property
    def slutar(self) -> bool:
        """Whether the routine is left here."""
        return self.steg is None


def ways(rutin: Rutin, number: int) -> list[Way]:
    """The ways on from the step at an index (0 is the first); to a step that does not exist there is none."""
    steg = rutin.steg[number]
    if not steg.vägar:
        after = rutin.steg[number + 1] if number + 1 < len(rutin.steg) else None
        return [Way(None, after)]
    places = {other.id: n for n, other in enumerate(rutin.steg)}
    found = []
    for väg in steg.vägar:
        if väg.steg is None:
            found.append(Way(väg, till=väg.till))
        elif väg.steg in places:
            there = places[väg.steg]
            found.append(Way(väg, rutin.steg[there], tillbaka=there <= number))
    return found


def branches(rutin: Rutin) -> bool:
    """Whether the routine is anything else than a straight line."""
    return any(steg.vägar or steg.samtidigt_med for steg in rutin.steg)


def reached(rutin: Rutin) -> set[str]:
    """The ids of the steps that somebody who begins at the first can come to."""
    found: set[str] = set()
    waiting = [rutin.steg[0].id]
    places = {steg.id: n for n, steg in enumerate(rutin.steg)}
    while waiting:
        id = waiting.pop()
        if id in found:
            continue
        found.add(id)
        waiting += [way.steg.id for way in ways(rutin, places[id]) if way.steg]
        waiting += [steg.id for steg in rutin.steg if id in steg.samtidigt_med]
    return found


def endless(rutin: Rutin) -> list[Steg]:
    """The steps from which the routine can never be left."""
    leaves = {steg.id for n, steg in enumerate(rutin.steg) if any(way.slutar for way in ways(rutin, n))}
    for _ in rutin.steg:
        leaves |= {
            steg.id for n, steg in enumerate(rutin.steg) if any(w.steg and w.steg.id in leaves for w in ways(rutin, n))
        }
    return [steg for steg in rutin.steg if steg.id not in leaves]
