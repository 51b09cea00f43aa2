"""A check that remembers says what a check that has forgotten everything says, whatever has been done to the files.

The suite edits a small model much and the real one a little; `EDITS=200 pytest tests/test_remembered.py` as much as
one likes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from casefiles import base_model
from edits import Editor
from project import copy_project, run
from samverkan.commands.whole import look
from samverkan.reading import remembered
from samverkan.reading.remembered import Answer

EDITS = int(os.environ.get("EDITS", "1"))


def forget() -> None:
    """As another process, which has read nothing."""
    remembered._documents.clear()
    remembered._used.clear()
    remembered._kept.clear()


def checked(root: Path) -> tuple[bool, Answer]:
    """Whether the answer was remembered, and what it is; as `samverkan kontrollera`."""
    forget()
    asked = remembered.question(root)
    found = remembered.answer(root, asked)
    if found is not None:
        return True, found
    remembered.recall(root)
    found = look(root, None)
    remembered.keep(root, asked, found)
    return False, found


def afresh(root: Path) -> Answer:
    """What is found when nothing is remembered."""
    forget()
    return look(root, None)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = base_model(tmp_path)
    (root / "docs" / "om").mkdir(parents=True)
    (root / "docs" / "index.md").write_text("# Samverkan\n\nVälkommen till [rutinen](rutiner/anmal.md#ansvar).\n")
    (root / "docs" / "om" / "oss.md").write_text("# Om oss\n\n{{ länk('rutin', 'anmal') }}\n")
    return root


def test_what_is_found_in_a_small_model_is_the_same_after_each_edit(root: Path) -> None:
    same_after(root, 30)


@pytest.mark.timeout(480 + 60 * EDITS)
def test_what_is_found_in_the_real_model_is_the_same_after_each_edit(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "projekt")
    assert run("-m", "samverkan", "kommun", "gnesta", root=root).returncode == 0
    same_after(root, EDITS)


def same_after(root: Path, edits: int) -> None:
    """Edit, check and check afresh, so many times."""
    checked(root)
    for number, done in enumerate(islice(Editor(root, seed=3).edits(), edits)):
        _, found = checked(root)
        assert found == afresh(root), f"{number}: {done}"
        assert checked(root) == (True, found), f"{number}: {done}"


@pytest.mark.parametrize(
    "broken",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-20]),
        lambda path: path.write_bytes(b"annat\n" + path.read_bytes()),
        lambda path: path.write_bytes(b"\xff" * 50),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["tom", "halv", "ändrad", "skräp", "mapp"],
)
def test_a_broken_cache_is_made_anew_without_a_word(root: Path, broken: Callable[[Path], object]) -> None:
    _, found = checked(root)
    for path in (root / remembered.PLACE).glob("*/*"):
        broken(path)
    assert checked(root) == (False, found)


def test_nothing_is_remembered_by_another_program(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(root)
    other = root / "program"
    other.mkdir()
    monkeypatch.setattr(remembered, "CODE", other)
    assert checked(root)[0] is False
    (other / "ny.py").write_text("", encoding="utf-8")
    assert checked(root)[0] is False
    assert checked(root)[0] is True
    assert len(list((root / remembered.PLACE).iterdir())) == 1, "det gamla är borta"


def test_the_answer_of_another_day_or_of_another_web_is_not_given(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(root)
    for wish, value in (("SAMVERKAN_DATUM", "2031-01-01"), ("SAMVERKAN_KOMMUN", "gnesta")):
        with monkeypatch.context() as wished:
            wished.setenv(wish, value)
            assert checked(root)[0] is False
    checked(root)
    monkeypatch.setattr(remembered, "date", type("Tomorrow", (), {"today": staticmethod(lambda: "2031-01-01")}))
    assert checked(root)[0] is False


def test_a_check_writes_nothing_but_its_cache(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    checked(root)
    after = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    cache = {path for path in after if path.is_relative_to(root / remembered.PLACE)}
    assert cache
    assert {path: raw for path, raw in after.items() if path not in cache} == before
