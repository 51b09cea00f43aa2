"""Avvikelse: what every local file says besides its fields: why it differs and who decided."""

from typing import Annotated

from pydantic import ConfigDict, Field

from samverkan.kinds.base import Datum, JaNej, Part, Rad


class Beslutad(Part):
    """Beslutet bakom en avvikelse."""

    av: Rad = Field(
        description="Funktionen eller nämnden som beslutade, aldrig en namngiven person.", examples=["Socialnämnden"]
    )
    datum: Datum = Field(description="Beslutsdagen, ÅÅÅÅ-MM-DD.", examples=["2026-11-22"])


class Avvikelse(Part):
    """Det som en lokal fil säger om sig själv."""

    # The fields of the kind itself stand beside these and are checked after the overlay.
    model_config = ConfigDict(extra="ignore")

    motivering: Rad = Field(
        description="Varför kommunen gör så här, i en mening.", examples=["Vi har en egen e-tjänst för anmälan."]
    )
    beslutad: Beslutad = Field(description="Vem som beslutade det, och när.")
    mot: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")] | None = Field(
        None, description="Den gemensamma version som avvikelsen är skriven mot. Skrivs av make granska."
    )
    utgår: JaNej = Field(False, description="ja tar bort saken på kommunens webb.")
