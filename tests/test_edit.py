"""Where a reader can change a page: at the forge that the project was cloned from."""

from __future__ import annotations

import shutil

import pytest
from project import ROOT
from samverkan import Model, build_model
from samverkan.kinds import KINDS, Begrepp, Forum, Kontakt, Lagrum, Rutin
from samverkan.pages.edit import edit_base, file_links, folder_links
from samverkan.pages.every_page import pages
from samverkan.pages.macros import Macros
from samverkan.pages.render import Renderer


@pytest.mark.parametrize(
    "origin",
    [
        "https://github.com/lan/webb.git",
        "https://github.com/lan/webb",
        "https://namn:nyckel@github.com/lan/webb.git",
        "git@github.com:lan/webb.git",
        "ssh://git@github.com/lan/webb.git",
    ],
)
def test_however_the_project_was_cloned_the_edit_page_is_the_same(origin: str) -> None:
    assert edit_base(origin) == "https://github.com/lan/webb/edit/main/"


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        ("https://gitlab.kommun.se/barn/webb.git", "https://gitlab.kommun.se/barn/webb/-/edit/main/"),
        ("https://codeberg.org/lan/webb", "https://codeberg.org/lan/webb/_edit/main/"),
        ("git@gitea.kommun.se:barn/webb.git", "https://gitea.kommun.se/barn/webb/_edit/main/"),
    ],
)
def test_each_forge_has_its_own_edit_page(origin: str, address: str) -> None:
    assert edit_base(origin) == address


@pytest.mark.parametrize(
    "origin", ["", "/srv/git/webb", "https://git.kommun.se/barn/webb", "http://github.com/a/b", "javascript:github"]
)
def test_where_the_forge_is_not_known_there_is_no_address(origin: str) -> None:
    assert edit_base(origin) is None


GITHUB = "https://github.com/gnesta/webb"


@pytest.fixture(scope="module")
def gnesta(tmp_path_factory: pytest.TempPathFactory) -> Model:
    root = tmp_path_factory.mktemp("kommun")
    shutil.copytree(ROOT / "model" / "gemensam", root / "model" / "gemensam")
    shutil.copytree(ROOT / "tests" / "exempel" / "gnesta", root / "model" / "lokalt" / "gnesta")
    return build_model(root, kommun="gnesta")[0]


def test_a_kommuns_page_leads_to_its_own_file_and_only_shows_the_countys(gnesta: Model) -> None:
    links = file_links(gnesta, gnesta.get(Rutin, "orosanmalan"), GITHUB, "https://github.com/lan/webb")
    assert links == [
        (
            "Ändra hos oss: model/lokalt/gnesta/rutiner/orosanmalan.yml",
            f"{GITHUB}/edit/main/model/lokalt/gnesta/rutiner/orosanmalan.yml",
        ),
        ("Visa länets fil", f"{GITHUB}/blob/main/model/gemensam/rutiner/orosanmalan.yml"),
        ("Föreslå till länet", "https://github.com/lan/webb/edit/main/model/gemensam/rutiner/orosanmalan.yml"),
    ]


def test_where_the_kommun_has_no_file_yet_the_link_makes_one(gnesta: Model) -> None:
    (own, address), (seen, _) = file_links(gnesta, gnesta.get(Forum, "nsv"), GITHUB, "")
    assert (own, seen) == ("Ändra hos oss: model/lokalt/gnesta/forum/nsv.yml", "Visa länets fil")
    assert address and address.startswith(f"{GITHUB}/new/main?filename=model/lokalt/gnesta/forum/nsv.yml&value=id%3A")
    (words, nowhere), _ = file_links(gnesta, gnesta.get(Forum, "nsv"), "", "")
    assert (words, nowhere) == ("Ändra hos oss: skapa filen model/lokalt/gnesta/forum/nsv.yml", None)


def test_law_and_sources_are_only_shown_and_a_contact_leads_to_its_own_file(gnesta: Model) -> None:
    assert [words for words, _ in file_links(gnesta, gnesta.get(Lagrum, "sol-19-1"), GITHUB, "")] == ["Visa länets fil"]
    ((words, _),) = file_links(gnesta, gnesta.get(Kontakt, "socialtjanst"), GITHUB, "")
    assert words == "Ändra hos oss: model/lokalt/gnesta/kontakter/socialtjanst.yml"


def test_no_page_of_a_kommun_leads_to_editing_the_countys_file(gnesta: Model) -> None:
    renderer = Renderer(gnesta, forges=(GITHUB, ""))
    shared = [Macros(renderer).alla(kind.kind)() for kind in KINDS if not kind.own_page]
    for text in [*(page.markdown for page in pages(renderer)), *shared]:
        assert "edit/main/model/gemensam" not in text
        assert "Ändra texterna på den här sidan: [model/gemensam" not in text
        assert "Ändra texterna på den här sidan: model/gemensam" not in text


def test_a_page_of_many_things_leads_to_the_kommuns_folder_and_shows_the_countys(gnesta: Model) -> None:
    assert folder_links(gnesta, Begrepp, GITHUB) == [
        ("Ändra texterna på den här sidan", "model/lokalt/gnesta/ordlista", None),
        ("Länets filer", "model/gemensam/ordlista", f"{GITHUB}/tree/main/model/gemensam/ordlista"),
    ]
    assert folder_links(gnesta, Lagrum, "") == [("Länets filer", "model/gemensam/lagrum", None)]


def test_a_changed_thing_comes_from_two_files_and_the_kommuns_is_the_one_to_change(gnesta: Model) -> None:
    own, common = "model/lokalt/gnesta/rutiner/orosanmalan.yml", "model/gemensam/rutiner/orosanmalan.yml"
    assert gnesta.get(Rutin, "orosanmalan").files == (own, common)
    assert gnesta.get(Rutin, "orosanmalan").file == own
    assert gnesta.get(Forum, "nsv").files == ("model/gemensam/forum/nsv.yml",)
    (page,) = [page for page in pages(Renderer(gnesta)) if page.path == "rutiner/orosanmalan.md"]
    assert page.file == own
    assert f"[Ändra hos oss: {own}](/{own})" in page.markdown
    assert f"[Visa länets fil](/{common})" in page.markdown
