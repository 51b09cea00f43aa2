"""Huvudman: the region and the kommuner that have agreed to work together."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import Datum, Part, Rad, Thing, VerksamhetRef
from samverkan.kinds.phone import link
from samverkan.kinds.ways import Telefon, Webbadress


class Ingång(Part):
    """En väg in till huvudmannen som står på en offentlig sida. Visas tills kommunen har fyllt i sin egen kontakt."""

    vart: Rad = Field(description="Vart den leder.", examples=["Växeln"])
    verksamhet: VerksamhetRef | None = Field(None, description="Verksamheten; utelämnas när det är hela kommunen.")
    telefon: Telefon | None = Field(None, description="Numret, med riktnummer.", examples=["0158-27 50 00"])
    webb: Webbadress | None = Field(None, description="Sidan.", examples=["https://www.kommunen.se/orosanmalan"])
    hittad: Webbadress = Field(description="Sidan som uppgiften står på.")
    läst: Datum = Field(description="När sidan lästes.")
    osäkert: Rad | None = Field(None, description="Det som är osäkert, till exempel att sidan är gammal.")

    @property
    def vägar(self) -> list[tuple[str, str]]:
        """Each way in: what the link says, and its address."""
        page = (self.webb or "").removeprefix("https://").rstrip("/").partition("/")[0]
        ways = ((self.telefon, link(self.telefon or "")), (page, self.webb))
        return [(text, address) for text, address in ways if text and address]


class Huvudman(Thing):
    """En huvudman: regionen eller en kommun."""

    kind: ClassVar[str] = "huvudman"
    folder: ClassVar[str] = "huvudman"
    plural: ClassVar[str] = "Huvudmän"
    own_page: ClassVar[bool] = False

    ort: Rad = Field(
        description="Namnet utan kommun eller region, för tabeller och bilder.", examples=["Exempelköping"]
    )
    typ: Literal["region", "kommun"] = Field(description="Region eller kommun.")
    kommunkod: Annotated[str, Field(pattern=r"^[0-9]{4}$")] | None = Field(
        None, description="Fyra siffror inom citattecken; bara för kommuner.", examples=["0461"]
    )
    område: Rad | None = Field(
        None, description="Den del av regionen som kommunen hör till; delarna står i region.yml.", examples=["norra"]
    )
    ingångar: list[Ingång] = Field(
        default_factory=list, description="Offentliga vägar in till kommunen; visas tills den har fyllt i sina egna."
    )
    anmärkning: Rad | None = Field(None, description="Det som är osäkert om uppgifterna.")
