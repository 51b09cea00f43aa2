"""Mål: what the development work wants to reach, and the rights and goals it rests on."""

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import Datum, Heltal, Källhänvisning, Part, Rad, Text, Thing, Utsaga


class Beslutad(Part):
    """Vem som har beslutat en text, och när."""

    av: Rad = Field(description="Den som beslutade.", examples=["Regionstyrelsen"])
    datum: Datum = Field(description="Beslutsdagen, ÅÅÅÅ-MM-DD.")
    källor: list[Källhänvisning] = Field(min_length=1, description="Källan till beslutet.")


class Mål(Thing):
    """Ett mål: målbild, effekt, projektmål, forskningens mål, eller grunden de vilar på."""

    kind: ClassVar[str] = "mål"
    folder: ClassVar[str] = "mal"
    plural: ClassVar[str] = "Målbild och mål"
    own_page: ClassVar[bool] = False
    ingress_field: ClassVar[str] = "text"

    typ: Literal[
        "Målbild", "Grund", "Långsiktiga effekter", "Projektets mål", "Agenda 2030", "Följeforskningens mål"
    ] = Field(description="Vad för slags mål; sidan grupperas så.")
    ordning: Heltal = Field(description="Plats i gruppen.")
    text: Text = Field(description="Målet, med egna ord.")
    ordalydelse: Text | None = Field(
        None, title="Ord för ord", description="Det beslutade, ord för ord. Då är texten det samma sagt enkelt."
    )
    ordalydelse_källor: list[Källhänvisning] = Field(default_factory=list, description="Källan till ordalydelsen.")
    beslutad: Beslutad | None = Field(None, description="Vem som har beslutat ordalydelsen, och när.")
    olika_uppgifter: list[Utsaga] = Field(default_factory=list, description="Det som källorna säger olika.")

    @property
    def sort_key(self) -> tuple[int, int]:
        """By kind of goal, then in the editors' order."""
        order = ("Målbild", "Grund", "Långsiktiga effekter", "Projektets mål", "Agenda 2030", "Följeforskningens mål")
        return (order.index(self.typ), self.ordning)
