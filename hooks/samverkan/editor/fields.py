"""A form as the templates show it: fields, what stands in them, and rows of fields."""

from __future__ import annotations

from dataclasses import dataclass, field

from samverkan.editor.told import Told

# The choices of a field: under which heading, and each as its key and its words.
Choices = list[tuple[str, list[tuple[str, str]]]]


@dataclass
class Field:
    """One field: what it is called, what helps, what stands there, what is wrong with it."""

    name: str
    label: str
    form: str  # see Shape; `väljer` is a list of choices, `rader` a list of parts, `låst` is only shown
    help: str = ""
    example: str = ""
    needed: bool = False
    value: str = ""
    chosen: list[str] = field(default_factory=list)
    choices: Choices = field(default_factory=list)
    inside: list[Field] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    wrong: list[Told] = field(default_factory=list)
    # The county's text where a kommun sees it beside its own, and whether its own differs.
    county: list[str] | None = None
    differs: bool = False
    why: str = ""  # why it is locked

    @property
    def grouped(self) -> bool:
        """Whether it has several inputs, and so is a group with a legend."""
        return self.form in ("del", "rader", "väljer")

    @property
    def lines(self) -> int:
        """How high its box is."""
        return min(14, sum(len(line) // 70 + 1 for line in self.value.split("\n")) + 1)

    @property
    def told_by(self) -> str:
        """The ids of what explains it to a screen reader."""
        there = (("hjälp", self.help), ("exempel", self.example), ("fel", self.wrong))
        return " ".join(f"{what}-{self.name}" for what, said in there if said)

    @property
    def of_choices(self) -> list[tuple[str, bool]]:
        """A select for each that is chosen and for two more: the choice, and whether it is one of the two."""
        return [*((one, False) for one in self.chosen), ("", True), ("", True)]


@dataclass
class Row:
    """One part in a list of parts, with what can be done with it."""

    number: int
    id: str
    name: str
    inside: list[Field]
    locked: bool
    up: bool
    down: bool


def names_in(fields: list[Field]) -> set[str]:
    """The names of all fields, and of those within them."""
    found: set[str] = set()
    for one in fields:
        found |= {one.name} | names_in(one.inside) | {name for row in one.rows for name in names_in(row.inside)}
    return found
