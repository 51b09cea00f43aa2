"""A step of a routine as its page shows it: its number, who has which role, where one comes from and goes to."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.flow import Way, ways
from samverkan.kinds import Funktion, Ref, Rutin, Steg, Thing
from samverkan.kinds.labels import Roll, both


@dataclass(frozen=True)
class Role:
    """A row of the step: the role's label, who has it, whether the duty is each one's own, or by which rule."""

    namn: str
    refs: list[Ref[Funktion]]
    personlig: bool
    turordning: str | None


@dataclass(frozen=True)
class Numbered:
    """A step with its number in the routine, as links to it say."""

    nummer: int
    steg: Steg


@dataclass(frozen=True)
class WayView:
    """A way on as it is read: when, where to, and how many times."""

    om: str | None
    gräns: str | None
    slut: str | None
    till: Ref[Thing] | None
    mål: Numbered | None
    tillbaka: bool


@dataclass(frozen=True)
class StepView:
    """One step, with those that lead to it and those that it leads to."""

    nummer: int
    steg: Steg
    förra: Numbered | None
    nästa: Numbered | None
    sist: bool
    vägar: list[WayView]
    hit: list[Numbered]
    samtidigt: list[Numbered]

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
            rows.append(Role(name, refs, answers and step.personlig_plikt, step.turordning if answers else None))
        return rows


def steps(rutin: Rutin) -> list[StepView]:
    """The steps of a routine, in order.

    A step that branches has its ways and nothing that says ”next”; one that only
    a branch leads to says from where.
    """
    numbered = {steg.id: Numbered(n, steg) for n, steg in enumerate(rutin.steg, 1)}
    onward = [ways(rutin, n) for n in range(len(rutin.steg))]
    comes: dict[str, list[Numbered]] = {steg.id: [] for steg in rutin.steg}
    for steg, found in zip(rutin.steg, onward, strict=True):
        for way in found:
            if way.steg and not way.tillbaka and numbered[steg.id] not in comes[way.steg.id]:
                comes[way.steg.id].append(numbered[steg.id])
    views = []
    for n, (steg, found) in enumerate(zip(rutin.steg, onward, strict=True)):
        straight = [way.steg for way in found if way.väg is None and way.steg]
        before = rutin.steg[n - 1] if n else None
        plain = [one.steg.id for one in comes[steg.id]] == ([before.id] if before else [])
        views.append(
            StepView(
                n + 1,
                steg,
                numbered[before.id] if before and plain else None,
                numbered[straight[0].id] if straight else None,
                any(way.väg is None and way.steg is None for way in found),
                [_seen(way, numbered) for way in found if way.väg],
                [] if plain else comes[steg.id],
                [numbered[id] for id in steg.samtidigt_med if id in numbered],
            )
        )
    return views


def _seen(way: Way, numbered: dict[str, Numbered]) -> WayView:
    väg = way.väg
    goal = numbered[way.steg.id] if way.steg else None
    said = (väg.om, väg.gräns, väg.slut) if väg else (None, None, None)
    return WayView(*said, way.till, goal, way.tillbaka)
