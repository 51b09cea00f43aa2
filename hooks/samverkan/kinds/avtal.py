"""Avtal: what parties have agreed, from when until when, and what rests on it."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import (
    Datum,
    Heltal,
    HuvudmanRef,
    Källhänvisning,
    LagrumRef,
    Part,
    Påstående,
    Rad,
    SidaRef,
    Text,
    Thing,
)


class Avtalspart(Part):
    """En part, och när den skrev under."""

    huvudman: HuvudmanRef | None = Field(None, description="Parten, när den är en huvudman i modellen.")
    namn: Rad | None = Field(None, description="Parten, när den inte är det.")
    undertecknat: Datum | None = Field(None, description="Dagen då parten skrev under.")
    av: Rad | None = Field(None, description="Funktionen som skrev under, aldrig ett namn.")

    @property
    def kallas(self) -> str:
        """What it is called."""
        return self.namn or (self.huvudman.saken.namn if self.huvudman else "")


class Antagande(Part):
    """En huvudmans eget beslut att följa avtalet."""

    huvudman: HuvudmanRef = Field(description="Huvudmannen som har antagit det.")
    datum: Datum = Field(description="Dagen för beslutet.")
    av: Rad = Field(description="Nämnden eller funktionen som beslutade.")
    diarienummer: Rad | None = Field(None, description="Numret i diariet.")
    källor: list[Källhänvisning] = Field(default_factory=list, description="Källan till beslutet.")


class Avtal(Thing):
    """Ett avtal eller en överenskommelse mellan parter."""

    kind: ClassVar[str] = "avtal"
    folder: ClassVar[str] = "avtal"
    plural: ClassVar[str] = "Avtal"
    ingress_field: ClassVar[str] = "om"

    om: Text = Field(description="Vad avtalet är till för, i två eller tre meningar.")
    parter: list[Avtalspart] = Field(min_length=1, description="Parterna.")
    gäller_från: Datum | None = Field(None, description="Första dagen. Utelämnas när källan inte säger den.")
    gäller_till: Datum | None = Field(None, description="Sista dagen. Utelämnas när det gäller tills vidare.")
    giltighet: Rad | None = Field(None, description="Giltigheten i ord, när dagarna inte räcker.")
    uppsägning: Rad | None = Field(None, description="Hur det sägs upp, i ord.")
    uppsägningstid: Heltal | None = Field(None, description="Uppsägningstiden i månader.")
    diarienummer: Rad | None = Field(None, description="Numret i diariet.")
    innehåll: list[Påstående] = Field(
        default_factory=list,
        title="Vad parterna har kommit överens om",
        description="Vad parterna har kommit överens om.",
    )
    grund_för: list[SidaRef] = Field(
        default_factory=list,
        description="Rutinerna, forumen och annat som vilar på avtalet, skrivna sort:id.",
        examples=[["rutin:orosanmalan"]],
    )
    antaget: list[Antagande] = Field(default_factory=list, description="Vilka som har antagit det, och när.")
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagen som kräver eller tillåter avtalet.")
    oklart: list[Rad] = Field(default_factory=list, description="Det som källorna inte säger.")
