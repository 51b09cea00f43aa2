"""Another region takes the engine as it is: its own model in one folder, its own web, and no word of this one's."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from html_page import HtmlPage
from project import build, copy_project, run
from sagolandet import SAGOLANDET
from samverkan import Model
from test_engine_and_content import ORDINARY, OTHERS, TEXT, forbidden, said

pytestmark = pytest.mark.webb
# Others' own texts, which are the same on every web.
LEFT = tuple(name.removeprefix("docs/") for name in OTHERS)


def test_no_file_of_its_web_has_a_word_of_this_region(sagolandet: Path, real_model: Model) -> None:
    words = forbidden(real_model) - {*real_model.region.teman, *ORDINARY, "länsdel"}
    files = [path for path in sorted(sagolandet.rglob("*")) if path.suffix in {*TEXT, ".csv", ".xml", ".ics"}]
    texts = {path.relative_to(sagolandet).as_posix(): path for path in files if path.is_file()}
    assert {"index.html", "assets/sok.json", "data/modell.json", "_headers"} <= set(texts)
    told = [
        f"{name}: {word}"
        for name, path in texts.items()
        if not name.startswith(LEFT)
        for _, word in said(_text(path, sagolandet), words)
    ]
    assert told == []


def _text(path: Path, site: Path) -> str:
    """What a reader, a search engine or another system reads in a file; of a page, also what no screen shows."""
    source = path.read_text(encoding="utf-8")
    hidden = re.findall(r'(?:content|title|alt|aria-label|href)="([^"]*)"', source)
    return "\n".join([HtmlPage.read(path, site).text, *hidden]) if path.suffix == ".html" else source


def test_its_own_name_is_wherever_a_web_says_whose_it_is(sagolandet: Path) -> None:
    page = (sagolandet / "index.html").read_text(encoding="utf-8")
    header = page.partition('<header class="md-header')[2].partition("</header>")[0]
    footer = page.partition("<footer")[2].partition("</footer>")[0]
    paper = page.partition('class="papper__huvud"')[2].partition("</p>")[0]
    assert "Lyktan i Sagolandet" in header and "Sagolandet är påhittat." in footer
    assert "<b>Lyktan i Sagolandet</b> · Region Sagolandet (påhittad)" in paper
    for name in ("assets/sok.json", "data/modell.json", "data/huvudman.csv"):
        text = (sagolandet / name).read_text(encoding="utf-8")
        assert "Drakeby" in text and "Trollköping" in text, name
    assert "#5a2d82" in (sagolandet / "assets/css/samlad.css").read_text(encoding="utf-8")


def test_its_own_words_are_on_the_pages(sagolandet: Path) -> None:
    def text(page: str) -> str:
        return HtmlPage.read(sagolandet / page / "index.html", sagolandet).text

    assert "Forumen i Sagolandet" in text("forum") and "i ditt arbete i Sagolandet" in text(".")
    assert "Strukturen i Sagolandet" in text("styrning") and "Landsända: kusten" in text("huvudman")
    assert "Lyktmetoden" in text("metoder") and "Sagolandets texter får du använda" in text("om/data")
    assert "2 forum i Sagolandet läser Lyktrapporten." in text("om/lyktans-historia")
    menu = (sagolandet / "om/index.html").read_text(encoding="utf-8").partition("md-nav")[2]
    assert 'href="lyktans-historia/"' in menu


def test_an_empty_region_builds_from_the_first_minute(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "projekt")
    shutil.rmtree(root / "model" / "gemensam")
    made = run("-m", "samverkan", "region", "model/gemensam", root=root)
    assert made.returncode == 0 and "make check" in made.stdout, made.stdout + made.stderr
    checked = run("-m", "samverkan", "kontrollera", root=root)
    assert checked.returncode == 0 and "\n0 fel, " in checked.stdout, checked.stdout
    built = build(tmp_path / "webb", root=root)
    assert "Vår region" in (built / "index.html").read_text(encoding="utf-8")
    again = run("-m", "samverkan", "region", "model/gemensam", root=root)
    assert again.returncode == 1 and "är inte tom" in again.stdout


def test_the_guide_to_a_new_region_names_what_is_there(tmp_path: Path) -> None:
    run("-m", "samverkan", "region", str(tmp_path / "ny"))
    guide = (tmp_path / "ny" / "LÄS-MIG.txt").read_text(encoding="utf-8")
    assert f"tests/exempel/{SAGOLANDET.name}/" in guide
    named = set(re.findall(r"\b([a-z]+)/", guide)) - {"tests", "exempel", SAGOLANDET.name, "docs", "om"}
    assert {name for name in named if not (tmp_path / "ny" / name).is_dir()} == set()
