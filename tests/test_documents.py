"""What staff print, save and send: every PDF says what its page says, and can be read by everyone."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from project import ROOT, copy_project, run
from pypdf import PdfReader
from samverkan import Model
from samverkan.documents.blocks import Block, Box, Document, Facts, Heading, Listing, Paragraph, Run, Sheet, Table
from samverkan.documents.files import PLACE, files
from samverkan.documents.made import documents
from samverkan.documents.pdf import NotMade, Printer
from samverkan.kinds import Rutin, Situation
from samverkan.pages.render import Renderer

SIGNS = "# $x$ *y* _z_ @ref <tag> \\ `kod` // [a] {b} = - + ~ ”åäö”"
SHEET = Sheet(
    "Utgivaren", "Kommunen", "Förslag", "abc123", "granskad idag", "https://example.org/a/", "28 november 2026"
)


@pytest.fixture(scope="module")
def made(real_model: Model) -> dict[str, Document]:
    return {one.document.path: one.document for one in documents(Renderer(real_model))}


@pytest.fixture(scope="module")
def printer(real_model: Model) -> Printer:
    return Printer(ROOT / "docs", real_model.today)


def read(printer: Printer, document: Document) -> PdfReader:
    return PdfReader(io.BytesIO(printer.pdf(document)))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def text_of(pdf: PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in pdf.pages))


def words(block: Block) -> list[str]:
    """Every run of text in a block."""
    match block:
        case Heading() | Paragraph():
            return [run.text for run in block.text]
        case Listing():
            return [text for item in block.items for one in item for text in words(one)]
        case Table():
            return [run.text for row in (block.head, *block.rows) for cell in row for run in cell]
        case Facts():
            return [text for label, said in block.pairs for text in (label, *(t for one in said for t in words(one)))]
        case Box():
            return [text for one in block.blocks for text in words(one)]
    return []


KINDS = ("rutiner/orosanmalan", "ansvar/", "forum/", "trappor/", "checklistor/orosanmalan/", "situationer/blamarken")


@pytest.mark.parametrize("kind", KINDS)
def test_everyone_can_read_it(kind: str, made: dict[str, Document], printer: Printer) -> None:
    document = next(made[path] for path in made if path.startswith(f"dokument/{kind}"))
    pdf = read(printer, document)
    root = pdf.trailer["/Root"]
    assert pdf.metadata and pdf.metadata.title == document.title
    assert str(root["/Lang"]).startswith("sv")
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.outline
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_is_lost(kind: str, made: dict[str, Document], printer: Printer) -> None:
    document = next(made[path] for path in made if path.startswith(f"dokument/{kind}"))
    found = re.sub(r"[^\w]", "", text_of(read(printer, document)))
    for block in document.blocks:
        for said in words(block):
            assert re.sub(r"[^\w]", "", said)[:20] in found, said


def test_a_routine_says_every_step_point_and_deadline(made: dict[str, Document], real_model: Model) -> None:
    for rutin in real_model.all(Rutin):
        said = squeezed(" ".join(t for block in made[f"dokument/rutiner/{rutin.id}"].blocks for t in words(block)))
        for steg in rutin.steg:
            assert squeezed(steg.namn) in said
            for tid in steg.tider:
                assert squeezed(tid.lyder)[1:] in said


def test_a_situation_says_every_point(made: dict[str, Document], real_model: Model) -> None:
    for situation in real_model.all(Situation):
        path = f"dokument/situationer/{situation.id}"
        said = squeezed(" ".join(t for block in made[path].blocks for t in words(block)))
        for råd in situation.gör_nu:
            if "](" not in råd.text and "**" not in råd.text:
                assert squeezed(råd.text) in said


def test_what_stands_loose_says_where_it_comes_from(made: dict[str, Document], printer: Printer) -> None:
    document = replace(made["dokument/rutiner/orosanmalan"], sheet=SHEET)
    pages = read(printer, document).pages
    for number, page in enumerate(pages, 1):
        said = squeezed(page.extract_text())
        for what in ("Utgivaren", "Kommunen", "Förslag", "abc123", "granskadidag", SHEET.address, "28november2026"):
            assert what in said
        assert f"Sida{number}av{len(pages)}" in said


def test_a_text_is_never_code(made: dict[str, Document], printer: Printer) -> None:
    document = Document("dokument/x", SIGNS, "", SHEET, (Paragraph((Run(SIGNS),)), Heading(1, (Run(SIGNS),))))
    assert text_of(read(printer, document)).count(squeezed(SIGNS)) >= 3


def test_it_is_the_same_each_time(made: dict[str, Document], real_model: Model) -> None:
    document = made["dokument/situationer/blamarken"]
    assert len({Printer(ROOT / "docs", real_model.today).pdf(document) for _ in range(2)}) == 1


def test_what_has_not_changed_is_not_made_again(base: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOKUMENT", raising=False)
    (tmp_path / "docs").mkdir(exist_ok=True)
    first = {one.path: one.content for one in files(tmp_path, Renderer(base))}
    assert first
    (tmp_path / PLACE / "-" / "old.pdf").write_bytes(b"")
    monkeypatch.setattr(Printer, "pdf", lambda *_: pytest.fail("gjordes om"))
    renderer = Renderer(base)
    assert {one.path: one.content for one in files(tmp_path, renderer)} == first
    assert not (tmp_path / PLACE / "-" / "old.pdf").exists()
    monkeypatch.setenv("DOKUMENT", "nej")
    assert not list(files(tmp_path, renderer))


def test_a_document_that_cannot_be_made_is_named(printer: Printer) -> None:
    wrong = Document("dokument/x", "Trasigt", "", replace(SHEET, logo="saknas.svg"), ())
    with pytest.raises(NotMade, match="Trasigt"):
        printer.pdf(wrong)


def test_a_document_that_cannot_be_made_stops_the_build(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "projekt")
    (project / "hooks/samverkan/documents/mall.typ").write_text('#panic("x")', encoding="utf-8")
    result = run(
        "-m",
        "mkdocs",
        "build",
        "-f",
        "mkdocs.yml",
        "--site-dir",
        str(tmp_path / "site"),
        root=project,
        DOKUMENT="ja",
        PYTHONPATH=str(project / "hooks"),
    )
    said = result.stdout + result.stderr
    assert result.returncode and "gick inte att göra" in said and "Traceback" not in said
