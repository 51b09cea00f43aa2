"""Every table has a name and header cells, and keeps its roles where it turns to cards."""

from __future__ import annotations

import re

from html_page import HtmlPage
from samverkan.markup.markdown import as_html, tree
from samverkan.markup.tables import readable_tables

TABLE = re.compile(r"<table\b(?P<attributes>[^>]*)>(?P<inside>.*?)</table>", re.DOTALL)
FROM_MARKDOWN = (
    "<h2>Vad &amp; vem</h2><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"
)


def test_every_table_of_the_web_has_a_name_and_headers(html: dict[str, HtmlPage]) -> None:
    seen = 0
    for page in html.values():
        for match in TABLE.finditer(page.source):
            seen += 1
            assert "<caption" in match["inside"] or re.search(r'aria-label="[^"]+"', match["attributes"]), page.path
            assert re.search(r'<th\b[^>]*scope="(col|row)"', match["inside"]), page.path
            assert not re.search(r"<th(?![^>]*scope=)\b[^>]*>", match["inside"]), page.path
            assert not re.search(r"<th\b[^>]*>\s*</th>", match["inside"]), page.path
    assert seen > 0


def shown(html: str) -> str:
    """A page with this HTML, with its tables made readable."""
    root = tree(html)
    readable_tables(root)
    return as_html(root)


def test_a_table_is_named_after_what_stands_closest_above() -> None:
    assert 'aria-label="Vad &amp; vem"' in shown(FROM_MARKDOWN)
    region = '<h2>X</h2><div role="region" aria-label="Svar"><table class="huki"></table></div>'
    assert '<table class="huki" aria-label="Svar">' in shown(region)


def test_a_caption_is_name_enough() -> None:
    table = '<h2>X</h2><table class="huki"><caption>Svar</caption></table>'
    assert shown(table) == table


def test_without_a_head_the_first_column_is_the_headers() -> None:
    head = "<thead><tr><th></th><th></th></tr></thead>"
    made = shown(f"<table>{head}<tbody><tr><td>Ägare</td><td>Nämnden</td></tr></tbody></table>")
    assert '<tr><th scope="row">Ägare</th><td>Nämnden</td></tr>' in made
    assert "<thead>" not in made


def test_a_table_that_turns_to_cards_says_what_each_part_is() -> None:
    made = shown(
        '<table class="kort-pa-mobil"><thead><tr><th scope="col">A</th></tr></thead>'
        '<tbody><tr><th scope="row">B</th><td>C</td></tr></tbody></table>'
    )
    assert re.findall(r'role="(\w+)"', made) == [
        *("table", "rowgroup", "row", "columnheader"),
        *("rowgroup", "row", "rowheader", "cell"),
    ]


def test_a_table_with_more_columns_than_a_phone_has_room_for_turns_to_cards_there() -> None:
    wide = "| A | B | C | D |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n"
    made = shown(wide)
    assert '<table class="enkel kort-pa-mobil"' in made
    assert '<th scope="row" role="rowheader">1</th><td data-label="B" role="cell">2</td>' in made
    assert "kort-pa-mobil" not in shown(wide.replace(" D |", "").replace("---|\n", "\n").replace(" 4 |", ""))
