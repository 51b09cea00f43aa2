"""`make` asks first whether .venv is this folder's own and whole, and makes anew what is not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from project import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

import setup_env

LIST, OWN = "requirements.txt", "."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose environment has just been made."""
    root = tmp_path_factory.mktemp("miljö") / "första"
    root.mkdir()
    for name in (LIST, "pyproject.toml"):
        (root / name).write_text("", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "venv", str(root / ".venv")], check=True)
    return root


@pytest.fixture
def here(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "projekt", symlinks=True)


class Runs:
    """setup_env in a folder, with an installation that only notes what it was asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.patch = monkeypatch
        self.fails = 0

    def __call__(self, root: Path) -> list[str]:
        asked: list[str] = []

        def install(*what: str) -> None:
            asked.append(what[-1])
            if self.fails:
                raise subprocess.CalledProcessError(self.fails, "pip")

        for name, value in (("ROOT", root), ("VENV", root / ".venv"), ("install", install)):
            self.patch.setattr(setup_env, name, value)
        self.patch.setattr(setup_env, "PYTHON", root / ".venv/bin/python")
        self.patch.setattr(setup_env, "HALF", root / ".venv/pagar")
        real = setup_env.venv.create
        self.patch.setattr(setup_env.venv, "create", lambda *a, **k: (asked.append("ny"), real(*a, **k))[1])
        try:
            self.code = setup_env.main(LIST)
        finally:
            self.patch.setattr(setup_env.venv, "create", real)
        return asked


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    return Runs(monkeypatch)


def test_nothing_is_done_when_all_is_there(here: Path, runs: Runs) -> None:
    assert runs(here) == [LIST, OWN]
    assert runs(here) == []


def test_a_changed_list_is_installed_whatever_the_files_times_say(here: Path, runs: Runs) -> None:
    runs(here)
    (here / LIST).write_text("# nytt\n", encoding="utf-8")
    assert runs(here) == [LIST, OWN]


@pytest.mark.parametrize("move", [shutil.move, lambda a, b: shutil.copytree(a, b, symlinks=True)], ids=["mv", "cp"])
def test_a_moved_or_copied_folder_gets_its_own_code(here: Path, runs: Runs, move: object) -> None:
    runs(here)
    move(here, here.parent / "annan plats")  # type: ignore[operator]
    assert runs(here.parent / "annan plats") == [OWN]
    assert runs(here.parent / "annan plats") == []


@pytest.mark.långsam
def test_an_environment_whose_python_is_gone_is_made_anew(here: Path, runs: Runs) -> None:
    runs(here)
    python = here / ".venv/bin/python"
    python.unlink()
    python.symlink_to(here / "borta")
    assert runs(here) == ["ny", LIST, OWN]


def test_a_half_made_environment_is_made_anew(here: Path, runs: Runs) -> None:
    shutil.rmtree(next((here / ".venv/lib").glob("python*/site-packages")) / "pip")
    assert runs(here) == ["ny", LIST, OWN]


@pytest.mark.långsam
def test_an_installation_that_was_killed_is_made_anew(here: Path, runs: Runs) -> None:
    runs(here)
    (here / ".venv/pagar").touch()
    assert runs(here) == ["ny", LIST, OWN]


def test_without_network_what_was_there_is_left_as_it_was(
    here: Path, runs: Runs, capsys: pytest.CaptureFixture[str]
) -> None:
    runs(here)
    (here / LIST).write_text("# nytt\n", encoding="utf-8")
    runs.fails = 1
    assert runs(here) == [LIST]
    assert runs.code == 1 and "paketarkiv" in capsys.readouterr().out
    runs.fails = 0
    assert runs(here) == [LIST, OWN]


def test_where_no_environment_can_be_made_nothing_half_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def without_ensurepip(*_: object, **__: object) -> None:
        (tmp_path / ".venv/bin").mkdir(parents=True)
        raise subprocess.CalledProcessError(1, "ensurepip")

    monkeypatch.setattr(setup_env, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(setup_env.venv, "create", without_ensurepip)
    assert not setup_env.create()
    assert "python3-venv" in capsys.readouterr().out
    assert not (tmp_path / ".venv").exists()
