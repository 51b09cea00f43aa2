"""What is urgent comes before all else on every page of a routine about danger."""

from __future__ import annotations

import re

from html_page import HtmlPage
from samverkan import Model
from samverkan.kinds import Fråga, Rutin, Sekretess
from samverkan.pages.checklists import checklists
from samverkan.web.addresses import address

FIRST = re.compile(r"</h1>\s*(<[^>]+>)")
BOX = '<div class="fara" '


def danger_pages(model: Model) -> list[str]:
    """The file of each page that has to show it: routines, their checklists, questions, secrecy, and the ways in."""
    urls = []
    for rutin in model.all(Rutin):
        if rutin.om_fara:
            urls += [rutin.url, *(lista.url for lista in checklists(rutin))]
    urls += [fråga.url for fråga in model.all(Fråga) if fråga.fara]
    urls += [sida.url for sida in model.all(Sekretess)]
    files = [f"{address(url)}index.html" for url in (*urls, "/kontakter/index.md", "/sekretess/index.md")]
    return [*files, "index.html", "404.html"]


def without_the_box_first(model: Model, html: dict[str, HtmlPage], *said: str) -> list[str]:
    """The pages where the box is not the first thing after the heading, or does not say all of this."""
    missing = []
    for file in danger_pages(model):
        source = html[file].source
        first = FIRST.search(source)
        box = source.partition(BOX)[2].partition("</div>")[0]
        if first is None or not first[1].startswith(BOX) or [words for words in said if words not in box]:
            missing.append(file)
    return missing


def test_the_box_comes_right_after_the_heading(real_model: Model, html: dict[str, HtmlPage]) -> None:
    assert len(danger_pages(real_model)) > 20
    numbers = ('href="tel:112"', 'href="tel:11414"', "kommunens socialjour")
    assert without_the_box_first(real_model, html, *numbers) == []


def test_a_routine_whose_question_leads_to_danger_has_it_on_the_question(real_model: Model) -> None:
    told = {fråga.id for fråga in real_model.all(Fråga) if fråga.rutin and fråga.rutin.till.om_fara and fråga.fara}
    assert {"orolig", "osaker", "anmalt", "kort-fast"} <= told
