"""Every screen of the forms: new things, what it becomes, settings, whose model it is; for all, and for nobody else."""

from __future__ import annotations

import http.client
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe import audit
from editing import Hand, opened, served
from playwright.sync_api import Browser
from samverkan.editor.server import Server

SAVED = "Sparat."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(tmp_path_factory.mktemp("redigera")) as made:
        yield made


@pytest.fixture
def hand(browser: Browser, server: Server) -> Iterator[Hand]:
    with opened(browser, server) as one:
        yield one


def test_a_contact_of_our_own_gets_its_id_from_its_name_and_can_be_taken_away(hand: Hand) -> None:
    hand.goto("ny/kontakter")
    hand.fill("namn", "Fältarbetarna på ön")
    hand.page.locator("[id='verksamhet']").select_option(label="Socialtjänst för barn och familj")
    hand.fill("telefon", "0158-27 50 00")
    hand.save()
    assert hand.said == SAVED and hand.page.get_by_role("heading", level=1).inner_text() == "Kontakter"
    assert hand.file("kontakter/faltarbetarna-pa-on.yml").startswith(
        "id: faltarbetarna-pa-on\nnamn: Fältarbetarna på ön"
    )
    hand.press("link", "Ändra namn, eller ta bort: Fältarbetarna på ön")
    hand.press("link", "Ta bort")
    hand.press("button", "Ta bort")
    assert "borttagen" in hand.said
    assert not (hand.server.screens.root / "model/lokalt/gnesta/kontakter/faltarbetarna-pa-on.yml").exists()


def test_a_question_of_our_own_is_seen_before_it_is_saved(hand: Hand, tmp_path: Path) -> None:
    hand.goto("ny/fragor")
    hand.fill("namn", "Var finns vår familjecentral?")
    hand.fill("kort_svar", "På Torggatan, mitt emot biblioteket.")
    hand.fill("svar", "Familjecentralen ligger på Torggatan. Ring innan du kommer.")
    hand.page.locator("[id='rutin']").select_option("orosanmalan")
    hand.why()
    hand.press("button", "Visa hur det blir")
    assert "Inget är sparat ännu" in hand.page.locator("main").inner_text()
    assert "Torggatan" in hand.page.locator(".efter").first.inner_text()
    hand.picture("7-forhandsvisning", tmp_path)
    assert not [*(hand.server.screens.root / "model/lokalt/gnesta/fragor").glob("*.yml")]
    hand.press("button", "Ändra mer")
    assert hand.page.locator("[id='kort_svar']").input_value() == "På Torggatan, mitt emot biblioteket."
    hand.press("button", "Visa hur det blir")
    hand.press("button", "Spara", exact=True)
    assert hand.said == SAVED
    assert "Torggatan" in hand.file("fragor/var-finns-var-familjecentral.yml")


def test_the_pages_that_a_change_touches_are_listed_with_before_and_after(hand: Hand, tmp_path: Path) -> None:
    hand.goto("sak/rutiner/orosanmalan")
    hand.fill("uppföljning", "Vi följer upp rutinen varje termin.")
    hand.why()
    hand.press("button", "Visa hur det blir")
    assert "varje termin" in " ".join(hand.page.locator(".par .efter").all_inner_texts())
    hand.press("button", "Vilka sidor ändras?")
    assert "sidor ändras" in hand.page.locator("main").inner_text()
    titles = hand.page.locator("summary").all_inner_texts()
    assert any("Orosanmälan" in one for one in titles) and any("Lokala skillnader" in one for one in titles)
    hand.picture("8-sidor", tmp_path)
    assert not (hand.server.screens.root / "model/lokalt/gnesta/rutiner/orosanmalan.yml").exists()


def test_the_settings_are_a_form_and_a_colour_that_cannot_be_read_is_told_at_its_field(hand: Hand) -> None:
    hand.press("link", "Inställningar")
    hand.fill("utgivare", "Gnesta kommun")
    hand.fill("färg", "#ffff00")
    hand.save()
    assert hand.page.locator("[id='färg']").get_attribute("aria-invalid") == "true"
    hand.fill("färg", "#12495a")
    hand.save()
    assert hand.said == SAVED
    text = hand.file("installningar.yml")
    assert "utgivare: Gnesta kommun" in text and 'färg: "#12495a"' in text.replace("'", '"')


@pytest.mark.långsam
def test_what_we_have_none_of_is_said_and_taken_back(hand: Hand) -> None:
    hand.goto("bort/luckor/" + next((hand.server.screens.root / "model/gemensam/luckor").glob("*.yml")).stem)
    hand.why()
    hand.press("button", "Vi har inte det här")
    assert "finns inte längre hos er" in hand.said
    hand.press("link", "Ta tillbaka den")
    hand.press("button", "Ta tillbaka")
    assert "finns hos er igen" in hand.said
    assert not [*(hand.server.screens.root / "model/lokalt/gnesta/luckor").glob("*.yml")]


def test_what_is_wrong_elsewhere_is_told_by_the_name_of_the_thing(hand: Hand) -> None:
    place = hand.server.screens.root / "model/lokalt/gnesta/kontakter/elevhalsa.yml"
    before = place.read_bytes()
    place.write_bytes(before + b"telefonn: 1\n")
    hand.goto("")
    told = hand.page.locator("ul.fel").inner_text()
    place.write_bytes(before)
    assert "Kontakt ”Elevhälsan”" in told and ".yml" not in told


def test_the_folder_of_a_kommun_is_made_in_the_page(browser: Browser, tmp_path: Path) -> None:
    with served(tmp_path / "ny", None) as made, opened(browser, made) as hand:
        assert hand.page.get_by_role("heading", level=1).inner_text() == "Vem skriver du för?"
        hand.press("button", "Skapa Trosa kommun")
        assert "egen mapp" in hand.said and "Trosa kommun" in hand.page.locator(".vems").inner_text()
        assert (tmp_path / "ny/model/lokalt/trosa/installningar.yml").is_file()
        hand.press("link", "Byt kommun")
        hand.press("button", "Öppna länets text")
        assert "länets text" in hand.page.locator(".vems").inner_text()


PLACES = ["", "valj", "lankar", "kontakter", "installningar", "granska", "skicka", "sort/rutiner"]
PLACES += ["sak/rutiner/orosanmalan", "sak/rutiner/orosanmalan/steg/anmal"]
PLACES += ["sak/rutiner/orosanmalan/steg/+", "delar/rutiner/orosanmalan/steg"]
PLACES += [
    "besluta/rutiner/orosanmalan",
    "bort/rutiner/orosanmalan",
    "ny/forum",
    "sak/fragor/ringa",
    "sak/ordlista/samsyn",
]
NOBODY = ["-c", "user.name=Test", "-c", "user.email=test@example.se", "-c", "commit.gpgsign=false"]


def test_every_screen_can_be_used_by_all_and_fits_a_phone(browser: Browser, server: Server) -> None:
    wrong = []
    for command in (["init", "-q"], ["add", "model"], [*NOBODY, "commit", "-qm", "Början"]):
        subprocess.run(["git", *command], cwd=server.screens.root, check=True)  # so that there is a form to send
    with opened(browser, server, script=True) as hand:
        for place in PLACES:
            hand.page.set_viewport_size({"width": 1280, "height": 900})
            hand.goto(place)
            wrong += [f"{place}: {one}" for one in audit(hand.page)]
            hand.page.set_viewport_size({"width": 390, "height": 900})
            if hand.page.evaluate("document.documentElement.scrollWidth") > 390:
                wrong.append(f"{place}: bredare än en telefon")
    assert wrong == []


def test_every_field_of_every_kind_has_a_name_and_help_of_its_own(browser: Browser, server: Server) -> None:
    with opened(browser, server) as hand:
        for kind in ("rutiner", "forum", "situationer", "checklistor", "kontakter"):
            hand.goto(f"ny/{kind}")
            for box in hand.page.locator(
                "main input:not([type=hidden]), main textarea, main select:not([aria-label])"
            ).all():
                name = str(box.get_attribute("id"))
                assert "_" not in hand.page.locator(f"label[for='{name}']").first.inner_text(), name
                assert box.get_attribute("aria-describedby") or name == "namn", name


def test_a_contact_is_filled_in_with_the_keyboard_alone(browser: Browser, server: Server) -> None:
    with opened(browser, server, script=True) as hand:
        hand.goto("kontakter")
        for _ in range(60):
            hand.page.keyboard.press("Tab")
            if hand.page.evaluate("document.activeElement.id") == "elevhalsa.tider":
                break
        hand.page.keyboard.press("Control+A")
        hand.page.keyboard.type("vardagar 9–15")
        hand.page.keyboard.press("Enter")
        assert hand.said.startswith(SAVED)
        assert "tider: vardagar 9–15" in hand.file("kontakter/elevhalsa.yml")


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 403),
        ("/fel-nyckel/", {}, 403),
        ("{}/", {}, 200),
        ("{}/", {"Host": "example.se"}, 403),
        ("{}/", {"Host": "localhost"}, 403),
        ("{}/sak/rutiner/../../../pyproject", {}, 404),
        ("{}/sak/rutiner/..%2f..%2finstallningar", {}, 404),
        ("{}/sak/rutiner/orosanmalan/..%2f/anmal", {}, 404),
        ("{}/ny/beslut", {}, 404),
        ("{}/../pyproject.toml", {}, 404),
    ],
)
def test_only_the_forms_are_served_and_only_to_the_one_who_opened_them(
    server: Server, path: str, headers: dict[str, str], status: int
) -> None:
    client = http.client.HTTPConnection("127.0.0.1", server.server_port)
    client.request("GET", path.format(f"/{server.secret}"), headers=headers)
    assert client.getresponse().status == status


def test_a_form_from_another_place_is_refused(server: Server) -> None:
    for headers in ({}, {"Origin": "https://example.se"}, {"Origin": "null"}):
        client = http.client.HTTPConnection("127.0.0.1", server.server_port)
        client.request("POST", f"/{server.secret}/granska", "godkänn=x".encode(), headers)
        assert client.getresponse().status == 403
