"""Nytt sedan sist: what git remembers of the model, told as what is new in substance, for each thing and funktion."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from casefiles import base_model
from samverkan import Model, examine
from samverkan.commands.decide import Decided, decide
from samverkan.kinds import Funktion, Rutin
from samverkan.local.changes import Change
from samverkan.local.told import in_substance
from samverkan.pages.render import Renderer
from samverkan.pages.views.since import News
from samverkan.reading.git_log import History, read_history
from samverkan.reading.past import Past
from samverkan.web.feeds import ATOM, feeds

TODAY = date(2026, 6, 1)
ROUTINE = "model/gemensam/rutiner/anmal.yml"
YEAR_AGO = date(2025, 6, 1)


def _git(root: Path, *arguments: str, day: str = "2026-01-01") -> None:
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00"}
    who = ("-c", "user.name=Redaktör", "-c", "user.email=redaktor@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], cwd=root, env=when | {"PATH": "/usr/bin:/bin"}, check=True, text=True)


def _commit(root: Path, day: str, changes: dict[str, tuple[str, str]]) -> None:
    for file, (old, new) in changes.items():
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "En ändring", day=day)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small model with a history: its first day, a step in other words, a new time limit, a new thing."""
    root = base_model(tmp_path)
    folder = root / "model/gemensam/funktioner"
    other = (folder / "handlaggare.yml").read_text(encoding="utf-8").replace("andlägg", "emterapeut")
    (folder / "kurator.yml").write_text(other.replace("id: handlaggare", "id: kurator"), encoding="utf-8")
    _git(root, "init", "-q")
    _commit(root, "2026-01-01", {})
    _commit(root, "2026-04-10", {ROUTINE: ("vad: Lämna besked.", "vad: Lämna ett besked.")})
    new = root / "model/gemensam/ordlista/ny.yml"
    new.write_text("id: ny\nnamn: Nytt ord\nförklaring: Ett ord.\n", encoding="utf-8")
    _commit(root, "2026-05-20", {ROUTINE: ("när: inom två veckor", "när: inom en vecka")})
    return root


def _history(root: Path, until: date = TODAY) -> History:
    return read_history(root, ["model/gemensam"], YEAR_AGO, until)


def _renderer(root: Path, history: History | None = None) -> Renderer:
    model: Model = examine(root, TODAY)[0]
    return Renderer(model, past=Past(_history(root) if history is None else history))


def test_the_day_when_everything_was_new_is_no_change(root: Path) -> None:
    history = _history(root)
    assert history.begins == date(2026, 1, 1)
    assert {version.day for version in history.versions} == {date(2026, 4, 10), date(2026, 5, 20)}


def test_what_is_committed_after_the_day_is_not_told(root: Path) -> None:
    assert {version.day for version in _history(root, date(2026, 5, 1)).versions} == {date(2026, 4, 10)}


def test_a_day_with_several_changes_is_told_as_one(root: Path) -> None:
    _commit(root, "2026-05-20", {ROUTINE: ("när: inom en vecka", "när: inom tre dagar")})
    [version] = [one for one in _history(root).versions if one.file == ROUTINE and one.day == date(2026, 5, 20)]
    assert version.before is not None and version.after is not None
    assert version.before["steg"][1]["tider"][0]["när"] == "inom två veckor"
    assert version.after["steg"][1]["tider"][0]["när"] == "inom tre dagar"


def test_a_merged_branch_is_new_on_the_day_it_was_merged(root: Path) -> None:
    _git(root, "switch", "-qc", "gren")
    _commit(root, "2026-05-22", {ROUTINE: ("Du misstänker att", "Du tror att")})
    _git(root, "switch", "-q", "main")
    _git(root, "merge", "-q", "--no-ff", "-m", "Slå ihop", "gren", day="2026-05-30")
    assert {one.day for one in _history(root).versions} == {date(2026, 4, 10), date(2026, 5, 20), date(2026, 5, 30)}


def test_the_page_shows_what_is_new_word_by_word_and_counts_new_wording(root: Path) -> None:
    page = _renderer(root).thing(examine(root, TODAY)[0].get(Rutin, "anmal"))
    told = page[page.index('<details class="skarm"') :]
    assert "Ändrat det senaste året, senast 20 maj 2026" in told
    assert "inom <del>två veckor;</del> <ins>en vecka;</ins>" in told
    assert "10 april 2026.</strong> 1 ställe har fått andra ändelser eller småord." in told


@pytest.mark.parametrize(
    ("before", "after", "substance"),
    [
        ("Ring och berätta.", "Ring, berätta.", False),
        ("Anmäl till nämnden.", "Du anmäler till nämnderna.", False),
        ("Ring nämnden.", "Ring [nämnden](huvudman:x).", False),
        ("Ring inom 14 dagar.", "Ring inom 7 dagar.", True),
        ("Socialtjänsten ringer skolan.", "Skolan ringer socialtjänsten.", True),
        ("Du anmäler.", "Du anmäls.", True),
        ("Ring [112](tel:112).", "Ring [112](tel:113).", True),
        ("Ring familjen.", "Ring inte familjen.", True),
        ("Ring om barnet vill.", "Ring barnet vill.", True),
        ("Ring polisen.", "Ring socialtjänsten.", True),
        (None, "Ring polisen.", True),
        ("Ring polisen.", None, True),
    ],
)
def test_substance_is_told_from_wording(before: str | None, after: str | None, substance: bool) -> None:
    assert in_substance(Change("vad", before, after)) is substance


def test_a_funktion_sees_what_is_new_in_its_own_steps_only(root: Path) -> None:
    renderer = _renderer(root)
    news = {
        id: renderer.since.news_for(renderer.model.get(Funktion, id)) for id in ("handlaggare", "larare", "kurator")
    }
    routine = renderer.model.get(Rutin, "anmal")
    assert news["handlaggare"] == [News(date(2026, 5, 20), routine, "svara", "tider")]
    assert news["larare"] == news["handlaggare"]  # is informed in that step
    assert news["kurator"] == []
    assert "[Anmäla oro, Svara den som anmälde](/rutiner/anmal.md#steg-svara): tider" in renderer.thing(
        renderer.model.get(Funktion, "handlaggare")
    )


def test_a_funktion_sees_what_is_coming_for_it_and_nobody_elses(root: Path) -> None:
    routine = root / ROUTINE
    coming = "kommande:\n  - från: 2027-01-01\n    nytt: {resultat: Något annat.}\n"
    routine.write_text(routine.read_text(encoding="utf-8") + coming, encoding="utf-8")
    model = examine(root, TODAY)[0]
    decide(root, model, model.get(Rutin, "anmal"), Decided("Nämnden", date(2026, 5, 20), date(2026, 9, 1)))
    renderer = _renderer(root)
    pages = {id: renderer.thing(renderer.model.get(Funktion, id)) for id in ("handlaggare", "larare", "kurator")}
    for id in ("handlaggare", "larare"):
        told = pages[id][pages[id].index("## Det här kommer") :]
        begins = told.index("- **1 september 2026.** Börjar gälla: [Beslut om Anmäla oro")
        assert begins < told.index("- **1 januari 2027.** Texten ändras: [Anmäla oro](/rutiner/anmal.md)")
    assert "Det här kommer" not in pages["kurator"]


def test_a_new_number_to_ring_in_the_regions_own_file_is_told(root: Path) -> None:
    region = "model/gemensam/region.yml"
    _commit(root, "2026-05-25", {region: ("Barnet behöver skydd:", "Barnet behöver skydd nu:")})
    assert "25 maj 2026: 1 sak" in _renderer(root).template("nytt")


def test_a_field_that_got_another_name_is_no_news(root: Path) -> None:
    region = root / "model/gemensam/region.yml"
    level = "model/gemensam/nivaer/bas.yml"
    text = (root / level).read_text(encoding="utf-8")
    (root / level).write_text(text + "i_länet: Vi möts.\n", encoding="utf-8")
    _commit(root, "2026-05-24", {})
    with region.open("a", encoding="utf-8") as file:
        file.write("bytta_fält:\n  - {i: nivaer, förut: i_länet, nu: här}\n")
    _commit(root, "2026-05-25", {level: ("i_länet:", "här:")})
    renderer = _renderer(root)
    assert [one.day for one in renderer.since.all if one.id == "bas"] == [date(2026, 5, 24)]


def test_a_limit_lifted_to_another_field_says_the_same(root: Path) -> None:
    _commit(root, "2026-05-25", {ROUTINE: ("- när: inom en vecka", "- återkommer: {period: termin}")})
    _commit(root, "2026-05-26", {ROUTINE: ("- återkommer: {period: termin}", "- när: varje termin")})
    told = {one.day: one for one in _renderer(root).since.all if one.id == "anmal"}
    assert date(2026, 5, 25) in told and date(2026, 5, 26) not in told
    assert [change.after for change in told[date(2026, 5, 25)].substance] == ["varje termin; Bygger på: inte lag"]


def test_what_has_changed_is_told_with_names_also_of_what_is_gone(root: Path) -> None:
    _commit(root, "2026-05-25", {ROUTINE: ("informeras: [larare]", "informeras: [larare, kurator]")})
    (root / "model/gemensam/funktioner/kurator.yml").unlink()
    _commit(root, "2026-05-26", {ROUTINE: ("informeras: [larare, kurator]", "informeras: [larare]")})
    told = {one.day: one for one in _renderer(root).since.all if one.id == "anmal"}
    assert [change.before for change in told[date(2026, 5, 26)].substance] == ["Lärare, Hemterapeutare"]


def test_the_page_of_news_lists_the_day_and_what_was_changed(root: Path) -> None:
    page = _renderer(root).template("nytt")
    assert "20 maj 2026: 1 sak" in page
    assert "[Anmäla oro](/rutiner/anmal.md): Steg › ”Svara den som anmälde”" in page
    assert "10 april" not in page  # the same in other words


def test_a_web_built_without_its_history_says_so(root: Path) -> None:
    assert "byggd utan filernas historia" in _renderer(root, History()).template("nytt")


def test_a_folder_without_git_has_no_history(tmp_path: Path) -> None:
    assert read_history(base_model(tmp_path), ["model/gemensam"], YEAR_AGO, TODAY) == History()


def test_a_feed_reader_gets_what_is_new_with_its_day_and_page(root: Path) -> None:
    renderer = _renderer(root)
    feed = ElementTree.fromstring(dict(feeds(renderer.model, renderer.since))["nytt/handlaggare.xml"])
    names = {"a": ATOM}
    [entry] = feed.findall("a:entry", names)
    assert entry.findtext("a:title", "", names) == "Anmäla oro, Svara den som anmälde: tider"
    assert entry.findtext("a:updated", "", names) == "2026-05-20T00:00:00Z"
    assert [link.get("href") for link in entry.findall("a:link", names)] == ["../rutiner/anmal/#steg-svara"]
    assert feed.findtext("a:id", "", names).startswith("urn:uuid:")


def test_a_clone_that_is_cut_off_has_no_history_rather_than_a_false_one(root: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "grund"
    _git(root, "clone", "-q", "--depth", "1", f"file://{root}", str(shallow))
    assert _history(shallow) == History()


def test_a_kommuns_own_change_of_the_countys_routine_is_no_new_routine(root: Path) -> None:
    own = root / "model/lokalt/exempelkommun"
    (own / "rutiner").mkdir(parents=True)
    (own / "installningar.yml").write_text("id: installningar\nnamn: Exempel\n", encoding="utf-8")
    head = "motivering: Så gör vi.\nbeslutad: {av: Nämnden, datum: 2026-03-01}\n"
    (own / "rutiner/anmal.yml").write_text(f"id: anmal\n{head}resultat: Vårt eget.\n", encoding="utf-8")
    _commit(root, "2026-05-28", {})
    history = read_history(root, ["model/gemensam", "model/lokalt/exempelkommun"], YEAR_AGO, TODAY)
    renderer = Renderer(examine(root, TODAY, "exempelkommun")[0], past=Past(history))
    assert "[Anmäla oro](/rutiner/anmal.md): vår egen ändring" in renderer.template("nytt")


def test_an_empty_contact_is_told_of_where_contacts_are(root: Path) -> None:
    own = root / "model/lokalt/exempelkommun"
    (own / "kontakter").mkdir(parents=True)
    (own / "installningar.yml").write_text("id: installningar\nnamn: Exempel\n", encoding="utf-8")
    text = "id: socialtjanst\nnamn: Socialtjänsten\nverksamhet: socialtjanst\n"
    (own / "kontakter/socialtjanst.yml").write_text(text, encoding="utf-8")
    _commit(root, "2026-05-28", {})
    history = read_history(root, ["model/gemensam", "model/lokalt/exempelkommun"], YEAR_AGO, TODAY)
    renderer = Renderer(examine(root, TODAY, "exempelkommun")[0], past=Past(history))
    assert "[Socialtjänsten](/kontakter/index.md): ny" in renderer.template("nytt")


def test_a_funktion_is_told_of_a_step_that_is_gone_or_no_longer_its_own(root: Path) -> None:
    routine = root / ROUTINE
    data = yaml.load(routine.read_text("utf-8"), yaml.BaseLoader)
    lost, gone = data["steg"][1], {**data["steg"][1], "id": "ring-forst", "namn": "Ring först"}
    data["steg"].append(gone)
    routine.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    _commit(root, "2026-05-24", {})
    data["steg"].remove(gone)
    lost["informeras"] = ["kurator"]
    routine.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    _commit(root, "2026-05-25", {})
    renderer = _renderer(root)
    rows = [row.what for row in renderer.since.news_for(renderer.model.get(Funktion, "larare"))]
    assert rows[:2] == ["steget ”Svara den som anmälde” är inte längre ditt", "steget ”Ring först” är borttaget"]
    assert "Borttaget: Steg › ”Ring först”" in dict(feeds(renderer.model, renderer.since))["nytt/allt.xml"]


def test_a_page_with_many_changes_folds_the_rest_and_says_how_many(root: Path) -> None:
    for number in range(2, 10):
        _commit(root, f"2026-05-2{number - 1}", {ROUTINE: ("inom ", f"inom {number} ")})
    page = _renderer(root).thing(examine(root, TODAY)[0].get(Rutin, "anmal"))
    assert "<summary>Och 4 tidigare</summary>" in page
    assert page.count("2026.</strong>") == 10
