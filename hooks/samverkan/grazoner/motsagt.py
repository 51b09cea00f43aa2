"""Two routines that order different things of the same person."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from samverkan.grazoner.zon import Gråzon, Sort, at, things
from samverkan.kinds import Funktion, Lagrum, Ref, Rutin, Steg
from samverkan.kinds.steg import Säga
from samverkan.kinds.tid import Tid
from samverkan.resolve import Model

SORT = Sort(
    "motsagt",
    "Två rutiner säger olika till samma person",
    "Den som läser båda vet inte vad som gäller.",
    "Två rutiner har olika tid för samma funktion, fast tiden vilar på samma lagrum och räknas från samma sak. Eller "
    "så ger de olika svar på om samma sak får sägas till samma person. Steg som bara gäller ibland räknas inte.",
)
Order = tuple[Rutin, int, Steg, Tid | Säga]


def two_orders(model: Model) -> Iterator[Gråzon]:
    """Two steps of different routines, both for every time, that say differently on the same law to the same one."""
    steps = [(rutin, i, steg) for rutin in model.all(Rutin) for i, steg in enumerate(rutin.steg) if not steg.gäller]
    orders: list[Order] = [(*step, tid) for step in steps for tid in step[2].tider]
    orders += [(*step, säga) for step in steps for säga in step[2].säga]
    seen = set()
    for one, other in combinations(orders, 2):
        key = (one[0].id, one[1], other[0].id, other[1])
        if one[0] is not other[0] and key not in seen and _differ(one, other):
            seen.add(key)
            yield Gråzon(
                SORT,
                tuple(at(rutin, "steg", i, säger=_said(said)) for rutin, i, _, said in (one, other)),
                "De två stegen säger olika om samma sak.",
                things(ref for ref in _acting(one[2]) if ref.id in {each.id for each in _acting(other[2])}),
                lagrum=things(one[3].lagrum),
            )


def _differ(one: Order, other: Order) -> bool:
    mine, theirs = one[3], other[3]
    if _law(mine.lagrum) != _law(theirs.lagrum) or not mine.lagrum:
        return False
    if isinstance(mine, Tid) and isinstance(theirs, Tid):
        same = mine.räknas_från == theirs.räknas_från is not None
        shared = {ref.id for ref in _acting(one[2])} & {ref.id for ref in _acting(other[2])}
        return same and bool(shared) and mine.lyder != theirs.lyder
    if isinstance(mine, Säga) and isinstance(theirs, Säga):
        return (mine.vem, mine.till) == (theirs.vem, theirs.till) and mine.svar != theirs.svar
    return False


def _law(refs: list[Ref[Lagrum]]) -> set[str]:
    return {ref.id for ref in refs}


def _acting(steg: Steg) -> list[Ref[Funktion]]:
    return [*steg.huvudansvarig, *steg.utför]


def _said(order: Tid | Säga) -> str:
    return order.lyder if isinstance(order, Tid) else f"{order.svar.label}: {order.vad}"
