"""A matrix of responsibility as its page shows it: rows in groups, a cell for each role that anybody has."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.kinds import Ansvarsmatris, Ref, Verksamhet
from samverkan.kinds.ansvarsmatris import Uppgift
from samverkan.kinds.base import Källhänvisning
from samverkan.kinds.labels import Roll
from samverkan.phrases import in_groups, once


@dataclass(frozen=True)
class Cell:
    """Who has a role in a task; `oklart` stands there instead of the one who answers, where no source says who."""

    roll: Roll
    refs: list[Ref[Verksamhet]]
    oklart: str | None

    @property
    def tom(self) -> bool:
        """Whether there is nothing to show."""
        return not self.refs and not self.oklart


@dataclass(frozen=True)
class Row:
    """A task with its cells."""

    uppgift: Uppgift
    celler: list[Cell]


@dataclass(frozen=True)
class Group:
    """The tasks under one heading, and the sources behind them, each place once."""

    rubrik: str
    rader: list[Row]
    källor: list[Källhänvisning]


def groups(matris: Ansvarsmatris) -> list[Group]:
    """The matrix from top to bottom."""
    return [
        Group(heading, [_row(matris, task) for task in tasks], once([h for task in tasks for h in task.källor]))
        for heading, tasks in in_groups(matris.uppgifter, "grupp")
    ]


def _row(matris: Ansvarsmatris, task: Uppgift) -> Row:
    roles = [(roll, refs) for roll, refs in task.roller if roll in matris.roller]
    return Row(task, [Cell(roll, refs, task.oklart if roll is Roll.HUVUDANSVARIG else None) for roll, refs in roles])
