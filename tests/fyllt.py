"""A small model in which every field of every kind has a value: the county's, and a kommun's laid over it."""

from __future__ import annotations

from pathlib import Path

from casefiles import TODAY
from samverkan import Model, build_model

FOLDER = Path(__file__).parent / "fyllt"
KOMMUN = "exempelkommun"


def filled(kommun: str | None = None) -> Model:
    """The county's model, or the kommun's; free of errors."""
    return build_model(FOLDER, TODAY, kommun)[0]
