"""Real routines, read in public, are written with the model's fields without being bent: tests/verkliga."""

from __future__ import annotations

import shutil
from pathlib import Path

from project import ROOT
from samverkan import build_model
from samverkan.flow import ways
from samverkan.kinds import Avtal, Ref, Rutin, Thing, Trappa
from samverkan.pages.checklists import checklists
from samverkan.pages.render import Renderer

TEXTS = ROOT / "tests" / "verkliga" / "gemensam"


def test_real_texts_pass_the_check_and_are_shown_with_their_branches(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "model" / "gemensam", tmp_path / "model" / "gemensam")
    shutil.copytree(TEXTS, tmp_path / "model" / "gemensam", dirs_exist_ok=True)
    model, _ = build_model(tmp_path)
    own = {path.stem for path in TEXTS.rglob("*.yml")}
    rutiner = [rutin for rutin in model.all(Rutin) if rutin.id in own]
    assert len(rutiner) == len(list((TEXTS / "rutiner").iterdir()))
    renderer = Renderer(model)
    for rutin in rutiner:
        page = renderer.thing(rutin)
        for number, steg in enumerate(rutin.steg):
            assert steg.namn in page
            for way in ways(rutin, number):
                assert way.väg is None or way.väg.om is None or way.väg.om in page, (rutin.id, steg.id)
                assert way.till is None or f"({way.till.saken.url}{part_of(way.till)})" in page, (rutin.id, way.till)
        for lista in checklists(rutin):
            told = renderer.template("rutinchecklista", lista=lista)
            assert all(f"Bara om:</strong> {punkt.om}</span>" in told for punkt in lista.punkter if punkt.om), lista.url
    year = renderer.template("aret")
    assert "Fyra gånger om året" in year and "Två gånger om året" in year
    for kind in (Trappa, Avtal):
        for thing in model.all(kind):
            assert thing.namn in renderer.thing(thing)


def part_of(ref: Ref[Thing]) -> str:
    return f"#{ref.part}" if ref.part else ""
