"""Funktion: the role a person has at work; never a named person."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import FunktionRef, JaNej, MedKommande, Rad, Stöd, Text, VerksamhetRef


class Funktion(MedKommande):
    """En funktion: en roll i arbetet, aldrig en namngiven person."""

    kind: ClassVar[str] = "funktion"
    folder: ClassVar[str] = "funktioner"
    plural: ClassVar[str] = "Funktioner"
    ingress_field: ClassVar[str] = "beskrivning"

    beskrivning: Text = Field(description="Vad funktionen gör i samverkan.")
    verksamheter: list[VerksamhetRef] = Field(default_factory=list, description="Verksamheterna där funktionen finns.")
    ingår_i: list[FunktionRef] = Field(
        default_factory=list,
        description="Bredare funktioner vars steg också gäller den här.",
        examples=[["anmalare"]],
    )
    kontakt_behövs: JaNej = Field(False, description="ja: varje kommun ska fylla i en kontakt hit.")
    ring_om: Rad | None = Field(
        None,
        description="Vad man ringer hit om, i en mening; står på sidan med kontakter.",
        examples=["Ring hit om du ska anmäla oro för ett barn."],
    )
    stöd: Stöd | None = Field(
        None, description="modellen: beskrivningen är modellens egen, varken källa eller lag ger den."
    )
    synonymer: list[Rad] = Field(default_factory=list, description="Andra ord som personal säger.")

    @property
    def sidtitel(self) -> str:
        """The title of its page (see Thing)."""
        return f"{self.namn} (funktion)"

    @property
    def sökord(self) -> list[str]:
        """What staff also call it (see Thing)."""
        return self.synonymer
