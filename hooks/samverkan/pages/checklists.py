"""Checklists that follow from routines: one per routine and funktion."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.kinds import Funktion, Rutin, Steg
from samverkan.kinds.steg import Punkt


@dataclass(frozen=True)
class RutinChecklista:
    """What one funktion does in one routine, step by step."""

    rutin: Rutin
    funktion: Funktion
    avsnitt: list[tuple[Steg, list[Punkt]]]

    @property
    def namn(self) -> str:
        """The title of its page; unique, since a routine has one list for each funktion."""
        return f"{self.rutin.namn}: {self.funktion.namn}"

    @property
    def url(self) -> str:
        """The page as a Markdown link target, absolute from the docs folder."""
        return f"/checklistor/{self.rutin.id}/{self.funktion.id}.md"

    @property
    def länk(self) -> str:
        """A Markdown link to it, named after who it is for."""
        return f"[{self.funktion.namn}]({self.url})"

    @property
    def sidbeskrivning(self) -> str:
        """What its page is about, for those who have not opened it."""
        return f"{self.funktion.kortnamn}: vad du gör, i ordning, att bocka av eller skriva ut. {self.rutin.fråga}"

    @property
    def punkter(self) -> list[Punkt]:
        """Every point, in order."""
        return [punkt for _, punkter in self.avsnitt for punkt in punkter]

    @property
    def antal(self) -> int:
        """The number of points."""
        return len(self.punkter)


def checklists(rutin: Rutin) -> list[RutinChecklista]:
    """The lists of a routine, in the order the funktioner appear; none for who has no point.

    A point goes to those in its `för`, or else to the step's huvudansvarig.
    """
    lists = []
    for funktion in rutin.funktioner:
        avsnitt = []
        for steg in rutin.steg:
            responsible = [ref.id for ref in steg.huvudansvarig]
            punkter = [p for p in steg.punkter if funktion.id in (_named(p) or responsible)]
            if punkter:
                avsnitt.append((steg, punkter))
        if avsnitt:
            lists.append(RutinChecklista(rutin, funktion, avsnitt))
    return lists


def _named(punkt: Punkt) -> list[str]:
    """Those whom a point names, and whom the kommun has."""
    return [ref.id for ref in punkt.för if not (ref.till and ref.till.utgår)]
