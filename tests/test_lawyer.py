"""Whether a lawyer has read the text is a line of the model, and the web never says more than that."""

from __future__ import annotations

from pathlib import Path

import pytest
from casefiles import TODAY, base_model, lay_local
from samverkan import Model, build_model
from samverkan.kinds import Rutin
from samverkan.kinds.base import Thing
from samverkan.pages.every_page import pages
from samverkan.pages.render import Renderer
from samverkan.reading.folders import COMMON

READ = "jurist: {datum: 2026-05-04, av: Kommunjurist}\n"
SAID = "En jurist har granskat"
NOBODY = "Ingen jurist har granskat"
CHANGED = """\
id: anmal
mot: granskad
motivering: Vi följer upp oftare.
beslutad: {av: Socialnämnden, datum: 2026-05-02}
uppföljning: Rutinen följs upp två gånger om året.
"""


def model(root: Path, line: str = "", file: str = "region.yml", local: str = "") -> Model:
    base_model(root)
    path = root / COMMON / file
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    if local:
        lay_local(root, "exempelkommun", {"rutiner/anmal.yml": local})
    return build_model(root, TODAY, "exempelkommun" if local else None)[0]


def told(model: Model) -> dict[str, str]:
    """The pages that say anything about a lawyer."""
    return {page.path: page.markdown for page in pages(Renderer(model)) if "jurist har granskat" in page.markdown}


def test_without_the_line_every_page_that_speaks_of_it_says_that_none_has(tmp_path: Path) -> None:
    pages = told(model(tmp_path))
    assert {"rutiner/anmal.md", "lagrum/lag-1-2.md", "sekretess/skola.md"} <= set(pages)
    assert not any(SAID in text for text in pages.values())


def test_one_line_in_the_regions_file_is_enough(tmp_path: Path) -> None:
    pages = told(model(tmp_path, READ))
    assert {"rutiner/anmal.md", "lagrum/lag-1-2.md", "sekretess/skola.md"} <= set(pages)
    assert not any(NOBODY in text for text in pages.values())
    assert "En jurist har granskat den. När: 4 maj 2026. Vem: Kommunjurist." in pages["rutiner/anmal.md"]


@pytest.mark.parametrize("file", ["rutiner/anmal.yml", "lagrum/lag-1-2.yml", "sekretess/skola.yml"])
def test_one_line_in_a_file_says_it_of_that_alone(tmp_path: Path, file: str) -> None:
    pages = told(model(tmp_path, READ, file))
    own = file.replace(".yml", ".md")
    assert SAID in pages[own] and NOBODY not in pages[own]
    assert {path for path, text in pages.items() if SAID in text and path != own} <= {
        path for path in pages if path.startswith("checklistor/")
    }


def test_what_a_kommun_has_changed_was_not_read_by_the_countys_lawyer(tmp_path: Path) -> None:
    changed = model(tmp_path, READ, local=CHANGED)
    anmäl: Thing = changed.get(Rutin, "anmal")
    assert changed.lawyer(anmäl) is None and changed.lawyer() is None
    assert NOBODY in told(changed)["rutiner/anmal.md"]
    assert SAID in told(changed)["sekretess/skola.md"]


def test_a_kommun_says_it_of_its_own_change(tmp_path: Path) -> None:
    changed = model(tmp_path, local=CHANGED + READ)
    assert SAID in told(changed)["rutiner/anmal.md"]
