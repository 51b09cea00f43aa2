"""One fact stands in one place: a term and the thing of its name do not say different things."""

from __future__ import annotations

import re

from samverkan import Model
from samverkan.kinds import Begrepp, Enkät, Pilot
from samverkan.pages.overview import unsourced
from samverkan.resolve import values

# A law is known by its number, which its own page need not repeat.
LAW = re.compile(r"\(\d{4}:\d+\)")


def test_a_term_has_no_number_that_its_page_does_not_have(real_model: Model) -> None:
    things = [thing for thing in real_model.everything() if thing.own_page and thing.kind not in ("källa", "lagrum")]
    wrong = {}
    for begrepp in real_model.all(Begrepp):
        same = [thing for thing in things if thing.id == begrepp.id]
        text = " ".join(str(value) for thing in same for _, value in values(thing))
        numbers = set(re.findall(r"\d+", LAW.sub("", begrepp.ingress)))
        if same and (left := numbers - set(re.findall(r"\d+", text))):
            wrong[begrepp.id] = left
    assert wrong == {}


def test_the_survey_scale_is_said_the_same_way_everywhere(real_model: Model) -> None:
    # Turned round, every result of a survey is read backwards.
    assert "0 är ja, 100 är nej" in real_model.get(Begrepp, "ja-nej-linje").ingress
    for enkät in real_model.all(Enkät):
        if any(fråga.positioner for fråga in enkät.frågor):
            assert "0 är änden vid ja, 100 är änden vid nej" in " ".join(enkät.läs_så.split())


def test_a_term_takes_its_meaning_from_the_page_of_its_name(real_model: Model) -> None:
    osis, page = real_model.get(Begrepp, "osis"), real_model.get(Pilot, "osis")
    assert osis.ingress and " ".join(page.beskrivning.split()).startswith(osis.ingress)


def test_whatever_has_neither_source_nor_law_says_that_the_model_says_it(real_model: Model) -> None:
    left = [thing for _, things in unsourced(real_model) for thing in things if not getattr(thing, "stöd", None)]
    assert [thing.file for thing in left if thing.kind in ("begrepp", "funktion", "verksamhet")] == []
