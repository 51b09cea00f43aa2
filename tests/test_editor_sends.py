"""What an editor has changed in the forms goes to the forge as a proposal, from the page and without a terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from forge_server import ForgeServer, forge_server
from sagolandet import SAGOLANDET, copy_sagolandet
from samverkan.editor.screens import Screens
from samverkan.editor.sending import MISSING

CONTACT = "model/lokalt/drakeby/kontakter/socialtjanst.yml"
PERSON = "19811218-9876"


@pytest.fixture(scope="module", autouse=True)
def nobodys_settings() -> Iterator[None]:
    """Git knows no name here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        yield


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForgeServer]:
    with forge_server("forgejo", tmp_path_factory.mktemp("forge"), parent="lanet/webben") as server:
        yield server


@pytest.fixture(scope="module")
def screens(forge: ForgeServer, tmp_path_factory: pytest.TempPathFactory) -> Screens:
    """The forms of a kommun whose folder is a clone of its repository in the forge."""
    root = tmp_path_factory.mktemp("klon") / "projekt"
    _git(root.parent, "clone", "--quiet", forge.clone_address, str(root))
    copy_sagolandet(root)
    shutil.copytree(SAGOLANDET.parent / "drakeby", root / "model/lokalt/drakeby")
    _git(root, "add", "--all")
    _git(root, "-c", "user.name=IT", "-c", "user.email=", "commit", "--quiet", "-m", "Början")
    _git(root, "push", "--quiet", "origin", "HEAD:main")
    return Screens(root, "drakeby", "/nyckel")


def _git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def _send(screens: Screens, title: str) -> str:
    return screens.answer(["skicka"], {"vad": [title]}).text


def test_what_is_changed_is_listed_and_nothing_is_sent_without_words_or_with_a_person_in_them(
    forge: ForgeServer, screens: Screens
) -> None:
    (screens.root / "model/lokalt/drakeby/forum").mkdir()
    (screens.root / "model/lokalt/drakeby/forum/.gitkeep").write_text("", encoding="utf-8")
    assert "<li>Inget.</li>" in screens.answer(["skicka"], None).text
    path = screens.root / CONTACT
    path.write_text(path.read_text(encoding="utf-8") + "# Läst i dag.\n", encoding="utf-8")
    assert "<li>Kontakt ”" in screens.answer(["skicka"], None).text
    assert MISSING in _send(screens, "  ")
    said = _send(screens, f"Nytt nummer för {PERSON}")
    assert "Inget är skickat" in said
    assert forge.git("for-each-ref", "--format=%(refname:short)").split() == ["main"]


def test_what_stops_the_web_is_told_by_name_and_not_sent(forge: ForgeServer, screens: Screens) -> None:
    path = screens.root / CONTACT
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}okänt: ja\n", encoding="utf-8")
    said = _send(screens, "Nytt nummer")
    assert "Inget är skickat. Rätta det här först" in said and "Kontakt ”" in said and "model/lokalt" not in said
    assert forge.git("for-each-ref", "--format=%(refname:short)").split() == ["main"]
    path.write_text(before, encoding="utf-8")


def test_it_is_sent_on_a_branch_of_its_own_and_the_way_to_open_it_is_shown(
    forge: ForgeServer, screens: Screens
) -> None:
    main = forge.git("rev-parse", "main")
    said = _send(screens, "Nytt nummer till socialtjänsten")
    assert "Öppna ändringsförslaget</a>" in said
    (branch,) = set(forge.git("for-each-ref", "--format=%(refname:short)").split()) - {"main"}
    assert branch.startswith("forslag/nytt-nummer") and f"/compare/main...{branch}" in said.replace("&#39;", "'")
    assert "# Läst i dag." in forge.git("show", f"{branch}:{CONTACT}")
    assert forge.git("rev-parse", "main") == main
    assert "<li>Inget.</li>" in screens.answer(["skicka"], None).text


def test_a_folder_that_is_no_clone_says_what_to_do(tmp_path: Path) -> None:
    shutil.copytree(SAGOLANDET, tmp_path / "model/gemensam")
    shutil.copytree(SAGOLANDET.parent / "drakeby", tmp_path / "model/lokalt/drakeby")
    said = Screens(tmp_path, "drakeby", "/nyckel").answer(["skicka"], None).text
    assert "inte kopplad till något förråd" in said and "<form" not in said
