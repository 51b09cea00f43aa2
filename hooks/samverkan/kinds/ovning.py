"""Övning: a short made-up event to talk through with a colleague, and what the model says about it."""

from typing import Any, ClassVar

from pydantic import Field

from samverkan.kinds.base import DelRef, FunktionRef, Heltal, LagrumRef, Part, Rad, Stöd, Text, Thing


class Facit(Part):
    """Något som modellen säger om händelsen, och var det står."""

    text: Rad = Field(description="Vad modellen säger, med villkoren, i en eller ett par meningar.")
    står_i: list[DelRef] = Field(
        min_length=1,
        description="Sidan, eller delen av den, där det står, skriven sort:id eller sort:id#del.",
        examples=[["rutin:orosanmalan#steg-anmal"]],
    )
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagrummen som det vilar på.")


class Övning(Thing):
    """En övning: en påhittad händelse att prata om på jobbet, med frågor och med vad modellen säger."""

    kind: ClassVar[str] = "övning"
    folder: ClassVar[str] = "ovningar"
    plural: ClassVar[str] = "Övningar att prata om"
    own_page: ClassVar[bool] = False
    ingress_field: ClassVar[str] = "händelse"

    ordning: Heltal = Field(description="Plats i listan; det som flest möter är 1.")
    händelse: Text = Field(description="Vad som händer, kort och utan namn. Påhittat, men så som det brukar vara.")
    frågor: list[Rad] = Field(min_length=2, max_length=3, description="Frågor att prata om, två eller tre.")
    facit: list[Facit] = Field(
        min_length=1, title="Vad modellen säger", max_length=4, description="Vad modellen säger, det viktigaste först."
    )
    för: list[FunktionRef] = Field(
        min_length=1,
        title="Vems arbete den handlar om",
        description="Funktionerna vars arbete övningen handlar om. En bredare funktion tar med sina egna.",
    )
    stöd: Stöd | None = Field(None, description="modellen: händelsen är påhittad och frågorna är modellens egna.")

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """In the editors' order."""
        return (self.ordning, self.id)
