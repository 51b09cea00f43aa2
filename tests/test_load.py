"""Reading: what stands in the file is what comes out, and each value knows its place."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml
from casefiles import BASE, MADE, base_model
from samverkan.kinds import Verksamhet
from samverkan.reading.document import Document
from samverkan.reading.load import MAX_BYTES, load_file, load_folder
from samverkan.reading.read_yaml import MAX_DEPTH
from samverkan.reading.settings import load_settings


def read(tmp_path: Path, text: str | bytes) -> Document:
    path = tmp_path / "skola.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_file(path, "model/gemensam/verksamheter/skola.yml", Verksamhet)


@pytest.mark.parametrize(
    "written", ["ja", "nej", "yes", "no", "on", "true", "3.10", "0484", "2026-11-22", "1_000", "0x1F", "12:30", "1e3"]
)
def test_a_value_stays_the_text_that_was_written(tmp_path: Path, written: str) -> None:
    assert read(tmp_path, f"id: {written}\n").data == {"id": written}


def test_plain_yaml_would_have_guessed() -> None:
    # The reason for the builder of our own.
    assert yaml.safe_load("[no, 3.10, 0484, 12:30]") == [False, 3.1, "0484", 750]


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_written_is_no_value(tmp_path: Path, written: str) -> None:
    assert read(tmp_path, f"id: {written}\n").data == {"id": None}


@pytest.mark.parametrize("written", ["'null'", '"~"', "''"])
def test_in_quotes_it_is_a_text(tmp_path: Path, written: str) -> None:
    assert read(tmp_path, f"id: {written}\n").data == {"id": written[1:-1]}


def test_a_merge_key_is_a_field_like_any_other(tmp_path: Path) -> None:
    assert read(tmp_path, "<<: {id: skola}\n").data == {"<<": {"id": "skola"}}


def test_letters_in_two_parts_become_one(tmp_path: Path) -> None:
    assert read(tmp_path, "nivå: Förskola\n").data == {"nivå": "Förskola"}


@pytest.mark.parametrize("text", [b"\xef\xbb\xbfid: skola\n", b"id: skola\r\n"])
def test_a_windows_editor_may_save_the_file(tmp_path: Path, text: bytes) -> None:
    assert read(tmp_path, text).data == {"id": "skola"}


def test_every_value_has_the_place_where_an_editor_sees_it(tmp_path: Path) -> None:
    marks = read(tmp_path, "id: skola\nparter:\n  - namn: Kommunen\n    del_av: skolan\n").marks
    assert {place: (mark.line, mark.column) for place, mark in marks.items()} == {
        (): (1, 1),
        ("id",): (1, 1),
        ("parter",): (2, 1),
        ("parter", 0): (3, 5),
        ("parter", 0, "namn"): (3, 5),
        ("parter", 0, "del_av"): (4, 5),
    }


def test_a_file_of_just_the_largest_size_is_read(tmp_path: Path) -> None:
    text = b"id: skola\n# "
    assert read(tmp_path, text + b"x" * (MAX_BYTES - len(text))).data == {"id": "skola"}


def test_nesting_just_as_deep_as_allowed_is_read(tmp_path: Path) -> None:
    # The mapping itself is the first level.
    assert not read(tmp_path, "id: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)).findings


@pytest.mark.parametrize("name", MADE)
def test_what_cannot_be_read_leaves_no_data_behind(tmp_path: Path, name: str) -> None:
    document = read(tmp_path, MADE[name]())
    assert len(document.findings) == 1
    assert not document.data


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    model = base_model(tmp_path) / "model" / "gemensam"
    (model / "forum" / ".DS_Store").write_bytes(b"\x00")
    (model / ".git").mkdir()
    (model / ".git" / "config").write_text("x")
    _, findings = load_folder(tmp_path)
    assert findings == []


def told(root: Path) -> list[str]:
    """What is said of a folder that is read, without the places."""
    return [f"{finding.severity} {finding.code} {finding.mark.file}" for finding in load_folder(root)[1]]


ODD = "model/gemensam/forum/udda.yml"


def test_a_link_a_pipe_and_a_folder_named_as_a_file_are_told_of_and_nothing_hangs(tmp_path: Path) -> None:
    odd = base_model(tmp_path) / ODD
    for make in (
        lambda: odd.symlink_to("finns-inte"),
        lambda: odd.symlink_to("udda.yml"),
        lambda: odd.symlink_to("/etc/hostname"),
        lambda: odd.symlink_to(tmp_path, target_is_directory=True),
        lambda: os.mkfifo(odd),
        odd.mkdir,
    ):
        make()
        assert told(tmp_path) == [f"fel ej-fil {ODD}"]
        odd.rmdir() if odd.is_dir() and not odd.is_symlink() else odd.unlink()


def test_settings_that_are_a_folder_are_told_of(tmp_path: Path) -> None:
    (base_model(tmp_path) / "model" / "gemensam" / "installningar.yml").mkdir()
    assert [finding.code for finding in load_settings(tmp_path, "model/gemensam")[1]] == ["ej-fil"]


def test_a_file_that_may_not_be_read_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = base_model(tmp_path) / ODD
    odd.write_text("id: udda\n")
    read = Path.read_bytes

    def as_the_computer(path: Path) -> bytes:
        # Root may read everything, so the computer's no is said here.
        if path.name == odd.name:
            raise PermissionError
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", as_the_computer)
    assert told(tmp_path) == [f"fel ej-fil {ODD}"]


def test_no_word_of_the_reader_reaches_an_editor(tmp_path: Path) -> None:
    english = re.compile(r"\b(?:found|expected|while|mapping|block|scanning|parsing|token|indicator|not)\b")
    text = (BASE / "rutiner" / "anmal.yml").read_text()
    for at in range(0, len(text), 41):
        for sign in ("\t", '"', ": ", "[", "}", "\n", "- ", "'", "@", "\u00a0", "?", "|"):
            for finding in read(tmp_path, text[:at] + sign + text[at:]).findings:
                assert not english.search(f"{finding.message} {finding.mend}".replace(text[at - 60 : at + 60], ""))


def test_files_come_in_the_same_order_every_time(tmp_path: Path) -> None:
    documents, _ = load_folder(base_model(tmp_path))
    assert [document.file for document in documents] == sorted(document.file for document in documents)


def test_a_project_without_a_model_is_told_so(tmp_path: Path) -> None:
    documents, findings = load_folder(tmp_path)
    assert documents == []
    assert [str(finding.mark.file) for finding in findings] == ["model/gemensam"]
