"""What a kommun has of its own: how its things differ from the common ones, why, and who decided."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from samverkan.findings import Mark
from samverkan.kinds.base import Datum, JaNej, Part, Rad

Verb = Literal["tillägg", "ändring", "utgår"]


class Beslutad(Part):
    """Beslutet bakom en avvikelse."""

    av: Rad = Field(
        title="Vem som beslutade",
        description="Funktionen eller nämnden som beslutade, aldrig en namngiven person.",
        examples=["Socialnämnden"],
    )
    datum: Datum = Field(title="Beslutsdag", description="Beslutsdagen, ÅÅÅÅ-MM-DD.", examples=["2026-11-22"])


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


@dataclass
class Deviation:
    """How a kommun's version of a thing differs from the common one."""

    verb: Verb
    head: Avvikelse
    file: str
    kind: str
    mark: Mark  # where its verb stands
    common: dict[str, Any] = field(default_factory=dict)
    local: dict[str, Any] = field(default_factory=dict)
    result: dict[str, Any] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    # Whether the file is a whole thing with parts that are all its own, and was never accepted against a common one:
    # then it was most likely the kommun's own before the county had one with its id.
    may_be_own: bool = False

    @property
    def plats(self) -> str:
        """What its heading is called among the local differences: the folder and the id."""
        path = Path(self.file)
        return f"{path.parent.name}-{path.stem}"

    @property
    def outdated(self) -> bool:
        """Whether the common thing has changed since the deviation was accepted, or it never was."""
        return bool(self.common) and self.head.mot != fingerprint(self.common)


@dataclass(frozen=True)
class Local:
    """What a kommun has of its own."""

    kommun: str
    deviations: list[Deviation] = field(default_factory=list)
    # Per deviation's file: what of the common thing has changed since the kommun accepted it, in words; none if it
    # never did.
    impact: dict[str, list[str]] = field(default_factory=dict)
    # The copies that no deviation is held against any more, as files.
    stale: list[str] = field(default_factory=list)


def fingerprint(data: dict[str, Any]) -> str:
    """Twelve characters that change when the content of a model file does, not with its layout."""
    canonical = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]
