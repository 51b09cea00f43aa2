"""What is written in a text is what the reader sees: no number, sign or row is lost to Markdown."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from casefiles import TODAY, base_model
from samverkan import Model, build_model
from samverkan.markup.markdown import as_html, tree
from samverkan.pages.render import Renderer
from samverkan.written import examine_pages


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    return Renderer(build_model(base_model(tmp_path_factory.mktemp("modell")), TODAY)[0])


def html(markdown: str) -> str:
    """What a page makes of Markdown."""
    return as_html(tree(markdown))


def seen(markdown: str) -> str:
    """The words that a reader sees of it."""
    return unescape(re.sub(r"<[^>]+>", "", html(markdown))).strip()


@pytest.mark.parametrize(
    "text",
    [
        *("112. Ring dit vid fara. Anmäl sedan genast.", "2026. Det året gäller det.", "# Viktigt", "+ Svara", "> se"),
        *(
            "2*3*4",
            "- bara en",
            "#3 i rummet",
            "`kod`",
            "a * b * c",
            "___",
            "---",
            "_så_ är det",
            "e_post_till",
            "1. En",
        ),
        *(r"snett \* streck", "a | b", "1) först", "===", "* en stjärna", "~~~", "```"),
        *(
            r"a\, b",
            "slut\\",
            "[a]: b",
            "1) ett",
            "~~~ kod",
            "= lika",
            "=",
            "1234567890. långt",
            "1.",
            "2)",
            "-",
            "+",
            "#",
        ),
    ],
)
def test_a_text_is_shown_as_it_is_written(renderer: Renderer, text: str) -> None:
    for shown in (renderer.text(text), renderer.line(text)):
        assert seen(shown) == text
        assert not re.search(r"<(?:ol|ul|h\d|em|hr|code|pre|blockquote)\b", html(shown))
        # The same where the text is a point in a list, as in a checklist.
        assert seen(f"- {shown}") == text


def test_bold_links_and_lists_of_rows_go_on_working(renderer: Renderer) -> None:
    assert "<strong>fet</strong>" in html(renderer.text("Det är **fet** text."))
    assert html(renderer.text("- ett\n- två")).count("<li>") == 2
    assert html(renderer.text("1. ett\n2. två")).count("<li>") == 2
    # Two numbers to ring are no list.
    assert seen(renderer.text("112. Fara\n1177. Råd")).split("\n")[0] == "112. Fara"


def test_bold_may_hold_a_link(renderer: Renderer) -> None:
    shown = html(renderer.line("**Läs [routinen](rutin:anmal) nu.** Vänta inte."))
    assert "<strong>Läs <a" in shown and "nu.</strong>" in shown and "**" not in shown


def test_a_bare_address_becomes_a_link_without_the_sign_after_it(renderer: Renderer) -> None:
    assert '<a href="https://exempel.se/a_b">https://exempel.se/a_b</a>.' in html(
        renderer.text("Se https://exempel.se/a_b.")
    )


def test_a_text_links_a_step_a_number_a_mailbox_and_a_file(renderer: Renderer) -> None:
    shown = renderer.line("[Ring](rutin:anmal#steg-ring) [112](tel:112) [b](/lokalt/gnesta/blankett.pdf)")
    assert shown == "[Ring](/rutiner/anmal.md#steg-ring) [112](tel:112) [b](/lokalt/gnesta/blankett.pdf)"


def test_the_real_model_has_nothing_to_escape_by_chance(real_model: Model) -> None:
    renderer = Renderer(real_model)
    pages = "".join(renderer.thing(thing) for thing in real_model.everything())
    assert not re.findall(r"\n\\[#>+-]", pages)


def test_a_file_that_a_text_links_has_to_be_there(tmp_path: Path) -> None:
    root = base_model(tmp_path)
    path = root / "model/gemensam/verksamheter/skola.yml"
    path.write_text(path.read_text().replace("Undervisar", "Läs [blanketten](/lokalt/orten/blankett.pdf). Undervisar"))
    (root / "docs").mkdir()
    model = build_model(root, TODAY)[0]
    found = [finding for finding in examine_pages(root, None, model) if finding.code == "sida-saknas"]
    assert [finding.mark.file for finding in found] == ["model/gemensam/verksamheter/skola.yml"]
