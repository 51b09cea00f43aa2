"""Rutin: a decided way of working, step by step, with somebody answering for each step."""

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import (
    Datum,
    ForumRef,
    FunktionRef,
    Handling,
    Heltal,
    JaNej,
    Jurist,
    Källhänvisning,
    LagrumRef,
    MedKommande,
    MedRoller,
    Part,
    Rad,
    RutinRef,
    Slug,
    Text,
    VerksamhetRef,
)
from samverkan.kinds.funktion import Funktion
from samverkan.kinds.labels import Bekräftelse, FårSägas, Tidsgrund


class Föregående(Part):
    """Steget vars tidsgräns måste ha gått innan en annan börjar räknas."""

    rutin: RutinRef = Field(description="Rutinens id.")
    steg: Slug = Field(description="Stegets id i rutinen.")

    @property
    def tid(self) -> "Tid | None":
        """The time limit in days of that step; None where it has none, or is none that exists."""
        steps = [steg for steg in self.rutin.till.steg if steg.id == self.steg] if self.rutin.till else []
        return next((tid for steg in steps for tid in steg.tider if tid.dagar), None)


class Tid(Part):
    """När steget ska vara gjort, och vad som bestämmer det."""

    när: Rad = Field(description="Tidsgränsen.", examples=["genast", "inom 14 dagar"])
    typ: Tidsgrund = Field(
        description="lag: står i lagtexten. förarbete: står i propositionen. lokal: överenskommen eller föreslagen."
    )
    räknas_från: Rad | None = Field(
        None,
        description="Det som tiden räknas från: ”beslutet om utredning”, eller en bisats med ”att”.",
        examples=["att anmälan kom in"],
    )
    dagar: Heltal | None = Field(
        None, description="Hur många dagar det är som längst, när gränsen står i dagar eller veckor."
    )
    efter: Föregående | None = Field(
        None, description="Steget vars tidsgräns går först; då räknar webben ihop dem från det som läsaren vet."
    )
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagrummet, när typen är lag.")
    källor: list[Källhänvisning] = Field(default_factory=list, description="Källan, när typen inte är lag.")


class Säga(Part):
    """Vad som får sägas till vem i steget."""

    vem: Rad = Field(description="Vem som lämnar uppgiften.", examples=["Socialtjänsten"])
    till: Rad = Field(description="Vem som får veta.", examples=["den som anmält"])
    vad: Text = Field(description="Vad som får, ska eller inte får sägas.")
    svar: FårSägas = Field(description="ska, får, med_samtycke, prövas (menprövning i varje fall) eller får_inte.")
    lagrum: list[LagrumRef] = Field(min_length=1, description="Lagrummen som det vilar på.")


class Punkt(Handling):
    """En punkt på checklistan."""

    för: list[FunktionRef] = Field(
        default_factory=list, description="Funktionerna som punkten gäller; annars stegets huvudansvariga."
    )


class Öppet(Part):
    """Det som kommunen själv avgör i ett steg, också när steget är låst."""

    fält: list[Literal["huvudansvarig", "utför"]] = Field(
        min_length=1, description="Fälten som en kommun får skriva om.", examples=[["huvudansvarig", "utför"]]
    )
    därför: Rad = Field(
        description="Varför det avgörs i kommunen; står på sidan.",
        examples=["Vem som beslutar avgör kommunens delegationsordning."],
    )


class Steg(Part, MedRoller[Funktion]):
    """Ett steg i en rutin."""

    id: Slug = Field(description="Unikt i rutinen; blir stegets adress på sidan.")
    namn: Rad = Field(description="Vad som görs, i uppmaningsform.", examples=["Anmäl genast"])
    vad: Text = Field(description="Hur steget görs, läsarens nästa handling först.")
    huvudansvarig: list[FunktionRef] = Field(
        default_factory=list, description="Den som svarar för steget: exakt en, utom vid personlig_plikt."
    )
    utför: list[FunktionRef] = Field(default_factory=list, description="De som gör arbetet.")
    konsulteras: list[FunktionRef] = Field(default_factory=list, description="De som tillfrågas innan.")
    informeras: list[FunktionRef] = Field(default_factory=list, description="De som får veta efteråt.")
    personlig_plikt: JaNej = Field(False, description="ja när lagen lägger plikten på var och en personligen.")
    tider: list[Tid] = Field(default_factory=list, description="Tidsgränserna och vad var och en bygger på.")
    kontakta: list[VerksamhetRef] = Field(
        default_factory=list, description="Vem som kontaktas i steget; kommunens kontakt visas där."
    )
    samtycke: Rad | None = Field(None, description="Om och av vem samtycke behövs.")
    säga: list[Säga] = Field(default_factory=list, description="Vad som får sägas till vem.")
    punkter: list[Punkt] = Field(default_factory=list, description="Punkterna på checklistan.")
    dokument: list[Rad] = Field(default_factory=list, description="Det som skrivs eller används.")
    om_det_fastnar: Text | None = Field(None, description="Vart du vänder dig.")
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagen som steget vilar på.")
    låst: JaNej = Field(False, description="ja när lagen kräver steget: en kommun får inte ändra eller ta bort det.")
    öppet_lokalt: Öppet | None = Field(None, description="Det som lagen lämnar åt kommunen att avgöra i steget.")
    källor: list[Källhänvisning] = Field(default_factory=list, description="Källor till metoden i steget.")
    ersätter: list[Slug] = Field(default_factory=list, description="Id:n på steg som det här har ersatt.")
    obs: Text | None = Field(None, description="Sådant som skiljer sig från äldre rutiner eller är oklart.")


class Ägare(Part):
    """Vem som förvaltar rutinen."""

    forum: ForumRef = Field(description="Forumet som äger rutinen.")
    status: Bekräftelse = Field(description="ej_bekräftad så länge ägaren bara är föreslagen.")


class Beslut(Part):
    """Vem som har beslutat rutinen, och när den börjar gälla."""

    av: Rad = Field(description="Funktionen eller nämnden som beslutade.")
    datum: Datum = Field(description="Beslutsdagen, ÅÅÅÅ-MM-DD.")
    gäller_från: Datum = Field(description="Dagen då den börjar gälla.")


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

    ordning: Heltal = Field(description="Rutinens plats i listor; den viktigaste är 1.")
    fråga: Rad = Field(
        description="Frågan som läsaren kommer med.", examples=["Jag är orolig för ett barn. Vad gör jag?"]
    )
    synonymer: list[Rad] = Field(
        default_factory=list, description="Andra ord som personal söker rutinen med.", examples=[["konsultation"]]
    )
    sammanfattning: Text = Field(description="Svaret på två eller tre meningar, nästa steg först.")
    sammanfattning_lagrum: list[LagrumRef] = Field(
        default_factory=list, description="Lagen som sammanfattningen vilar på."
    )
    börjar_när: Text = Field(description="Det som sätter i gång rutinen.")
    resultat: Text = Field(description="Vad som är sant när rutinen är klar.")
    uppföljning: Text = Field(description="Hur det följs upp att rutinen fungerar.")
    om_fara: JaNej = Field(False, description="ja visar larmnumren överst på sidan.")
    steg: list[Steg] = Field(min_length=1, description="Stegen i ordning.")
    se_även: list[RutinRef] = Field(default_factory=list, description="Rutiner som hör ihop.")
    ägare: Ägare | None = Field(None, description="Den som förvaltar rutinen.")
    beslut: Beslut | None = Field(None, description="Beslutet. Utelämnas så länge ingen har beslutat.")
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
