"""Each file against its kind: what an editor writes becomes a thing, or a finding (see tests/cases/check)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from casefiles import base_model
from pydantic import ValidationError
from samverkan.kinds import KINDS, Forum, Huvudman, Rutin
from samverkan.reading.check import check
from samverkan.reading.load import load_folder
from samverkan.resolve import Model


@pytest.fixture
def rutin(base: Model) -> Rutin:
    return base.get(Rutin, "anmal")


def test_ja_becomes_true_and_a_date_becomes_a_date(rutin: Rutin) -> None:
    assert rutin.steg[0].låst is True
    assert rutin.steg[1].låst is False
    assert rutin.granskad == date(2026, 1, 10)


def test_a_code_with_a_leading_zero_keeps_it(base: Model) -> None:
    assert base.get(Huvudman, "exempelkommun").kommunkod == "0480"


def test_a_thing_knows_its_file_and_the_line_of_each_field(rutin: Rutin) -> None:
    assert rutin.file == "model/gemensam/rutiner/anmal.yml"
    assert rutin.at("namn").line == 2
    assert rutin.at("steg", 0, "huvudansvarig").line == 13


def test_the_place_of_what_is_not_there_is_what_would_hold_it(rutin: Rutin) -> None:
    assert rutin.at("steg", 0, "obs") == rutin.at("steg", 0)


def test_one_bad_file_does_not_hide_the_good_ones(tmp_path: Path) -> None:
    root = base_model(tmp_path)
    (root / "model" / "gemensam" / "funktioner" / "larare.yml").write_text("id: larare\n", encoding="utf-8")
    documents, _ = load_folder(root)
    things, findings = check(documents)
    assert len(things) == len(documents) - 1
    assert {finding.mark.file for finding in findings} == {"model/gemensam/funktioner/larare.yml"}


def test_a_reference_to_a_file_with_errors_is_no_second_finding(tmp_path: Path) -> None:
    root = base_model(tmp_path)
    (root / "model" / "gemensam" / "kallor" / "exempelrapport.yml").write_text("id: [\n", encoding="utf-8")
    documents, read = load_folder(root)
    _, findings = check(documents)
    assert len(read) == 1
    assert findings == []


def test_a_thing_can_be_made_without_the_rest_of_the_model() -> None:
    with pytest.raises(ValidationError) as error:
        Forum.model_validate({"id": "grupp", "namn": "Gruppen", "nivå": "finns-inte"})
    assert [detail["loc"] for detail in error.value.errors()] == [("syfte",)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_kind_refuses_a_field_it_does_not_know(kind: type) -> None:
    with pytest.raises(ValidationError) as error:
        kind.model_validate({"påhitt": "x"})
    assert "extra_forbidden" in {detail["type"] for detail in error.value.errors()}
