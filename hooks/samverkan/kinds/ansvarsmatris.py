"""Ansvarsmatris: tasks × verksamheter in HUKI. A rutin's own matrix is derived, never written."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import Källhänvisning, LagrumRef, MedRoller, Part, Rad, Slug, Text, Thing, VerksamhetRef
from samverkan.kinds.labels import Roll
from samverkan.kinds.verksamhet import Verksamhet


class Uppgift(Part, MedRoller[Verksamhet]):
    """En rad i matrisen: en uppgift och vem som har vilken roll."""

    id: Slug = Field(description="Unikt i matrisen; blir radens adress.")
    grupp: Rad = Field(description="Rubriken som raden står under.", examples=["Samråd"])
    namn: Rad = Field(description="Uppgiften, i en mening.")
    huvudansvarig: list[VerksamhetRef] = Field(default_factory=list, description="Den som svarar för uppgiften.")
    utför: list[VerksamhetRef] = Field(default_factory=list, description="De som gör arbetet.")
    konsulteras: list[VerksamhetRef] = Field(default_factory=list, description="De som ger råd.")
    informeras: list[VerksamhetRef] = Field(default_factory=list, description="De som får veta.")
    gäller: Rad | None = Field(None, description="Begränsning.", examples=["Bara i Storstad"])
    oklart: Rad | None = Field(None, description="Varför huvudansvarig saknas: vad källan inte säger.")
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagen som raden vilar på.")
    källor: list[Källhänvisning] = Field(
        default_factory=list, description="Källan till raden, när den inte vilar på lag."
    )


class Ansvarsmatris(Thing):
    """Vem som svarar för vad, uppgift för uppgift."""

    kind: ClassVar[str] = "ansvarsmatris"
    folder: ClassVar[str] = "ansvar"
    plural: ClassVar[str] = "Ansvar"
    ingress_field: ClassVar[str] = "sammanfattning"

    sammanfattning: Text = Field(description="Vad matrisen visar och hur den läses.")
    gäller_för: list[VerksamhetRef] = Field(default_factory=list, description="Verksamheterna som matrisen gäller för.")
    uppgifter: list[Uppgift] = Field(min_length=1, description="Raderna.")
    tolkning: Text | None = Field(
        None, title="Så har vi läst källan", description="Hur källans ord har blivit roller i HUKI."
    )

    @property
    def roller(self) -> list[Roll]:
        """The roles that some row has, which the matrix shows."""
        return [roll for roll in Roll if any(getattr(uppgift, roll) for uppgift in self.uppgifter)]

    @property
    def verksamheter(self) -> list[Verksamhet]:
        """Every verksamhet with a role in some row, in the order they first appear."""
        seen = {ref.id: ref.till for uppgift in self.uppgifter for _, refs in uppgift.roller for ref in refs}
        return [verksamhet for verksamhet in seen.values() if verksamhet]
