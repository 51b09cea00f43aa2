"""Whom a point asks the reader to call, so that the numbers stand in its row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from samverkan.kinds import Ref, Verksamhet
from samverkan.kinds.base import Handling

# The imperative alone: ”vem familjen ringer” asks nobody to call.
CALL = re.compile(r"\bring\b", re.IGNORECASE)
ALARM = re.compile(r"\b112\b")


def called(point: Handling, contacts: Sequence[Ref[Verksamhet]]) -> list[Ref[Verksamhet]]:
    """Those of a step's contacts that a point says to call: the ones it names, or all where it names none.

    A point that says 112 has its number already.
    """
    if not CALL.search(point.text):
        return []
    said = point.text.casefold()
    named = [ref for ref in contacts if ref.till and ref.till.namn.casefold() in said]
    return named or ([] if ALARM.search(said) else [ref for ref in contacts if ref.till])
