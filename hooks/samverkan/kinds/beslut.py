"""Beslut: who has decided that a thing applies, from when, and the text as it was that day."""

from datetime import date
from typing import Any, ClassVar

from pydantic import Field

from samverkan.kinds.base import Datum, Part, Rad, SidaRef, Thing


class Beslutet(Part):
    """Vem som har beslutat, och när det börjar gälla."""

    av: Rad = Field(
        title="Vem som beslutade",
        description="Nämnden eller funktionen som beslutade, aldrig ett namn.",
        examples=["Socialnämnden"],
    )
    datum: Datum = Field(title="Beslutsdag", description="Beslutsdagen, ÅÅÅÅ-MM-DD.")
    gäller_från: Datum = Field(description="Dagen då det börjar gälla.")


class Beslut(Beslutet, Thing):
    """Ett beslut om att något på webben gäller, med texten som den var när den beslutades."""

    kind: ClassVar[str] = "beslut"
    folder: ClassVar[str] = "beslut"
    plural: ClassVar[str] = "Beslut"
    always_own: ClassVar[bool] = True

    sak: SidaRef = Field(description="Det som beslutades, skrivet sort:id.", examples=["rutin:orosanmalan"])
    gäller_till: Datum | None = Field(None, description="Sista dagen. Utelämnas när det gäller tills vidare.")
    diarienummer: Rad | None = Field(None, description="Numret i diariet.")
    version: str = Field(
        pattern=r"^[0-9a-f]{12}$", description="Tolv tecken som räknas ut ur texten och namnen. Skrivs av make besluta."
    )
    lyder: dict[str, Any] = Field(description="Texten som den beslutades. Skrivs av make besluta, ändras aldrig.")
    namn_då: dict[str, str] = Field(
        default_factory=dict,
        description="Vad sakerna som texten nämner hette när den beslutades. Skrivs av make besluta, ändras aldrig.",
    )

    @property
    def ingress(self) -> str:
        """Who decided, and when."""
        return f"{self.av}, {self.datum}"

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """The latest first."""
        return (-self.datum.toordinal(), self.id)

    def har_slutat(self, day: date) -> bool:
        """Whether its last day was before `day`."""
        return bool(self.gäller_till and self.gäller_till < day)
