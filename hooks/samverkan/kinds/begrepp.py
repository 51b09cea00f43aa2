"""Begrepp: words a reader may stumble over, and what staff also say."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import BegreppRef, JaNej, LagrumRef, MedKommande, Rad, SidaRef, Stöd, Text, first_sentences


class Begrepp(MedKommande):
    """Ett begrepp i ordlistan."""

    kind: ClassVar[str] = "begrepp"
    folder: ClassVar[str] = "ordlista"
    plural: ClassVar[str] = "Ordlista"
    ingress_field: ClassVar[str] = "definition"
    own_page: ClassVar[bool] = False

    definition: Text | None = Field(
        None, description="Vad ordet betyder, i en eller två meningar. Utelämnas när ”sida” ger den."
    )
    sida: SidaRef | None = Field(
        None,
        description="Saken som ordet är namnet på: de två första meningarna på dess sida blir definitionen.",
        examples=["pilot:osis"],
    )
    stöd: Stöd | None = Field(
        None, description="modellen: förklaringen är modellens egen, varken källa eller lag ger den."
    )
    förkortning: Rad | None = Field(None, description="Förkortningen, om det finns en.", examples=["SIP"])
    synonymer: list[Rad] = Field(
        default_factory=list,
        description="Andra ord för samma sak, också äldre.",
        json_schema_extra={"x-historisk": True},
    )
    former: list[Rad] = Field(
        default_factory=list,
        title="Böjningar",
        description="Böjningar som också ska förklaras i löpande text.",
        examples=[["samtycket"]],
    )
    i_text: JaNej = Field(
        True,
        title="Förklaras i löpande text",
        description="nej för vanliga ord som inte ska strykas under i löpande text.",
    )
    se_även: list[BegreppRef] = Field(default_factory=list, description="Närliggande begrepp.")
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagen som ordet kommer ur.")

    @property
    def ingress(self) -> str:
        """What the word means: its own definition, or the start of the page that it is the name of."""
        return self.definition or (first_sentences(self.sida.saken.ingress, 2) if self.sida else "")

    @property
    def sökord(self) -> list[str]:
        """Its other names and forms (see Thing)."""
        return [*([self.förkortning] if self.förkortning else []), *self.synonymer, *self.former]

    @property
    def bokstav(self) -> str:
        """The letter it stands under."""
        return self.namn[0].upper()
