"""Another region takes the engine as it is: its own model, its own web, and no word of this one's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from casefiles import BASE
from html_page import HtmlPage
from project import build, copy_project
from samverkan import Model
from test_engine_and_content import forbidden, said

# The page that tells of this region's own sources and nothing else, and the one that quotes one of them.
ITS_OWN = "om/da-och-nu.md"
QUOTES = "mal/index.md"
# What pages written by hand show by name, and every region has to have itself: questions, and a section of law.
ANSWERED = ("ny-har", "ringa", "saga", "skriva-ut")
LAW = "sol-19-1"
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

pytestmark = pytest.mark.webb


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
    law = law.replace("id: lag-1-2", f"id: {LAW}").replace('paragraf: "2"', 'paragraf: "3"').replace("Plikten", "Vem")
    (model / f"lagrum/{LAW}.yml").write_text(law, encoding="utf-8")


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web of Exempelregion, from a copy of the project in which the model and two pages are its own."""
    root = copy_project(tmp_path_factory.mktemp("region"))
    shutil.rmtree(root / "model" / "gemensam")
    its_model(root / "model" / "gemensam")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace(f"      - {ITS_OWN}\n", ""), encoding="utf-8")
    (root / "docs" / ITS_OWN).unlink()
    (root / "docs" / QUOTES).write_text('# Mål\n\n{{ alla("mål", "typ") }}\n', encoding="utf-8")
    return build(root / "site", root=root)


def test_no_page_has_a_word_of_this_region(web: Path, real_model: Model) -> None:
    # What it says of its parts, its themes and preparatory works of law may be the same in any region.
    words = {word for word in forbidden(real_model) if not word.startswith("prop")}
    words -= {*real_model.region.teman, "länsdel"}
    told = [
        f"{path.relative_to(web)}: {word}"
        for path in sorted(web.rglob("*.html"))
        for _, word in said(HtmlPage.read(path, web).text, words)
    ]
    assert told == []


def test_its_own_name_is_where_this_regions_was(web: Path) -> None:
    def text(page: str) -> str:
        return HtmlPage.read(web / page / "index.html", web).text

    assert "I Exempelregion" in text("forum") and "vård i Exempelregion" in text(".")
    assert "Strukturen i Exempelregion" in text("styrning")
    assert {"Lillby", "Storstad"} <= set(text("huvudman").split())
