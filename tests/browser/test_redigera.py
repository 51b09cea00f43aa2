"""A kommun's editor in the forms, in a real browser: what is written, in how many clicks, and what is refused."""

from __future__ import annotations

import http.client
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe import audit
from browsing import Watch
from playwright.sync_api import Browser, Page
from project import ROOT
from samverkan import examine
from samverkan.commands.new_kommun import new_kommun
from samverkan.editor.server import Server

OWN = "model/lokalt/gnesta"
WHY = {"motivering": "Så gör vi hos oss.", "av": "Socialnämnden", "dag": "2026-11-10"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The forms of an example kommun, in a copy of the model."""
    root = tmp_path_factory.mktemp("redigera")
    shutil.copytree(ROOT / "model", root / "model", ignore=shutil.ignore_patterns("lokalt"))
    shutil.copytree(ROOT / "tests/exempel/gnesta", root / OWN)
    shutil.rmtree(root / OWN / "rutiner")
    new_kommun(root, "gnesta")
    with Server(root, "gnesta") as made:
        thread = threading.Thread(target=made.serve_forever, daemon=True)
        thread.start()
        yield made
        made.shutdown()


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """The first page of the forms; at the end nothing has gone wrong in it, and no other host was asked."""
    context = browser.new_context(locale="sv-SE", java_script_enabled=True)
    watch = Watch(server.address)
    watch.follow(context)
    opened = context.new_page()
    opened.goto(server.address)
    yield opened
    context.close()
    assert (watch.faults, watch.elsewhere) == ([], [])


def root(server: Server) -> Path:
    """The folder that is edited."""
    return server.screens.root


def save(page: Page, why: bool = True) -> None:
    """Say why, where a kommun has to, and save."""
    for name, value in WHY.items() if why else ():
        page.fill(f"#{name}", value)
    page.get_by_role("button", name="Kontrollera och spara").click()


def test_a_contact_is_filled_in_with_four_clicks(page: Page, server: Server) -> None:
    page.get_by_role("link", name="Kontakter").click()
    page.locator("main li a").first.click()
    name = page.url.rpartition("/")[2]
    page.fill("#telefon", "0158-27 50 00")
    save(page, why=False)
    assert page.get_by_role("status").inner_text() == "Sparat."
    text = (root(server) / OWN / "kontakter" / f"{name}.yml").read_text(encoding="utf-8")
    assert "\ntelefon: 0158-27 50 00\n" in text and "# Funktionsbrevlåda" in text
    page.fill("#telefon", "158275000")
    save(page, why=False)
    assert page.locator("#telefon").get_attribute("aria-invalid") == "true"
    assert "0158-27 50 00" in (root(server) / OWN / "kontakter" / f"{name}.yml").read_text(encoding="utf-8")


def test_a_sentence_is_corrected_and_only_it_is_written(page: Page, server: Server) -> None:
    page.goto(f"{server.address}sak/rutiner/orosanmalan")
    assert "Låst: det här kräver lagen" in page.locator("main").inner_text()
    page.fill("#uppföljning", "Vi följer upp rutinen varje termin.")
    save(page)
    assert page.get_by_role("status").inner_text() == "Sparat."
    text = (root(server) / OWN / "rutiner/orosanmalan.yml").read_text(encoding="utf-8")
    assert text.split("\n")[2:] == [
        "motivering: Så gör vi hos oss.",
        "beslutad:",
        "  av: Socialnämnden",
        "  datum: 2026-11-10",
        "uppföljning: Vi följer upp rutinen varje termin.",
        "",
    ]


def test_a_point_is_added_to_a_step_that_the_law_demands(page: Page, server: Server) -> None:
    page.goto(f"{server.address}sak/rutiner/orosanmalan")
    page.get_by_role("link", name="Anmäl genast").click()
    assert page.locator("#vad").count() == 0, "det som lagen kräver går inte att skriva över"
    page.get_by_role("group", name="Punkter").get_by_role("button", name="Lägg till en rad").click()
    page.locator("[id$='.text']").last.fill("Når du inte mottagningen? Använd vår e-tjänst.")
    page.locator("[id$='.stöd']").last.select_option("modellen")
    save(page)
    assert page.get_by_role("status").inner_text() == "Sparat."
    text = (root(server) / OWN / "rutiner/orosanmalan.yml").read_text(encoding="utf-8")
    assert text.count("- id:") == 2 and "text: Når du inte mottagningen? Använd vår e-tjänst." in text


def test_what_the_law_keeps_cannot_be_sent_past_the_form(page: Page, server: Server) -> None:
    page.goto(f"{server.address}sak/rutiner/orosanmalan/steg/anmal")
    before = (root(server) / OWN / "rutiner/orosanmalan.yml").read_bytes()
    page.evaluate("""() => {
      for (const [name, value] of [["steg.0.vad", "Vänta en vecka."], ["fält", "steg.0.vad"]]) {
        const one = document.createElement("input");
        one.type = "hidden"; one.name = name; one.value = value;
        document.forms[0].append(one);
      }
    }""")
    save(page)
    assert "Inget är sparat" in page.get_by_role("alert").inner_text()
    assert (root(server) / OWN / "rutiner/orosanmalan.yml").read_bytes() == before


def test_a_routine_is_decided(page: Page, server: Server) -> None:
    page.goto(f"{server.address}sak/rutiner/konsultation")
    page.get_by_role("link", name="Skriv ner ett beslut").click()
    page.fill("#av", "Socialnämnden")
    page.fill("#dag", "2026-11-10")
    page.get_by_role("button", name="Skriv ner beslutet").click()
    assert "Beslutet är sparat" in page.get_by_role("status").inner_text()
    assert len([*(root(server) / OWN / "beslut").glob("*konsultation*.yml")]) == 1


def test_what_the_county_has_changed_is_read_and_accepted(page: Page, server: Server) -> None:
    page.goto(f"{server.address}sak/rutiner/uppfoljning-avslutat-arende")
    page.fill("#resultat", "Vi vet hur det gick.")
    save(page)
    assert page.get_by_role("status").inner_text() == "Sparat."
    county = root(server) / "model/gemensam/rutiner/uppfoljning-avslutat-arende.yml"
    county.write_text(county.read_text(encoding="utf-8").replace("\nsynonymer:", "\nsynonymer:\n  - efter slutet", 1))
    page.goto(server.address)
    page.get_by_role("link", name="Länets ändringar").click()
    assert "efter slutet" in page.locator("pre").inner_text()
    page.get_by_role("button", name="godkänn").click()
    assert "Inget att läsa" in page.locator("main").inner_text()


def test_what_was_written_passes_the_whole_check(server: Server) -> None:
    _, findings = examine(root(server), kommun="gnesta")
    assert [str(one) for one in findings if one.severity == "fel"] == []


PLACES = ["", "sort/rutiner", "sak/rutiner/orosanmalan", "sak/rutiner/orosanmalan/steg/anmal", "granska"]
PLACES += ["besluta/rutiner/orosanmalan", "sak/kontakter/socialtjanst", "sak/fragor/ringa", "sak/ordlista/samsyn"]


@pytest.mark.parametrize("place", PLACES)
def test_every_form_can_be_used_by_all(page: Page, server: Server, place: str) -> None:
    page.goto(server.address + place)
    assert audit(page) == []
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_contact_is_filled_in_with_the_keyboard_alone(page: Page, server: Server) -> None:
    page.goto(f"{server.address}sak/kontakter/elevhalsa")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "tider":
            break
    page.keyboard.press("Control+A")
    page.keyboard.type("vardagar 9–15")
    page.keyboard.press("Enter")
    assert page.get_by_role("status").inner_text() == "Sparat."
    assert "tider: vardagar 9–15" in (root(server) / OWN / "kontakter/elevhalsa.yml").read_text(encoding="utf-8")


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
