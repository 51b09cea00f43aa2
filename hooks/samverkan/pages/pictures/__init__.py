"""Pictures as inline SVG, made with the pages: each is told in words and stands beside its list or table."""

from __future__ import annotations

from collections.abc import Callable

from samverkan.kinds import Samverkansform
from samverkan.pages import overview
from samverkan.pages.pictures.charts import ages, coverage, distribution
from samverkan.pages.pictures.ladder import by_next, ladder, ways_named_in
from samverkan.pages.pictures.lanes import lanes
from samverkan.pages.pictures.levels import levels
from samverkan.pages.pictures.stairs import stairs
from samverkan.pages.pictures.structure import structure
from samverkan.pages.pictures.ties import lacks_one_above
from samverkan.pages.pictures.wheel import wheel
from samverkan.resolve import Model

__all__ = ["by_next", "pictures"]


def pictures(model: Model) -> dict[str, Callable[..., object]]:
    """What templates call each picture by, and what draws it."""
    return {
        "bild_nivåer": lambda: levels(model),
        "bild_stege": ladder,
        "vägar_i": lambda words: ways_named_in(model, words),
        "bild_banor": lanes,
        "bild_trappa": stairs,
        "bild_struktur": lambda: structure(model),
        "bild_år": wheel,
        "saknar_över": lacks_one_above,
        "bild_täckning": lambda: _coverage(model),
        "bild_åldrar": lambda: ages([(f.namn, f.ålder_från, f.ålder_till) for f in model.all(Samverkansform)]),
        "fördelning": distribution,
    }


def _coverage(model: Model) -> str:
    kommuner, forms, cells = overview.coverage(model)
    names = {(k.ort, f.namn): cells[k.id, f.id].finns for k in kommuner for f in forms}
    return coverage(list(dict.fromkeys(k for k, _ in names)), [form.namn for form in forms], names)
