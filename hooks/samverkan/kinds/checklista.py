"""Checklista: points of its own; every rutin also yields one per funktion (see checklists.py)."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import Avbockning, MedKommande, Part, Rad, Text


class Checkpunkt(Avbockning):
    """En punkt på listan."""

    förklaring: Rad | None = Field(None, description="Varför, eller hur.")


class Checkavsnitt(Part):
    """Ett avsnitt med punkter."""

    rubrik: Rad = Field(description="Avsnittets rubrik.")
    punkter: list[Checkpunkt] = Field(min_length=1, description="Punkterna i ordning.")


class Checklista(MedKommande):
    """En checklista med egna punkter."""

    kind: ClassVar[str] = "checklista"
    folder: ClassVar[str] = "checklistor"
    plural: ClassVar[str] = "Checklistor"
    ingress_field: ClassVar[str] = "sammanfattning"

    sammanfattning: Text = Field(description="När listan används och av vem.")
    avsnitt: list[Checkavsnitt] = Field(min_length=1, description="Avsnitten i ordning.")
