"""Trappa: levels of need, one above the other, with the signs of each, who acts, and when to go up or down."""

from typing import Any, ClassVar

from pydantic import Field

from samverkan.kinds.base import (
    Datum,
    DelRef,
    FunktionRef,
    Handling,
    Heltal,
    Jurist,
    Källhänvisning,
    LagrumRef,
    MedKommande,
    Part,
    Rad,
    Slug,
    Stöd,
    Text,
)
from samverkan.kinds.galler import Gäller
from samverkan.kinds.tid import Tid


class Tecken(Part):
    """Något som visar att barnet är på den här nivån."""

    område: Rad | None = Field(None, description="Var i barnets liv det syns.", examples=["Skola"])
    text: Rad = Field(description="Tecknet.", examples=["Växande frånvaro"])


class Trappsteg(Part):
    """En nivå i trappan."""

    id: Slug = Field(description="Unikt i trappan; blir nivåns adress på sidan.")
    namn: Rad = Field(description="Vad nivån kallas.", examples=["Nivå 1: skolan hjälper själv"])
    gäller: Gäller | None = Field(None, description="Gränsen för nivån, när det finns en.")
    tecken: list[Tecken] = Field(default_factory=list, description="Vad som visar att barnet är på nivån.")
    svarar: FunktionRef | None = Field(None, description="Den som svarar för att nivåns stöd blir av.")
    med: list[FunktionRef] = Field(default_factory=list, description="De andra som arbetar på nivån.")
    gör: list[Handling] = Field(default_factory=list, title="Det här görs", description="Vad som görs på nivån.")
    tider: list[Tid] = Field(default_factory=list, description="Tidsgränserna, och det som återkommer.")
    upp: Rad | None = Field(None, title="Upp en nivå", description="När det går upp till nästa nivå.")
    ned: Rad | None = Field(None, title="Ned en nivå", description="När det går ned.")
    leder_till: list[DelRef] = Field(
        default_factory=list,
        description="Rutinerna och annat på nivån, skrivna sort:id, eller en del av dem: sort:id#del.",
        examples=[["rutin:sip", "rutin:skolfranvaro#steg-kartlagg"]],
    )
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagen som nivån vilar på.")
    källor: list[Källhänvisning] = Field(default_factory=list, description="Källorna till nivån.")
    stöd: Stöd | None = Field(None, description="modellen när varken lag eller källa säger det.")


class Trappa(MedKommande):
    """En trappa: nivåer av behov, från den första till den högsta."""

    kind: ClassVar[str] = "trappa"
    folder: ClassVar[str] = "trappor"
    plural: ClassVar[str] = "Trappor"
    ingress_field: ClassVar[str] = "sammanfattning"

    ordning: Heltal = Field(description="Trappans plats i listor.")
    sammanfattning: Text = Field(description="Vad trappan är till för, och var läsaren börjar.")
    gäller: Gäller | None = Field(None, description="Vilka barn trappan gäller.")
    trappsteg: list[Trappsteg] = Field(min_length=2, description="Nivåerna, den lägsta först.")
    synonymer: list[Rad] = Field(default_factory=list, description="Ord som någon söker med.")
    oklart: list[Rad] = Field(default_factory=list, description="Det som ingen har bestämt.")
    jurist: Jurist | None = Field(None, description="En jurists granskning, när någon har granskat trappan.")
    granskad: Datum | None = Field(None, description="När innehållet senast granskades mot lag och källor.")
    nästa_granskning: Datum | None = Field(None, description="När det ska granskas nästa gång.")

    @property
    def sökord(self) -> list[str]:
        """Words that one looks for it with (see Thing)."""
        return self.synonymer

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """The editors' order."""
        return (self.ordning, self.id)
