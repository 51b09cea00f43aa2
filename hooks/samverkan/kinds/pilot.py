"""Pilot: what was tried, where, and what came of it."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import Avsnitt, HuvudmanRef, Rad, Text, Thing
from samverkan.kinds.labels import Läge


class Pilot(Thing):
    """En pilot eller ett projekt som prövades."""

    kind: ClassVar[str] = "pilot"
    folder: ClassVar[str] = "piloter"
    plural: ClassVar[str] = "Piloter"
    ingress_field: ClassVar[str] = "beskrivning"

    beskrivning: Text = Field(description="Vad som prövades, i två eller tre meningar.")
    när: Rad | None = Field(None, description="När. Utelämnas när källan inte säger det.")
    målgrupp: Rad = Field(description="Vilka den var till för.")
    kommuner: list[HuvudmanRef] = Field(default_factory=list, description="Kommunerna, när källan namnger dem.")
    var: Rad | None = Field(None, description="Var, när kommunerna inte är namngivna.")
    status: Läge = Field(description="Läget, så långt källorna säger.")
    avsnitt: list[Avsnitt] = Field(
        default_factory=list, description="Vad som gjordes, vad det ledde till, varför det slutade."
    )
    oklart: list[Rad] = Field(
        default_factory=list, description="Det som källorna inte säger, till exempel hjulets sektorer."
    )
