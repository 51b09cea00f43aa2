"""Lucka: what staff ask for and nobody has decided yet, with what the law says and whom to ask meanwhile."""

from typing import Any, ClassVar

from pydantic import Field

from samverkan.kinds.base import Heltal, LagrumRef, MedKommande, Rad, SidaRef, Text, VerksamhetRef


class Lucka(MedKommande):
    """Ett ämne som personal frågar om och som ingen har bestämt något om ännu."""

    kind: ClassVar[str] = "lucka"
    folder: ClassVar[str] = "luckor"
    plural: ClassVar[str] = "Det här saknas"
    own_page: ClassVar[bool] = False
    ingress_field: ClassVar[str] = "saknas"

    ordning: Heltal = Field(description="Plats i listor; det som behövs mest är 1.")
    saknas: Text = Field(title="Vad som saknas", description="Vad som saknas, och vad källorna säger om det.")
    lagen_säger: Text | None = Field(None, description="Vad lagen säger, med alla villkor.")
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagrummen.")
    fråga: Rad = Field(
        title="Vem läsaren frågar så länge", description="Vem läsaren frågar så länge: funktion eller verksamhet."
    )
    kontakta: list[VerksamhetRef] = Field(default_factory=list, description="Vem läsaren ringer.")
    fyll: Rad = Field(title="Att fylla i", description="Vad en kommun eller länet kan skriva i stället.")
    se_även: list[SidaRef] = Field(
        default_factory=list, description="Sidor som hör ihop, skrivna sort:id.", examples=[["situation:sip"]]
    )
    synonymer: list[Rad] = Field(
        default_factory=list, description="Ord som någon söker med.", examples=[["hemmasittare"]]
    )

    @property
    def sökord(self) -> list[str]:
        """Words that one looks for it with (see Thing)."""
        return self.synonymer

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """In the editors' order."""
        return (self.ordning, self.id)
