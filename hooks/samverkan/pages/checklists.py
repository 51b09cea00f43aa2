"""Checklists that follow from what is written elsewhere: per routine and funktion, per situation, per funktion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samverkan.kinds import Funktion, Rutin, Situation, Steg
from samverkan.kinds.steg import Punkt

Sections = list[tuple[Steg, list[Punkt]]]


@dataclass(frozen=True)
class RutinChecklista:
    """What one funktion does in one routine, step by step."""

    rutin: Rutin
    funktion: Funktion
    avsnitt: Sections

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


@dataclass(frozen=True)
class SituationsChecklista:
    """What the one who meets a situation does now."""

    situation: Situation

    @property
    def namn(self) -> str:
        """The title of its page."""
        return f"Checklista: {self.situation.namn}"

    @property
    def url(self) -> str:
        """As RutinChecklista.url."""
        return f"/checklistor/situationer/{self.situation.id}.md"

    @property
    def sidbeskrivning(self) -> str:
        """As RutinChecklista.sidbeskrivning."""
        return f"{self.situation.namn}: det du gör nu, att bocka av eller skriva ut. {self.situation.kort_svar}"


@dataclass(frozen=True)
class FunktionsChecklista:
    """All that one funktion does, in every routine where it has something to do."""

    funktion: Funktion
    rutiner: list[tuple[Rutin, Sections]]

    @property
    def namn(self) -> str:
        """The title of its page."""
        return f"Alla rutiner: {self.funktion.namn}"

    @property
    def url(self) -> str:
        """As RutinChecklista.url."""
        return f"/checklistor/funktioner/{self.funktion.id}.md"

    @property
    def sidbeskrivning(self) -> str:
        """As RutinChecklista.sidbeskrivning."""
        return f"{self.funktion.kortnamn}: allt du gör i {len(self.rutiner)} rutiner, att bocka av eller skriva ut."

    @property
    def punkter(self) -> list[Punkt]:
        """Every point, in order."""
        return [punkt for _, avsnitt in self.rutiner for _, punkter in avsnitt for punkt in punkter]

    @property
    def antal(self) -> int:
        """The number of points."""
        return len(self.punkter)


def checklists(rutin: Rutin, whose: set[str] | None = None) -> list[RutinChecklista]:
    """The lists of a routine, in the order the funktioner appear, or of those with these ids; none without a point."""
    wanted = [one for one in rutin.funktioner if whose is None or one.id in whose]
    lists = ((funktion, sections(rutin, {funktion.id})) for funktion in wanted)
    return [RutinChecklista(rutin, funktion, avsnitt) for funktion, avsnitt in lists if avsnitt]


def sections(rutin: Rutin, ids: set[str]) -> Sections:
    """The steps in which any of these funktioner has a point, with those points.

    A point goes to those in its `för`, or else to the step's huvudansvarig.
    """
    return [(steg, punkter) for steg in rutin.steg if (punkter := [*_theirs(steg, ids)])]


def _theirs(steg: Steg, ids: set[str]) -> Iterator[Punkt]:
    responsible = {ref.id for ref in steg.huvudansvarig}
    yield from (punkt for punkt in steg.punkter if ids & (_named(punkt) or responsible))


def _named(punkt: Punkt) -> set[str]:
    """Those whom a point names, and whom the kommun has."""
    return {ref.id for ref in punkt.för if not (ref.till and ref.till.utgår)}
