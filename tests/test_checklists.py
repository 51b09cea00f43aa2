"""Checklists follow from routines: nothing is written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from casefiles import TODAY, base_model
from fyllt import filled
from project import ROOT
from samverkan import Model, build_model
from samverkan.kinds import Funktion, Rutin, Situation
from samverkan.kinds.beslut import Beslutet
from samverkan.kinds.steg import Punkt
from samverkan.pages.checklists import checklists
from samverkan.pages.every_page import pages
from samverkan.pages.render import Renderer
from samverkan.pages.views.calling import called
from samverkan.pages.views.standing import standing
from samverkan.pages.views.ticking import version
from samverkan.pages.work import Work
from samverkan.phrases import count_of, swedish_date


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


def test_the_version_of_a_list_changes_with_a_points_id_condition_or_text_and_nothing_else() -> None:
    point = Punkt(id="ring", text="Ring nu.")
    same = version([point.model_copy(update={"stöd": "modellen"})])
    others = [{"id": "ring-genast"}, {"text": "Ring genast."}, {"om": "Barnet är i fara"}]
    assert version([point]) == same
    assert len({version([point.model_copy(update=change)]) for change in [{}, *others]}) == 4


def test_a_point_that_says_to_call_has_the_contacts_it_names_or_all(real_model: Model) -> None:
    rutin = real_model.get(Rutin, "orosanmalan")
    found = {
        punkt.id: [ref.id for ref in called(punkt, steg.kontakta)] for steg in rutin.steg for punkt in steg.punkter
    }
    assert ["socialjour"] in found.values()
    told = Punkt(id="besked", text="Säg vem familjen ringer.")
    assert called(told, rutin.steg[0].kontakta) == []
    assert called(Punkt(id="fara", text="Ring 112."), rutin.steg[0].kontakta) == []


def test_a_funktion_with_points_in_several_routines_has_them_all_once(real_model: Model) -> None:
    for funktion in real_model.all(Funktion):
        if allt := Work(real_model, funktion).checklista:
            keys = [(rutin.id, p.id) for rutin, avsnitt in allt.rutiner for _, points in avsnitt for p in points]
            assert len(keys) == len(set(keys)) == allt.antal
            assert len(allt.rutiner) > 1


def test_a_list_over_several_routines_says_how_they_stand_in_the_words_of_their_own_pages(real_model: Model) -> None:
    for model in (real_model, filled()):
        renderer = Renderer(model)
        lists = [allt for one in model.all(Funktion) if (allt := Work(model, one).checklista)]
        assert lists
        for lista in lists:
            [line] = re.findall(r'<p class="lage".*?>(.*)</p>', renderer.template("funktionschecklista", lista=lista))
            for rutin, _ in lista.rutiner:
                decided, *_, lawyer = standing(model, rutin)
                assert decided in line and lawyer in line
            first = min(rutin.granskad for rutin, _ in lista.rutiner)
            assert f"granskad {swedish_date(first)}" in line and re.search(r"version [0-9a-f]{6}\b", line)


def test_a_list_says_which_of_its_routines_are_decided_where_not_all_are(real_model: Model) -> None:
    model = build_model(ROOT)[0]
    lista = next(allt for one in model.all(Funktion) if (allt := Work(model, one).checklista))
    rutin = lista.rutiner[0][0]
    before = Renderer(model).template("funktionschecklista", lista=lista)
    vars(rutin)["beslut"] = Beslutet(av="Exempelnämnden", datum=date(2026, 11, 1), gäller_från=date(2026, 11, 1))
    page = Renderer(model).template("funktionschecklista", lista=lista)
    said = "Beslutat av Exempelnämnden, 1 november 2026."
    assert said not in before and "Förslag, inte beslutat." not in before
    assert said in page.split(f"## {rutin.namn} ")[1].split("\n## ")[0]
    others = count_of(len(lista.rutiner) - 1, "rutin", "rutiner")
    assert (
        f"({others})" in page
        and "(1 rutin)" in page
        and page.count("Förslag, inte beslutat.") == len(lista.rutiner) - 1
    )


@pytest.mark.parametrize("kind", ["funktioner", "situationer"])
def test_no_list_says_a_point_without_its_times_and_conditions(kind: str, real_model: Model) -> None:
    """A deadline or a condition of law that the routine has, or whom a situation is for, stands on every list of it."""
    renderer = Renderer(real_model)
    made = {page.path: page.markdown for page in pages(renderer) if page.path.startswith(f"checklistor/{kind}/")}
    lost = []
    for path, text, said in said_of(kind, renderer, made):
        if said and renderer.line(said) not in text and renderer.line(said[0].upper() + said[1:]) not in text:
            lost.append(f"{path}: {said}")
    assert made and lost == []


def said_of(kind: str, renderer: Renderer, made: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Path, page, and a text that must stand there."""
    for situation in renderer.model.all(Situation) if kind == "situationer" else []:
        path = f"checklistor/situationer/{situation.id}.md"
        yield path, made[path], situation.gäller
    for funktion in renderer.model.all(Funktion) if kind == "funktioner" else []:
        lista = Work(renderer.model, funktion).checklista
        for steg in (steg for _, avsnitt in lista.rutiner for steg, _ in avsnitt) if lista else []:
            path = f"checklistor/funktioner/{funktion.id}.md"
            conditions = [villkor.text for ref in steg.lagrum for villkor in ref.till.villkor]
            for said in (*(tid.lyder for tid in steg.tider), *conditions, steg.gäller.lyder if steg.gäller else ""):
                yield path, made[path], said
