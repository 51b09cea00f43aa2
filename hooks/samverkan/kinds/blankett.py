"""Blankett: a form or a template that is used in a step, where it is, and whose it is."""

from typing import Annotated, ClassVar

from pydantic import Field

from samverkan.kinds.base import Datum, Rad, Sidfil, Text, Thing
from samverkan.kinds.targets import LOCAL_FILE


class Blankett(Thing):
    """En blankett eller mall, med en adress, en fil eller en sida."""

    kind: ClassVar[str] = "blankett"
    folder: ClassVar[str] = "blanketter"
    plural: ClassVar[str] = "Dokument"
    own_page: ClassVar[bool] = False
    ingress_field: ClassVar[str] = "om"

    om: Text = Field(description="Vad dokumentet är till för, och när det används.")
    adress: Annotated[str, Field(pattern=r"""^https://[^\s<>"'()\[\]{}]+$""")] | None = Field(
        None, description="Adressen, när dokumentet ligger på en annan webbplats; börjar med https://."
    )
    fil: Annotated[str, Field(pattern=f"^{LOCAL_FILE.pattern}$")] | None = Field(
        None, description="Filen, när webben själv har den.", examples=["/lokalt/exempelkommun/blankett.pdf"]
    )
    sida: Sidfil | None = Field(
        None,
        description="Sidan under docs/, när dokumentet är en sida på webben att skriva ut.",
        examples=["blanketter/samverkansavvikelse.md"],
    )
    saknas: Rad | None = Field(None, description="Vad läsaren gör så länge, när dokumentet inte finns ännu.")
    ägare: Rad = Field(description="Vem som ansvarar för dokumentet: ett forum, en förvaltning eller en myndighet.")
    version: Rad | None = Field(None, description="Versionen, som den står på dokumentet.")
    diarienummer: Rad | None = Field(None, description="Numret i diariet.")
    gäller_från: Datum | None = Field(None, description="Dagen då det började användas.")
    gäller_till: Datum | None = Field(None, description="Sista dagen då det används.")
    läst: Datum | None = Field(None, description="Dagen då någon såg att adressen leder rätt.")

    @property
    def mål(self) -> str | None:
        """Where it is opened; None where there is none yet."""
        return self.adress or self.fil or (f"/{self.sida}" if self.sida else None)

    @property
    def format(self) -> str:
        """The kind of file, as the address ends, in capitals; nothing for a page."""
        end = (self.mål or "").rpartition("/")[2].rpartition(".")
        return end[2].upper() if end[1] and end[2].isalnum() and len(end[2]) in (3, 4) else ""
