"""Pictures as inline SVG, made with the pages: each is told in words and stands beside its list or table."""

from __future__ import annotations

from collections.abc import Callable

from samverkan import overview
from samverkan.pictures.charts import ages, coverage, distribution
from samverkan.pictures.ladder import ladder
from samverkan.pictures.lanes import lanes
from samverkan.pictures.levels import levels
from samverkan.resolve import Model

__all__ = ["pictures"]


def pictures(model: Model) -> dict[str, Callable[..., str]]:
    """What templates call each picture by, and what draws it."""
    return {
        "bild_nivåer": lambda: levels(model),
        "bild_stege": ladder,
        "bild_banor": lanes,
        "bild_täckning": lambda: _coverage(model),
        "bild_åldrar": lambda: ages([(f.namn, f.ålder_från, f.ålder_till) for f in model.all("samverkansform")]),
        "fördelning": distribution,
    }


def _coverage(model: Model) -> str:
    kommuner, forms, cells = overview.coverage(model)
    names = {(k.ort, f.namn): cells[k.id, f.id].finns for k in kommuner for f in forms}
    return coverage(list(dict.fromkeys(k for k, _ in names)), [form.namn for form in forms], names)
