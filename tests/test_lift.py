"""What a fork wrote before there was a field for it is lifted where nothing else changes; the rest is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from casefiles import base_model, lay_local
from project import contents
from samverkan.commands.lift import lift
from samverkan.commands.lift_words import alike, recurrence
from samverkan.reading.folders import COMMON, FOLDER

HEAD = "motivering: Så gör vi.\nbeslutad: {av: Nämnden, datum: 2026-03-01}\n"
GROUP = f"id: var-grupp\n{HEAD}namn: Vår grupp\nnivå: bas\nsyfte: Möts.\nslutinstans: ja\n"


def fork(root: Path, files: dict[str, str]) -> Path:
    """A fork of the cases' model, in which the county has given its checklist another id and a step of its routine."""
    folder = base_model(root) / COMMON
    renamed(folder / "checklistor" / "starta-grupp.yml", "starta")
    renamed(folder / "rutiner" / "anmal.yml", "anmala")
    lay_local(root, "exempelkommun", files)
    return root


def renamed(path: Path, id: str) -> None:
    text = path.read_text(encoding="utf-8").replace(f"id: {path.stem}\n", f"id: {id}\nersätter: [{path.stem}]\n", 1)
    path.with_name(f"{id}.yml").write_text(text.replace("  - id: svara\n", "  - id: besked\n"), encoding="utf-8")
    path.unlink()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("möts: Varje termin", "möts: Varje termin\nmöten: [{period: termin}]"),
        ('möts: "Två gånger om året."  # hittills', None),  # a stop is no part of what the field says, and is kept
        ("möts: varje år i mars\r", "möts: varje år i mars\r\nmöten: [{månader: [mars]}]\r"),
        (
            "oklart: ['[Listan](checklista:starta-grupp) och [den](checklista:starta-grupp)']",
            "[den](checklista:starta)",
        ),
    ],
)
def test_what_is_certain_changes_its_own_line_alone(tmp_path: Path, before: str, after: str | None) -> None:
    root = fork(tmp_path, {"forum/var-grupp.yml": f"{GROUP}{before}\n"})
    path = root / FOLDER / "exempelkommun" / "forum" / "var-grupp.yml"
    done, could = lift(root)
    assert could == [] and len(done) == 1
    text = path.read_bytes().decode("utf-8")
    assert text.startswith(GROUP) and (after or "möten: [{period: år, gånger: 2}]") in text
    assert "starta-grupp" not in text
    assert lift(root) == ([], [])


def test_what_would_change_something_else_is_left_and_told(tmp_path: Path) -> None:
    root = fork(tmp_path, {"forum/var-grupp.yml": f"{GROUP}möts: >-\n  Varje\n  termin\n"})
    before = contents(root)
    assert lift(root) == (
        [],
        [f"{FOLDER}/exempelkommun/forum/var-grupp.yml:8: ”Varje termin” skrivs ”möten: [{{period: termin}}]”"],
    )
    assert contents(root) == before


@pytest.mark.parametrize(
    ("own", "lifted"),
    [
        (f"id: anmal\n{HEAD}uppföljning: Varje vecka hos oss.\n", True),
        (f"id: anmal\n{HEAD}steg: [{{id: ring, dokument: [Vår blankett]}}]\n", True),
        (f"id: anmal\n{HEAD}steg: [{{id: svara, vad: Ring upp.}}]\n", False),  # the step has another id too
        (f"id: anmal\n{HEAD}utgår: ja\n", False),  # the new one may hold more than the old that they had none of
    ],
)
def test_a_file_follows_its_thing_when_all_that_it_changes_is_there(tmp_path: Path, own: str, lifted: bool) -> None:
    root = fork(tmp_path, {"rutiner/anmal.yml": own})
    done, could = lift(root)
    there = {path.stem for path in (root / FOLDER / "exempelkommun" / "rutiner").iterdir()}
    assert there == {"anmala" if lifted else "anmal"}
    assert (len(done), len(could)) == ((1, 0) if lifted else (0, 1))
    assert lifted or "heter numera ”anmala”" in could[0]


def test_words_are_a_recurrence_only_when_it_is_told_in_them() -> None:
    assert recurrence("Varannan vecka") == {"period": "vecka", "var": "2"}
    assert recurrence("En gång i månaden") is None
    assert alike("En gång i månaden") == {"period": "månad"}
    assert alike("4 gånger per år") == {"period": "år", "gånger": "4"}
    for words in (
        "Regelbundet",
        "Minst fyra gånger om året",
        "Första tisdagen varje månad",
        "Fyra fasta möten om året",
    ):
        assert (recurrence(words), alike(words)) == (None, None)
