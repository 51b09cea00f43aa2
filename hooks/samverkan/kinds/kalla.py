"""Källa: where the statements come from."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import Datum, Heltal, JaNej, Rad, Text, Thing


class Källa(Thing):
    """En källa: det som påståendena i modellen vilar på."""

    kind: ClassVar[str] = "källa"
    folder: ClassVar[str] = "kallor"
    plural: ClassVar[str] = "Källor"
    ingress_field: ClassVar[str] = "om"

    kort: Rad = Field(description="Kort namn, för hänvisningar.", examples=["Kartläggningen 2022"])
    typ: Literal["rapport", "nyhetsbrev", "bilder", "podd", "webbsida", "förarbete", "lag"] = Field(
        description="Vad källan är för något."
    )
    upphov: Rad = Field(description="Författare eller utgivare.")
    år: Heltal | None = Field(None, description="Utgivningsår.", examples=["2022"])
    ungefärligt_år: JaNej = Field(False, description="ja när året är en uppskattning.")
    om: Text = Field(description="Vad källan är och vad vi använder den till.")
    förbehåll: Text | None = Field(None, description="Vad läsaren behöver veta för att lita lagom på den.")
    metod: JaNej = Field(
        False,
        description="ja när källan beskriver en annan plats och tid: metod och inspiration, inte vad som gäller här.",
    )
    märke: Rad | None = Field(
        None,
        description="Kort märkning på sidor som bygger på källan.",
        examples=["Metod från Östermalm 2007"],
    )
    adress: Annotated[str, Field(pattern=r"""^https://[^\s<>"'()\[\]{}]+$""")] | None = Field(
        None, description="Adressen på webben; börjar med https://."
    )
    läst: Datum | None = Field(None, description="När webbsidan lästes.")

    @property
    def sidtitel(self) -> str:
        """The title of its page (see Thing)."""
        return f"{self.namn} (källa)"

    @property
    def kortnamn(self) -> str:
        """The short name, as references cite it."""
        return self.kort
