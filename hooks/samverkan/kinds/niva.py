"""Nivå: the four levels of collaboration, and what passes between them."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import ForumRef, Heltal, Rad, Text, Thing


class Nivå(Thing):
    """En av de fyra nivåerna i samverkan."""

    kind: ClassVar[str] = "nivå"
    folder: ClassVar[str] = "nivaer"
    plural: ClassVar[str] = "Nivåer"
    ingress_field: ClassVar[str] = "kort"
    own_page: ClassVar[bool] = False

    ordning: Heltal = Field(description="1 är närmast barnet, 4 är politiken.", examples=["1"])
    kort: Rad = Field(description="Nivåns uppgift i en mening.")
    deltagare: list[Rad] = Field(min_length=1, description="Vilka som finns på nivån.")
    uppgifter: list[Rad] = Field(min_length=1, description="Vad nivån svarar för.")
    uppåt: list[Rad] = Field(default_factory=list, description="Vad nivån lämnar till nivån över.")
    nedåt: list[Rad] = Field(default_factory=list, description="Vad nivån lämnar till nivån under.")
    uppåt_kort: Rad | None = Field(
        None,
        description="Det viktigaste av det som lämnas uppåt, i några få ord för bilden.",
        examples=["Behov, förslag"],
    )
    nedåt_kort: Rad | None = Field(
        None, description="Det viktigaste av det som lämnas nedåt, i några få ord för bilden."
    )
    här: Text | None = Field(None, description="Vad som motsvarar nivån i regionen i dag.")
    forum_här: list[ForumRef] = Field(
        default_factory=list, description="Forum i regionen som hör till nivån, i den ordning de visas."
    )

    @property
    def sort_key(self) -> tuple[int]:
        """The highest level first, as in the picture of the levels."""
        return (-self.ordning,)
