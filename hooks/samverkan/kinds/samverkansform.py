"""Samverkansform: verksamheter that share a roof or a task; what they are and where they exist."""

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import (
    Avsnitt,
    Heltal,
    HuvudmanRef,
    JaNej,
    Källhänvisning,
    Part,
    Påstående,
    Rad,
    Text,
    Thing,
    Utsaga,
)
from samverkan.kinds.labels import Finns


class Profession(Part):
    """En yrkesgrupp i verksamheten."""

    namn: Rad = Field(description="Yrkesgruppen.", examples=["Barnmorska"])
    överallt: JaNej | None = Field(
        None, description="ja: på alla. nej: på någon eller några. Utelämnas när källan inte säger det."
    )
    anställs_av: Literal["region", "kommun", "stat"] | None = Field(
        None, description="Vem som bemannar, om källan säger det."
    )


class Bemanning(Part):
    """Ett riktmärke eller en faktisk bemanning, med det som den gäller för."""

    vem: Rad = Field(description="Yrkesgruppen eller rollen.")
    omfattning: Rad = Field(description="Hur mycket, med enhet.", examples=["1,0 tjänst"])
    gäller: Rad = Field(description="Vad måttet gäller för.", examples=["vid ett underlag på 3 000 ungdomar"])
    källor: list[Källhänvisning] = Field(min_length=1, description="Källan.")
    oklart: Rad | None = Field(None, description="Det som är motsägelsefullt i källan.")


class Förekomst(Part):
    """Om formen finns i en kommun."""

    huvudman: HuvudmanRef = Field(description="Kommunen.")
    finns: Finns = Field(description="framgår_inte när källan är tyst eller inte namnger den.")
    var: Rad | None = Field(None, description="Var, när det är någon annanstans.", examples=["Barnahus i Storstad"])
    sedan: Heltal | None = Field(None, description="Året då den startade. Utelämnas när källan inte säger det.")
    anmärkning: Rad | None = Field(None, description="Det som är osäkert.")
    källor: list[Källhänvisning] = Field(min_length=1, description="Källan, också till att den är tyst.")


class Samverkansform(Thing):
    """En form för samverkan under samma tak eller med gemensamt ansvar."""

    kind: ClassVar[str] = "samverkansform"
    folder: ClassVar[str] = "samverkansformer"
    plural: ClassVar[str] = "Samverkansformer"
    ingress_field: ClassVar[str] = "beskrivning"

    beskrivning: Text = Field(description="Vad formen är, i två eller tre meningar.")
    ålder_från: Heltal = Field(description="Yngsta ålder i år.", examples=["0"])
    ålder_till: Heltal = Field(description="Äldsta ålder i år, den själv inräknad.", examples=["6"])
    ålder_anmärkning: Rad | None = Field(
        None, description="Det som åldrarna inte säger, när formen inte är till för alla i åldern."
    )
    målgrupp: Text = Field(description="Vilka formen är till för.")
    ålder_källor: list[Källhänvisning] = Field(min_length=1, description="Källan till åldrarna och målgruppen.")
    bakgrund: list[Avsnitt] = Field(default_factory=list, description="Hur formen kom till och hur den arbetar.")
    parter: list[Påstående] = Field(default_factory=list, description="Parterna.")
    professioner: list[Profession] = Field(default_factory=list, description="Yrkesgrupperna.")
    professioner_källor: list[Källhänvisning] = Field(default_factory=list, description="Källan till yrkesgrupperna.")
    bemanning: list[Bemanning] = Field(default_factory=list, description="Riktmärken och faktisk bemanning.")
    nationella_mål: list[Påstående] = Field(default_factory=list, description="Mål som gäller i hela landet.")
    lokala_mål: list[Påstående] = Field(default_factory=list, description="Mål och syften i regionen.")
    styrning: list[Påstående] = Field(default_factory=list, description="Styrgrupp, möten, samordnare.")
    avsnitt: list[Avsnitt] = Field(default_factory=list, description="Det som är särskilt för formen.")
    antal: Rad | None = Field(None, description="Hur många det finns, enligt källan.")
    finns: list[Förekomst] = Field(min_length=1, description="En rad för varje kommun.")
    olika_uppgifter: list[Utsaga] = Field(default_factory=list, description="Det som källorna säger olika.")
    oklart: list[Rad] = Field(default_factory=list, description="Det som källorna inte säger.")
