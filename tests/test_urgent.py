"""What is urgent comes before all else on every page of a routine about danger."""

from __future__ import annotations

import re

from html_page import HtmlPage
from samverkan import Model
from samverkan.kinds import Fråga, Rutin, Sekretess, Situation
from samverkan.pages.checklists import checklists
from samverkan.phrases import address

# After the heading, and the line that says how the page stands.
FIRST = re.compile(r"</h1>\s*(?:<p class=\"lage\".*?</p>\s*)?(<[^>]+>)", re.DOTALL)
BOX = '<div class="fara" '


def danger_pages(model: Model) -> list[str]:
    """The file of each page that has to show it: routines, their checklists, questions, secrecy, and the ways in."""
    urls = []
    for rutin in model.all(Rutin):
        if rutin.om_fara:
            urls += [rutin.url, *(lista.url for lista in checklists(rutin))]
    urls += [fråga.url for fråga in model.all(Fråga) if fråga.fara]
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


def test_a_situation_has_the_box_between_its_answer_and_what_to_do(
    real_model: Model, html: dict[str, HtmlPage]
) -> None:
    dangerous = [one for one in real_model.all(Situation) if one.om_fara]
    assert len(dangerous) > 15
    for one in dangerous:
        source = html[f"{address(one.url)}index.html"].source
        assert source.index('class="svar"') < source.index(BOX) < source.index('id="gor-nu"'), one.id


def test_a_page_of_secrecy_says_112_in_a_line(real_model: Model, html: dict[str, HtmlPage]) -> None:
    for page in real_model.all(Sekretess):
        source = html[f"{address(page.url)}index.html"].source
        assert 'href="tel:112"' in source.partition('class="fara-kort"')[2].partition("</p>")[0], page.id
        assert BOX not in source


def test_a_routine_whose_question_leads_to_danger_has_it_on_the_question(real_model: Model) -> None:
    told = {fråga.id for fråga in real_model.all(Fråga) if fråga.rutin and fråga.rutin.till.om_fara and fråga.fara}
    assert {"orolig", "osaker", "anmalt", "kort-fast"} <= told
