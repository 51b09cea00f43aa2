"""A step with a time that nobody watches."""

from __future__ import annotations

from collections.abc import Iterator

from samverkan.grazoner.zon import Gråzon, Sort, at, cited, things
from samverkan.kinds import Rutin, Steg
from samverkan.resolve import Model

SORT = Sort(
    "tid",
    "En tid som ingen bevakar",
    "Går tiden ut är det bara de som själva har steget som vet det.",
    "Ett steg har en tid. Den som svarar för det gör det också, ingen annan får veta att det är gjort, och steget "
    "säger inte vart man vänder sig om det fastnar. Plikter som lagen lägger på var och en personligen räknas inte.",
)


def nobody_watches(model: Model) -> Iterator[Gråzon]:
    """A time in a step that only the one who does it would know has passed."""
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            if steg.tider and not steg.personlig_plikt and not _watched(steg):
                yield Gråzon(
                    SORT,
                    (at(rutin, "steg", i, säger="; ".join(tid.lyder for tid in steg.tider)),),
                    "Bara de som gör steget vet om tiden går ut.",
                    things(steg.huvudansvarig),
                    källor=cited(*(tid.källor for tid in steg.tider)),
                    lagrum=things(ref for tid in steg.tider for ref in tid.lagrum),
                )


def _watched(steg: Steg) -> bool:
    """Whether somebody else answers for it or is told, or the step says where to turn."""
    does = {ref.id for ref in steg.utför or steg.huvudansvarig}
    return bool(steg.om_det_fastnar or steg.informeras or {ref.id for ref in steg.huvudansvarig} - does)
