"""What each page shows, decided in Python: a template asks for its view by name and only places what is in it."""

from __future__ import annotations

from collections.abc import Callable

from samverkan.flow import branches
from samverkan.pages.views.ahead import ahead
from samverkan.pages.views.gray import GrayZones
from samverkan.pages.views.limits import counted
from samverkan.pages.views.listed import listed
from samverkan.pages.views.matris import groups
from samverkan.pages.views.news import changed, coming, reviewed
from samverkan.pages.views.reach import contact_page
from samverkan.pages.views.rests import agreements, levels_of, reports_to, steps_with
from samverkan.pages.views.standing import standing
from samverkan.pages.views.step import steps
from samverkan.pages.views.structure import structure_told
from samverkan.pages.views.untold import untold
from samverkan.pages.views.uses import uses
from samverkan.pages.views.year import without_month, year
from samverkan.resolve import Model

__all__ = ["views"]


def views(model: Model, kommuner: list[Model]) -> dict[str, Callable[..., object]]:
    """What templates call each view by, and what makes it; `kommuner` are those whose contacts a county's web shows."""
    gray = GrayZones(model)
    return {
        "används": uses,
        "används_i_steg": steps_with,
        "får_rapporter": reports_to,
        "grenar": branches,
        "gråzoner": lambda: gray,
        "på_trappor": levels_of,
        "utan_månad": lambda: without_month(model),
        "vilar_på_avtal": agreements,
        "året": lambda: year(model),
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
        "stegen_efter_id": lambda rutin: {view.steg.id: view for view in steps(rutin)},
        "strukturens_rader": lambda: structure_told(model),
    }
