"""Enkät: questions and answers of a survey; never a single respondent."""

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import Heltal, Källhänvisning, Part, Rad, Slug, Text, Thing


class Grupp(Part):
    """En grupp som svarade. Grupper med färre än fem redovisas aldrig för sig."""

    namn: Rad = Field(description="Vilka.", examples=["arbetar i skolan"])
    antal: Heltal = Field(description="Hur många; minst fem.")


class Fråga(Part):
    """En fråga och dess svar."""

    id: Slug = Field(description="Unikt i enkäten; blir frågans adress.")
    namn: Rad = Field(description="Frågan, med egna ord.")
    del_av: Rad = Field(description="Delen av enkäten som frågan hör till.", examples=["Mötesplatserna"])
    typ: Literal["linje", "fritext", "öppen"] = Field(
        description="linje: kryss mellan ja och nej. fritext: svar i ord. öppen: fråga utan redovisade svar."
    )
    positioner: list[Heltal] = Field(
        default_factory=list,
        description="Svaren på en linje från 0 (ja) till 100 (nej), i storleksordning så att ingen kan kännas igen.",
    )
    sammanfattning: Text | None = Field(None, description="Svaren i ord, sammanfattade; aldrig citat.")
    källor: list[Källhänvisning] = Field(min_length=1, description="Källan.")


class Enkät(Thing):
    """En enkät."""

    kind: ClassVar[str] = "enkät"
    folder: ClassVar[str] = "enkater"
    plural: ClassVar[str] = "Enkäter"
    ingress_field: ClassVar[str] = "beskrivning"

    beskrivning: Text = Field(description="Vilka som tillfrågades, om vad och varför.")
    när: Rad = Field(description="När.")
    svarande: Heltal | None = Field(None, description="Antal svar.")
    tillfrågade: Rad | None = Field(None, description="Hur många som tillfrågades eller var med, så som källan säger.")
    grupper: list[Grupp] = Field(default_factory=list, description="Grupper med minst fem svar.")
    frågor: list[Fråga] = Field(min_length=1, description="Frågorna i ordning.")
    läs_så: Text | None = Field(
        None, title="Läs svaren så här", description="Hur svaren ska läsas, och vad de inte säger."
    )
