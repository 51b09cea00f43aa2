"""What a reader of a kommun's web is told of what is the kommun's own, on the small filled model."""

from __future__ import annotations

import re

import pytest
from fyllt import KOMMUN, filled
from samverkan import Model
from samverkan.pages import contact_view, local_view
from samverkan.pages.every_page import publisher_pages
from samverkan.pages.render import Renderer
from shown import Lines, Web


@pytest.fixture(scope="module")
def model() -> Model:
    return filled(KOMMUN)


@pytest.fixture(scope="module")
def web(model: Model) -> Web:
    return Web(model)


def test_what_is_added_and_what_is_changed_say_which(web: Web) -> None:
    changed, added = "Ändrat i Exempelorten", "Tillägg i Exempelorten"
    own, common = "\n".join(web.lines("rutiner/svara.md")), "\n".join(web.lines("rutiner/anmal.md"))
    assert f"Enheten följer upp svaren varje månad. {changed}" in own
    assert f"Ring en gång till {added}" in own
    # A list that is the kommun's as a whole was changed; what stands after the county's own was added.
    assert f"› Utför › Lärare {changed}, Arkivarie {changed}" in common
    assert f"› Dokument › Blanketten för oro; Kommunens blankett {added}" in common
    assert "Gör din anmälan Ändrat" not in common and "Lämna besked Ändrat" not in own


def test_what_has_gone_is_struck_and_what_is_new_is_put_in(web: Web) -> None:
    page = web.markdown["lokalt/skillnader.md"]
    follow_up = page[page.index("**Uppföljning**") :].split("</p>")[0]
    assert re.findall(r"<del>(.*?)</del>", follow_up) == ["Gruppen", "termin."]
    assert re.findall(r"<ins>(.*?)</ins>", follow_up) == ["Enheten", "månad."]


def test_a_deviation_that_the_county_has_changed_under_says_so(web: Web) -> None:
    told = "Den gemensamma versionen har ändrats sedan kommunen gjorde sin anpassning."
    assert any(told in line for line in web.lines("metoder/samsyn.md"))
    assert not any(told in line for line in web.lines("motesplatser/egen-dag.md"))


def test_what_is_gone_says_who_decided_and_why(web: Web) -> None:
    (told,) = [line for line in web.lines("forum/natverket.md") if "finns inte i Exempelorten" in line]
    assert told.endswith("Kommunen har inget nätverk. Beslutat av Kommunstyrelsen, 5 mars 2026.")


def test_the_urgent_number_stands_first_among_the_contacts(web: Web) -> None:
    headings = [line for line in web.lines("mallar/kontakter.md") if "›" not in line][1:]
    assert headings[0] == "Socialtjänsten"
    assert set(headings) == {"Socialtjänsten", "Socialjouren", "Skolan"}


def test_a_funktion_and_a_verksamhet_with_the_same_id_have_their_own_numbers(model: Model) -> None:
    assert [k.namn for k in contact_view.contacts(model, "funktion", "larare")] == ["Skolans expedition"]
    assert contact_view.contacts(model, "verksamhet", "larare") == []


def test_the_county_sees_how_far_the_kommun_has_come(model: Model) -> None:
    county = publisher_pages(Renderer(filled()), [local_view.progress(model)])
    (page,) = [page for page in county if page.path == "lokalt/index.md"]
    lines = Lines(page.markdown.split("---\n\n", 1)[1]).lines
    row = dict(line.split(" › ")[1:] for line in lines if line.startswith("Exempels kommun ›"))
    deviations = model.local.deviations
    assert row == {
        "Kontakter": "2 av 2",
        "Lokala skillnader": str(len(deviations)),
        "Att granska": str(len([d for d in deviations if d.verb != "tillägg"])),
        "Utgivaruppgifter som saknas": "0",
    }
