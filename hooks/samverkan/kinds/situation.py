"""Situation: what has happened, in the words of the one who meets it, and what to do now."""

from typing import Any, ClassVar

from pydantic import Field

from samverkan.kinds.base import (
    Datum,
    Handling,
    Heltal,
    JaNej,
    Jurist,
    Källhänvisning,
    LagrumRef,
    MedKommande,
    Part,
    Rad,
    RutinRef,
    SidaRef,
    Slug,
    Stöd,
    Text,
    VerksamhetRef,
)
from samverkan.kinds.labels import Situationsgrupp
from samverkan.kinds.steg import Steg
from samverkan.kinds.tid import Tid

STÖD = "modellen när varken lag eller källa säger det, eller bara en del: resten är modellens eget råd."


class GörNu(Handling):
    """Något som läsaren gör nu, i den ordning det görs."""

    tid: Rad | None = Field(None, description="När, om det är bråttom.", examples=["genast", "samma dag"])


class Besked(Part):
    """Vad som får eller inte får berättas för någon."""

    till: Rad = Field(description="Vem det gäller.", examples=["Föräldrarna"])
    vad: Text = Field(description="Vad du säger, eller inte säger.")
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagen som säger det.")
    källor: list[Källhänvisning] = Field(default_factory=list, description="Källan som säger det.")
    stöd: Stöd | None = Field(None, description=STÖD)


class Misstag(Part):
    """Ett misstag som kan skada barnet."""

    text: Rad = Field(description="Det du inte gör, i du-form.", examples=["Förhör inte barnet."])
    därför: Rad = Field(description="Varför, i en mening.")
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagen som säger det.")
    källor: list[Källhänvisning] = Field(default_factory=list, description="Källan som säger det.")
    stöd: Stöd | None = Field(None, description=STÖD)


class Lagregel(Part):
    """Vad lagen säger i situationen, med sina villkor."""

    text: Text = Field(description="Vad lagen säger, med egna ord och med alla villkor.")
    lagrum: list[LagrumRef] = Field(min_length=1, description="Lagrummen.")
    källor: list[Källhänvisning] = Field(
        default_factory=list, description="Hur lagen ska läsas, när en myndighet eller en domstol har sagt det."
    )


class Fortsättning(Part):
    """Rutinen som situationen leder in i, och steget där läsaren börjar."""

    rutin: RutinRef = Field(description="Rutinen.")
    steg: Slug | None = Field(None, title="Börja i steget", description="Steget i rutinen.")

    @property
    def steget(self) -> Steg | None:
        """The step that the reader begins at; None for the whole routine."""
        return next((steg for steg in self.rutin.saken.steg if steg.id == self.steg), None)


class Situation(MedKommande):
    """En situation: något som har hänt, och vad läsaren gör nu."""

    kind: ClassVar[str] = "situation"
    folder: ClassVar[str] = "situationer"
    plural: ClassVar[str] = "Vad har hänt?"
    ingress_field: ClassVar[str] = "kort_svar"

    ordning: Heltal = Field(title="Plats i listor", description="Plats i listor; det vanligaste och farligaste först.")
    grupp: Situationsgrupp = Field(description="Gruppen i listan. privat: läsaren är inte här i sitt arbete.")
    kort_svar: Rad = Field(
        description="Svaret på en rad; står överst och i listor.", examples=["Anmäl genast till socialtjänsten."]
    )
    gäller: Rad = Field(description="Vem det gäller: barnets ålder, platsen, vem läsaren är.")
    låter_så: list[Rad] = Field(
        default_factory=list,
        title="Så kan det låta",
        max_length=2,
        description="Så kan det låta: påhittade exempel som en ny läsare känner igen, utan namn och citattecken.",
    )
    vanlig_i: list[VerksamhetRef] = Field(
        default_factory=list,
        title="Vanligast i",
        description="Verksamheterna som oftast möter det; den som arbetar där får sidan först. Tomt: alla lika.",
    )
    om_fara: JaNej = Field(False, title="Larmnumren överst på sidan", description="ja visar larmnumren.")
    låst: JaNej = Field(
        False,
        description="ja när lagen avgör: en kommun får lägga till, inte ändra eller ta bort.",
    )
    gör_nu: list[GörNu] = Field(min_length=1, max_length=5, description="Det läsaren gör nu, i ordning; högst fem.")
    kontakta: list[VerksamhetRef] = Field(
        default_factory=list, title="Vem läsaren ringer", description="Vem läsaren ringer; kommunens kontakt visas där."
    )
    gör_inte: list[Misstag] = Field(
        min_length=1, max_length=3, title="Undvik misstagen", description="De farliga misstagen, det värsta först."
    )
    berätta: list[Besked] = Field(default_factory=list, max_length=3, description="Vad som sägs, och till vem.")
    berätta_inte: list[Besked] = Field(default_factory=list, max_length=3, description="Vad som inte sägs till vem.")
    sedan: Text = Field(description="Vem som tar över, och vad som händer då.")
    tider: list[Tid] = Field(default_factory=list, description="Tidsgränserna och vad var och en bygger på.")
    lagen: list[Lagregel] = Field(default_factory=list, max_length=4, description="Vad lagen säger, med villkoren.")
    oklart: Text | None = Field(None, description="Det som ingen har bestämt, eller som inte är kontrollerat.")
    om_det_fastnar: Text | None = Field(None, description="Vart läsaren vänder sig när det stannar.")
    leder_till: list[Fortsättning] = Field(default_factory=list, description="Rutinerna som situationen leder in i.")
    se_även: list[SidaRef] = Field(
        default_factory=list, description="Andra sidor som hör ihop, skrivna sort:id.", examples=[["situation:heder"]]
    )
    synonymer: list[Rad] = Field(
        default_factory=list, description="Ord som den som möter det säger och söker med.", examples=[["pappa slår"]]
    )
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Annan lag som sidan vilar på.")
    jurist: Jurist | None = Field(None, description="En jurists granskning, när någon har granskat sidan.")
    granskad: Datum | None = Field(None, description="När sidan senast granskades mot lag och källor.")
    nästa_granskning: Datum | None = Field(None, description="När den ska granskas nästa gång.")

    @property
    def sidbeskrivning(self) -> str:
        """What has happened and the answer (see Thing)."""
        return f"{self.namn}. {self.kort_svar}"

    @property
    def sökord(self) -> list[str]:
        """The words that the one who meets it uses (see Thing)."""
        return self.synonymer

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """In the editors' order."""
        return (self.ordning, self.id)

    @property
    def privat(self) -> bool:
        """Whether it is for somebody who is not here in their work, and has no duty of theirs."""
        return self.grupp is Situationsgrupp.PRIVAT
