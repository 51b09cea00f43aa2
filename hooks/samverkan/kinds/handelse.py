"""Händelse: the timeline of the development work."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import PilotRef, Rad, Text, Thing, Utsaga
from samverkan.kinds.labels import Osäkert


class Händelse(Thing):
    """En händelse på tidslinjen."""

    kind: ClassVar[str] = "händelse"
    folder: ClassVar[str] = "handelser"
    plural: ClassVar[str] = "Tidslinje"
    own_page: ClassVar[bool] = False
    ingress_field: ClassVar[str] = "text"

    från: Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")] = Field(
        description="När: år, år-månad eller år-månad-dag, så noga som källan säger.", examples=["2021-05-28"]
    )
    till: Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")] | None = Field(
        None, description="När det slutade."
    )
    när: Rad = Field(description="Tiden så som den ska läsas.", examples=["28 maj 2021", "hösten 2024"])
    typ: Literal["beslut", "pilot", "kartläggning", "forskning", "information", "modellen", "period"] = Field(
        description="Vad för slags händelse."
    )
    text: Text = Field(description="Vad som hände.")
    osäkert: Osäkert | None = Field(
        None, description="tid: det hände, men när är inte bekräftat. sak: vi vet inte om det hände."
    )
    pilot: PilotRef | None = Field(None, description="Piloten som händelsen hör till.")
    olika_uppgifter: list[Utsaga] = Field(default_factory=list, description="Det som källorna säger olika.")

    @property
    def sort_key(self) -> tuple[str, str]:
        """In time."""
        return (self.från, self.id)

    @property
    def år(self) -> str:
        """The year it began."""
        return self.från[:4]
