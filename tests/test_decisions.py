"""Beslutat hos oss: a decision keeps the text that was decided, and the pages say what stands and what has changed."""

from __future__ import annotations

import re
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from casefiles import base_model
from fyllt import filled
from project import ROOT
from samverkan import Model, examine
from samverkan.cli import besluta
from samverkan.commands.decide import Decided, NotWritten, decide
from samverkan.commands.migrate import migrate
from samverkan.kinds import Beslut, Rutin
from samverkan.kinds.deviation import fingerprint
from samverkan.local.changes import words
from samverkan.local.decisions import decided_text, text_of, version_of
from samverkan.local.said import differences, said
from samverkan.pages.render import Renderer
from samverkan.pages.views.standing import standing

TODAY = date(2026, 6, 1)
ROUTINE = "model/gemensam/rutiner/anmal.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = base_model(tmp_path)
    settings = root / "model/lokalt/exempelkommun/installningar.yml"
    settings.parent.mkdir(parents=True)
    settings.write_text("id: installningar\nnamn: Exempel\n", encoding="utf-8")
    return root


def _model(root: Path, kommun: str | None = None, day: date = TODAY) -> Model:
    model, findings = examine(root, day, kommun)
    assert not [finding for finding in findings if finding.severity == "fel"]
    return model


def _decide(root: Path, kommun: str | None = None, begins: date = date(2026, 5, 20)) -> str:
    model = _model(root, kommun)
    whose = "Socialnämnden" if kommun else "Styrgruppen"
    return decide(root, model, model.get(Rutin, "anmal"), Decided(whose, date(2026, 5, 20), begins, "SN 1"))


def _line(model: Model) -> str:
    return " · ".join(standing(model, model.get(Rutin, "anmal")))


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for key, inner in value.items() if key not in ("id", "ersätter") for text in _texts(inner)]
    return [text for inner in value for text in _texts(inner)] if isinstance(value, list) else [words(value)]


def _beslut(model: Model, file: str) -> Beslut:
    return model.get(Beslut, Path(file).stem)


def _change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def test_the_parts_of_the_line_are_had_by_name_and_stand_in_order(root: Path) -> None:
    model = _model(root)
    line = standing(model, model.get(Rutin, "anmal"))
    assert [*line] == [*line.decided, line.place, *line.reviewed, f"version {line.version}", *line.lawyer]
    assert "inte beslutat" in line.decided[0] and [one.partition(" ")[0] for one in line.reviewed][:1] == ["granskad"]


def test_the_decided_text_can_be_read_whole(root: Path) -> None:
    file = _decide(root)
    model = _model(root)
    beslut = _beslut(model, file)
    page = Renderer(model).thing(beslut)
    texts = _texts(decided_text(model, beslut))
    assert len(texts) > 20
    assert not [text for text in texts if text not in page]
    told = [text for text in _texts(beslut.lyder) if len(text) > 20]
    assert len(told) > 5
    assert not [text for text in told if text not in page]


def test_the_decided_text_is_in_a_readers_words(root: Path) -> None:
    file = _decide(root)
    model = _model(root)
    page = Renderer(model).thing(_beslut(model, file))
    assert "<dt>Tider</dt><dd>inom två veckor; Bygger på: inte lag; Källor: Rapporten, sidan 7</dd>" in page
    assert "<dt>Klart när</dt>" in page


def test_no_decided_text_has_an_id_or_a_word_of_the_files() -> None:
    model = filled()
    hyphened = {id for things in model.things.values() for id in things if "-" in id}
    code = re.compile(r"\b[a-zåäö]+_[a-zåäö_]+\b|\b\d{4}-\d\d-\d\d\b|" + "|".join(map(re.escape, hyphened)))
    kept_as_written = {"fil", "sida", "adress", "webb", "ersätter"}
    found = {}
    for thing in model.everything():
        text = said(type(thing), thing.id, text_of(model.data[thing.kind, thing.id]), model.names.get)
        plain = {key: value for key, value in text.items() if key not in kept_as_written}
        found |= {f"{thing}": told for told in _texts(plain) if code.search(told)}
    assert found == {}


def test_what_a_decided_text_names_is_called_what_it_was_called_that_day(root: Path) -> None:
    file = _decide(root)
    _change(root, "model/gemensam/funktioner/larare.yml", "namn: Lärare", "namn: Pedagog")
    model = _model(root)
    page = Renderer(model).thing(_beslut(model, file))
    assert "<dt>Huvudansvarig</dt><dd>Lärare</dd>" in page[page.index("{: #lyder }") :]
    changed = page[: page.index("{: #lyder }")]
    assert "**Heter numera**\n\n<p><del>Lärare</del> <ins>Pedagog</ins>" in changed
    assert changed.count("Pedagog") == 1  # once, and not in every step
    assert "sedan beslutet" in _line(model)


def test_nobody_can_change_what_was_decided_or_a_name_in_it_unseen(root: Path) -> None:
    file = _decide(root)
    _change(root, file, "funktion:larare: Lärare", "funktion:larare: Rektor")
    assert "beslut-ändrad-text" in {finding.code for finding in examine(root, TODAY, None)[1]}


def test_an_older_decision_without_names_still_holds_and_is_read_with_todays(root: Path) -> None:
    file = _decide(root)
    text, _, _ = (root / file).read_text(encoding="utf-8").partition("\nnamn_då:")
    data = yaml.load(text, yaml.BaseLoader)
    (root / file).write_text(text.replace(data["version"], fingerprint(data["lyder"])), encoding="utf-8")
    model = _model(root)
    assert "sedan beslutet" not in _line(model)
    assert "<dd>Lärare</dd>" in Renderer(model).thing(_beslut(model, file))


def test_a_field_with_another_name_since_is_the_same_text(root: Path) -> None:
    file = _decide(root)
    old = yaml.load((root / file).read_text(encoding="utf-8"), yaml.BaseLoader)
    old["lyder"] = {"slut" if key == "resultat" else key: value for key, value in old["lyder"].items()}
    old["version"] = version_of(old["lyder"], old["namn_då"])
    (root / file).write_text(yaml.safe_dump(old, allow_unicode=True, sort_keys=False), encoding="utf-8")
    with (root / "model/gemensam/region.yml").open("a", encoding="utf-8") as region:
        region.write("bytta_fält: [{i: rutiner, förut: slut, nu: resultat}]\n")
    model = _model(root)
    assert "sedan beslutet" not in _line(model)
    assert "<dt>Klart när</dt>" in Renderer(model).thing(_beslut(model, file))
    migrate(root)
    assert _model(root).get(Beslut, Path(file).stem).lyder == old["lyder"]  # what was decided is never rewritten


def test_a_limit_and_its_condition_in_a_field_of_its_own_are_the_same_text() -> None:
    def routine(**tid: str) -> dict[str, Any]:
        return {"steg": [{"id": "svara", "namn": "Svara", "tider": [{**tid, "typ": "lokal"}]}]}

    whole = routine(när="inom en vecka, om det inte är olämpligt")
    apart = routine(när="inom en vecka", om="om det inte är olämpligt")
    lost = routine(när="inom en vecka")
    assert differences(Rutin, "anmal", whole, apart, {}.get) == []
    assert differences(Rutin, "anmal", whole, lost, {}.get) != []


def test_a_page_says_who_decided_it_and_from_when(root: Path) -> None:
    assert "Förslag, inte beslutat" in _line(_model(root))
    _decide(root)
    assert "Beslutat av Styrgruppen, 20 maj 2026.** Gäller från 20 maj 2026" in _line(_model(root))
    assert "sedan beslutet" not in _line(_model(root))


def test_a_decision_that_begins_later_says_so_until_that_day(root: Path) -> None:
    _decide(root, begins=date(2026, 9, 1))
    assert "Börjar gälla 1 september 2026" in _line(_model(root))
    assert "Gäller från 1 september 2026" in _line(_model(root, day=date(2026, 9, 1)))


def test_what_has_changed_since_is_told_on_the_page_and_word_by_word_with_the_decision(root: Path) -> None:
    file = _decide(root)
    routine = root / ROUTINE
    before = _model(root).get(Rutin, "anmal").resultat
    routine.write_text(routine.read_text("utf-8").replace(f"resultat: {before}", "resultat: Något nytt."), "utf-8")
    model = _model(root)
    assert f"[Texten har ändrats sedan beslutet](/beslut/{Path(file).stem}.md#andrat)" in _line(model)
    page = Renderer(model).thing(model.get(Beslut, Path(file).stem))
    assert f"<del>{before}</del> <ins>Något nytt.</ins>" in page


def test_what_no_decision_is_about_may_change(root: Path) -> None:
    _decide(root)
    routine = root / ROUTINE
    routine.write_text(routine.read_text("utf-8").replace("granskad: 2026-01-10", "granskad: 2026-02-10"), "utf-8")
    assert "sedan beslutet" not in _line(_model(root))


def test_a_kommuns_own_decision_stands_before_the_countys(root: Path) -> None:
    _decide(root)
    county = _line(_model(root, "exempelkommun"))
    assert "Länet: beslutat av Styrgruppen" in county
    assert "Inget eget beslut här" in county
    _decide(root, "exempelkommun")
    own = _line(_model(root, "exempelkommun"))
    assert "**Beslutat av Socialnämnden" in own
    assert "Länet" not in own


def test_the_county_shows_which_kommuner_have_decided(root: Path) -> None:
    _decide(root, "exempelkommun")
    renderer = Renderer(_model(root), [_model(root, "exempelkommun")])
    whole = renderer.template("besluten")
    assert "[Exempelkommun](/huvudman/index.md#exempelkommun): [Anmäla oro](/rutiner/anmal.md)" in whole
    assert "från 20 maj 2026" in renderer.thing(renderer.model.get(Rutin, "anmal"))
    assert "[Några kommuner har beslutat]" not in renderer.template("beslutslaget")  # the county has one too


def test_the_same_day_is_decided_once(root: Path) -> None:
    file = _decide(root)
    written = (root / file).read_bytes()
    with pytest.raises(NotWritten, match="finns redan"):
        _decide(root)
    assert (root / file).read_bytes() == written


def test_of_two_decisions_the_one_that_applies_now_is_told_and_the_old_one_says_what_took_its_place(root: Path) -> None:
    model = _model(root)
    anmal = model.get(Rutin, "anmal")
    for day, begins in ((date(2026, 3, 1), date(2026, 3, 1)), (date(2026, 5, 1), date(2027, 1, 1))):
        decide(root, model, anmal, Decided(f"Nämnd {day.month}", day, begins))
    assert "Beslutat av Nämnd 3" in _line(_model(root))
    later = _model(root, day=date(2027, 1, 2))
    assert "Beslutat av Nämnd 5" in _line(later)
    first = later.get(Beslut, "rutin-anmal-namnd-3-2026-03-01")
    assert "<dt>Ersatt av</dt>" in Renderer(later).thing(first)
    assert "gäller från 1 mars 2026, ersatt av ett senare beslut" in Renderer(later).template("besluten")


def test_a_kommun_is_not_asked_to_decide_again_for_the_county(root: Path) -> None:
    file = _decide(root)
    own = root / "model/lokalt/exempelkommun/rutiner/anmal.yml"
    own.parent.mkdir()
    head = "motivering: Vi.\nbeslutad: {av: Nämnden, datum: 2026-03-01}\n"
    own.write_text(f"id: anmal\n{head}resultat: Vårt eget.\n", encoding="utf-8")
    told = [finding for finding in examine(root, TODAY, "exempelkommun")[1] if finding.mark.file == file]
    assert told == []


def test_the_text_names_who_is_meant_also_where_a_glossary_word_has_the_same_id(root: Path) -> None:
    word = root / "model/gemensam/ordlista/larare.yml"
    word.write_text(
        "id: larare\nnamn: magister\ndefinition: Ett gammalt ord.\nkällor: [{källa: exempelrapport, plats: s. 1}]\n",
        encoding="utf-8",
    )
    file = _decide(root)
    model = _model(root)
    page = Renderer(model).thing(model.get(Beslut, Path(file).stem))
    assert "<div><dt>Huvudansvarig</dt><dd>Lärare</dd></div>" in page
    assert "magister" not in page


@pytest.mark.parametrize("av", ["<b>Nämnden</b>", "Nämnden\noch mer", "", "Anna Lindqvist", "**Nämnden**"])
def test_a_decision_that_could_not_be_shown_is_never_written(root: Path, av: str) -> None:
    model = _model(root)
    with pytest.raises(NotWritten, match="av"):
        decide(root, model, model.get(Rutin, "anmal"), Decided(av, date(2026, 5, 20), date(2026, 5, 20)))
    assert not list((root / "model/gemensam/beslut").glob("rutin-*"))


def test_an_ordinary_name_of_a_body_with_signs_is_written(root: Path) -> None:
    model = _model(root)
    day = date(2026, 5, 20)
    assert decide(root, model, model.get(Rutin, "anmal"), Decided("Barn & unga, utskottet", day, day, "SN_12/26"))


def test_nothing_is_decided_on_a_day_to_come(root: Path) -> None:
    model = _model(root)
    with pytest.raises(NotWritten, match="inte har varit"):
        decide(root, model, model.get(Rutin, "anmal"), Decided("Nämnden", date(2026, 6, 2), date(2026, 6, 2)))


def test_who_forgets_who_or_when_is_told_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert besluta.run(Namespace(sak="rutin:orosanmalan", av="", dag=" ", gäller="", diarienummer="")) == 1
    assert "AV och DAG saknas. Skriv till exempel: make besluta SAK=" in capsys.readouterr().out


def test_a_kommun_reads_how_to_write_down_a_decision_and_an_edition() -> None:
    told = (ROOT / "hooks/samverkan/commands/las_mig.txt").read_text(encoding="utf-8")
    assert "make besluta KOMMUN=KOMMUNEN" in told and "make utgåva KOMMUN=KOMMUNEN" in told
