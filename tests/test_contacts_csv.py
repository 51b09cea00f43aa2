"""`make kontakter-ut` and `kontakter-in`: the contacts in a spreadsheet, and safely back."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from project import contents, copy_project, run
from samverkan.commands.contacts import contacts_in, contacts_out
from samverkan.commands.contacts_csv import COLUMNS, read_sheet, write_sheet
from samverkan.commands.new_kommun import new_kommun
from samverkan.findings import ModelError

HEADER = ";".join(COLUMNS)
JOUR = "socialjour;Socialjour;verksamhet:socialjour"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("kontakter") / "projekt")
    new_kommun(root, "gnesta")
    return root


def _in(root: Path, text: str | bytes) -> tuple[list[str], list[str]]:
    path = root / "ifylld.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return contacts_in(root, "gnesta", path)


def _jour(root: Path) -> dict[str, str]:
    return yaml.safe_load((root / "model/lokalt/gnesta/kontakter/socialjour.yml").read_text(encoding="utf-8"))


def _wrong(root: Path, *rows: str) -> list[str]:
    before = contents(root / "model")
    with pytest.raises(ModelError) as error:
        _in(root, "\n".join([HEADER, *rows]))
    assert contents(root / "model") == before, "inget skrivs när en rad är fel"
    return [f"{finding.mark.line}: {finding.code}" for finding in error.value.findings]


def test_the_file_opens_in_excel_with_every_contact(project: Path) -> None:
    file, count = contacts_out(project, "gnesta")
    raw = (project / file).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid;namn;till;telefon;e_post;webb;tider;adress;version\r\n")
    assert JOUR.encode() in raw
    assert raw.count(b"\r\n") == count + 1


def test_reading_what_was_written_changes_nothing(project: Path) -> None:
    file, _ = contacts_out(project, "gnesta")
    assert contacts_in(project, "gnesta", project / file) == ([], [])


@pytest.mark.parametrize("separator", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_filled_in_row_becomes_the_contacts_file(project: Path, separator: str, encoding: str) -> None:
    time = f"vardagar 8–16 {separator == ';'} {encoding}"
    rows = f"{HEADER}\n{JOUR};+46 158-27 50 00;jour@gnesta.se;;{time};Västra vägen 1\n".replace(";", separator)
    written, notes = _in(project, rows.encode(encoding))
    assert written == ["model/lokalt/gnesta/kontakter/socialjour.yml"]
    assert _jour(project)["telefon"] == "+46 158-27 50 00"
    assert _jour(project)["adress"] == "Västra vägen 1"
    assert any("Windows-1252" in note for note in notes) is (encoding == "cp1252")


def test_an_emptied_cell_empties_the_field_and_a_missing_row_leaves_the_contact(project: Path) -> None:
    _in(project, f"{HEADER}\n{JOUR};0158-12 34 56;;;;\n")
    _in(project, f"{HEADER}\n{JOUR};;;https://gnesta.se;;\n")
    assert "telefon" not in _jour(project)
    written, _ = _in(project, f"{HEADER}\nny;Ny;funktion:rektor;;;;;\n")
    assert written == ["model/lokalt/gnesta/kontakter/ny.yml"]
    assert _jour(project)["webb"] == "https://gnesta.se"


def test_every_wrong_row_is_told_with_its_line_and_nothing_is_written(project: Path) -> None:
    assert _wrong(
        project,
        "a;A;verksamhet:socialjour;ring oss;;;;",
        "b;B;verksamhet:finns-inte;;;;;",
        "c;C;;;;;;",
        "",
        "d;;funktion:rektor;;;;;",
        "../e;E;funktion:rektor;;;;;",
        "f;F;funktion:rektor;;anna;;;",
        "f;F;funktion:rektor;;;;;",
        "g;G;rutin:orosanmalan;;;;;",
        "h;H;funktion:rektor;;;;;;överflödig",
    ) == [
        "2: fel-värde",
        "3: okänd-referens",
        "4: kontakt-till",
        "6: saknat-fält",
        "7: id-form",
        "8: fel-värde",
        "9: dubbelt-id",
        "10: kontakt-till",
        "11: fel-rad",
    ]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"id;namn\n",
        HEADER.replace("e_post", "pst").encode(),
        HEADER.encode("utf-16")[:9],
        b"\x81\x8d",
        b"PK\x03\x04x",
    ],
    ids=["tom", "kolumner saknas", "okänd kolumn", "avhuggen", "okända tecken", "trasigt kalkylblad"],
)
def test_a_file_that_is_no_contact_list_is_told_so(project: Path, raw: bytes) -> None:
    with pytest.raises(ModelError) as error:
        _in(project, raw)
    assert all(finding.mark.file.endswith("ifylld.csv") for finding in error.value.findings)


def test_a_cell_is_never_a_formula() -> None:
    row = {"id": "=1+1", "namn": "@x", "telefon": "+46 158", "tider": "-1", "adress": "+SUM(A1)", "webb": "'=a"}
    text = write_sheet([row]).decode("utf-8-sig")
    assert "'=1+1;'@x;;+46 158;;''=a;'-1;'+SUM(A1)" in text
    (read,) = read_sheet(write_sheet([row]), "x.csv").rows
    assert {key: value for key, value in read[1].items() if value} == row


@given(st.lists(st.text("ab'=+-@;,\" \nå", max_size=8).map(str.strip), min_size=8, max_size=8))
def test_any_text_comes_back_as_it_was(cells: list[str]) -> None:
    row = dict(zip(COLUMNS, cells, strict=True))
    rows = read_sheet(write_sheet([row]), "x.csv").rows
    assert [values for _, values in rows] == ([{**row, "version": ""}] if any(cells) else [])


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told_of(raw: bytes) -> None:
    sheet = read_sheet(HEADER.encode() + b"\n" + raw, "x.csv")
    assert all(finding.mend for finding in sheet.findings)


def test_the_command_says_where_the_file_is_and_what_is_wrong(project: Path) -> None:
    assert "Skrev" in run("-m", "samverkan", "kontakter", "ut", "gnesta", root=project).stdout
    missing = run("-m", "samverkan", "kontakter", "in", "gnesta", "--fil", "finns-inte.csv", root=project)
    assert (missing.returncode, missing.stderr) == (1, "")
    (project / "fel.csv").write_text(f"{HEADER}\na;A;;;;;;\n", encoding="utf-8")
    wrong = run("-m", "samverkan", "kontakter", "in", "gnesta", "--fil", "fel.csv", root=project)
    assert wrong.returncode == 1
    assert "fel.csv:2:" in wrong.stdout
    assert "Ingenting skrevs." in wrong.stdout
