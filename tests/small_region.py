"""A small region of its own: a project that builds in a few seconds, for what is the same whatever the model is."""

from __future__ import annotations

import shutil
from pathlib import Path

from casefiles import BASE
from project import copy_project

# The page that tells of this region's own sources and nothing else, and the one that quotes one of them.
ITS_OWN = "om/da-och-nu.md"
QUOTES = "mal/index.md"
# What pages written by hand show by name, and every region has to have itself: questions, situations, sections of law.
ANSWERED = ("ny-har", "ringa", "saga", "skriva-ut")
MET = ("barnet-berattar", "du-ar-foralder", "du-ar-ung", "orolig-granne")
LAW = {"sol-19-1": "3", "sol-19-4": "4", "sol-27-2": "5", "skollagen-4-8": "6"}
KOMMUN = """\
id: {id}
namn: {namn} kommun
ort: {namn}
typ: kommun
kommunkod: '{kod}'
område: norra
källor:
  - {{källa: exempelrapport, plats: sidan 1}}
"""
OTHERS = {"lillby": ("Lillby", "0482"), "storstad": ("Storstad", "0483")}


def its_model(model: Path) -> None:
    """The small model with three kommuner, and with what pages written by hand ask for."""
    shutil.copytree(BASE, model)
    form = model / "samverkansformer/familjecentral.yml"
    for id, (namn, kod) in OTHERS.items():
        (model / f"huvudman/{id}.yml").write_text(KOMMUN.format(id=id, namn=namn, kod=kod), encoding="utf-8")
        row = f"  - {{huvudman: {id}, finns: nej, källor: [{{källa: exempelrapport, plats: sidan 10}}]}}\n"
        form.write_text(form.read_text(encoding="utf-8").replace("finns:\n", f"finns:\n{row}"), encoding="utf-8")
    question = (model / "fragor/orolig.yml").read_text(encoding="utf-8")
    for number, id in enumerate(ANSWERED, 2):
        own = question.replace("id: orolig", f"id: {id}").replace("ordning: 1", f"ordning: {number}")
        own = own.replace("Jag är orolig. Vad gör jag?", f"Vad är {id}?").replace("En misstanke", f"Också {id}")
        (model / f"fragor/{id}.yml").write_text(own, encoding="utf-8")
    law = (model / "lagrum/lag-1-2.yml").read_text(encoding="utf-8")
    for id, section in LAW.items():
        own = law.replace("id: lag-1-2", f"id: {id}").replace('paragraf: "2"', f'paragraf: "{section}"')
        (model / f"lagrum/{id}.yml").write_text(own.replace("Plikten", f"Vem {section}"), encoding="utf-8")
    met = (model / "situationer/berattar.yml").read_text(encoding="utf-8")
    for number, id in enumerate(MET, 2):
        own = met.replace("id: berattar", f"id: {id}").replace("ordning: 1", f"ordning: {number}")
        own = own.replace("Ett barn berättar om våld", f"Det som är {id}").replace("barnet säger", f"säger {id}")
        (model / f"situationer/{id}.yml").write_text(own, encoding="utf-8")


def copy_small(target: Path) -> Path:
    """A copy of the project in which the model, and two pages about it, are Exempelregion's own."""
    root = copy_project(target)
    shutil.rmtree(root / "model" / "gemensam")
    its_model(root / "model" / "gemensam")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"- {ITS_OWN}\n" in settings
    kept = [line for line in settings.splitlines(keepends=True) if line.strip() != f"- {ITS_OWN}"]
    (root / "mkdocs.yml").write_text("".join(kept), encoding="utf-8")
    (root / "docs" / ITS_OWN).unlink()
    (root / "docs" / QUOTES).write_text('# Mål\n\n{{ alla("mål", "typ") }}\n', encoding="utf-8")
    return root
