"""Fråga: what staff come with, in their own words, and the answer."""

from typing import Any, ClassVar

from pydantic import Field

from samverkan.kinds.base import (
    Datum,
    Handling,
    Heltal,
    JaNej,
    LagrumRef,
    MedKommande,
    Rad,
    RutinRef,
    Sidfil,
    Text,
    VerksamhetRef,
)


class Åtgärd(Handling):
    """Något som läsaren gör."""


class Fråga(MedKommande):
    """En fråga som personal kommer med, och svaret."""

    kind: ClassVar[str] = "fråga"
    folder: ClassVar[str] = "fragor"
    plural: ClassVar[str] = "Frågor"
    ingress_field: ClassVar[str] = "kort_svar"

    ordning: Heltal = Field(
        title="Plats i listor", description="Plats i listor och på startsidan; den vanligaste frågan är 1."
    )
    kort_svar: Rad = Field(
        description="Svaret på en rad; står under frågan i listor.", examples=["Anmäl genast till socialtjänsten."]
    )
    svar: Text = Field(description="Svaret i två till fyra meningar, läsarens nästa steg först.")
    kontakta: list[VerksamhetRef] = Field(
        default_factory=list,
        title="Vem läsaren ringer",
        description="Vem läsaren ringer; kommunens kontakt visas direkt efter svaret.",
    )
    gör_så: list[Åtgärd] = Field(default_factory=list, title="Gör så här", description="Det läsaren gör, i ordning.")
    rutin: RutinRef | None = Field(None, description="Rutinen som visas efter svaret.")
    sida: Sidfil | None = Field(
        None,
        description="Sidan under docs/ som visar frågan, när resten av svaret inte är en rutin.",
        examples=["kontakter/index.md"],
    )
    om_fara: JaNej = Field(
        False,
        title="Larmnumren överst på sidan",
        description="ja visar larmnumren överst. De visas också när rutinen handlar om fara.",
    )
    låst: JaNej = Field(False, description="ja när lagen ger svaret: en kommun får inte ändra eller ta bort det.")
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagen som svaret vilar på.")
    granskad: Datum | None = Field(None, description="När svaret senast granskades mot lag och källor.")
    nästa_granskning: Datum | None = Field(None, description="När det ska granskas nästa gång.")

    @property
    def sidbeskrivning(self) -> str:
        """The question and its answer (see Thing)."""
        return f"{self.namn} {self.kort_svar}"

    @property
    def own_page(self) -> bool:  # type: ignore[override]
        """Whether it gets a page, or is shown on a page written by hand (see Thing)."""
        return self.sida is None

    @property
    def url(self) -> str:
        """The page that answers (see Thing)."""
        return f"/{self.sida}" if self.sida and not self.utgår else super().url

    @property
    def fara(self) -> bool:
        """Whether the page shows what is urgent first."""
        return self.om_fara or bool(self.rutin and self.rutin.saken.om_fara)

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """In the editors' order."""
        return (self.ordning, self.id)
