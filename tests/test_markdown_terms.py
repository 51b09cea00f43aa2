"""Terms of the ordlista explain themselves where they are first used."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from samverkan import Model
from samverkan.kinds import Begrepp
from samverkan.markup.markdown import as_html, tree
from samverkan.markup.terms import Terms


class Links(HTMLParser):
    """Collects the terms that were marked: (address, definition)."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str | None, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and values.get("class") == "begrepp":
            self.found.append((values["href"], values["data-definition"]))


def html(model: Model, text: str) -> str:
    root = tree(text)
    Terms(model).weave(root)
    return as_html(root)


def marked(model: Model, text: str) -> list[tuple[str | None, str | None]]:
    links = Links()
    links.feed(html(model, text))
    return links.found


def test_the_first_use_of_a_term_is_marked_and_the_next_is_not(base: Model) -> None:
    begrepp = base.get(Begrepp, "orosanmalan")
    assert marked(base, "Gör en orosanmälan. En orosanmälan kan göras av alla.") == [(begrepp.url, begrepp.definition)]


@pytest.mark.parametrize("text", ["Orosanmälan görs nu.", "Gör en anmälan.", "**orosanmälan**", "- en\n- orosanmälan"])
def test_capitals_forms_and_markup_do_not_hide_a_term(base: Model, text: str) -> None:
    assert len(marked(base, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "# Orosanmälan",
        "[orosanmälan](https://exempel.se)",
        "`orosanmälan`",
        "En förhandsorosanmälan.",
        "En orosanmälans väg, och orosanmälan-blanketten.",
        '<p class="regel">orosanmälan</p>',
        "Något helt annat.",
    ],
)
def test_where_a_link_would_be_wrong_there_is_none(base: Model, text: str) -> None:
    assert marked(base, text) == []


def test_a_page_does_not_explain_the_term_that_it_defines(base: Model) -> None:
    assert marked(base, "## Orosanmälan {: #orosanmalan }\n\nEn orosanmälan görs genast.") == []


def test_the_text_itself_stays_as_it_was(base: Model) -> None:
    text = "Före, en orosanmälan, **en anmälan** och efter & < slut."
    plain = as_html(tree(text))
    links = html(base, text)
    begin, end = links.index("<a"), links.index("</a>")
    assert links[:begin] + links[links.index(">", begin) + 1 : end] + links[end + 4 :] == plain


def test_a_common_word_is_left_alone_when_its_file_says_so(base: Model) -> None:
    common = base.get(Begrepp, "orosanmalan").model_copy(update={"i_text": False})
    base.things["begrepp"]["orosanmalan"] = common
    assert marked(base, "Gör en orosanmälan.") == []


def test_a_model_without_terms_marks_nothing(base: Model) -> None:
    base.things["begrepp"].clear()
    assert html(base, "Gör en orosanmälan.") == "<p>Gör en orosanmälan.</p>"


def test_the_longest_of_the_terms_that_begin_alike_is_the_one_explained(base: Model) -> None:
    short = base.get(Begrepp, "orosanmalan")
    longer = {"id": "lang", "namn": "orosanmälan till socialtjänsten", "former": [], "definition": "Den långa."}
    base.things["begrepp"]["lang"] = short.model_copy(update=longer)
    found = marked(base, "Gör en orosanmälan till socialtjänsten. Sedan är din orosanmälan gjord.")
    assert [definition for _, definition in found] == ["Den långa.", short.definition]
