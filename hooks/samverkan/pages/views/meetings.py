"""The days on which a forum meets, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from samverkan.kinds.labels import enumerate_words
from samverkan.kinds.motesdag import Mötesdag
from samverkan.phrases import swedish_date

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
ORDER = ("första", "andra", "tredje", "fjärde", "femte")
EVERY = {1: {"vecka": "varje vecka", "månad": "varje månad"}, 2: {"vecka": "varannan vecka", "månad": "varannan månad"}}


def meeting_told(möte: Mötesdag) -> str:
    """One day, or how a series goes: ”tisdag 19 januari 2027 klockan 13:00–15:00”."""
    weekday = WEEKDAYS[möte.dag.weekday()]
    if not möte.period:
        return f"{weekday} {swedish_date(möte.dag)}{_clock(möte)}"
    which = f"{ORDER[möte.i_ordningen - 1]} {weekday}en" if möte.period == "månad" else f"{weekday}ar"
    number = möte.var or 1
    often = EVERY[number][möte.period] if number in EVERY else f"var {number}:e {möte.period}"
    first, last = swedish_date(möte.dag), swedish_date(möte.dagar[-1])
    told = f"{which} {often}{_clock(möte)}, från {first} till och med {last}"
    return f"{told}, men inte {_days(möte.utom)}" if möte.utom else told


def meets_on(möte: Mötesdag, days: Iterable[date]) -> str:
    """Some of its days, with the time: ”5 januari 2027 och 19 januari 2027 klockan 13:00”."""
    return f"{_days(days)}{_clock(möte)}"


def _days(days: Iterable[date]) -> str:
    return enumerate_words([swedish_date(day) for day in sorted(days)])


def _clock(möte: Mötesdag) -> str:
    if not möte.börjar:
        return ""
    return f" klockan {'–'.join(time for time in (möte.börjar, möte.slutar) if time)}"
