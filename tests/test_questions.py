"""Each question in staff's words leads to a page that starts with the answer, and then the routine."""

from __future__ import annotations

import re

import pytest
from html_page import HtmlPage
from samverkan import Model
from samverkan.kinds import LINK, Fråga
from samverkan.phrases import address

TAG = re.compile(r"<[^>]+>")
# What a page consists of, by its class where it has one.
LATER = re.compile(r'<div class="obs"[^>]*data-efter[^>]* hidden.*?</div>', re.DOTALL)
BLOCK = re.compile(r"<(?=div|p\b|h2|ol|ul|dl|section|details)(?:\w+ class=\"(?=[a-z]+\"))?(\w+)")


def _page(html: dict[str, HtmlPage], fråga: Fråga) -> HtmlPage:
    return html[f"{address(fråga.url)}index.html"]


def _after_heading(page: HtmlPage) -> str:
    # What is shown only from a day to come is not there yet.
    return LATER.sub("", page.source[page.source.index("</h1>") :])


def _plain(text: str) -> str:
    return " ".join(LINK.sub(r"\g<text>", text).replace("**", "").split())


@pytest.fixture
def questions(real_model: Model) -> list[Fråga]:
    return real_model.all(Fråga)


def test_the_page_is_named_by_the_question_and_starts_with_the_answer(
    questions: list[Fråga], html: dict[str, HtmlPage]
) -> None:
    for fråga in questions:
        page = _page(html, fråga)
        assert TAG.sub("", page.h1[0]) == fråga.namn
        blocks = [block for block in BLOCK.findall(_after_heading(page)) if block not in ("p", "lage")]
        expected = ["fara", "svar"] if fråga.fara else ["svar"]
        assert blocks[: len(expected)] == expected, fråga.id
        assert _plain(fråga.svar) in page.text, fråga.id
        assert fråga.file in page.text, fråga.id


def test_then_comes_what_to_do_and_every_step_of_the_routine(questions: list[Fråga], html: dict[str, HtmlPage]) -> None:
    with_routine = [fråga for fråga in questions if fråga.rutin]
    assert len(with_routine) >= 5
    for fråga in with_routine:
        page, rutin = _page(html, fråga), fråga.rutin.till  # type: ignore[union-attr]
        texts = [fråga.svar, *(åtgärd.text for åtgärd in fråga.gör_så), *(steg.namn for steg in rutin.steg)]
        places = [page.text.index(_plain(text)) for text in texts]
        assert places[: len(fråga.gör_så) + 2] == sorted(places[: len(fråga.gör_så) + 2]), fråga.id
        links = [value for tag, _, value in page.addresses if tag == "a"]
        there = f"../../rutiner/{rutin.id}/"
        assert {there, f"{there}#checklistor"} <= set(links)
        assert [steg.id for steg in rutin.steg if f"{there}#steg-{steg.id}" not in links] == []


def test_the_start_page_and_the_list_have_every_question_in_order(
    questions: list[Fråga], html: dict[str, HtmlPage]
) -> None:
    for file, up in (("index.html", ""), ("fragor/index.html", "../"), ("404.html", "/")):
        page = html[file]
        shown = page.source[page.source.index('<ul class="fragor">') :].partition("</ul>")[0]
        wanted = [up + address(fråga.url) for fråga in questions]
        relative = [href.replace("./", "../fragor/", 1) if href.startswith("./") else href for href in _hrefs(shown)]
        assert [href.removeprefix("../fragor/") for href in relative] == [
            href.removeprefix("../fragor/") for href in wanted
        ]


def _hrefs(source: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)"', source)


def test_the_answers_of_law_cannot_be_changed_by_a_kommun(real_model: Model) -> None:
    for id in ("orolig", "osaker", "anmalt", "saga"):
        assert real_model.get(Fråga, id).låst


def test_what_the_one_who_reported_may_know_is_said_as_the_law_says_it(real_model: Model) -> None:
    # SoL 19:6, OSL 26:9 a: on request, within a week of the decision, and only one of three things.
    fråga = real_model.get(Fråga, "anmalt")
    said = _plain(fråga.svar)
    for words in ("be om besked", "om det inte är olämpligt", "har inletts, inte har inletts eller redan pågår"):
        assert words in said
    assert "senast en vecka efter beslutet" in said
    assert {"sol-19-6", "osl-26-9a"} <= {ref.id for ref in fråga.lagrum}
