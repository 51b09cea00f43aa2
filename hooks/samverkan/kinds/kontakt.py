"""Kontakt: whom to reach in one kommun; only in a kommun's own model, never a private address."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import FunktionRef, Rad, Thing, VerksamhetRef
from samverkan.kinds.phone import link
from samverkan.kinds.ways import Epost, Telefon, Tider, Webbadress


class Kontakt(Thing):
    """En kontaktväg i en kommun: till en funktion eller en verksamhet."""

    kind: ClassVar[str] = "kontakt"
    folder: ClassVar[str] = "kontakter"
    plural: ClassVar[str] = "Kontakter"
    own_page: ClassVar[bool] = False
    always_own: ClassVar[bool] = True

    funktion: FunktionRef | None = Field(None, description="Funktionen som du når.")
    verksamhet: VerksamhetRef | None = Field(None, description="Verksamheten som du når.")
    telefon: Telefon | None = Field(
        None, description="Telefonnummer till funktionen, med riktnummer.", examples=["0158-27 50 00"]
    )
    e_post: Epost | None = Field(
        None,
        title="E-post",
        description="Funktionsbrevlåda, aldrig en persons adress.",
        examples=["mottagning@kommunen.se"],
    )
    webb: Webbadress | None = Field(
        None,
        title="Webbsida eller e-tjänst",
        description="Sida eller e-tjänst.",
        examples=["https://www.kommunen.se/orosanmalan"],
    )
    tider: Tider | None = Field(None, description="När någon svarar.", examples=["vardagar 8–16"])
    adress: Rad | None = Field(None, title="Besöksadress", description="Besöksadress.")

    @property
    def till(self) -> FunktionRef | VerksamhetRef | None:
        """Whom it reaches: a funktion or a verksamhet."""
        return self.funktion or self.verksamhet

    @property
    def ifylld(self) -> bool:
        """Whether there is any way to reach it."""
        return bool(self.telefon or self.e_post or self.webb)

    @property
    def vägar(self) -> list[tuple[str, str]]:
        """Each way to reach it: what the link says, and its address."""
        ways = (
            (self.telefon, link(self.telefon or "")),
            (self.e_post, f"mailto:{self.e_post}"),
            (self.webb and "webb", self.webb),
        )
        return [(text, address) for text, address in ways if text and address]
