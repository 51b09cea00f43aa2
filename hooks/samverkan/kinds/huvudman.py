"""Huvudman: the region and the kommuner that have agreed to work together."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import Rad, Thing


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
    anmärkning: Rad | None = Field(None, description="Det som är osäkert om uppgifterna.")
