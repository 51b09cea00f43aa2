"""What an editor is told: where, what, and how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest
from casefiles import TODAY, base_model
from samverkan import ModelError, build_model
from samverkan.findings import Finding, Mark, nearest, report
from samverkan.web.findings_page import findings_page

FEL = Finding(Mark("model/b.yml", 3, 5), "kod", "något är fel.", "Gör rätt.")
VARNING = Finding(Mark("model/a.yml", 9, 1), "kod-två", "något är snart fel.", "Gör klart.", "varning")


def test_a_finding_starts_with_a_place_that_an_editor_can_click() -> None:
    assert str(FEL) == "model/b.yml:3:5: fel [kod] något är fel.\n    Så rättar du: Gör rätt."


def test_the_report_is_ordered_by_place_and_ends_with_the_totals() -> None:
    assert report([FEL, VARNING]).splitlines()[::2] == [
        str(VARNING).splitlines()[0],
        str(FEL).splitlines()[0],
        "1 fel, 1 varning.",
    ]
    assert report([]) == "0 fel, 0 varningar."


def test_any_error_stops_the_model_and_tells_of_the_warnings_too(tmp_path: Path) -> None:
    root = base_model(tmp_path)
    rutin = root / "model" / "gemensam" / "rutiner" / "anmal.yml"
    text = rutin.read_text(encoding="utf-8").replace("2027-01-10", "2026-01-11").replace("    låst: ja", "    last: ja")
    rutin.write_text(text, encoding="utf-8")
    (root / "model" / "gemensam" / "ansvar" / "mote.yml").unlink()
    with pytest.raises(ModelError) as error:
        build_model(root, TODAY)
    assert [finding.code for finding in error.value.findings] == ["okänt-fält"]
    assert str(error.value).endswith("1 fel, 0 varningar.")


def test_a_warning_does_not_stop_the_model(tmp_path: Path) -> None:
    _, warnings = build_model(base_model(tmp_path), TODAY.replace(year=2030))
    assert {finding.severity for finding in warnings} == {"varning"}
    assert {finding.code for finding in warnings} == {
        "avtal-slut",
        "beslut-slut",
        "granskning-försenad",
        "kontroll-gammal",
    }


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("forumet", "Menade du ”forum”?"),
        ("qqq", "Välj bland: forum, rutin."),
    ],
)
def test_the_nearest_choice_is_named_or_else_all_of_a_few(word: str, said: str) -> None:
    assert nearest(word, ["rutin", "forum"]) == said


def test_where_there_is_nothing_to_choose_it_says_so() -> None:
    assert nearest("qqq", []) == "Det finns ingen att välja ännu."


def test_of_many_choices_the_first_are_shown() -> None:
    said = nearest("qqq", (f"val-{number:02}" for number in range(30)))
    assert said == "Det finns 30 att välja bland; de börjar med val-00, val-01, val-02, val-03, val-04, val-05 …"


def test_while_serving_the_errors_are_a_page_of_their_own() -> None:
    page = findings_page([VARNING, FEL])
    assert '<html lang="sv">' in page
    assert "<title>1 fel att rätta</title>" in page
    assert "model/b.yml, rad 3" in page
    assert "Något är fel." in page
    assert VARNING.mend not in page


def test_what_an_editor_wrote_is_text_on_that_page() -> None:
    page = findings_page([Finding(Mark("model/<b>.yml"), "kod", "”<script>” är fel.", "Skriv <b>.")])
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
