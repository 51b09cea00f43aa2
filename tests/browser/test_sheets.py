"""Sheets of paper: how many a page takes, and that each says whose it is, how it stands and where it is found."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader
from samverkan.pages.qr import square
from scanned import scanned

Visit = Callable[..., Page]
# The most sheets for each. A list with more points than a sheet has room for takes two or three; a routine in full,
# with its matrix, as many as its steps need.
SHEETS = {
    "checklistor/orosanmalan/anmalare/": 1,
    "checklistor/bygg-samverkansgrupp/": 1,
    "checklistor/situationer/vald-hemma/": 1,
    "situationer/vald-hemma/": 1,
    "blanketter/samverkansavvikelse/": 1,
    "checklistor/funktioner/elevhalsoteam/": 14,
    "checklistor/sip/lakare/": 3,
    "rutiner/orosanmalan/": 12,
    "ansvar/barnahus/": 7,
}
# A list with at most this many points goes on one sheet.
FITS = 9
# Few points, but what the law says of when each may be done takes half a sheet, and none of it can be left out.
CONDITIONS = {"checklistor/misstanke-om-brott/polis-utredare/": 2}


def sheets(page: Page) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


@pytest.mark.parametrize("path", SHEETS)
def test_each_sheet_has_its_head_foot_and_number_in_light_and_dark(visit: Visit, path: str) -> None:
    for scheme in ("light", "dark"):
        page = visit(path, color_scheme=scheme)
        found = sheets(page)
        assert 1 <= len(found) <= SHEETS[path], len(found)
        for number, sheet in enumerate(found, 1):
            text = " ".join(sheet.extract_text().split())
            for words in ("Samverkanswebben", "Sörmland", f"Sida {number} av {len(found)}"):
                assert words in text, (words, number)
            assert re.search(r"Utskriven \d+ [a-z]+ 20\d\d", text), number
            assert page.url in text.replace(" ", "")
            if page.locator(".lage").count():
                assert re.search(r"(Förslag, inte beslutat|eslutat av).*version [0-9a-f]{6}", text), number


def test_a_phone_reads_the_square_as_the_page_prints_it(visit: Visit) -> None:
    page = visit("checklistor/orosanmalan/anmalare/")
    address = "https://samverkan.kommunens-namn.se/checklistor/orosanmalan/anmalare/"
    # The web of the tests has no address; papper.html puts the square here.
    page.locator(".papper__fot").evaluate("(foot, svg) => foot.insertAdjacentHTML('afterbegin', svg)", square(address))
    found = scanned(page.pdf(prefer_css_page_size=True))
    assert found == [[address]] * len(found)


def test_a_matrix_lies_down_and_the_rest_stands(visit: Visit) -> None:
    for path, lies in (("ansvar/barnahus/", True), ("rutiner/orosanmalan/", False)):
        assert {sheet.mediabox.width > sheet.mediabox.height for sheet in sheets(visit(path))} == {lies}, path


@pytest.mark.långsam
def test_every_short_checklist_goes_on_one_sheet(visit: Visit, address: str) -> None:
    page = visit("checklistor/")
    paths = page.locator(".checklistor a").evaluate_all("all => all.map((a) => a.href)")
    long = {}
    for path in [path for path in paths if "/funktioner/" not in path]:
        page.goto(path)
        points = page.locator("[data-punkt]").count()
        name = path.removeprefix(address)
        if points <= FITS and (count := len(sheets(page))) > CONDITIONS.get(name, 1):
            long[name] = (points, count)
    assert long == {}


def test_a_long_checklist_is_folded_on_the_screen_and_whole_on_paper(visit: Visit) -> None:
    page = visit("checklistor/funktioner/larare/")
    points = page.locator("[data-punkt]")
    assert points.count() > FITS
    assert [n for n in range(points.count()) if points.nth(n).is_visible()] == []
    page.emulate_media(media="print")
    assert [n for n in range(points.count()) if not points.nth(n).is_visible()] == []


def test_the_number_stands_in_the_row_that_says_to_call(visit: Visit) -> None:
    page = visit("checklistor/orosanmalan/anmalare/")
    page.emulate_media(media="print")
    row = page.locator("[data-punkt]", has_text="Ring nu till socialtjänsten")
    # Eskilstuna has a page of its own for the worry; who is to call is given the number.
    kommun = row.locator("[data-kommun=eskilstuna]").first
    assert kommun.locator("a[href^='tel:']").first.is_visible()
    assert not kommun.locator("a[href^='http']").first.is_visible()
