"""Mötesplats: a programme for a day when services meet, to use again."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import Part, Påstående, Rad, Slug, Text, Thing


class Programpunkt(Part):
    """En punkt på programmet."""

    id: Slug = Field(description="Unikt i programmet.")
    namn: Rad = Field(description="Punkten.")
    tid: Rad | None = Field(None, description="Klockslag eller längd, så som källan säger.", examples=["13.00–14.30"])
    beskrivning: Text | None = Field(None, description="Vad som händer.")


class Mötesplats(Thing):
    """Ett program för en dag då verksamheter möts."""

    kind: ClassVar[str] = "mötesplats"
    folder: ClassVar[str] = "motesplatser"
    plural: ClassVar[str] = "Mötesplatser"
    ingress_field: ClassVar[str] = "syfte"

    syfte: Text = Field(description="Vad dagen är till för.")
    deltagare: list[Rad] = Field(min_length=1, description="Vilka som bjuds in.")
    längd: Rad = Field(description="Hur lång dagen är.", examples=["En halv dag, 13.00–16.30"])
    förbered: list[Påstående] = Field(default_factory=list, description="Det som görs före dagen.")
    program: list[Programpunkt] = Field(min_length=1, description="Programmet i ordning.")
    frågor: list[Påstående] = Field(default_factory=list, description="Frågor att diskutera i grupper.")
    efteråt: list[Påstående] = Field(default_factory=list, description="Uppgiften till nästa gång, och uppföljningen.")
    kan_förbättras: list[Påstående] = Field(
        default_factory=list, title="Det här kan bli bättre", description="Vad deltagarna tyckte kunde bli bättre."
    )
