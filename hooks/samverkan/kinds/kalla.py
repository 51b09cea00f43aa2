"""Källa: where the statements come from."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import Datum, Heltal, JaNej, Part, Rad, Text, Thing


class Verk(Part):
    """En bok, en rapport eller ett beslut som källan hänvisar till."""

    titel: Rad = Field(description="Titeln.")
    upphov: Rad | None = Field(None, description="Författare eller utgivare.")
    år: Rad | None = Field(None, description="Utgivningsår, så som källan skriver det.")
    i_dag: Rad | None = Field(None, description="Vad som gäller i dag, när verket är ersatt eller upphävt.")


class Källa(Thing):
    """En källa: det som påståendena i modellen vilar på."""

    kind: ClassVar[str] = "källa"
    folder: ClassVar[str] = "kallor"
    plural: ClassVar[str] = "Källor"
    ingress_field: ClassVar[str] = "om"

    kort: Rad = Field(description="Kort namn, för hänvisningar.", examples=["Rapporten 2020"])
    typ: Literal[
        "rapport",
        "nyhetsbrev",
        "bilder",
        "podd",
        "webbsida",
        "beslut",
        "policy",
        "riktlinje",
        "överenskommelse",
        "förarbete",
        "lag",
    ] = Field(description="Vad källan är för något; beslut är en nämnds eller ett forums beslut.")
    diarienummer: Rad | None = Field(None, description="Numret i diariet, för det som är beslutat.")
    beslutsdag: Datum | None = Field(None, description="Dagen för beslutet, ÅÅÅÅ-MM-DD.")
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
        examples=["Metod från Storstad 2010"],
    )
    adress: Annotated[str, Field(pattern=r"""^https://[^\s<>"'()\[\]{}]+$""")] | None = Field(
        None, description="Adressen på webben; börjar med https://."
    )
    finns: Rad | None = Field(
        None,
        description="Var källan går att få, när adressen inte leder till själva källan eller ingen adress är känd.",
    )
    läs_vidare: list[Verk] = Field(
        default_factory=list, description="Det som källan hänvisar till.", json_schema_extra={"x-historisk": True}
    )
    läs_vidare_plats: Rad | None = Field(None, description="Var i källan hänvisningarna står.")
    läst: Datum | None = Field(None, description="När webbsidan lästes.")

    @property
    def beslutad(self) -> bool:
        """Whether it is something that has been decided and applies here; what is decided elsewhere is method."""
        return not self.metod and self.typ in ("beslut", "policy", "riktlinje", "överenskommelse")

    @property
    def sidtitel(self) -> str:
        """The title of its page (see Thing)."""
        return f"{self.namn} (källa)"

    @property
    def kortnamn(self) -> str:
        """The short name, as references cite it."""
        return self.kort
