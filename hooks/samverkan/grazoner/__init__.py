"""Gray zones: where the model itself shows that nobody, or more than one, has something in hand.

Each kind has a file of its own, with the rule in words that the page tells and in code that finds it.
"""

from __future__ import annotations

from samverkan.grazoner import ansvar, forum, motsagt, mottagare, roller, tackning, tid
from samverkan.grazoner.mandat import Mandat, mandate
from samverkan.grazoner.zon import Gråzon, Plats, Sort
from samverkan.resolve import Model

__all__ = ["SORTS", "Gråzon", "Mandat", "Plats", "Sort", "gray_zones", "mandate"]

# The kinds in the order that the page has them, each with what finds them.
FINDERS = (
    (ansvar.SORT, (ansvar.two_answer, ansvar.nobody_answers)),
    (tid.SORT, (tid.nobody_watches,)),
    (forum.SORT, (forum.nobody_may_ask,)),
    (roller.SORT, (roller.only_told,)),
    (mottagare.SORT, (mottagare.receiver_has_no_step,)),
    (tackning.SORT, (tackning.no_form_for_an_age, tackning.no_form_in_a_place)),
    (motsagt.SORT, (motsagt.two_orders,)),
)
SORTS = tuple(sort for sort, _ in FINDERS)


def gray_zones(model: Model) -> list[Gråzon]:
    """Every gray zone of a model that holds, in the order of kinds, then of things."""
    return [zone for _, finders in FINDERS for finder in finders for zone in finder(model)]
