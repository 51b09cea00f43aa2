"""A step of a routine as its page shows it: its number, its neighbours, and who has which role."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.kinds import Funktion, Ref, Rutin, Steg
from samverkan.kinds.labels import Roll, both


@dataclass(frozen=True)
class Role:
    """A row of the step: the role's label, who has it, and whether the duty is each one's own."""

    namn: str
    refs: list[Ref[Funktion]]
    personlig: bool


@dataclass(frozen=True)
class StepView:
    """One step with those before and after it."""

    nummer: int
    steg: Steg
    förra: Steg | None
    nästa: Steg | None

    @property
    def roller(self) -> list[Role]:
        """A row for each role that anybody has; one row where those who answer are those who do it."""
        step = self.steg
        same = [ref.id for ref in step.huvudansvarig] == [ref.id for ref in step.utför]
        rows = []
        for roll, refs in step.roller:
            if not refs or (same and roll is Roll.UTFÖR):
                continue
            answers = roll is Roll.HUVUDANSVARIG
            name = both(Roll.HUVUDANSVARIG, Roll.UTFÖR) if same and answers else roll.label
            rows.append(Role(name, refs, answers and step.personlig_plikt))
        return rows


def steps(rutin: Rutin) -> list[StepView]:
    """The steps of a routine, in order."""
    around: list[Steg | None] = [None, *rutin.steg, None]
    return [StepView(n, step, around[n - 1], around[n + 1]) for n, step in enumerate(rutin.steg, 1)]
