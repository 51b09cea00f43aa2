"""A time limit counted from what the reader knows: the limits that must have passed before it, added to its own."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.kinds.tid import Frist, Tid

WEEK = 7  # days


@dataclass(frozen=True)
class Counted:
    """So many days, from what, and the limits that it is made of, the first to begin first; in days.

    `lyder` are the limits in words: what is counted holds under the conditions of all of them.
    """

    delar: list[int]
    räknas_från: str
    lyder: list[str]

    @property
    def dagar(self) -> int:
        """All of it, in days."""
        return sum(self.delar)

    @property
    def längd(self) -> str:
        """All of it, in weeks where it is whole weeks."""
        weeks, rest = divmod(self.dagar, WEEK)
        return f"{self.dagar} dagar" if rest else f"{weeks} veckor ({self.dagar} dagar)"

    @property
    def dagen(self) -> str:
        """What the day that it is counted from is called: ”Dagen då anmälan kom in”."""
        begins = self.räknas_från
        return f"Dagen då {begins.removeprefix('att ')}" if begins.startswith("att ") else f"Dagen för {begins}"


def counted(tid: Frist) -> Counted | None:
    """A limit counted together with the one before it; None for one that comes after no other, or is not in days."""
    before = tid.efter.tid if isinstance(tid, Tid) and tid.efter else None
    if not isinstance(tid, Tid) or before is None or not tid.dagar or not before.dagar:
        return None
    return Counted([before.dagar, tid.dagar], before.räknas_från or "", [before.lyder, tid.lyder])
