"""What each page shows, decided in Python: a template asks for its view by name and only places what is in it."""

from __future__ import annotations

from collections.abc import Callable

from samverkan.pages.views.ahead import ahead
from samverkan.pages.views.limits import counted
from samverkan.pages.views.listed import listed
from samverkan.pages.views.matris import groups
from samverkan.pages.views.news import changed, coming, reviewed
from samverkan.pages.views.reach import contact_page
from samverkan.pages.views.standing import standing
from samverkan.pages.views.step import steps
from samverkan.pages.views.structure import structure_told
from samverkan.pages.views.untold import untold
from samverkan.pages.views.uses import uses
from samverkan.resolve import Model

__all__ = ["views"]


def views(model: Model, kommuner: list[Model]) -> dict[str, Callable[..., object]]:
    """What templates call each view by, and what makes it; `kommuner` are those whose contacts a county's web shows."""
    return {
        "används": uses,
        "framåt": lambda: coming(model),
        "granskade": lambda: reviewed(model),
        "ändringarna": lambda: changed(model),
        "framgår_inte": untold,
        "i_listan": lambda thing: listed(model, thing),
        "kontaktsida": lambda: contact_page(model, kommuner),
        "läge": lambda thing: standing(model, thing),
        "matrisens_grupper": groups,
        "räknad": counted,
        "siktar": lambda thing: ahead(thing, model.today),
        "stegen": steps,
        "strukturens_rader": lambda: structure_told(model),
    }
