"""What each page shows, decided in Python: a template asks for its view by name and only places what is in it."""

from __future__ import annotations

from samverkan.flow import branches
from samverkan.local.decisions import decided_text, decision, replaced_by
from samverkan.local.decisions import since as since_decided
from samverkan.pages.local_view import own_points
from samverkan.pages.views.ahead import ahead
from samverkan.pages.views.calendar_files import calendar_links, own_link
from samverkan.pages.views.calling import called
from samverkan.pages.views.decided import county, here, in_kommuner, sections
from samverkan.pages.views.feedback import deviation_from, fault_on, receivers
from samverkan.pages.views.gray import GrayZones
from samverkan.pages.views.limits import counted
from samverkan.pages.views.listed import listed
from samverkan.pages.views.matris import groups
from samverkan.pages.views.meetings import meeting_told
from samverkan.pages.views.new_here import NewHere
from samverkan.pages.views.news import changed, coming, coming_for, reviewed
from samverkan.pages.views.plan import plan
from samverkan.pages.views.reach import contact_page
from samverkan.pages.views.rests import agreements, documents_resting, levels_of, lists_resting, reports_to, steps_with
from samverkan.pages.views.since import Since
from samverkan.pages.views.standing import applies, decided_apart, standing, standing_together
from samverkan.pages.views.step import steps
from samverkan.pages.views.structure import structure_told
from samverkan.pages.views.ticking import version as list_version
from samverkan.pages.views.untold import untold
from samverkan.pages.views.uses import uses
from samverkan.pages.views.year import year, year_of
from samverkan.pages.views.year_files import thing_link, year_link
from samverkan.resolve import Model

__all__ = ["views"]


def views(model: Model, kommuner: list[Model], history: Since) -> dict[str, object]:
    """What templates call each view by, and what makes it; `kommuner` and `history` as Renderer has them."""
    gray = GrayZones(model)
    return {
        "historiken": history,
        "används": uses,
        "avvikelser_i_kommunerna": lambda: receivers(model, kommuner),
        "används_i_steg": steps_with,
        "checklistor_på": lambda lagrum: [lista for lista, _ in lists_resting(lagrum)],
        "dokument_på": documents_resting,
        "får_rapporter": reports_to,
        "grenar": branches,
        "gråzoner": lambda: gray,
        "på_trappor": levels_of,
        "kalendern": lambda thing: thing_link(model, thing),
        "mötesdagen": meeting_told,
        "årets_kalender": lambda: year_link(model),
        "året_för": year_of,
        "vilar_på_avtal": agreements,
        "året": lambda: year(model),
        "beslut_hos_oss": lambda: here(model),
        "beslut_i_kommunerna": lambda thing=None: in_kommuner(kommuner, thing),
        "beslut_i_länet": lambda: county(model),
        "gäller_då": lambda beslut: applies(model, beslut).lower(),
        "ersatt_av": lambda beslut: replaced_by(model, beslut),
        "beslutet_om": lambda thing: decision(model, thing),
        "beslutets_text": lambda beslut: sections(decided_text(model, beslut)),
        "egen_kalender": own_link,
        "fel_på": lambda thing: fault_on(model, thing),
        "fungerar_inte": lambda thing, view=None: deviation_from(model, thing, view),
        "framåt": lambda: coming(model),
        "framåt_för": lambda funktion: coming_for(model, funktion),
        "granskas": lambda: plan(model),
        "granskade": lambda: reviewed(model),
        "ändringarna": lambda: changed(model),
        "egna_punkter": own_points,
        "framgår_inte": untold,
        "i_listan": lambda thing: listed(model, thing),
        "kalenderfiler": lambda: calendar_links(model),
        "kontaktsida": lambda: contact_page(model, kommuner),
        "läge": lambda thing: standing(model, thing),
        "läge_tillsammans": lambda rutiner: standing_together(model, rutiner),
        "beslut_var_för_sig": lambda rutiner: decided_apart(model, rutiner),
        "matrisens_grupper": groups,
        "listans_version": list_version,
        "ny_på_jobbet": lambda funktion: NewHere(model, funktion),
        "räknad": counted,
        "rings": called,
        "sedan_beslutet": lambda beslut: since_decided(model, beslut),
        "siktar": lambda thing: ahead(thing, model.today),
        "stegen": steps,
        "stegen_efter_id": lambda rutin: {view.steg.id: view for view in steps(rutin)},
        "strukturens_rader": lambda: structure_told(model),
    }
