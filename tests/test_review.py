"""`make granska`: what the county has changed under a kommun's deviations, and accepting it."""

from __future__ import annotations

from pathlib import Path

import pytest
from casefiles import base_model
from project import run
from sagolandet import copy_sagolandet
from samverkan import examine
from samverkan.commands.review import accept, told
from samverkan.kinds.deviation import Deviation, Local

FILE = "model/lokalt/exempelkommun/rutiner/anmal.yml"
COMMON = "model/gemensam/rutiner/anmal.yml"
COPY = "model/lokalt/exempelkommun/granskat/rutiner/anmal.yml"
HEAD = "motivering: Vi har en e-tjänst.\nbeslutad: {av: Socialnämnden, datum: 2026-11-22}\n"


def _deviation(root: Path) -> Deviation:
    (deviation,) = _local(root).deviations
    return deviation


def _local(root: Path) -> Local:
    return examine(root, kommun="exempelkommun")[0].local


def _write(root: Path, text: str) -> Path:
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    settings = "id: installningar\nnamn: Exempel\n"
    (root / "model/lokalt/exempelkommun/installningar.yml").write_text(settings, encoding="utf-8")
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return base_model(tmp_path)


def test_a_new_deviation_is_shown_beside_the_common_file(root: Path) -> None:
    _write(root, f"id: anmal\n{HEAD}")
    assert COMMON in told(_local(root), _deviation(root))


def test_accepting_writes_one_line_after_the_id_and_keeps_the_rest(root: Path) -> None:
    path = _write(root, f"# Vår.\nid: anmal  # samma\n\n{HEAD}# Slut.")
    deviation = _deviation(root)
    assert accept(root, "exempelkommun", deviation)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[2].startswith("mot: ")
    assert "\n".join([*lines[:2], *lines[3:]]) == f"# Vår.\nid: anmal  # samma\n\n{HEAD}# Slut."
    assert not _deviation(root).outdated
    assert (root / COPY).read_bytes() == (root / COMMON).read_bytes()


def test_accepting_again_renews_the_line_and_keeps_its_comment(root: Path) -> None:
    path = _write(root, f"id: anmal\nmot: 000000000000  # granskad i nämnden\r\n{HEAD}")
    assert accept(root, "exempelkommun", _deviation(root))
    text = path.read_bytes().decode()
    assert "000000000000" not in text
    assert "  # granskad i nämnden\r\n" in text
    assert not _deviation(root).outdated


def test_a_file_without_id_can_be_accepted(root: Path) -> None:
    _write(root, f"# Vår.\n{HEAD}")
    assert accept(root, "exempelkommun", _deviation(root))
    assert not _deviation(root).outdated


def test_a_layout_that_has_no_such_line_is_left_as_it_was(root: Path) -> None:
    text = "{id: anmal, motivering: Vår., beslutad: {av: Nämnden, datum: 2026-11-22}}\n"
    path = _write(root, text)
    assert not accept(root, "exempelkommun", _deviation(root))
    assert path.read_text(encoding="utf-8") == text


def test_a_later_change_is_told_with_before_and_after(root: Path) -> None:
    _write(root, f"id: anmal\n{HEAD}")
    accept(root, "exempelkommun", _deviation(root))
    common = root / COMMON
    name = next(line for line in common.read_text(encoding="utf-8").splitlines() if line.startswith("namn: "))
    text = common.read_text(encoding="utf-8").replace(name, "namn: Nytt namn", 1)
    common.write_text(text, encoding="utf-8")
    said = told(_local(root), _deviation(root))
    assert f"förut: {name.removeprefix('namn: ')}" in said
    assert "nu:    Nytt namn" in said


def test_the_command_lists_accepts_and_then_has_nothing_to_do(tmp_path: Path) -> None:
    root = copy_sagolandet(tmp_path / "projekt")
    assert "Ingen kommun har en egen mapp" in run("-m", "samverkan", "granska", root=root).stdout
    run("-m", "samverkan", "kommun", "drakeby", root=root)
    own = root / "model/lokalt/drakeby/rutiner"
    own.joinpath("orosanmalan.yml").write_text(f"id: orosanmalan\n{HEAD}", encoding="utf-8")
    own.joinpath("egen.yml").write_text(
        (root / "model/gemensam/rutiner/orosanmalan.yml")
        .read_text(encoding="utf-8")
        .replace("id: orosanmalan\n", "id: egen\n", 1)
        .replace("namn: Anmäla oro", "namn: Vår egen rutin", 1)
        .replace("ordning: 1\n", "ordning: 9\n", 1)
        + HEAD,
        encoding="utf-8",
    )
    listed = run("-m", "samverkan", "granska", "drakeby", root=root)
    assert listed.returncode == 0, listed.stdout + listed.stderr
    assert "rutiner/orosanmalan.yml: ändrar" in listed.stdout
    assert "egen.yml" not in listed.stdout, "ett tillägg behöver ingen granskning"
    assert "Godkänt: 1 av 1." in run("-m", "samverkan", "granska", "drakeby", "--godkänn", "ja", root=root).stdout
    assert "Inget att granska" in run("-m", "samverkan", "granska", "drakeby", root=root).stdout
    assert run("-m", "samverkan", "granska", "drakeby", "--godkänn", "nja", root=root).returncode == 1


def test_a_misspelt_word_after_make_is_told_and_not_passed_over() -> None:
    result = run("-m", "samverkan", "granska", "gnesta", MAKEFLAGS=" -- GODKANN=ja KOMMUN=gnesta")
    assert (result.returncode, result.stdout.strip()) == (1, "”GODKANN=” gör ingenting. Menade du GODKÄNN=?")
