"""Words for how often something is done, as the fields that say the same."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Any

from samverkan.kinds.labels import Månad, Period
from samverkan.kinds.tid import NUMBERS, Återkommer

Fields = dict[str, Any]


def recurrence(words: str) -> Fields | None:
    """The fields of Återkommer that are told in just these words; None where none are."""
    return _told().get(_plain(words))


def alike(words: str) -> Fields | None:
    """The fields that say the same in other words: ”en gång per termin” is every term."""
    return _otherwise().get(_plain(words))


@cache
def _told() -> dict[str, Fields]:
    """A recurrence in every period, by number and in one month alone, by its words."""
    found: list[Fields] = [{"period": str(period)} for period in Period]
    found += [{"period": str(p), key: str(n)} for p, key, n in product(Period, ("var", "gånger"), NUMBERS)]
    found += [{"månader": [str(month)]} for month in Månad]
    return {Återkommer.model_validate(one).lyder: one for one in found}


@cache
def _otherwise() -> dict[str, Fields]:
    counts: list[tuple[str, Fields]] = [("en gång", {}), ("1 gång", {})]
    for number, word in NUMBERS.items():
        counts += [(f"{said} gånger", {"gånger": str(number)}) for said in (word, str(number))]
    return {
        f"{count} {tie} {form}": {"period": str(period), **fields}
        for (count, fields), period, tie in product(counts, Period, ("om", "per", "i"))
        for form in (str(period), period.betyder.split()[-1])
    }


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")
