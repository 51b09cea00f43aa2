"""Checklists follow from routines: nothing is written twice."""

from __future__ import annotations

from pathlib import Path

from casefiles import TODAY, base_model
from samverkan import Model, build_model
from samverkan.kinds import Rutin
from samverkan.pages.checklists import checklists


def test_each_funktion_gets_the_points_of_the_steps_it_answers_for(base: Model) -> None:
    lists = checklists(base.get(Rutin, "anmal"))
    assert [(lista.funktion.id, [p.id for _, punkter in lista.avsnitt for p in punkter]) for lista in lists] == [
        ("larare", ["ring-nu"]),
        ("handlaggare", ["lamna-besked"]),
    ]


def test_a_point_with_names_of_its_own_goes_to_them_instead(tmp_path: Path) -> None:
    path = base_model(tmp_path) / "model" / "gemensam" / "rutiner" / "anmal.yml"
    text = path.read_text(encoding="utf-8").replace("text: Ring nu.,", "text: Ring nu., för: [handlaggare],")
    path.write_text(text, encoding="utf-8")
    model, _ = build_model(tmp_path, TODAY)
    (lista,) = checklists(model.get(Rutin, "anmal"))
    assert lista.funktion.id == "handlaggare"
    assert [steg.id for steg, _ in lista.avsnitt] == ["ring", "svara"]


def test_a_checklist_has_a_name_an_address_and_a_count(base: Model) -> None:
    lista = checklists(base.get(Rutin, "anmal"))[0]
    assert (lista.namn, lista.url, lista.antal) == ("Anmäla oro: Lärare", "/checklistor/anmal/larare.md", 1)


def test_every_point_of_the_real_routines_reaches_somebody(real_model: Model) -> None:
    for rutin in real_model.all(Rutin):
        listed = {punkt.id for lista in checklists(rutin) for _, punkter in lista.avsnitt for punkt in punkter}
        assert listed == {punkt.id for steg in rutin.steg for punkt in steg.punkter}, rutin.id


def test_every_real_routine_gives_a_checklist(real_model: Model) -> None:
    assert [rutin.id for rutin in real_model.all(Rutin) if not checklists(rutin)] == []
