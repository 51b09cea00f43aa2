"""Verksamhet: the services that meet children, and who runs them."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import HuvudmanRef, JaNej, Källhänvisning, Part, Rad, Stöd, Text, Thing
from samverkan.kinds.labels import Driver


class Avtalspart(Part):
    """En part i en verksamhet som flera driver tillsammans."""

    namn: Rad = Field(description="Partens namn.", examples=["Polismyndigheten"])
    huvudman: HuvudmanRef | None = Field(None, description="Partens huvudman, om den är en av länets.")
    del_av: Rad | None = Field(None, description="Vilken del av parten som deltar.", examples=["socialtjänsten"])


class Verksamhet(Thing):
    """En verksamhet som möter barn och unga."""

    kind: ClassVar[str] = "verksamhet"
    folder: ClassVar[str] = "verksamheter"
    plural: ClassVar[str] = "Verksamheter"
    ingress_field: ClassVar[str] = "beskrivning"

    drivs_av: list[Driver] = Field(min_length=1, description="Vem som driver verksamheten.")
    beskrivning: Text = Field(description="Vad verksamheten gör, i en eller två meningar.")
    kontakt_behövs: JaNej = Field(False, description="ja: varje kommun ska fylla i en kontakt hit.")
    ring_om: Rad | None = Field(
        None,
        description="Vad man ringer hit om, i en mening; står på sidan med kontakter.",
        examples=["Ring hit om du ska anmäla oro för ett barn."],
    )
    stöd: Stöd | None = Field(
        None, description="modellen: beskrivningen är modellens egen, varken källa eller lag ger den."
    )
    synonymer: list[Rad] = Field(default_factory=list, description="Andra ord som personal säger.", examples=[["soc"]])
    parter: list[Avtalspart] = Field(default_factory=list, description="Parterna, när flera driver den tillsammans.")
    parter_källor: list[Källhänvisning] = Field(default_factory=list, description="Källan till parterna.")
    oklart: Rad | None = Field(None, description="Det som källorna inte säger om verksamheten.")

    @property
    def sidtitel(self) -> str:
        """The title of its page (see Thing)."""
        return f"{self.namn} (verksamhet)"

    @property
    def sökord(self) -> list[str]:
        """What staff also call it (see Thing)."""
        return self.synonymer
