"""A kommun's editor does the five tasks in the page, without a script and without a terminal; clicks are counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from editing import Hand, opened, served
from editor_desk import deviate
from playwright.sync_api import Browser
from samverkan import examine
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


def test_all_contacts_are_filled_in_and_saved_with_two_clicks(hand: Hand, tmp_path: Path) -> None:
    hand.press("link", "Fyll i kontakter")
    phones = hand.page.locator("input[id$='.telefon']").all()
    left = [str(one.get_attribute("name")).split(".")[0] for one in phones if not one.input_value()]
    assert len(left) > 1
    for number, name in enumerate(left, 1):
        hand.fill(f"{name}.telefon", f"0158-27 50 0{number}")
        hand.fill(f"{name}.tider", "vardagar 8–16")
    hand.save()
    assert hand.said.startswith(SAVED) and hand.clicks == 2
    hand.picture("1-kontakter", tmp_path)
    for number, name in enumerate(left, 1):
        text = hand.file(f"kontakter/{name}.yml")
        assert f"\ntelefon: 0158-27 50 0{number}\n" in text and "# Funktionsbrevlåda" in text


def test_one_wrong_number_is_told_at_its_field_and_no_contact_is_saved(hand: Hand) -> None:
    hand.goto("kontakter")
    hand.fill("elevhalsa.tider", "aldrig")
    hand.fill("socialtjanst.telefon", "158275000")
    hand.save()
    wrong = hand.page.locator("[id='socialtjanst.telefon']")
    assert wrong.get_attribute("aria-invalid") == "true" and "fel-socialtjanst.telefon" in str(
        wrong.get_attribute("aria-describedby")
    )
    assert "Inget är sparat. 1 fel" in hand.page.get_by_role("alert").inner_text()
    assert hand.page.locator("[id='elevhalsa.tider']").input_value() == "aldrig"
    assert "aldrig" not in hand.file("kontakter/elevhalsa.yml")


def test_a_sentence_is_corrected_with_four_clicks_and_only_it_is_written(hand: Hand, tmp_path: Path) -> None:
    hand.press("link", "Ändra en rutin")
    hand.press("link", "Orosanmälan")
    assert "Det här kräver lagen" in hand.page.locator("main").inner_text()
    hand.fill("uppföljning", "Vi följer upp rutinen varje termin.")
    hand.save()
    for name in ("avvikelse.motivering", "avvikelse.beslutad"):
        assert hand.page.locator(f"[id='fel-{name}']").count() == 1, "det som saknas sägs vid sitt fält"
    hand.why()
    hand.save()
    assert hand.said == SAVED and hand.clicks == 4
    hand.picture("2-mening", tmp_path)
    assert hand.file("rutiner/orosanmalan.yml").split("\n")[2:] == [
        "motivering: Så gör vi hos oss.",
        "beslutad:",
        "  av: Socialnämnden",
        "  datum: 2026-11-10",
        "uppföljning: Vi följer upp rutinen varje termin.",
        "",
    ]


def test_a_point_is_added_to_a_step_that_the_law_demands_with_five_clicks(hand: Hand, tmp_path: Path) -> None:
    hand.press("link", "Ändra en rutin")
    hand.press("link", "Orosanmälan")
    hand.press("link", "Anmäl genast")
    assert hand.page.locator("[id$='.vad']").count() == 0, "det som lagen kräver går inte att skriva över"
    hand.press("button", "Lägg till: checklistans punkter")
    hand.page.locator("[id$='.text']").last.fill("Når du inte mottagningen? Använd vår e-tjänst.")
    hand.page.locator("[id$='.stöd']").last.select_option("modellen")
    hand.why()
    hand.save()
    assert hand.said == SAVED and hand.clicks == 5
    hand.picture("3-punkt", tmp_path)
    text = hand.file("rutiner/orosanmalan.yml")
    assert text.count("- id:") == 2 and "text: Når du inte mottagningen? Använd vår e-tjänst." in text


def test_a_step_of_our_own_is_added_moved_and_taken_away(hand: Hand, tmp_path: Path) -> None:
    hand.goto("delar/rutiner/orosanmalan/steg")
    hand.press("link", "Lägg till ett eget")
    at = str(hand.page.locator("input[id$='.namn']").first.get_attribute("id")).removesuffix(".namn")
    hand.page.locator("#efter").select_option("skriv-ned")
    hand.fill(f"{at}.namn", "Ring upp den som anmälde")
    hand.fill(f"{at}.vad", "Ring samma dag och säg att anmälan har kommit fram.")
    hand.page.locator(f"[name='{at}.huvudansvarig']").first.select_option("socialsekreterare")
    hand.press("button", "Lägg till: källor")
    hand.page.locator(f"[id='{at}.källor.0.källa']").select_option("ostermalm-2007")
    hand.fill(f"{at}.källor.0.plats", "avsnitt 6.1")
    hand.why()
    hand.save()
    assert hand.said == SAVED
    hand.goto("delar/rutiner/orosanmalan/steg")
    hand.picture("4-steg", tmp_path)
    hand.press("button", "Flytta ned: Ring upp den som anmälde")
    assert hand.said == SAVED and "efter: skyddsbedom" in hand.file("rutiner/orosanmalan.yml")
    assert hand.page.get_by_role("button", name="Ta bort: Anmäl genast").count() == 0, "lagen kräver steget"
    hand.press("button", "Ta bort: Ring upp den som anmälde")
    assert hand.said == SAVED and "Ring upp" not in hand.file("rutiner/orosanmalan.yml")


@pytest.mark.långsam
def test_a_step_of_the_countys_is_taken_away_and_taken_back(hand: Hand) -> None:
    hand.goto("delar/rutiner/orosanmalan/steg")
    hand.press("button", "Ta bort: Utvärdera samarbetet")
    assert hand.said == SAVED and "utgår: ja" in hand.file("rutiner/orosanmalan.yml")
    hand.press("button", "Ta tillbaka: Utvärdera samarbetet")
    assert hand.said == SAVED and "utgår: ja" not in hand.file("rutiner/orosanmalan.yml")


def test_what_the_law_keeps_cannot_be_sent_past_the_form(browser: Browser, server: Server) -> None:
    with opened(browser, server, script=True) as hand:
        hand.goto("sak/rutiner/orosanmalan/steg/anmal")
        before = hand.file("rutiner/orosanmalan.yml")
        hand.page.evaluate("""() => {
          for (const [name, value] of [["steg.0.vad", "Vänta en vecka."], ["fält", "steg.0.vad"]]) {
            const one = document.createElement("input");
            one.type = "hidden"; one.name = name; one.value = value;
            document.forms[0].append(one);
          }
        }""")
        hand.save()
        assert "Inget är sparat" in hand.page.get_by_role("alert").inner_text()
        assert hand.file("rutiner/orosanmalan.yml") == before


def test_a_routine_is_decided_with_four_clicks(hand: Hand, tmp_path: Path) -> None:
    hand.press("link", "Skriv att en rutin är beslutad")
    hand.press("link", "Rådfråga socialtjänsten")
    hand.press("link", "Beslutat hos oss")
    hand.fill("av", "Socialnämnden")
    hand.fill("datum", "2026-11-10")
    hand.press("button", "Skriv ner beslutet")
    assert "Beslutet är sparat" in hand.said and hand.clicks == 4
    hand.picture("5-beslutat", tmp_path)
    written = [*(hand.server.screens.root / "model/lokalt/gnesta/beslut").glob("*konsultation*.yml")]
    assert len(written) == 1 and "lyder:" in written[0].read_text(encoding="utf-8")


def test_a_decision_without_a_day_is_told_at_the_day(hand: Hand) -> None:
    hand.goto("besluta/rutiner/flytt")
    hand.fill("av", "Anna Svensson")
    hand.press("button", "Skriv ner beslutet")
    assert hand.page.locator("[id='datum']").get_attribute("aria-invalid") == "true"
    hand.fill("datum", "2026-11-10")
    hand.press("button", "Skriv ner beslutet")
    assert "en person" in hand.page.locator("[id='fel-av']").inner_text()


def test_the_countys_update_is_read_in_words_and_accepted_one_at_a_time_with_two_clicks(
    hand: Hand, tmp_path: Path
) -> None:
    for name in ("uppfoljning-avslutat-arende", "flytt"):
        deviate(hand.server.screens.root, name)
    hand.goto("")
    hand.clicks = 0
    hand.press("link", "Ta in länets uppdatering")
    assert hand.page.locator("section.post").count() == 2
    words = hand.page.locator("section.post").first.inner_text()
    assert "efter slutet" in words and "Synonymer" in words and ".yml" not in words and "model/" not in words
    hand.picture("6-uppdatering", tmp_path)
    hand.press("button", "Jag har läst det: godkänn")
    assert "Godkänt" in hand.said and hand.clicks == 2
    assert hand.page.locator("section.post").count() == 1


def test_what_was_written_passes_the_whole_check(server: Server) -> None:
    _, findings = examine(server.screens.root, kommun="gnesta")
    assert [str(one) for one in findings if one.severity == "fel"] == []
