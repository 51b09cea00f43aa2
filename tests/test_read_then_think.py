"""Everything is read first and thought about afterwards: no disk and no change of the model after that."""

from __future__ import annotations

import builtins
import io
import os
import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest
from casefiles import TODAY, Case, cases
from project import ROOT, copy_project
from pydantic import ValidationError
from samverkan import Model, examine, read, think
from samverkan.findings import report
from samverkan.kinds import Rutin
from samverkan.pages.every_page import pages, publisher_pages
from samverkan.pages.render import Renderer
from samverkan.rules import RULES, unused

# Every way of asking a disk that Python has; pathlib goes through these too.
ASKING = [(builtins, "open"), (io, "open"), (os, "open"), (os, "stat"), (os, "lstat"), (os, "scandir"), (os, "listdir")]
KOMMUN = "gnesta"  # the example; one of its files changes who answers for a step, so points follow
# Cases that need what lies beside the model: the copies of what a kommun has accepted.
LOCAL = [case for case in cases() if case.name.startswith(("overlay/granska", "overlay/utgar"))]


@pytest.fixture
def close_the_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """A function after whose call the test ends if anybody asks for a file or a folder."""

    def closed(*asked: Any, **_: Any) -> Any:
        raise AssertionError(f"frågar disken efter läsningen: {asked[0]}")

    def close() -> None:
        for where, name in ASKING:
            monkeypatch.setattr(where, name, closed)

    yield close
    monkeypatch.undo()


@pytest.mark.parametrize("case", LOCAL, ids=lambda case: case.name)
def test_nothing_is_read_once_everything_has_been(
    case: Case, tmp_path: Path, close_the_disk: Callable[[], None]
) -> None:
    root = case.lay_out(tmp_path)
    examine(root, TODAY, case.kommun)  # Python itself loads some of its own modules when they are first used
    sources = read(root, case.kommun)
    close_the_disk()
    _, findings = think(sources, TODAY)
    assert report(findings) == case.besked.rstrip("\n")


def test_the_guard_of_the_disk_sees_what_is_read(tmp_path: Path, close_the_disk: Callable[[], None]) -> None:
    root = LOCAL[0].lay_out(tmp_path)
    close_the_disk()
    with pytest.raises(AssertionError, match="frågar disken"):
        examine(root, TODAY, LOCAL[0].kommun)


def test_the_model_and_what_is_in_it_cannot_be_assigned_to(base: Model) -> None:
    with pytest.raises(FrozenInstanceError):
        base.local = None  # type: ignore[misc]
    with pytest.raises(ValidationError):
        base.get(Rutin, "anmal").steg[0].namn = "Något annat"


@pytest.mark.parametrize("case", [case for case in LOCAL if "0 fel" in case.besked], ids=lambda case: case.name)
def test_neither_rules_nor_pages_change_the_model(case: Case, tmp_path: Path) -> None:
    model, _ = examine(case.lay_out(tmp_path), TODAY, case.kommun)
    before = _said(model)
    for rule in (*RULES, unused):
        list(rule(model))
    renderer = Renderer(model)
    assert all(page.markdown for page in (*pages(renderer), *publisher_pages(renderer, [])))
    assert _said(model) == before


def test_what_was_read_is_not_changed_by_what_is_thought_of_it(tmp_path: Path) -> None:
    # It is remembered, and thought of again for the next web: what one kommun has changed is not the next one's.
    root = copy_project(tmp_path / "projekt")
    shutil.copytree(ROOT / "tests/exempel" / KOMMUN, root / "model/lokalt" / KOMMUN, dirs_exist_ok=True)
    sources = read(root, KOMMUN)
    documents = [*sources.common, *sources.own]
    before = [deepcopy((document.data, document.marks, document.findings)) for document in documents]
    assert not [finding for finding in think(sources)[1] if finding.severity == "fel"]
    after = [(document.data, document.marks, document.findings) for document in documents]
    assert [d.file for d, was, now in zip(documents, before, after, strict=True) if was != now] == []


def _said(model: Model) -> list[tuple[str, list[str]]]:
    """Everything in a model, as text."""
    return [
        (repr(thing), [f"{user.kind}:{user.id} {place}" for user, place in thing.används_av])
        for thing in model.everything()
    ]
