"""A model file is changed as a careful person would: nothing differs but what was changed, and no comment goes."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterator
from typing import Any

import pytest
from project import ROOT
from samverkan import read
from samverkan.kinds import Kontakt, Rutin
from samverkan.kinds.base import Place
from samverkan.reading.document import Document
from samverkan.writing.edit import changed, new_file
from samverkan.writing.order import in_order

DOCUMENTS = read(ROOT).common
FOLDERS = sorted({document.kind.folder for document in DOCUMENTS})


def _of(folder: str) -> list[tuple[Document, str]]:
    return [(one, (ROOT / one.file).read_text(encoding="utf-8")) for one in DOCUMENTS if one.kind.folder == folder]


def _places(value: Any, at: Place = ()) -> Iterator[Place]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(inner, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _places(inner, (*at, number))
    else:
        yield at


def _differing(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("---", "+++")]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_file_that_is_opened_and_saved_is_the_same_file(folder: str) -> None:
    assert [one.file for one, text in _of(folder) if changed(text, copy.deepcopy(one.data), one.kind) != text] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_of_a_text_with_one_word_changed_one_line_is_another(folder: str) -> None:
    wrong = []
    for document, text in _of(folder):
        places = [place for place in _places(document.data) if place[-1] not in ("id", "version")]
        for place in places[:: max(1, len(places) // 5)]:
            data: Any = copy.deepcopy(document.data)
            holder = data
            for step in place[:-1]:
                holder = holder[step]
            first, _, rest = holder[place[-1]].partition(" ")
            holder[place[-1]] = f"{first}x {rest}".strip()
            gone = [line for line in _differing(text, changed(text, data, document.kind)) if line[0] == "-"]
            if len(gone) != 1:
                wrong.append((document.file, place, gone))
    assert wrong == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_row_or_a_field_that_is_put_in_or_taken_out_leaves_every_other_line(folder: str) -> None:
    wrong = []
    for document, text in _of(folder):
        for key in [key for key in document.data if key not in ("id", "namn")]:
            data = copy.deepcopy(document.data)
            gone = data.pop(key)
            without = changed(text, data, document.kind)
            if any(line[0] == "+" for line in _differing(text, without)):
                wrong.append((document.file, key))
            if isinstance(gone, list) and len(gone) > 1 and f"{key}: [" not in text:
                fewer = changed(text, {**document.data, key: gone[1:]}, document.kind)
                again = changed(fewer, document.data, document.kind)
                if any(line[0] == "+" for line in _differing(text, fewer)):
                    wrong.append((document.file, key))
                assert [line for line in _differing(fewer, again) if line[0] == "-"] == []
    assert wrong == []


CONTACT = """\
# Kontakt: Skolan. Skriv till en funktion.

id: skola
namn: Skolan  # så heter den
verksamhet: skola

# Telefonnummer till funktionen, med riktnummer.
#telefon:

# När någon svarar.
#tider:
"""


def test_a_field_that_waits_behind_a_sign_is_filled_in_there_and_waits_again_when_it_is_emptied() -> None:
    data = {"id": "skola", "namn": "Skolan", "verksamhet": "skola"}
    filled = changed(CONTACT, {**data, "telefon": "0158-27 50 00", "namn": "Vår skola"}, Kontakt)
    assert "\ntelefon: 0158-27 50 00\n" in filled
    assert "\nnamn: Vår skola  # så heter den\n" in filled
    assert changed(filled, data, Kontakt) == CONTACT


@pytest.mark.parametrize(
    "text",
    ["Så här: gör det", "0484", "ja", "- punkt", "# inte en kommentar", "a #b", '"citat" och \\', "12:30", "ö" * 200],
)
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    written = changed(CONTACT, {"id": "skola", "namn": text, "verksamhet": "skola", "adress": text}, Kontakt)
    assert "# så heter den" in written


def test_windows_line_ends_and_the_byte_order_mark_stay() -> None:
    written = changed("\ufeff" + CONTACT.replace("\n", "\r\n"), {"id": "skola", "namn": "Ny"}, Kontakt)
    assert written.startswith("\ufeff#") and written.count("\n") == written.count("\r\n")


def test_a_new_file_has_its_fields_in_the_order_that_the_kind_declares() -> None:
    data = {"steg": [{"vad": "Gör det.", "id": "gor"}], "motivering": "Så gör vi.", "id": "anmal", "mot": "0" * 12}
    written = new_file(in_order(data, Rutin, own=True))
    assert written == f'id: anmal\nmot: "{"0" * 12}"\nmotivering: Så gör vi.\nsteg:\n  - id: gor\n    vad: Gör det.\n'
