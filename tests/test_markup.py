"""A page's Markdown becomes HTML: headings one can link to, attributes in braces, HTML as people write it."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from samverkan import Model
from samverkan.markup.headings import headings
from samverkan.markup.markdown import as_html, tree, well_formed
from samverkan.pages.every_page import pages
from samverkan.pages.render import Renderer


def html(markdown: str) -> str:
    return as_html(tree(markdown))


@pytest.mark.parametrize(
    ("markdown", "made"),
    [
        ("## Stegen {: #steg data-search-exclude=\"true\" }", '<h2 id="steg" data-search-exclude="true">Stegen</h2>'),
        ("[Nästa](#b){: .framat } och så", '<p><a href="#b" class="framat">Nästa</a> och så</p>'),
        ("**Ändrat**\n{: #andringar }", '<p id="andringar"><strong>Ändrat</strong></p>'),
        ('<p class="a" markdown="span">1. **Ring** [112](tel:112)</p>',
         '<p class="a">1. <strong>Ring</strong> <a href="tel:112">112</a></p>'),
        ('<td markdown="span"></td>', "<td></td>"),
        ('<div class="obs" markdown="1">\n\n**Läs**\n\n</div>', 
         '<div class="obs">\n<p><strong>Läs</strong></p>\n</div>'),
        ('<figure><svg viewBox="0 0 1 1"><path d="M0 0"/></svg></figure>',) * 2,
        ('<p title="a &quot;b&quot; &amp; c">a &lt; b</p>', '<p title="a &quot;b&quot; &amp; c">a &lt; b</p>'),
    ],
)  # fmt: skip
def test_the_marks_of_the_templates_are_understood(markdown: str, made: str) -> None:
    assert html(markdown) == made


@pytest.mark.parametrize(
    ("markdown", "made"),
    [
        ("<p>en<br>två</p>", "<p>en<br />två</p>"),
        ("<p>en<br/>två</p>", "<p>en<br />två</p>"),
        ("<details open><summary>X</summary></details>", '<details open=""><summary>X</summary></details>'),
        ("<ul><li>en<li>två</ul>", "<ul><li>en<li>två</li></li></ul>"),
        ("<p>en&nbsp;sak &amp; en</p></div>", "<p>en\xa0sak &amp; en</p>"),
        ("<div><p>utan slut", "<div><p>utan slut</p></div>"),
        ("<!-- inget -->text", "text"),
    ],
)
def test_html_written_by_hand_need_not_be_well_formed(markdown: str, made: str) -> None:
    assert html(markdown) == made


def test_every_heading_has_an_id_of_its_own() -> None:
    root = tree("# Så här gör du\n\n## Ring 112\n\n## Ring 112\n\n### Eget {: #ring-112_1 }\n\n## …")
    assert [heading.id for heading in headings(root)] == ["sa-har-gor-du", "ring-112", "ring-112_2", "ring-112_1", "_1"]
    assert as_html(root).count(' id="') == 5


def test_a_heading_is_told_in_words_alone() -> None:
    assert headings(tree("## **A** & [b](c.md)\n"))[0].name == "A &amp; b"


def test_what_templates_write_is_well_formed(base: Model) -> None:
    """Then it is read fast; a page that is not would be read by the slow way, and look the same."""
    made = [page for page in pages(Renderer(base)) if not well_formed(page.text())]
    assert [page.path for page in made] == []


def test_a_page_that_is_not_well_formed_would_be_seen() -> None:
    assert not well_formed("<p>en <b>två</p>")


def test_the_html_of_a_page_is_read_again_as_it_was_written() -> None:
    made = html("# A\n\n- en\n- två & tre\n\n| a | b |\n|---|---|\n| 1 | `<x>` |\n")
    assert as_html(fromstring(f"<page>{made}</page>")) == made
