"""A list of contacts as any program saves it, what is shown before it is written, and what stays as it was."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from casefiles import base_model, lay_local
from samverkan.commands.contacts import contacts_in, contacts_out, contacts_plan
from samverkan.commands.contacts_csv import COLUMNS, read_sheet, write_sheet
from samverkan.commands.in_place import with_fields
from samverkan.commands.whole_file import write_whole
from samverkan.findings import ModelError
from spreadsheets import Rows, ods, xlsx

KOMMUN = "exempelkommun"
FILE = f"model/lokalt/{KOMMUN}/kontakter/mottagning.yml"
CONTACT = """\
# Ring växeln först, sa chefen 3 mars.
id: mottagning
namn: Mottagningen
verksamhet: socialtjanst

# Telefonnummer till funktionen.
telefon: 0158-27 50 00  # växeln
#e_post:
webb: "https://exempel.se/soc"
"""
HEADER = ";".join(COLUMNS)
ROW = "mottagning;Mottagningen;verksamhet:socialtjanst;0158-27 51 11;;https://exempel.se/soc;;"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay_local(base_model(tmp_path), KOMMUN, {"kontakter/mottagning.yml": CONTACT})
    return tmp_path


def _list(root: Path, raw: bytes | str, name: str = "lista.csv") -> Path:
    path = root / name
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return path


@pytest.mark.parametrize(
    "raw",
    [
        f"{HEADER}\n{ROW}\n".encode("utf-16"),
        f"{HEADER}\n{ROW}\n".replace(";", "\t").encode("utf-16"),
        f"sep=;\n{HEADER}\n{ROW}\n".encode(),
        f"Kontakter i kommunen;;;;;;;\n;;;;;;;\n{HEADER}\n{ROW}\n".encode(),
        f"ID;Namn;Till;Telefonnummer;E-post;Hemsida;Öppettider;Besöksadress\n{ROW}\n".encode(),
        f"{HEADER};;;\n{ROW};;;\n".encode(),
        f"{HEADER};Anteckning\n{ROW};ring på morgonen\n".encode(),
        f"{HEADER}\n{ROW}\n".replace("27 51 11", "27\u00a051\u202f11").replace("0158-", "0158\u2011").encode(),
        xlsx([HEADER.split(";"), *[ROW.split(";")]]),
        ods([HEADER.split(";"), *[ROW.split(";")]]),
    ],
    ids=["utf-16", "tabb", "sep", "titelrad", "rubriker", "tomma kolumner", "egen kolumn", "hårt", "xlsx", "ods"],
)
def test_every_programs_file_is_read(root: Path, raw: bytes) -> None:
    plan = contacts_plan(root, KOMMUN, _list(root, raw))
    assert plan.changes == ["Mottagningen: telefon 0158-27 50 00 → 0158-27 51 11"]


@pytest.mark.parametrize("made", [xlsx, ods])
def test_a_number_that_a_workbook_made_of_a_telephone_is_told_with_its_row(
    root: Path, made: Callable[[Rows], bytes]
) -> None:
    rows: Rows = [
        [*HEADER.split(";")],
        ["mottagning", "Mottagningen", "verksamhet:socialtjanst", 158275000, "", "", 46250, ""],
    ]
    with pytest.raises(ModelError) as error:
        contacts_plan(root, KOMMUN, _list(root, made(rows), "lista.bin"))
    assert [(f.mark.line, f.mark.column) for f in error.value.findings] == [(2, 4), (2, 7)]
    assert "menade du 0158-27 50 00?" in str(error.value)


@pytest.mark.parametrize(("codec", "name"), [("mac_roman", "Mac Roman"), ("cp1252", "Windows-1252")])
def test_swedish_letters_are_read_as_they_were_saved(codec: str, name: str) -> None:
    sheet = read_sheet(f"{HEADER}\na;Elevhälsa på Öja;funktion:b;;;;;\n".encode(codec), "x.csv")
    assert sheet.rows[0][1]["namn"] == "Elevhälsa på Öja"
    assert any(name in note for note in sheet.notes)


def test_only_the_changed_value_changes_and_comments_stay(root: Path) -> None:
    contacts_in(root, KOMMUN, _list(root, f"{HEADER}\n{ROW}\n".replace(";;https", ";soc@exempel.se;https")))
    changed = CONTACT.replace("27 50 00", "27 51 11").replace("#e_post:", "e_post: soc@exempel.se")
    assert (root / FILE).read_text(encoding="utf-8") == changed


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ('a: "x # y" # z\n', "b", "a: b # z\n"),
        ("a: 'it''s' # z\n", "b", "a: b # z\n"),
        ("a: x#y\n", "b", "a: b\n"),
        ("a: >-\n  lång\n  text\nc: d\n", "b", "a: b\nc: d\n"),
        ("a:\r\nc: d\r\n", "b", "a: b\r\nc: d\r\n"),
        ("# a: förklaring\n#a:\nc: d\n", "b", "# a: förklaring\na: b\nc: d\n"),
        ("c: d\n", "b", "c: d\na: b\n"),
        ("a: x  # z\nc: d\n", None, "#a:  # z\nc: d\n"),
        ("c: d\n", None, "c: d\n"),
        ("a: x\n", "8: 16", "a: '8: 16'\n"),
    ],
)
def test_a_field_is_changed_where_it_stands(text: str, value: str | None, after: str) -> None:
    assert with_fields(text, {"a": value}) == after


def test_an_older_list_never_overwrites_newer_numbers(root: Path) -> None:
    file, _ = contacts_out(root, KOMMUN)
    (root / FILE).write_text(CONTACT.replace("27 50 00", "27 51 11"), encoding="utf-8")
    assert contacts_in(root, KOMMUN, root / file) == (
        [],
        ["Mottagningen är ändrad i sin fil sedan listan skrevs, men inte i listan: filen gäller."],
    )
    changed = (root / file).read_text(encoding="utf-8-sig").replace("27 50 00", "27 52 22")
    with pytest.raises(ModelError, match="äldre-än-filen"):
        contacts_in(root, KOMMUN, _list(root, changed))
    assert "27 51 11" in (root / FILE).read_text(encoding="utf-8")
    contacts_out(root, KOMMUN)
    assert contacts_in(root, KOMMUN, root / file)[0] == []


def test_what_is_not_taken_is_told(root: Path) -> None:
    row = ROW.replace("mottagning;", "mottagning1;")
    plan = contacts_plan(root, KOMMUN, _list(root, f"{HEADER}\n{row}\n"))
    assert any("Mottagningen står inte i listan och är orörd" in note for note in plan.notes)
    assert any("vilken version" in note for note in plan.notes)
    assert "ny kontakt med id mottagning1" in plan.changes[0]
    assert "mottagning går redan dit" in plan.changes[1]


@pytest.mark.parametrize("value", ["0158275000", "+46158275001", "8-16", "1/2", "46250", "8.30"])
def test_a_spreadsheet_is_given_text_where_it_would_make_a_number_or_a_day(value: str) -> None:
    row = dict.fromkeys(COLUMNS, "") | {"id": "a", "telefon": value, "tider": value}
    text = write_sheet([row]).decode("utf-8-sig")
    assert f";'{value};" in text
    assert read_sheet(text.encode(), "x.csv").rows[0][1]["telefon"] == value


def test_a_full_disk_leaves_every_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {tmp_path / name: b"nytt" for name in ("a", "b")}
    for path in files:
        path.write_bytes(b"gammalt")
    real, left = __import__("os").fsync, [1]

    def full(handle: int) -> None:
        if not left:
            raise OSError(errno.ENOSPC, "No space left on device")
        left.pop()
        real(handle)

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(files)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"gammalt", "b": b"gammalt"}
