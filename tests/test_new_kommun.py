"""`make kommun`: a folder ready to fill in, for the kommun that was asked for, and nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from project import ROOT, contents, copy_project, run
from samverkan import examine
from samverkan.commands.kommun_choice import NoSuchKommun, choose
from samverkan.commands.new_kommun import new_kommun
from samverkan.kinds import KINDS, Funktion, Kontakt, Verksamhet
from samverkan.kinds.base import Thing
from samverkan.kinds.installningar import Inställningar, Tillgänglighet

FOLDER = "model/lokalt/gnesta"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "projekt")


@pytest.fixture
def gnesta(project: Path) -> Path:
    new_kommun(project, "gnesta")
    return project


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new folder that no test writes in."""
    project = copy_project(tmp_path_factory.mktemp("ny") / "projekt")
    new_kommun(project, "gnesta")
    return project


def test_the_new_folder_has_a_place_for_each_kind_and_explains_itself(untouched: Path) -> None:
    folder = untouched / FOLDER
    assert {kind.folder for kind in KINDS} <= {path.name for path in folder.iterdir()}
    text = (folder / "LÄS-MIG.txt").read_text(encoding="utf-8")
    for word in ("motivering", "beslutad", "mot:", "efter:", "utgår: ja", "KOMMUN=gnesta"):
        assert word in text
    assert (untouched / "docs/lokalt/gnesta/.gitkeep").exists()


def test_the_new_folder_has_no_errors(untouched: Path) -> None:
    _, findings = examine(untouched, kommun="gnesta")
    assert [str(finding) for finding in findings if finding.severity == "fel"] == []


def test_the_settings_hold_every_field_with_only_id_and_namn_filled_in(untouched: Path) -> None:
    text = (untouched / FOLDER / "installningar.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text) == {"id": "installningar", "namn": "Samverkanswebben i Gnesta"}
    for name in set(Inställningar.model_fields) - set(Thing.model_fields):
        assert f"\n#{name}:" in text
        assert f"# {Inställningar.model_fields[name].description}" in text
    for name in Tillgänglighet.model_fields:
        assert f"\n#  {name}:" in text


def test_a_setting_is_filled_in_by_taking_away_its_sign(gnesta: Path) -> None:
    path = gnesta / FOLDER / "installningar.yml"
    text = path.read_text(encoding="utf-8")
    for name, value in (("utgivare", "Gnesta kommun"), ("färg", '"#12495a"'), ("tillgänglighet", "")):
        text = text.replace(f"\n#{name}:", f"\n{name}: {value}")
    text = text.replace("\n#  uppfyller:", "\n  uppfyller: delvis").replace("\n#  brister:", "\n  brister:")
    text = text.replace("\n#    - vad:", "\n    - vad: Bilden").replace(
        "\n#      varför:", "\n      varför: Saknar text"
    )
    path.write_text(text, encoding="utf-8")
    model, _ = examine(gnesta, kommun="gnesta")
    settings = model.settings
    assert (settings.utgivare, settings.färg) == ("Gnesta kommun", "#12495a")
    assert settings.tillgänglighet.uppfyller == "delvis"
    assert settings.tillgänglighet.brister[0].varför == "Saknar text"


def test_there_is_a_contact_for_each_that_the_common_model_needs(untouched: Path) -> None:
    model, _ = examine(untouched, kommun="gnesta")
    needed = {f"{t.kind}:{t.id}" for kind in (Verksamhet, Funktion) for t in model.all(kind) if t.kontakt_behövs}
    assert {str(kontakt.till) for kontakt in model.all(Kontakt)} == needed
    text = (untouched / FOLDER / "kontakter/socialjour.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text) == {"id": "socialjour", "namn": "Socialjour", "verksamhet": "socialjour"}
    for name in ("telefon", "e_post", "webb", "tider", "adress"):
        assert f"\n#{name}:" in text


def test_what_is_filled_in_is_never_overwritten(gnesta: Path) -> None:
    path = gnesta / FOLDER / "kontakter/socialjour.yml"
    path.write_text("id: socialjour\n", encoding="utf-8")
    (gnesta / FOLDER / "kontakter/elevhalsa.yml").unlink()
    before = contents(gnesta)
    _, written, left = new_kommun(gnesta, "gnesta")
    assert written == [f"{FOLDER}/kontakter/elevhalsa.yml"]
    assert f"{FOLDER}/kontakter/socialjour.yml" in left
    assert {k: v for k, v in contents(gnesta).items() if k not in written} == before


@pytest.mark.parametrize(("wanted", "first"), [("Strängnes", "strangnas"), ("trossa", "trosa"), ("", "eskilstuna")])
def test_a_kommun_that_is_not_there_is_answered_with_the_choices(wanted: str, first: str) -> None:
    with pytest.raises(NoSuchKommun, match=f"Välj bland: {first}, ") as error:
        new_kommun(ROOT, wanted)
    assert "region-sormland" not in str(error.value)


@pytest.mark.parametrize("wanted", ["Oxelösund", "oxelösund", "Oxelösunds kommun", "oxelosund", "OXELÖSUND"])
def test_a_kommun_may_be_named_as_one_says_it(wanted: str) -> None:
    assert choose(wanted, ["gnesta", "oxelosund"], "make kommun") == "oxelosund"


def test_the_command_says_what_it_wrote_and_what_it_left(project: Path) -> None:
    first, second = (run("-m", "samverkan", "kommun", "gnesta", root=project) for _ in range(2))
    assert first.stdout.startswith("Skrev:\n") and "Fanns redan" not in first.stdout
    assert second.stdout.startswith("Fanns redan, orört:\n") and "Skrev" not in second.stdout
    wrong = run("-m", "samverkan", "kommun", "", root=project)
    assert (wrong.returncode, wrong.stderr) == (1, "")


@pytest.mark.parametrize("folder", ["model/lokalt", "docs/lokalt"])
def test_upstream_leaves_the_folders_of_the_forks_empty(folder: str) -> None:
    assert set(contents(ROOT / folder)) <= {".gitkeep"}
