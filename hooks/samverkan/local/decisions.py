"""Which decision stands behind a thing, and what of its text has changed since."""

from __future__ import annotations

from typing import Any

from samverkan.kinds import Beslut, Rutin, Thing
from samverkan.kinds.beslut import Beslutet
from samverkan.kinds.deviation import fingerprint
from samverkan.local.changes import Change, changes
from samverkan.reading.folders import FOLDER
from samverkan.resolve import Model

# What may change without the text that was decided saying anything else: its place in lists, words to search with,
# and what is told of the text itself.
OUTSIDE = {
    *("id", "ordning", "synonymer", "ersätter", "kommande", "beslut"),
    *("granskad", "nästa_granskning", "jurist", "ändringar"),
}


def own(beslut: Beslut) -> bool:
    """Whether a kommun has decided it, and not the county."""
    return beslut.file.startswith(f"{FOLDER}/")


def decisions_on(model: Model, thing: Thing) -> list[Beslut]:
    """Every decision on a thing: those that have ended last, the kommun's own first, what applies now before what will.

    Of two that apply the later one stands first.
    """
    found = [one for one in model.all(Beslut) if one.sak.till is thing]
    return sorted(found, key=lambda one: (one.har_slutat(model.today), not own(one), one.gäller_från > model.today))


def replaced_by(model: Model, beslut: Beslut) -> Beslut | None:
    """The later decision on the same thing, by the kommun as by the county, that has begun to apply in its place."""
    same = [one for one in model.all(Beslut) if one.sak.till is beslut.sak.till and own(one) == own(beslut)]
    later = [one for one in same if one.datum > beslut.datum and one.gäller_från <= model.today]
    return min(later, key=lambda one: one.datum, default=None)


def decision(model: Model, thing: Thing) -> Beslut | Beslutet | None:
    """The decision that stands behind a thing; also one written the old way, in the routine itself."""
    return next(iter(decisions_on(model, thing)), thing.beslut if isinstance(thing, Rutin) else None)


def since(model: Model, beslut: Beslut) -> list[Change]:
    """What the thing says now and did not when it was decided, and the reverse."""
    now = model.data.get((beslut.sak.kind, beslut.sak.id), {})
    return list(changes(text_of(beslut.lyder), text_of(now)))


def text_of(data: dict[str, Any]) -> dict[str, Any]:
    """What of a thing's data a decision is about."""
    return {key: value for key, value in data.items() if key not in OUTSIDE}


def version_of(data: dict[str, Any]) -> str:
    """Twelve characters that change when the text that a decision is about does."""
    return fingerprint(text_of(data))
