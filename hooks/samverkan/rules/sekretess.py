"""Rules for what may be said: no two answers against each other, and no law for what is not there."""

from collections.abc import Iterator
from itertools import combinations

from samverkan.findings import Finding
from samverkan.kinds import Rutin, Sekretess
from samverkan.resolve import Model


def answers_agree(model: Model) -> Iterator[Finding]:
    """What must be told to somebody in a step is not at once what must not, by the same law."""
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            for first, second in combinations(steg.säga, 2):
                same_law = {ref.id for ref in first.lagrum} & {ref.id for ref in second.lagrum}
                if {first.svar, second.svar} != {"ska", "får_inte"} or not same_law:
                    continue
                if (first.vem.casefold(), first.till.casefold()) == (second.vem.casefold(), second.till.casefold()):
                    yield Finding(
                        rutin.at("steg", i, "säga", steg.säga.index(second), "svar"),
                        "svar-mot-svar",
                        f"{second.vem} både ska och får inte berätta för {second.till}, enligt samma lagrum.",
                        "Skriv ett svar som säger vad som ska sägas och vad som inte får det.",
                    )


def private_law_has_text(model: Model) -> Iterator[Finding]:
    """The law for enskilda huvudmän stands beside what it means for them, and the other way round."""
    for sida in model.all(Sekretess):
        if bool(sida.enskilda) != bool(sida.enskilda_lagrum):
            has, lacks = ("enskilda", "enskilda_lagrum") if sida.enskilda else ("enskilda_lagrum", "enskilda")
            yield Finding(
                sida.at(has),
                "enskilda-ofullständig",
                f"sidan har ”{has}” men inte ”{lacks}”.",
                f"Skriv ”{lacks}”, eller ta bort ”{has}”.",
            )
