"""Sekretess: what one actor may say to whom, as answers with their law."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import Datum, Heltal, Jurist, LagrumRef, MedKommande, Rad, Slug, Text, VerksamhetRef
from samverkan.kinds.steg import Säga


class Sekretessvar(Säga):
    """Ett svar på frågan vad som får sägas."""

    id: Slug = Field(description="Unikt på sidan; blir svarets adress.")
    fråga: Rad = Field(description="Frågan, så som personal ställer den.", examples=["Får jag ringa socialtjänsten?"])

    @property
    def namn(self) -> str:
        """The question, as links name the answer."""
        return self.fråga


class Sekretess(MedKommande):
    """Vad den som arbetar i en verksamhet får säga till vem."""

    kind: ClassVar[str] = "sekretess"
    folder: ClassVar[str] = "sekretess"
    plural: ClassVar[str] = "Vad får jag säga?"
    ingress_field: ClassVar[str] = "huvudregel"

    ordning: Heltal = Field(description="Plats i listan.")
    verksamheter: list[VerksamhetRef] = Field(min_length=1, description="Verksamheterna som sidan gäller.")
    huvudregel: Text = Field(description="Huvudregeln, i två eller tre meningar.")
    huvudregel_lagrum: list[LagrumRef] = Field(
        min_length=1, title="Huvudregelns lag", description="Lagrummen bakom huvudregeln."
    )
    svar: list[Sekretessvar] = Field(min_length=1, description="Svaren, det vanligaste först.")
    enskilda: Text | None = Field(
        None,
        title="Om du arbetar hos en enskild huvudman",
        description="Vad som gäller hos enskilda huvudmän, som inte omfattas av OSL.",
    )
    enskilda_lagrum: list[LagrumRef] = Field(
        default_factory=list, title="Lag för enskilda", description="Lagrummen för enskilda huvudmän."
    )
    oklart: list[Rad] = Field(default_factory=list, description="Det som är osäkert, eller snart ändras.")
    jurist: Jurist | None = Field(None, description="En jurists granskning, när någon har granskat sidan.")
    granskad: Datum | None = Field(None, description="När svaren senast granskades mot lag och källor.")
    nästa_granskning: Datum | None = Field(None, description="När de ska granskas nästa gång.")

    @property
    def sökord(self) -> list[str]:
        """What the question is about, in the words of the law (see Thing)."""
        return ["sekretess", "sekretessregler", "tystnadsplikt"]

    @property
    def arbetsplats(self) -> str:
        """Where the reader works: the name without the question that all the pages share."""
        return self.namn.rpartition("? ")[2]

    @property
    def sort_key(self) -> tuple[int, str]:
        """In the editors' order."""
        return (self.ordning, self.id)
