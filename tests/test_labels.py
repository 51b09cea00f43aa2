"""What a reader is told in the web's own words for roles, times and secrecy; each word has one home."""

from __future__ import annotations

import re

import pytest
from html_page import HtmlPage
from project import ROOT, build, copy_project
from pydantic import BaseModel
from samverkan import Model
from samverkan.editor.shapes import label
from samverkan.kinds import Beslut, Rutin, Sekretess
from samverkan.kinds.ansvarsmatris import Ansvarsmatris
from samverkan.kinds.field_labels import ALONE, LABELS, declarations, told_as
from samverkan.kinds.labels import Finns, FårSägas, Roll, Tidsgrund
from samverkan.kinds.steg import Steg, Väg
from samverkan.kinds.tid import Tid

HOME = "hooks/samverkan/kinds/labels.py"
# Said here once more, so that nobody turns the meaning of a key by a slip: a child may be harmed by it.
SAID = {
    Roll: {
        "huvudansvarig": "Huvudansvarig",
        "utför": "Utför",
        "konsulteras": "Konsulteras",
        "informeras": "Informeras",
    },
    Tidsgrund: {"lag": "Lag", "förarbete": "Förarbete", "beslutad": "Beslutad", "lokal": "Inte lag"},
    FårSägas: {
        "ska": "Ska sägas",
        "får": "Får sägas",
        "med_samtycke": "Bara med samtycke",
        "prövas": "Prövas varje gång",
        "får_inte": "Får inte sägas",
    },
    Finns: {"ja": "Ja", "nej": "Nej", "framgår_inte": "Okänt"},
}
ROW = re.compile(r'<div class="saga-rad (?P<css>[\w-]+)">\s*<p><span class="saga-svar">(?P<label>.*?)</span>')
CELL = re.compile(r'<span class="roll (?P<css>[\w-]+)">(?P<label>[^<]*)</span>')
TAG = re.compile(r"<[^>]+>")
OUTSIDE = re.compile(r"<(code|pre)\b.*?</\1>|<link\b[^>]*>", re.DOTALL)


@pytest.mark.parametrize("table", SAID, ids=lambda table: table.__name__)
def test_every_key_says_what_it_means(table: type[Roll]) -> None:
    assert {word.value: word.label for word in table} == SAID[table]


def test_what_may_be_said_stands_on_the_page_in_the_right_words_and_colour(
    real_model: Model, html: dict[str, HtmlPage]
) -> None:
    colours = {"ska": "svar-ja", "får": "svar-ja", "får_inte": "svar-nej"}
    seen = set()
    for folder, thing, answers in (
        *(("rutiner", rutin, [s for steg in rutin.steg for s in steg.säga]) for rutin in real_model.all(Rutin)),
        *(("sekretess", page, page.svar) for page in real_model.all(Sekretess)),
    ):
        shown = [
            (m["css"], TAG.sub("", m["label"])) for m in ROW.finditer(html[f"{folder}/{thing.id}/index.html"].source)
        ]
        wanted = [(colours.get(s.svar, "svar-kanske"), SAID[FårSägas][s.svar]) for s in answers]
        assert shown == wanted, thing.id
        seen |= {s.svar.value for s in answers}
    assert seen == set(SAID[FårSägas])


def test_a_matrix_names_and_marks_each_role(real_model: Model, html: dict[str, HtmlPage]) -> None:
    for rutin in real_model.all(Rutin):
        shown = [m.groups() for m in CELL.finditer(html[f"rutiner/{rutin.id}/index.html"].source)]
        roles = [roll for steg in rutin.steg for f in rutin.funktioner for roll in steg.roll(f.id)]
        assert shown == [(f"roll-{roll.value[0]}", SAID[Roll][roll]) for roll in roles], rutin.id


def test_a_time_says_what_it_rests_on_wherever_it_stands(real_model: Model, html: dict[str, HtmlPage]) -> None:
    for rutin in real_model.all(Rutin):
        source = html[f"rutiner/{rutin.id}/index.html"].source
        shown = re.findall(r'<p class="(tidsgrans[\w -]*)">.*?<span class="regel">([^.:<]*)', source)
        times = [tid for steg in rutin.steg for tid in steg.tider]
        assert [label for _, label in shown] == [SAID[Tidsgrund][tid.typ] for tid in times], rutin.id
        assert [css.endswith("inte-lag") for css, _ in shown] == [tid.typ == "lokal" for tid in times], rutin.id


def test_the_pages_that_explain_the_words_take_them_from_the_same_place(html: dict[str, HtmlPage]) -> None:
    for page, table in (("om/ord-om-ansvar/", Roll), ("om/ny-har/", Tidsgrund)):
        for word in table:
            assert word.label in html[f"{page}index.html"].words
            said = "".join(html[f"{page}index.html"].text.split())
            assert "".join(f"{word.label}{word.betyder}".split()) in said


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, HtmlPage]:
    """The web after one word has been changed in its one home; what the model's own texts say is out of the way."""
    root = copy_project(tmp_path_factory.mktemp("ansvarig") / "projekt")
    home = root / HOME
    text = home.read_text(encoding="utf-8")
    assert text.count('"Huvudansvarig"') == 1
    home.write_text(text.replace('"Huvudansvarig"', '"Ansvarig"'), encoding="utf-8")
    for file in (root / "model").rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?i)\bhuvudansvariga?\b(?!:|[^\[\]\n]*\])", "den som svarar", text), encoding="utf-8")
    site = build(root.parent / "site", root=root)
    pages = [HtmlPage.read(file, site) for file in sorted(site.rglob("*.html"))]
    return {page.path: page for page in pages}


def test_a_label_is_changed_in_one_place_and_the_key_stays(
    real_model: Model, html: dict[str, HtmlPage], renamed: dict[str, HtmlPage]
) -> None:
    assert renamed.keys() == html.keys()
    # The pages about the fields speak of the key, which the model's files keep.
    left = {path for path, page in renamed.items() if "huvudansvarig" in OUTSIDE.sub("", page.source).lower()}
    assert {path for path in left if not path.startswith("om/falt/")} == set()
    assert "<code>huvudansvarig</code>" in renamed["om/falt/rutiner/index.html"].source
    routine = renamed["rutiner/orosanmalan/index.html"].source
    for shown in (
        '<span class="roll roll-h">Ansvarig</span>',
        "<dt>Ansvarig och utför</dt>",
        "Steg 1: Anmäl genast, ansvarig och utför Anmälaren",
        'data-roller="h=är ansvarig|u=utför|k=konsulteras|i=informeras"',
    ):
        assert shown in routine
    assert ">Ansvarig</tspan>" in routine
    for matris in real_model.all(Ansvarsmatris):
        assert ">Ansvarig</th>" in renamed[f"ansvar/{matris.id}/index.html"].source
    assert renamed["om/ord-om-ansvar/index.html"].h1 == ["Ansvarig, Utför, Konsulteras, Informeras"]


def test_the_words_have_no_second_home() -> None:
    words = re.compile(r"Får (inte )?sägas|Ska sägas|Bara med samtycke|\b(Huvudansvarig|Konsulteras|Informeras)\b")
    files = [
        *(ROOT / "hooks").rglob("*.py"),
        *(ROOT / "hooks").rglob("*.md"),
        *(ROOT / "hooks").rglob("*.html"),
        *(ROOT / "docs" / "assets" / "js").glob("*.js"),
    ]
    said = [path.relative_to(ROOT).as_posix() for path in files if words.search(path.read_text(encoding="utf-8"))]
    assert said == [HOME]


def test_every_label_of_a_field_is_of_one_that_exists() -> None:
    known = set()
    for part in declarations():
        known |= {*part.model_fields, *(f"{one.__name__}.{name}" for one in part.__mro__ for name in part.model_fields)}
    assert {*LABELS, *ALONE} - known == set()


def test_a_field_is_called_the_same_in_its_form_and_on_the_pages() -> None:
    differ = {
        f"{part.__name__}.{name}": (label(name, info), told_as(name, part))
        for part in declarations()
        for name, info in part.model_fields.items()
        if told_as(name, part) not in ("", label(name, info)) or (name in LABELS and info.title)
    }
    assert differ.keys() == {"Rutin.ordning", "Fråga.ordning", "Situation.ordning"}, "plats i listor är formulärets ord"


@pytest.mark.parametrize(
    ("part", "field", "said"),
    [
        (Steg, "säga", "Vad får sägas till vem"),
        (Steg, "låst", "Lagen kräver det"),
        (Steg, "obs", "Observera"),
        (Tid, "typ", "Bygger på"),
        (Tid, "om", "Villkor för tiden"),
        (Väg, "steg", "Gå till steget"),
        (Beslut, "av", "Vem som beslutade"),
    ],
)
def test_a_form_says_what_the_pages_say(part: type[BaseModel], field: str, said: str) -> None:
    assert label(field, part.model_fields[field]) == said
