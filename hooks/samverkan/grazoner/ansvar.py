"""A duty with nobody who answers for it, or with two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from samverkan.grazoner.zon import Gråzon, Sort, at, cited, things
from samverkan.kinds import Ansvarsmatris, Funktion, Ref, Rutin, Steg, Tid, Trappa
from samverkan.resolve import Model

SORT = Sort(
    "ansvar",
    "Ingen svarar, eller två",
    "Det som ingen svarar för blir lätt ogjort. Det som två svarar för väntar de båda på att den andra gör.",
    "En uppgift i en ansvarsmatris, eller en nivå i en trappa, saknar den som svarar. Eller så svarar olika funktioner "
    "för samma tid i lagen, i två rutiner. Den som bara ger råd svarar för sitt råd, så sådana uppgifter räknas inte. "
    "Det gör inte heller trappor som är metod från annat håll.",
)
Found = tuple[Rutin, int, Steg, Tid]


def nobody_answers(model: Model) -> Iterator[Gråzon]:
    """A task in a matrix without huvudansvarig, or a level of a stair without the one who answers for it."""
    for matris in model.all(Ansvarsmatris):
        for i, uppgift in enumerate(matris.uppgifter):
            if not uppgift.huvudansvarig and (uppgift.utför or not uppgift.konsulteras):
                yield Gråzon(
                    SORT,
                    (at(matris, "uppgifter", i),),
                    "Ingen svarar för uppgiften.",
                    things(uppgift.utför),
                    (("Oklart", uppgift.oklart),) if uppgift.oklart else (),
                    cited(uppgift.källor),
                    things(uppgift.lagrum),
                )
    for trappa in model.all(Trappa):
        for i, nivå in enumerate(trappa.trappsteg):
            if nivå.svarar is None and not trappa.märken:
                yield Gråzon(
                    SORT,
                    (at(trappa, "trappsteg", i),),
                    "Ingen svarar för att nivåns stöd blir av.",
                    things(nivå.med),
                    källor=cited(nivå.källor),
                    lagrum=things(nivå.lagrum),
                )


def two_answer(model: Model) -> Iterator[Gråzon]:
    """The same time in law, counted from the same or said the same, that routines lay on different funktioner."""
    by_law: dict[tuple[str, ...], list[Found]] = defaultdict(list)
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            for tid in steg.tider:
                if tid.lagrum:
                    by_law[tuple(sorted(ref.id for ref in tid.lagrum))].append((rutin, i, steg, tid))
    for found in by_law.values():
        apart = [pair for pair in combinations(found, 2) if _same_duty(*pair) and _others_answer(*pair)]
        steps = {(rutin.id, i): (rutin, i, steg) for pair in apart for rutin, i, steg, _ in pair}
        if steps:
            left = [steg.öppet_lokalt.därför for _, _, steg in steps.values() if steg.öppet_lokalt]
            yield Gråzon(
                SORT,
                tuple(at(rutin, "steg", i, vem=steg.huvudansvarig) for rutin, i, steg in steps.values()),
                "Rutinerna låter olika funktioner svara för samma tid i lagen.",
                sagt=tuple(("Öppet för kommunen", why) for why in dict.fromkeys(left)),
                lagrum=things(found[0][3].lagrum),
            )


def _same_duty(one: Found, other: Found) -> bool:
    mine, theirs = one[3], other[3]
    same = mine.lyder == theirs.lyder or mine.räknas_från == theirs.räknas_från is not None
    return one[0] is not other[0] and same


def _others_answer(one: Found, other: Found) -> bool:
    return not _ids(one[2].huvudansvarig) & _ids(other[2].huvudansvarig)


def _ids(refs: list[Ref[Funktion]]) -> set[str]:
    return {ref.id for ref in refs}
