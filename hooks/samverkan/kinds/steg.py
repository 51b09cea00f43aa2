"""Steg: what is done in a routine, by whom, when, and how it goes on from there."""

from typing import Literal

from pydantic import Field

from samverkan.kinds.base import (
    Avbockning,
    BlankettRef,
    DelRef,
    FunktionRef,
    JaNej,
    Källhänvisning,
    LagrumRef,
    MedRoller,
    Part,
    Rad,
    Slug,
    StegId,
    Text,
    VerksamhetRef,
)
from samverkan.kinds.funktion import Funktion
from samverkan.kinds.galler import Gäller
from samverkan.kinds.labels import FårSägas
from samverkan.kinds.tid import Tid


class Säga(Part):
    """Vad som får sägas till vem i steget."""

    vem: Rad = Field(title="Från", description="Vem som lämnar uppgiften.", examples=["Socialtjänsten"])
    till: Rad = Field(title="Till vem", description="Vem som får veta.", examples=["den som anmält"])
    vad: Text = Field(title="Vad som sägs", description="Vad som får, ska eller inte får sägas.")
    svar: FårSägas = Field(
        title="Får det sägas?", description="ska, får, med_samtycke, prövas (menprövning i varje fall) eller får_inte."
    )
    lagrum: list[LagrumRef] = Field(min_length=1, description="Lagrummen som det vilar på.")


class Punkt(Avbockning):
    """En punkt på checklistan."""

    för: list[FunktionRef] = Field(
        default_factory=list,
        title="Gäller för",
        description="Funktionerna som punkten gäller; annars stegets huvudansvariga.",
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


class Väg(Part):
    """Ett av flera sätt som steget kan sluta på, och vart det leder."""

    om: Rad | None = Field(
        None,
        title="När det går den här vägen",
        description="När det går den här vägen. Utelämnas bara när steget har en enda väg.",
        examples=["Ingen åtgärd behövs"],
    )
    steg: StegId | None = Field(
        None, title="Gå till steget", description="Steget i samma rutin som följer: ett senare, eller ett att göra om."
    )
    till: DelRef | None = Field(
        None,
        title="Gå till",
        description="Sidan som tar vid, skriven sort:id, eller en del av den: sort:id#del.",
        examples=["rutin:orosanmalan", "trappa:behov#niva-tva"],
    )
    slut: Rad | None = Field(
        None,
        title="Här slutar rutinen",
        description="Vad som är sant när rutinen slutar här.",
        examples=["Inget mer görs."],
    )
    gräns: Rad | None = Field(
        None,
        description="Hur många gånger, eller hur länge, när vägen leder tillbaka till ett steg.",
        examples=["högst två gånger, sedan avgör rektor"],
    )


class Steg(Part, MedRoller[Funktion]):
    """Ett steg i en rutin."""

    id: Slug = Field(description="Unikt i rutinen; blir stegets adress på sidan.")
    namn: Rad = Field(title="Stegets namn", description="Vad som görs, i uppmaningsform.", examples=["Anmäl genast"])
    gäller: Gäller | None = Field(
        None, title="När steget gäller", description="När steget gäller, när det inte görs varje gång."
    )
    samtidigt_med: list[StegId] = Field(
        default_factory=list, description="Steg som pågår samtidigt; det här väntar inte på att de blir klara."
    )
    vad: Text = Field(title="Så görs steget", description="Hur steget görs, läsarens nästa handling först.")
    huvudansvarig: list[FunktionRef] = Field(
        default_factory=list,
        description="Den som svarar för steget: exakt en, utom vid personlig_plikt eller turordning.",
    )
    turordning: Rad | None = Field(
        None,
        title="Så avgörs vem som svarar",
        description="Regeln för vem av flera huvudansvariga som svarar. De står i den ordning som den går.",
        examples=["Den som först ser behovet"],
    )
    utför: list[FunktionRef] = Field(default_factory=list, description="De som gör arbetet.")
    konsulteras: list[FunktionRef] = Field(default_factory=list, description="De som tillfrågas innan.")
    informeras: list[FunktionRef] = Field(default_factory=list, description="De som får veta efteråt.")
    personlig_plikt: JaNej = Field(
        False, title="Plikten är personlig", description="ja när lagen lägger plikten på var och en personligen."
    )
    tider: list[Tid] = Field(default_factory=list, description="Tidsgränserna och vad var och en bygger på.")
    kontakta: list[VerksamhetRef] = Field(
        default_factory=list,
        title="Vem som kontaktas",
        description="Vem som kontaktas i steget; kommunens kontakt visas där.",
    )
    samtycke: Rad | None = Field(None, description="Om och av vem samtycke behövs.")
    säga: list[Säga] = Field(
        default_factory=list, title="Vad får sägas till vem", description="Vad som får sägas till vem."
    )
    punkter: list[Punkt] = Field(default_factory=list, description="Punkterna på checklistan.")
    blanketter: list[BlankettRef] = Field(
        default_factory=list, description="Blanketter och mallar som används i steget."
    )
    dokument: list[Rad] = Field(default_factory=list, description="Det som skrivs eller används.")
    om_det_fastnar: Text | None = Field(None, description="Vart du vänder dig.")
    vägar: list[Väg] = Field(
        default_factory=list,
        title="Så går det vidare",
        description="Sätten som steget kan sluta på. Tomt: nästa steg följer, och efter det sista är rutinen klar.",
    )
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagen som steget vilar på.")
    låst: JaNej = Field(
        False,
        description="ja när lagen kräver steget: en kommun får inte ändra eller ta bort det.",
    )
    öppet_lokalt: Öppet | None = Field(
        None, title="Avgörs i kommunen", description="Det som lagen lämnar åt kommunen att avgöra i steget."
    )
    källor: list[Källhänvisning] = Field(default_factory=list, description="Källor till metoden i steget.")
    ersätter: list[Slug] = Field(default_factory=list, description="Id:n på steg som det här har ersatt.")
    obs: Text | None = Field(
        None, title="Observera", description="Sådant som skiljer sig från äldre rutiner eller är oklart."
    )
