"""Metod: ways of working that the sources describe, in sections with sources."""

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import Avsnitt, Heltal, MedKommande, Rad, Text


class Metod(MedKommande):
    """Ett arbetssätt eller en förutsättning för samverkan."""

    kind: ClassVar[str] = "metod"
    folder: ClassVar[str] = "metoder"
    plural: ClassVar[str] = "Metoder"
    ingress_field: ClassVar[str] = "sammanfattning"

    grupp: Literal[
        "Förutsättningar", "Former och samsyn", "Kring ett barn", "Lokala exempel", "Uppföljning och plan"
    ] = Field(description="Rubriken som metoden står under i listor.")
    ordning: Heltal = Field(description="Plats i gruppen.")
    sammanfattning: Text = Field(description="Vad metoden är och när den används.")
    avsnitt: list[Avsnitt] = Field(min_length=1, description="Avsnitten i ordning.")
    oklart: list[Rad] = Field(default_factory=list, description="Det som källorna inte säger, eller säger olika.")

    @property
    def sidtitel(self) -> str:
        """The title of its page (see Thing)."""
        return f"{self.namn} (metod)"

    @property
    def sort_key(self) -> tuple[int, int]:
        """By group, then in the editors' order."""
        groups = ("Förutsättningar", "Former och samsyn", "Kring ett barn", "Lokala exempel", "Uppföljning och plan")
        return (groups.index(self.grupp), self.ordning)
