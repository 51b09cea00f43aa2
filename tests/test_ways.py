"""A routine that branches: what stands at each step, and the arcs of its picture; a stair says who answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from casefiles import TODAY, base_model
from samverkan import Model, build_model
from samverkan.kinds import Rutin, Trappa
from samverkan.pages.pictures import pictures
from samverkan.pages.render import Renderer
from samverkan.reading.folders import COMMON
from svg_picture import Picture

WAYS = """    låst: ja
    vägar:
      - {om: Det behövs ett möte, steg: mote}
      - {om: Det behövs inte, steg: svara}
"""
ROUND = """    vägar:
      - {om: Klart, slut: Klart.}
      - {om: Inte klart, steg: ring, gräns: två gånger}
"""
BESIDE = """  - id: mote
    namn: Håll ett möte
    samtidigt_med: [svara]
    vad: Ses.
    huvudansvarig: [larare]
    punkter: [{id: ses, text: Ses., stöd: modellen}]
    källor: [{källa: exempelrapport, plats: sidan 7}]
ägare:"""


def branching(root: Path, first: str, second: str) -> Model:
    """The routine of the cases with ways out of its two steps, and a third that goes on beside the second."""
    path = base_model(root) / COMMON / "rutiner" / "anmal.yml"
    text = path.read_text(encoding="utf-8").replace("    låst: ja\n", first).replace("ägare:", second + BESIDE)
    path.write_text(text, encoding="utf-8")
    return build_model(root, TODAY)[0]


@pytest.fixture
def model(tmp_path: Path) -> Model:
    return branching(tmp_path, WAYS, ROUND)


def drawings(model: Model) -> list[Picture]:
    return Picture.read(pictures(model)["bild_banor"](model.get(Rutin, "anmal")))


def test_a_step_says_from_where_one_comes_when_it_is_not_from_the_one_before(model: Model) -> None:
    page = Renderer(model).thing(model.get(Rutin, "anmal"))
    _, ring, svara, mote = page.split('<details class="steg"')
    assert "Hit kommer du från [1. Anmäl genast](#steg-ring)" in mote
    assert "Hit kommer du från" not in ring + svara and "[Föregående: 1. Anmäl genast]" in svara


def test_the_picture_has_an_arc_for_each_way_that_is_not_to_the_next_and_a_mark_where_one_can_leave(
    model: Model,
) -> None:
    for picture in drawings(model):
        paths = [path.attrib.get("class") for path in picture.root.iter("path")]
        # Each arc has a head of its own: one forward, one back.
        assert (paths.count("hopp"), paths.count("hopp bakat"), paths.count("hopp ut")) == (3, 1, 1)
        assert "Från steg 1 till steg 3 eller steg 2. Från steg 2 till ut ur rutinen eller steg 1." in picture.told


def test_the_line_does_not_go_on_to_a_step_beside_the_one_before(tmp_path: Path) -> None:
    for picture in drawings(branching(tmp_path, "    låst: ja\n", "")):
        (line,) = (path.attrib["d"] for path in picture.root.iter("path") if path.attrib.get("class") == "flode")
        assert len(re.findall("[HC]", line)) == 1, "från steg 1 till steg 2, inte vidare till steg 3"


def test_each_level_of_a_stair_says_in_the_picture_who_answers(model: Model) -> None:
    for picture in Picture.read(pictures(model)["bild_trappa"](model.get(Trappa, "narvaro"))):
        assert "Första nivån" in picture.words and "Lärare" in picture.words
