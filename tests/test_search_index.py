"""What the search is given: sections as pages show them, and the words that staff also say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from html_page import HtmlPage
from project import ROOT
from samverkan import Model
from samverkan.kinds import KINDS as MODEL_KINDS
from samverkan.kinds import Rutin
from samverkan.markup.markdown import parsed
from samverkan.pages.every_page import OWN_KINDS
from samverkan.web.search_index import KINDS, SearchIndex
from samverkan.web.search_sections import Section, sections

PAGE = """<h1 id="sida">Anmäla <em>oro</em></h1><p>Ring <strong>nu</strong>.</p>
<details><summary><h3 id="steg-1">1. Ring</h3></summary>
<p>Ring social<b>tjänsten</b>.</p><ul><li>i dag</li><li>själv</li></ul></details>
<h2 id="bort" data-search-exclude="true">Om sidan</h2><p>Granskad</p>
<h2 id="kvar">Mer</h2><p data-search-exclude>Källa</p><p>Text</p><svg><text>bild</text></svg>"""


def test_a_page_becomes_its_sections_and_leaves_out_what_is_marked() -> None:
    assert sections(parsed(PAGE)) == [
        Section("", "Anmäla oro", "Ring nu."),
        Section("steg-1", "1. Ring", "Ring socialtjänsten. i dag själv"),
        Section("kvar", "Mer", "Text"),
    ]


def test_a_page_carries_the_words_of_its_thing(base: Model) -> None:
    base.get(Rutin, "anmal").synonymer.append("socanmälan")
    index = SearchIndex(base)
    index.add("rutiner/anmal/", parsed("<h1>Anmäla</h1><p>Ring.</p>"), ["ringa"])
    (page,) = json.loads(index.text)["sidor"]
    address, kind, title, [[anchor, heading, text, words]] = page
    assert (address, list(KINDS.values())[kind].name, title) == ("rutiner/anmal/", "Rutin", "Anmäla")
    assert (anchor, heading, text) == ("", "", "Ring."), "sidans egen rubrik står en gång"
    assert {"socanmälan", "ringa", base.get(Rutin, "anmal").fråga} <= set(words.split("; "))


def test_every_kind_of_page_has_a_name_and_a_weight(html: dict[str, HtmlPage]) -> None:
    folders = {page.address.partition("/")[0] for page in html.values()} - {"404.html"}
    assert folders - set(KINDS) == set(), "lägg till mappen i NAMES i hooks/samverkan/web/search_index.py"


def test_long_texts_end_in_a_whole_word(base: Model) -> None:
    index = SearchIndex(base)
    index.add("handelser/", parsed(f"<h1>Händelser</h1><p>{'händelse ' * 50}</p>"), [])
    text = json.loads(index.text)["sidor"][0][3][0][2]
    assert text.endswith("händelse …")
    assert len(text) <= KINDS["handelser"].characters + 2


@pytest.fixture(scope="module")
def index(site: Path) -> dict[str, Any]:
    return dict(json.loads((site / "assets" / "sok.json").read_text(encoding="utf-8")))


def test_every_result_leads_to_a_page_and_a_section_that_exist(
    index: dict[str, Any], html: dict[str, HtmlPage]
) -> None:
    addresses = {page.address: page for page in html.values()}
    for address, _, title, parts in index["sidor"]:
        assert title and parts, address
        assert {anchor for anchor, *_ in parts} - {"", *addresses[address].ids} == set(), address
    assert {address for _, _, address in index["ersatta"]} <= set(addresses)
    assert {address for _, address in index["börja"]} <= set(addresses)


def test_every_page_can_be_found_unless_it_says_not(index: dict[str, Any], html: dict[str, HtmlPage]) -> None:
    silent = {"404.html", "sok/", "om/falt/", "om/tackning/", "om/publicera/", "vardagsord/"}
    silent |= {f"om/falt/{kind.folder}/" for kind in (*MODEL_KINDS, *OWN_KINDS)}
    found = {address for address, *_ in index["sidor"]}
    # What stands on a page that is found: the funktion's, the situation's.
    elsewhere = ("checklistor/funktioner/", "checklistor/situationer/")
    left = {page.address for page in html.values()} - found
    assert {one for one in left if not one.startswith(elsewhere) and not one.endswith("/ny-pa-jobbet/")} == silent


def test_words_that_staff_say_stand_in_the_model(index: dict[str, Any]) -> None:
    said = {word.casefold() for _, others in index["begrepp"] for word in others}
    assert {"soc", "vh", "eht", "hemmasittare", "skolk", "elevvård", "orosanmäla", "bvc", "mvc", "landsting"} <= said


def test_the_theme_ships_no_index_of_its_own(site: Path, html: dict[str, HtmlPage]) -> None:
    assert not (site / "search").exists()
    assert 'name="search"' not in "".join(page.source for page in html.values())


def test_borrowed_code_says_its_version_and_licence() -> None:
    folder = ROOT / "docs" / "assets" / "js" / "bibliotek"
    for name, version in (("minisearch", "7.2.0"), ("snowball-svenska", "3.0.1")):
        code = (folder / f"{name}-{version}.js").read_text(encoding="utf-8")
        assert version in code[:200]
        licence = folder / f"{name.partition('-')[0]}-LICENS.txt"
        assert licence.name in code[:200]
        assert "Copyright" in licence.read_text(encoding="utf-8")
