"""The page of each funktion and verksamhet gathers all that the model holds about it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from html_page import HtmlPage
from project import ROOT
from samverkan import Model, build_model
from samverkan.kinds import Forum, Funktion, Kontakt, Rutin, Sekretess, Steg, Thing, Verksamhet
from samverkan.pages.checklists import checklists
from samverkan.pages.render import Renderer
from samverkan.pages.work import Work, choices, marks

FOLDERS = {kind.kind: kind.folder for kind in (Funktion, Verksamhet)}


@pytest.fixture(scope="module")
def works(real_model: Model) -> list[Work]:
    """Every funktion and every verksamhet of the real model."""
    return [Work(real_model, thing) for kind in (Funktion, Verksamhet) for thing in real_model.all(kind)]


def _links(html: dict[str, HtmlPage], thing: Thing) -> set[str]:
    """Where the page of a thing leads, from the root of the web."""
    page = html[f"{FOLDERS[thing.kind]}/{thing.id}/index.html"]
    return {urljoin(f"/{page.path}", value)[1:] for tag, _, value in page.addresses if tag == "a"}


def _covered(model: Model, thing: Thing) -> set[str]:
    """The funktioner that a choice covers, counted from the model itself."""
    own = (
        [thing]
        if thing.kind == "funktion"
        else [f for f in model.all(Funktion) if thing.id in [ref.id for ref in f.verksamheter]]
    )
    return {id for f in own for id in (f.id, *(ref.id for ref in f.ingår_i))}


def _missing(html: dict[str, HtmlPage], wanted: list[tuple[Thing, set[str]]]) -> dict[str, Any]:
    found = [(thing, links - _links(html, thing)) for thing, links in wanted]
    return {f"{thing.kind} {thing.id}": missing for thing, missing in found if missing}


def test_every_page_names_each_of_its_steps(real_model: Model, works: list[Work], html: dict[str, HtmlPage]) -> None:
    wanted = []
    for thing in (work.ting for work in works):
        covered = _covered(real_model, thing)
        links = {
            f"rutiner/{rutin.id}/#steg-{steg.id}"
            for rutin in real_model.all(Rutin)
            for steg in rutin.steg
            if covered & set(steg.berörda)
        }
        wanted.append((thing, links))
    assert sum(len(links) for _, links in wanted) > 100
    assert _missing(html, wanted) == {}


def test_every_page_names_each_of_its_checklists(
    real_model: Model, works: list[Work], html: dict[str, HtmlPage]
) -> None:
    every = [lista for rutin in real_model.all(Rutin) for lista in checklists(rutin)]
    wanted = [
        (
            work.ting,
            {
                f"checklistor/{lista.rutin.id}/{lista.funktion.id}/"
                for lista in every
                if lista.funktion.id in _covered(real_model, work.ting)
            },
        )
        for work in works
    ]
    assert _missing(html, wanted) == {}


def test_every_page_names_each_of_its_forums(real_model: Model, works: list[Work], html: dict[str, HtmlPage]) -> None:
    wanted = []
    for work in works:
        covered = _covered(real_model, work.ting)
        links = set()
        for forum in real_model.all(Forum):
            there = {ref.id for ref in forum.deltagare} | ({forum.sammankallande.id} if forum.sammankallande else set())
            links |= {f"forum/{forum.id}/"} if covered & there else set()
        wanted.append((work.ting, links))
    assert _missing(html, wanted) == {}


def test_every_page_tells_the_duties_with_their_law_and_what_may_be_said(
    real_model: Model, works: list[Work], html: dict[str, HtmlPage]
) -> None:
    untold = {}
    for work in works:
        covered, page = _covered(real_model, work.ting), html[f"{FOLDERS[work.ting.kind]}/{work.ting.id}/index.html"]
        duties = page.source.partition('id="plikter"')[2].partition("<h2")[0]
        wanted = [
            bit
            for rutin in real_model.all(Rutin)
            for steg in rutin.steg
            if (steg.låst or steg.personlig_plikt) and covered & {ref.id for ref in (*steg.huvudansvarig, *steg.utför)}
            for bit in (
                f"#steg-{steg.id}",
                *([f"Gäller: {steg.gäller.lyder}"] if steg.gäller and steg.gäller.lyder else []),
                *(f"lagrum/{ref.id}/" for part in (work.krav(steg) or [steg]) for ref in part.lagrum),
            )
        ]
        places = {ref.id for ref in getattr(work.ting, "verksamheter", [])} or {work.ting.id}
        wanted += [f"sekretess/{s.id}/" for s in real_model.all(Sekretess) if places & {r.id for r in s.verksamheter}]
        if missing := [bit for bit in wanted if bit not in duties]:
            untold[work.ting.id] = missing
    assert untold == {}


def test_the_duty_to_report_is_told_to_everybody_who_works_with_children(real_model: Model) -> None:
    # SoL 19 kap. 1 §: plikten är personlig.
    for funktion in real_model.all(Funktion):
        duties = [steg.id for _, steps in Work(real_model, funktion).plikter for steg, _ in steps]
        assert ("anmal" in duties) == ("anmalare" in _covered(real_model, funktion)), funktion.id


def test_what_the_law_demands_leaves_out_the_models_own_advice(real_model: Model) -> None:
    # The law demands the report; that one goes on with one's support is good advice.
    text = Renderer(real_model).thing(real_model.get(Funktion, "larare"))
    duties = text.partition("{: #plikter")[2].partition("## Kontakter")[0]
    assert "19 kap. 1 § SoL" in duties and duties.count("stöd du kan") == 0
    for rutin, steps in Work(real_model, real_model.get(Funktion, "larare")).plikter:
        for steg, _ in steps:
            for punkt in steg.punkter:
                if punkt.stöd:
                    assert punkt.text not in duties, (rutin.id, steg.id)


def test_nobody_has_a_duty_in_a_step_that_they_are_only_told_of(real_model: Model) -> None:
    larare = Work(real_model, real_model.get(Funktion, "larare"))
    assert "svara-anmalaren" in [steg.id for _, steps in larare.steg for steg, _ in steps]
    assert "svara-anmalaren" not in [steg.id for _, steps in larare.plikter for steg, _ in steps]


def test_nobody_is_said_to_ask_or_tell_oneself(works: list[Work]) -> None:
    # A socialsekreterare is counted as the one who reports too; a step that is theirs is not one they are told of.
    both = [
        (work.ting.id, steg.id, roles)
        for work in works
        for _, steps in work.steg
        for steg, roles in steps
        if {"huvudansvarig", "utför"} & set(roles) and {"konsulteras", "informeras"} & set(roles)
    ]
    assert both == []


def test_every_page_tells_whom_to_contact(real_model: Model, works: list[Work], html: dict[str, HtmlPage]) -> None:
    wanted = []
    for work in works:
        covered = _covered(real_model, work.ting)
        steps = [steg for rutin in real_model.all(Rutin) for steg in rutin.steg if covered & _acting(steg)]
        wanted.append((work.ting, {f"verksamheter/{ref.id}/" for steg in steps for ref in steg.kontakta}))
    assert _missing(html, wanted) == {}


def _acting(steg: Steg) -> set[str]:
    """Those who answer for the step or do it: who is only asked or told has nobody to reach in it."""
    return {ref.id for roll, refs in steg.roller for ref in refs if roll.handlar}


def test_a_kommuns_own_contacts_stand_on_the_page(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "model" / "gemensam", tmp_path / "model" / "gemensam")
    shutil.copytree(ROOT / "tests" / "exempel" / "gnesta", tmp_path / "model" / "lokalt" / "gnesta")
    model, _ = build_model(tmp_path, kommun="gnesta")
    page = Renderer(model).thing(model.get(Funktion, "larare"))
    assert model.get(Kontakt, "socialtjanst").telefon in page


def test_what_is_missing_is_said(real_model: Model) -> None:
    page = Renderer(real_model).thing(real_model.get(Funktion, "fortroendevald"))
    for said in ("Ingen rutin har något steg", "Inget av stegen säger vem du kontaktar", "Ingen rutin ger någon"):
        assert said in page
    assert "Inget forum" in Renderer(real_model).thing(real_model.get(Funktion, "larare"))


def test_a_verksamhet_shows_the_steps_of_each_of_its_funktioner(real_model: Model, html: dict[str, HtmlPage]) -> None:
    skola = Work(real_model, real_model.get(Verksamhet, "skola"))
    ids = html["verksamheter/skola/index.html"].ids
    assert {f"funktion-{funktion.id}" for funktion in skola.funktioner} <= set(ids)
    assert {"larare", "rektor", "anmalare"} <= {funktion.id for funktion in skola.funktioner}


def test_the_lists_name_every_funktion_and_every_synonym(real_model: Model, html: dict[str, HtmlPage]) -> None:
    for kind in (Funktion, Verksamhet):
        text = html[f"{kind.folder}/index.html"].text
        for thing in real_model.all(kind):
            assert [word for word in (thing.namn, *thing.synonymer) if word not in text] == [], thing.id


def test_the_form_offers_every_funktion_and_verksamhet_with_what_it_covers(real_model: Model) -> None:
    offered = {(key, thing.id): set(ids) for _, key, things in choices(real_model) for thing, ids in things}
    assert offered[("som", "larare")] == {"larare", "anmalare"}
    assert offered == {
        (key, thing.id): _covered(real_model, thing)
        for key, kind in (("som", Funktion), ("pa", Verksamhet))
        for thing in real_model.all(kind)
    }


def test_a_step_says_who_has_which_role_in_a_few_letters(real_model: Model) -> None:
    steg = next(s for s in real_model.get(Rutin, "orosanmalan").steg if s.id == "forhandsbedom")
    assert marks(steg) == "enhetschef-socialtjanst:h socialsekreterare:u"
