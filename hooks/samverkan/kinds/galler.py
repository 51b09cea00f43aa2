"""Gäller: whom a routine, a step or a stair is for, and when."""

from pydantic import Field

from samverkan.kinds.base import Heltal, Part, Rad
from samverkan.kinds.labels import Skolform, enumerate_words


class Gäller(Part):
    """När och för vem något gäller: villkoret eller gränsen, åldrarna, skolformerna."""

    om: Rad | None = Field(
        None, description="Villkoret eller gränsen.", examples=["minst 15 procent frånvaro två veckor efter steg 2"]
    )
    ålder_från: Heltal | None = Field(None, title="Från ålder", description="Yngsta ålder i år.", examples=["0"])
    ålder_till: Heltal | None = Field(
        None, title="Till och med ålder", description="Äldsta ålder i år, den själv inräknad.", examples=["17"]
    )
    vid_18: Rad | None = Field(None, title="Vid 18 år", description="Vad som ändras den dag den unga fyller 18.")
    skolformer: list[Skolform] = Field(default_factory=list, description="Skolformerna, när det gäller elever.")

    @property
    def åldrar(self) -> str:
        """The ages in words; nothing where they are not said."""
        if self.ålder_från is None and self.ålder_till is None:
            return ""
        if self.ålder_till is None:
            return f"från {self.ålder_från} år"
        if self.ålder_från is None:
            return f"till och med {self.ålder_till} år"
        return f"{self.ålder_från}–{self.ålder_till} år"

    @property
    def lyder(self) -> str:
        """All but what comes at 18, on one line."""
        forms = enumerate_words([form.label for form in self.skolformer])
        return "; ".join(filter(None, (self.om, self.åldrar, forms)))
