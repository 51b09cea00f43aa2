"""What a visitor's ticks hang on from one visit to the next, should the visitor ask for them to be remembered.

A point is known by its `id`, which stands in the file and does not change with the text; a list over several routines
puts the routine's id before it. A list is known by its address. `version` says when its points are no longer
those that were ticked; checklista.js then compares them one by one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from samverkan.kinds.base import Avbockning, Handling

# Signs of the digest that tell two versions of a list apart.
SIGNS = 8


def version(points: Iterable[Handling]) -> str:
    """What changes when a point comes, goes, or says something else: the beginning of a digest of ids and texts."""
    told = [(point.id, _condition(point), str(point.text)) for point in points]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:SIGNS]


def _condition(point: Handling) -> str:
    return str(point.om or "") if isinstance(point, Avbockning) else ""
