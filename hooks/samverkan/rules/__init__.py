"""The rules of the field, each a small function from the model to findings.

The golden cases in tests/cases/ show what each of them accepts and says.
"""

from samverkan.rules.avtal import agreement_holds
from samverkan.rules.beslut import decided_text_is_kept, decision_holds
from samverkan.rules.blankett import document_is_somewhere
from samverkan.rules.dubbelt import (
    name_stands_once,
    nothing_is_its_own,
    nothing_stands_twice,
    order_is_clear,
    other_names_are_its_own,
    text_stands_once,
)
from samverkan.rules.enkat import answers_on_the_line, small_groups_hidden
from samverkan.rules.ersatter import replaces_what_is_gone
from samverkan.rules.etiketter import counted_from_fits_its_label, who_says_it_fits_its_label
from samverkan.rules.forum import structure_has_a_top, way_up
from samverkan.rules.fraga import answer_rests_on_something
from samverkan.rules.galler import applies_to_somebody
from samverkan.rules.granskning import lawyer_has_read, review_overdue, reviews_are_spread
from samverkan.rules.hel import (
    levels_agree,
    nobody_is_recognised,
    one_place_for_the_answer,
)
from samverkan.rules.huki import (
    known_is_not_unclear,
    nobody_tells_himself,
    one_role_each,
    point_reaches_somebody,
)
from samverkan.rules.kontakt import (
    a_way_in_leads_somewhere,
    contact_is_no_person,
    contact_leads_somewhere,
    contact_stands_once,
)
from samverkan.rules.lag import repealed_law
from samverkan.rules.lagens_dag import law_changes, law_stands_once, law_was_read_lately
from samverkan.rules.lank import links_lead_to_parts, text_is_text
from samverkan.rules.larande import form_tells_every_kommun, recommendation_answered
from samverkan.rules.lokalt import (
    contacts_there,
    deviation_differs,
    deviation_reviewed,
    kommun_is_known,
    own_answer_agrees,
)
from samverkan.rules.motesdagar import days_can_be_met, days_lie_ahead
from samverkan.rules.ordlista import description_rests_on_something, term_is_explained_once
from samverkan.rules.ovning import three_exercises_each
from samverkan.rules.region import choices_are_the_regions, renamed_fields_are_fields, study_has_its_own_address
from samverkan.rules.rutin import (
    changes_told,
    locked_step_names_law,
    one_responsible,
    personal_duty_is_law,
    routine_is_governed,
)
from samverkan.rules.sekretess import answers_agree, private_law_has_text
from samverkan.rules.situation import fits_a_phone, leads_to_a_step, says_what_it_rests_on
from samverkan.rules.tid import (
    a_limit_follows_one_in_days,
    days_are_the_calendars,
    limit_is_said_once,
    time_limit_has_basis,
)
from samverkan.rules.tider import (
    codes_belong_to_kommuner,
    events_are_in_time,
    forms_are_likely,
    the_day_is_in_order,
    what_was_done_has_been,
)
from samverkan.rules.trappa import level_is_known
from samverkan.rules.unused import unused
from samverkan.rules.ursprung import has_source, source_can_be_found, task_has_responsible
from samverkan.rules.utgar import facts_stay, law_keeps_what_it_rests_on, steps_keep_their_responsible
from samverkan.rules.utgivare import publisher_tells
from samverkan.rules.vagar import every_step_is_reached, goes_on_beside_an_earlier, ways_lead_on
from samverkan.rules.villkor import conditions_carried, points_rest_on_something

RULES = (
    one_responsible,
    locked_step_names_law,
    routine_is_governed,
    personal_duty_is_law,
    review_overdue,
    reviews_are_spread,
    lawyer_has_read,
    decision_holds,
    decided_text_is_kept,
    changes_told,
    replaces_what_is_gone,
    ways_lead_on,
    every_step_is_reached,
    goes_on_beside_an_earlier,
    applies_to_somebody,
    level_is_known,
    agreement_holds,
    document_is_somewhere,
    time_limit_has_basis,
    limit_is_said_once,
    days_are_the_calendars,
    counted_from_fits_its_label,
    who_says_it_fits_its_label,
    repealed_law,
    law_changes,
    law_was_read_lately,
    law_stands_once,
    conditions_carried,
    points_rest_on_something,
    way_up,
    structure_has_a_top,
    days_can_be_met,
    days_lie_ahead,
    task_has_responsible,
    has_source,
    source_can_be_found,
    term_is_explained_once,
    description_rests_on_something,
    answer_rests_on_something,
    says_what_it_rests_on,
    leads_to_a_step,
    fits_a_phone,
    answers_agree,
    private_law_has_text,
    recommendation_answered,
    form_tells_every_kommun,
    small_groups_hidden,
    answers_on_the_line,
    kommun_is_known,
    own_answer_agrees,
    deviation_differs,
    deviation_reviewed,
    contacts_there,
    contact_leads_somewhere,
    contact_is_no_person,
    contact_stands_once,
    publisher_tells,
    name_stands_once,
    nothing_is_its_own,
    nothing_stands_twice,
    order_is_clear,
    other_names_are_its_own,
    text_stands_once,
    levels_agree,
    nobody_is_recognised,
    one_place_for_the_answer,
    links_lead_to_parts,
    text_is_text,
    known_is_not_unclear,
    nobody_tells_himself,
    one_role_each,
    point_reaches_somebody,
    a_limit_follows_one_in_days,
    a_way_in_leads_somewhere,
    codes_belong_to_kommuner,
    events_are_in_time,
    forms_are_likely,
    the_day_is_in_order,
    what_was_done_has_been,
    facts_stay,
    steps_keep_their_responsible,
    law_keeps_what_it_rests_on,
    choices_are_the_regions,
    study_has_its_own_address,
    renamed_fields_are_fields,
    three_exercises_each,
)

__all__ = ["RULES", "unused"]
