"""Rutin: a decided way of working, step by step, with somebody answering for each step."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import (
    Datum,
    ForumRef,
    Heltal,
    JaNej,
    Jurist,
    LagrumRef,
    MedKommande,
    Part,
    Rad,
    RutinRef,
    Text,
)
from samverkan.kinds.beslut import Beslutet
from samverkan.kinds.funktion import Funktion
from samverkan.kinds.galler import Gäller
from samverkan.kinds.labels import Bekräftelse
from samverkan.kinds.steg import Steg


class Ägare(Part):
    """Vem som förvaltar rutinen."""

    forum: ForumRef = Field(description="Forumet som äger rutinen.")
    status: Bekräftelse = Field(description="ej_bekräftad så länge ägaren bara är föreslagen.")


class Ändring(Part):
    """En ändring som läsaren behöver känna till."""

    datum: Datum = Field(description="Dagen då ändringen gjordes, ÅÅÅÅ-MM-DD.")
    vad: Rad = Field(description="Vad som är nytt för läsaren, i en mening.", examples=["Steg 3 har en ny tidsgräns."])


class Rutin(MedKommande):
    """En rutin: när den börjar, steg för steg, resultat och uppföljning."""

    kind: ClassVar[str] = "rutin"
    folder: ClassVar[str] = "rutiner"
    plural: ClassVar[str] = "Rutiner"
    ingress_field: ClassVar[str] = "fråga"

    ordning: Heltal = Field(title="Plats i listor", description="Rutinens plats i listor; den viktigaste är 1.")
    fråga: Rad = Field(
        title="Läsarens fråga",
        description="Frågan som läsaren kommer med.",
        examples=["Jag är orolig för ett barn. Vad gör jag?"],
    )
    synonymer: list[Rad] = Field(
        default_factory=list,
        title="Andra ord att söka med",
        description="Andra ord som personal söker rutinen med.",
        examples=[["konsultation"]],
    )
    sammanfattning: Text = Field(description="Svaret på två eller tre meningar, nästa steg först.")
    sammanfattning_lagrum: list[LagrumRef] = Field(
        default_factory=list, title="Sammanfattningens lag", description="Lagen som sammanfattningen vilar på."
    )
    gäller: Gäller | None = Field(
        None, title="Vilka barn rutinen gäller", description="Vilka barn rutinen gäller, när den inte gäller alla."
    )
    börjar_när: Text = Field(description="Det som sätter i gång rutinen.")
    resultat: Text = Field(title="Klart när", description="Vad som är sant när rutinen är klar.")
    uppföljning: Text = Field(description="Hur det följs upp att rutinen fungerar.")
    om_fara: JaNej = Field(
        False, title="Larmnumren överst på sidan", description="ja visar larmnumren överst på sidan."
    )
    steg: list[Steg] = Field(min_length=1, description="Stegen i ordning.")
    se_även: list[RutinRef] = Field(default_factory=list, description="Rutiner som hör ihop.")
    ägare: Ägare | None = Field(None, description="Den som förvaltar rutinen.")
    beslut: Beslutet | None = Field(
        None,
        title="Beslut, skrivet på det äldre sättet",
        description="Äldre sätt att skriva ett beslut. Nya beslut får en egen fil, med den beslutade texten.",
    )
    jurist: Jurist | None = Field(None, description="En jurists granskning, när någon har granskat rutinen.")
    granskad: Datum | None = Field(None, description="När innehållet senast granskades mot lag och källor.")
    nästa_granskning: Datum | None = Field(None, description="När det ska granskas nästa gång.")
    ändringar: list[Ändring] = Field(default_factory=list, description="Vad som har ändrats, det senaste först.")

    @property
    def sidbeskrivning(self) -> str:
        """The question and its answer."""
        return f"{self.fråga} {self.sammanfattning}"

    @property
    def funktioner(self) -> list[Funktion]:
        """Every funktion with a role in some step, in the order they first appear; none that a kommun lacks."""
        seen = {ref.id: ref.till for steg in self.steg for _, refs in steg.roller for ref in refs}
        return [funktion for funktion in seen.values() if funktion and not funktion.utgår]

    @property
    def sökord(self) -> list[str]:
        """The question that one comes with, and other words for it (see Thing)."""
        return [self.fråga, *self.synonymer]

    @property
    def sort_key(self) -> tuple[int, str]:
        """The editors' order."""
        return (self.ordning, self.id)
