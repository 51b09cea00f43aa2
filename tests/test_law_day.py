"""Law over time: what the reader is told on which day, what a day to come will say, and what follows the law."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from casefiles import TODAY, base_model
from project import ROOT
from samverkan import Model, build_model, examine
from samverkan.findings import report
from samverkan.kinds import Fråga, Rutin, Sekretess
from samverkan.local.day import WANTED
from samverkan.pages.every_page import pages
from samverkan.pages.render import Renderer
from samverkan.rules.villkor import conditions, conditions_carried, points

NEW_YEAR = date(2027, 1, 2)
CONDITION = "villkor: [{id: tjanst, text: när du får veta det i ditt arbete, ord: [i ditt arbete]}]\n"
NEW_LAW = "ny_lydelse: {från: 2026-07-01, innebär: Också den som har slutat ska anmäla., kontrollerad: 2026-05-01}\n"


def written(root: Path, today: date = TODAY) -> dict[str, str]:
    """The pages of a model on a day, by their path."""
    model, _ = build_model(root, today)
    return {page.path: page.markdown.split("---\n", 2)[2] for page in pages(Renderer(model))}


def with_law(root: Path, more: str) -> Path:
    """The valid model with more fields in its lagrum."""
    path = base_model(root) / "model" / "gemensam" / "lagrum" / "lag-1-2.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("ersatte:", f"{more}ersatte:"), encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "page", ["rutiner/anmal.md", "checklistor/anmal/larare.md", "fragor/orolig.md", "sekretess/skola.md"]
)
def test_an_overdue_review_stands_first_on_the_page_once_its_day_has_passed(tmp_path: Path, page: str) -> None:
    note = re.compile(r'<div class="obs"[^>]*data-efter="2027-01-10"(?P<hidden> hidden)?')
    root = base_model(tmp_path)
    on_time, late = (note.search(written(root, day)[page]) for day in (date(2027, 1, 10), date(2027, 1, 11)))
    assert on_time and on_time["hidden"], "webben är byggd i tid: enheten avgör"
    assert late and not late["hidden"]
    line, _, rest = written(root, date(2027, 1, 11))[page].partition("</p>")  # how the page stands
    assert '<span data-efter="2027-01-10">, **försenad**' in line
    assert rest.lstrip().startswith('<div class="obs"') or page.startswith(("rutiner/", "fragor/", "sekretess/"))
    assert 'class="svar"' not in rest[: note.search(rest).start()]  # type: ignore[union-attr]


def test_law_that_changes_after_the_web_was_built_is_told_on_what_rests_on_it(tmp_path: Path) -> None:
    made = written(with_law(tmp_path, NEW_LAW))
    for page in ("lagrum/lag-1-2.md", "rutiner/anmal.md", "checklistor/anmal/larare.md", "fragor/orolig.md"):
        assert 'data-efter="2026-06-30" hidden' in made[page], page
    assert "Också den som har slutat" not in written(with_law(tmp_path / "b", "\n"))["lagrum/lag-1-2.md"]


def test_the_wording_of_the_day_is_shown(tmp_path: Path) -> None:
    root = with_law(tmp_path, NEW_LAW)
    before, after = (written(root, date(2026, month, 1))["lagrum/lag-1-2.md"].split("<dl")[0] for month in (6, 7))
    assert "ska genast anmäla" in before and "har slutat" not in before
    assert "har slutat" in after and "ska genast anmäla" not in after


def test_what_is_wrong_in_a_law_is_told_also_once_its_new_wording_applies(tmp_path: Path) -> None:
    root = with_law(tmp_path, NEW_LAW)
    path = root / "model" / "gemensam" / "lagrum" / "lag-1-2.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("\nnamn: ", "\nnamn: # "), encoding="utf-8")
    before, after = (report(examine(root, date(2026, month, 1))[1]) for month in (6, 7))
    assert "fältet ”namn” saknar värde, för det som följer efter # läses inte" in before
    assert "fältet ”namn” saknar värde, för det som följer efter # läses inte" in after


def test_the_conditions_stand_beside_the_step_on_the_checklist_and_by_the_answer(tmp_path: Path) -> None:
    root = with_law(tmp_path, CONDITION)
    path = root / "model" / "gemensam"
    for file in ("rutiner/anmal.yml", "fragor/orolig.yml", "sekretess/skola.yml"):
        text = (path / file).read_text(encoding="utf-8")
        text = text.replace("Ring nu.", "Ring nu i ditt arbete.").replace(
            "Anmäl genast.", "Anmäl genast i ditt arbete."
        )
        text = text.replace("text: Ring socialtjänsten.", "text: Ring i ditt arbete.")
        text = text.replace("Det som oron gäller.", "Det du vet i ditt arbete.")
        (path / file).write_text(text, encoding="utf-8")
    made = written(root)
    for page in ("rutiner/anmal.md", "checklistor/anmal/larare.md", "fragor/orolig.md"):
        assert "när du får veta det i ditt arbete ([1 kap. 2 § EL]" in made[page], page


def test_the_models_own_advice_is_marked_and_explained(tmp_path: Path) -> None:
    made = written(base_model(tmp_path))
    for page in ("checklistor/anmal/handlaggare.md", "checklistor/starta-grupp.md", "fragor/orolig.md"):
        assert made[page].count('eget-rad">Modellens eget råd') == 1, page
        assert made[page].count("varken lagen eller någon källa") == 1, page
    assert "eget råd" not in made["checklistor/anmal/larare.md"]


def test_a_day_can_be_asked_for_and_a_wrong_one_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    root = base_model(tmp_path)
    monkeypatch.setenv(WANTED, "2027-01-11")
    assert examine(root)[0].today == date(2027, 1, 11)
    for wrong in ("2027-13-01", "i morgon", "20270111", "2027-1-2"):
        monkeypatch.setenv(WANTED, wrong)
        told = report(examine(root)[1])
        assert f"[fel-datum] ”{wrong}” är inget datum." in told


def test_every_point_of_the_real_model_says_what_it_rests_on(real_model: Model) -> None:
    assert [f"{thing.id}/{p.id}" for thing, _, p in points(real_model) if not (p.lagrum or p.källor or p.stöd)] == []


def test_the_real_model_has_no_error_at_the_new_year_and_shows_the_new_law() -> None:
    _, findings = examine(ROOT, NEW_YEAR)
    assert [str(finding) for finding in findings if finding.severity == "fel"] == []
    school = {
        day: examine(ROOT, day)[0].get(Sekretess, "skola-och-forskola").enskilda
        for day in (date(2026, 12, 31), NEW_YEAR)
    }
    assert "till och med den 31 december 2026" in school[date(2026, 12, 31)]
    assert "2026" not in school[NEW_YEAR]


def test_what_touches_the_law_is_reviewed_before_it_changes_and_not_all_on_one_day(real_model: Model) -> None:
    due = [thing.nästa_granskning for kind in (Rutin, Sekretess, Fråga) for thing in real_model.all(kind)]
    assert all(due)
    assert len([day for day in due if day < date(2027, 1, 1)]) >= 6
    assert len(set(due)) >= len(due) / 3


def test_ordering_texts_of_the_real_model_carry_the_conditions_of_their_law(real_model: Model) -> None:
    found = list(conditions(real_model))
    assert [f"{c.thing.id} {c.place}: {c.villkor.id}" for c in found if not c.carries] == []


def test_a_condition_taken_out_of_a_real_checklist_point_is_an_error() -> None:
    model, _ = examine(ROOT)
    for found in conditions(model):
        if found.thing.kind != "rutin" or found.place[0] != "steg":
            continue
        punkt = found.thing.steg[found.place[1]].punkter[found.place[3]]  # type: ignore[attr-defined]
        whole, vars(punkt)["text"] = punkt.text, "Gör det."  # a part cannot be assigned to, so past its guard
        told = [(f.code, f.mark.file) for f in conditions_carried(model)]
        vars(punkt)["text"] = whole
        assert ("villkor-saknas", found.thing.file) in told
        assert found.thing.at(*found.place).line > 1
        return
    raise AssertionError("ingen punkt i en rutin vilar på ett lagrum med villkor")
