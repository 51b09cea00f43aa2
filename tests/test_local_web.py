"""What a reader sees on a kommun's own web, shown on the example kommun in tests/exempel/."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from project import ROOT
from samverkan import Model, build_model
from samverkan.kinds import Kontakt, Rutin
from samverkan.kinds.phone import link
from samverkan.pages.every_page import pages, publisher_pages
from samverkan.pages.local_view import progress
from samverkan.pages.render import Renderer

EXAMPLE = ROOT / "tests" / "exempel" / "gnesta"


@pytest.fixture(scope="module")
def gnesta(tmp_path_factory: pytest.TempPathFactory) -> Model:
    root = tmp_path_factory.mktemp("kommun")
    shutil.copytree(ROOT / "model" / "gemensam", root / "model" / "gemensam")
    shutil.copytree(EXAMPLE, root / "model" / "lokalt" / "gnesta")
    model, _ = build_model(root, kommun="gnesta")
    return model


@pytest.fixture(scope="module")
def texts(gnesta: Model) -> dict[str, str]:
    renderer = Renderer(gnesta)
    return {page.path: page.markdown for page in (*pages(renderer), *publisher_pages(renderer, []))}


def test_a_step_carries_the_kommuns_own_contact(gnesta: Model, texts: dict[str, str]) -> None:
    kontakt = gnesta.get(Kontakt, "socialtjanst")
    assert f"]({link(kontakt.telefon)})" in texts["rutiner/orosanmalan.md"]
    assert f"mailto:{kontakt.e_post}" in texts["rutiner/orosanmalan.md"]


def test_a_local_step_says_so_with_reason_and_decision(gnesta: Model, texts: dict[str, str]) -> None:
    head = gnesta.get(Rutin, "orosanmalan").avvikelse.head
    page = texts["rutiner/orosanmalan.md"]
    step = page[page.index("#steg-ring-tillbaka }") :].split("### ")[0]
    assert "Lokalt tillägg" in step and head.motivering in step and head.beslutad.av in step
    common = page[page.index("#steg-skyddsbedom }") :].split("### ")[0]
    assert "Lokal" not in common


def test_what_the_kommun_has_added_to_a_steps_checklist_is_told_on_the_routines_page(texts: dict[str, str]) -> None:
    page = texts["rutiner/orosanmalan.md"]
    step = page[page.index("#steg-anmal }") :].split("### ")[0]
    assert "**På checklistan hos oss**" in step and "Använd kommunens e-tjänst för orosanmälan." in step
    assert "Ring nu till socialtjänsten" not in step  # the county's own are on the checklist
    assert page.count("**På checklistan hos oss**") == 2


def test_what_the_kommun_has_taken_away_is_gone_from_the_routine_but_told_of(texts: dict[str, str]) -> None:
    assert "#steg-utvardera }" not in texts["rutiner/orosanmalan.md"]
    assert "<del>" in texts["lokalt/skillnader.md"] and "Utvärdera samarbetet" in texts["lokalt/skillnader.md"]


def test_every_deviation_stands_beside_the_common_text(gnesta: Model, texts: dict[str, str]) -> None:
    page = texts["lokalt/skillnader.md"]
    assert page.count("{: #skillnad-") == len(gnesta.local.deviations) > 0
    assert "<ins>" in page


def test_the_state_of_things_counts_what_is_there_and_what_is_missing(gnesta: Model, texts: dict[str, str]) -> None:
    state = progress(gnesta)
    assert 0 < state.ifyllda < state.behövs
    assert f"{state.ifyllda} av {state.behövs} kontakter är ifyllda" in texts["lokalt/index.md"]


def test_the_statement_of_accessibility_tells_what_the_law_asks_for(gnesta: Model, texts: dict[str, str]) -> None:
    # Lagen (2018:1937) och MDFFS 2019:2: aktör, service, grad, brister, metod, datum, anmälan, tillsyn.
    settings, page = gnesta.settings, texts["om/tillganglighet.md"]
    told = settings.tillgänglighet
    wanted = [settings.utgivare, settings.namn, told.uppfyller, told.metod, told.rapportera, told.brister[0].vad]
    assert [fact for fact in wanted if fact not in page] == []
    assert "digg.se/tdosanmalan" in page and "1 november 2026" in page and "har inte fyllt i" not in page


def test_the_countys_web_shows_every_kommun_in_one_table(gnesta: Model) -> None:
    county, _ = build_model(ROOT, kommun=None)
    made = {page.path: page.markdown for page in publisher_pages(Renderer(county), [progress(gnesta)])}
    assert "Gnesta kommun" in made["lokalt/index.md"]


def test_the_example_lives_outside_the_folders_that_belong_to_forks() -> None:
    assert EXAMPLE.is_dir() and Path("model", "lokalt") not in EXAMPLE.relative_to(ROOT).parents


def test_what_the_kommun_has_written_is_marked_wherever_it_is_shown(texts: dict[str, str]) -> None:
    page, sheet = texts["rutiner/orosanmalan.md"], texts["checklistor/orosanmalan/anmalare.md"]
    point = "Använd kommunens e-tjänst för orosanmälan."
    assert f'{point} <span class="marke">Tillägg i Gnesta</span>' in sheet.replace("Når du inte mottagningen? ", "")
    follow_up = page[page.index("## Uppföljning") :]
    assert "Ändrat i Gnesta</span>" in follow_up.split("##")[1]
    glance = page[page.index("{: #korthet }") : page.index("{: #stegen }")]
    assert "Ring upp den som anmälde](#steg-ring-tillbaka) <span" in glance
    matrix = page[page.index("## Vem har vilket ansvar") :]
    assert "Ring upp den som anmälde</a> <span" in matrix


def test_who_decides_at_home_is_the_kommuns_and_the_points_go_along(gnesta: Model, texts: dict[str, str]) -> None:
    page = texts["rutiner/orosanmalan.md"]
    step = page[page.index("#steg-forhandsbedom }") :].split("### ")[0]
    assert "socialsekreterare.md)" in step and "Ändrat i Gnesta" in step
    assert "delegationsordning" in step
    step = next(s for s in gnesta.get(Rutin, "orosanmalan").steg if s.id == "forhandsbedom")
    decide = next(p for p in step.punkter if p.id == "beslut-14")
    assert [ref.id for ref in decide.för] == ["socialsekreterare"]
    assert "enhetschef-socialtjanst" not in [ref.id for p in step.punkter for ref in p.för]
