"""How a page stands: decided or not, whose it is, when it was reviewed, and which version it is."""

from __future__ import annotations

import hashlib

from samverkan.kinds import Huvudman, Rutin, Thing
from samverkan.phrases import lawyer_read, swedish_date
from samverkan.resolve import Model

# Signs of the digest that tell two versions apart for somebody who holds one on paper.
SIGNS = 6


def standing(model: Model, thing: Thing) -> list[str]:
    """The parts of the line under a title, as Markdown; what was never reviewed says only whether it is decided."""
    place = model.get(Huvudman, model.local.kommun).namn if model.local else model.region.namn
    parts = [_decided(thing), place]
    if granskad := getattr(thing, "granskad", None):
        parts.append(f"granskad {swedish_date(granskad)}")
    if again := getattr(thing, "nästa_granskning", None):
        late = "" if again < model.today else ' hidden=""'
        parts.append(f'granskas igen {swedish_date(again)}<span data-efter="{again}"{late}>, **försenad**</span>')
    return [*parts, f"version {version(thing)}", lawyer_read("texten", model.lawyer(thing)).rstrip(".")]


def version(thing: Thing) -> str:
    """What changes when a value in the thing's files does: the beginning of a digest of them."""
    return hashlib.sha256(repr(thing).encode()).hexdigest()[:SIGNS]


def _decided(thing: Thing) -> str:
    beslut = thing.beslut if isinstance(thing, Rutin) else None
    if beslut is None:
        return "**[Förslag, inte beslutat](/om/index.md#inte)**"
    return f"**Beslutat av {beslut.av}, {swedish_date(beslut.datum)}.** Gäller från {swedish_date(beslut.gäller_från)}"
