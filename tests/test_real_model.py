"""The content is the product: what must hold for the model that the web is built from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from project import ROOT
from samverkan import Model, examine
from samverkan.kinds import Huvudman, Källa, Lagrum, Nivå, Rutin, Steg
from samverkan.pages.render import Renderer
from samverkan.rules.lag import REPEALED

TEXTS = sorted([*(ROOT / "model").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")])
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
PHONE = re.compile(r"(?<![\d:.,–-])(?:\+46|0\d{1,3})(?:[ -]?\d){5,8}(?!\d)")
PERSONAL_NUMBER = re.compile(r"(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)")
CALL = re.compile(r"\btel:([\d+-]*)")
# Alarm, police, health care, and the lines for children and for missing children.
LINES = {"112", "11414", "1177", "116111", "116000"}


def steps(model: Model) -> Iterator[tuple[str, Steg]]:
    """Every step with what it is called in a message."""
    for rutin in model.all(Rutin):
        for steg in rutin.steg:
            yield f"{rutin.id}/{steg.id}", steg


def test_the_model_has_no_error() -> None:
    _, findings = examine(ROOT)
    assert [str(finding) for finding in findings if finding.severity == "fel"] == []


def test_every_step_names_who_answers_for_it(real_model: Model) -> None:
    assert [name for name, steg in steps(real_model) if not steg.huvudansvarig] == []
    assert all(ref.till.namn for _, steg in steps(real_model) for ref in steg.huvudansvarig)


def test_every_time_limit_rests_on_what_it_says(real_model: Model) -> None:
    for name, steg in steps(real_model):
        for tid in steg.tider:
            if tid.typ == "lag":
                assert tid.lagrum, name
            elif tid.typ == "förarbete":
                assert "förarbete" in {hänvisning.källa.till.typ for hänvisning in tid.källor}, name
            else:
                assert tid.källor, name


def test_every_time_limit_tells_the_reader_whether_it_is_law(real_model: Model) -> None:
    renderer = Renderer(real_model)
    said = {"lag": "Lag: ", "förarbete": "Förarbete: ", "lokal": "Inte lag"}
    for rutin in real_model.all(Rutin):
        lines = [line for line in renderer.thing(rutin).splitlines() if 'class="tidsgrans' in line]
        limits = [tid for steg in rutin.steg for tid in steg.tider]
        assert len(lines) == len(limits)
        assert [said[tid.typ] in line for tid, line in zip(limits, lines, strict=True)] == [True] * len(limits)


def test_the_duty_to_report_never_rests_on_the_rektor_alone(real_model: Model) -> None:
    duty = [(name, steg) for name, steg in steps(real_model) if any(ref.id == "sol-19-1" for ref in steg.lagrum)]
    assert any(name.startswith("orosanmalan/") for name, _ in duty)
    assert [name for name, steg in duty if [ref.id for ref in steg.huvudansvarig] == ["rektor"]] == []


def test_the_first_step_of_orosanmalan_is_everyones_own_duty_and_at_once(real_model: Model) -> None:
    first = real_model.get(Rutin, "orosanmalan").steg[0]
    assert first.personlig_plikt and first.låst
    assert [(tid.när, tid.typ, [ref.id for ref in tid.lagrum]) for tid in first.tider] == [
        ("genast", "lag", ["sol-19-1"])
    ]


def test_the_answer_within_a_week_stands_as_law(real_model: Model) -> None:
    limits = [tid for steg in real_model.get(Rutin, "aterkoppling").steg for tid in steg.tider]
    week = [tid for tid in limits if "en vecka" in tid.lyder]
    assert week
    assert {(tid.typ, *(ref.id for ref in tid.lagrum)) for tid in week} == {("lag", "sol-19-6")}


def test_24_hours_is_nowhere_said_to_be_law(real_model: Model) -> None:
    limits = [(name, tid) for name, steg in steps(real_model) for tid in steg.tider]
    assert [name for name, tid in limits if tid.typ == "lag" and "24 timmar" in tid.lyder] == []
    for path in TEXTS:
        text = " ".join(path.read_text(encoding="utf-8").split())
        for sentence in re.split(r"(?<=[.!?]) ", text):
            assert "24 timmar" not in sentence or re.search(r"\b(inte|ingen|inget)\b", sentence), (path.name, sentence)


def test_every_law_was_checked_on_a_day_that_has_been(real_model: Model) -> None:
    for lagrum in real_model.all(Lagrum):
        assert lagrum.kontrollerad <= date.today(), lagrum.id


def test_the_laws_are_todays(real_model: Model) -> None:
    numbers = {(lagrum.förkortning, lagrum.sfs) for lagrum in real_model.all(Lagrum)}
    assert {("SoL", "2025:400"), ("OSL", "2009:400")} <= numbers
    assert len(numbers) == len({short for short, _ in numbers}), "samma lag står med två SFS-nummer"


def test_every_routine_was_reviewed_on_a_day_that_has_been(real_model: Model) -> None:
    assert [rutin.id for rutin in real_model.all(Rutin) if rutin.granskad > date.today()] == []


def test_the_ten_huvudman_are_the_region_and_nine_kommuner(real_model: Model) -> None:
    types = sorted(huvudman.typ for huvudman in real_model.all(Huvudman))
    assert types == ["kommun"] * 9 + ["region"]
    codes = {huvudman.kommunkod for huvudman in real_model.all(Huvudman) if huvudman.typ == "kommun"}
    assert len(codes) == 9
    assert all(code.startswith("04") for code in codes)


def test_there_are_four_levels(real_model: Model) -> None:
    assert [nivå.ordning for nivå in real_model.all(Nivå)] == [4, 3, 2, 1]


def found(pattern: re.Pattern[str], paths: list[Path] = TEXTS) -> list[str]:
    """Every file and text where the pattern is found."""
    texts = ((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths)
    return [f"{name}: {match[0]}" for name, text in texts for match in pattern.finditer(text)]


@pytest.mark.parametrize("pattern", [EMAIL, PHONE, PERSONAL_NUMBER], ids=["e-post", "telefon", "personnummer"])
def test_nothing_leads_to_a_person(pattern: re.Pattern[str], real_model: Model) -> None:
    # A number stands where a public page gives it: a kommun's own way in, or a line that a source tells of.
    public = {way.telefon for kommun in real_model.all(Huvudman) for way in kommun.ingångar}
    public |= {match[0] for källa in real_model.all(Källa) if källa.adress for match in PHONE.finditer(källa.om)}
    assert [place for place in found(pattern) if place.partition(": ")[2] not in public] == []


def test_only_numbers_of_whole_lines_can_be_called() -> None:
    assert [call for call in found(CALL) if call.rpartition("tel:")[2] not in LINES] == []


@pytest.mark.parametrize("number", ["016-10 50 00", "0155-24 80 00", "070-123 45 67", "+46 70 123 45 67", "0701234567"])
def test_a_phone_number_would_be_found(number: str) -> None:
    assert PHONE.search(f"Ring {number} i dag.")


@pytest.mark.parametrize("text", ["kod 0482", "2026-11-22", "SFS 2025:1501", "13.00–16.30", "114 14", "112"])
def test_other_numbers_are_no_phone_numbers(text: str) -> None:
    assert not PHONE.search(text)


def test_an_address_or_a_personal_number_would_be_found() -> None:
    assert EMAIL.search("skriv till anna.ek@exempel.se i dag")
    assert PERSONAL_NUMBER.search("född 20150102-1234")


def test_the_prose_cites_no_repealed_law() -> None:
    prose = [path for path in TEXTS if path.suffix == ".md"]
    assert prose
    assert [place for pattern, _, _ in REPEALED for place in found(pattern, prose)] == []
