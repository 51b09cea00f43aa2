"""What staff print, save and send: every PDF says what its page says, and can be read by everyone."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from casefiles import TODAY, base_model, lay_local
from pdf_tags import fonts, tags, untagged
from project import ROOT, copy_project, run
from pypdf import PdfReader
from samverkan import Model, build_model
from samverkan.documents import unchanged
from samverkan.documents.blocks import (
    Block,
    Box,
    Document,
    Facts,
    Heading,
    Listing,
    NewPage,
    Paragraph,
    Run,
    Sheet,
    Table,
)
from samverkan.documents.files import PLACE, files
from samverkan.documents.from_tree import blocks_of
from samverkan.documents.made import documents
from samverkan.documents.pdf import NotMade, Printer
from samverkan.documents.unchanged import made_of
from samverkan.kinds import Rutin, Situation
from samverkan.markup.markdown import tree
from samverkan.pages.checklists import checklists
from samverkan.pages.render import Renderer
from samverkan.reading.editions import Edition
from samverkan.reading.past import Past
from samverkan.reading.sources import read as read_sources
from scanned import scanned

SIGNS = "# $x$ *y* _z_ @ref <tag> \\ `kod` // [a] {b} = - + ~ ”åäö”"
SHEET = Sheet(
    "Utgivaren", "Kommunen", "Förslag", "abc123", "granskad idag", "https://example.org/a/", "28 november 2026"
)


def whose(sheet: Sheet, path: str) -> Sheet:
    address = f"https://samverkan.kommunens-namn.se/{path.removeprefix('dokument/')}/"
    return replace(sheet, publisher="Samverkan kring barn och unga", kommun="Exempelköpings kommun", address=address)


@pytest.fixture(scope="module")
def made(real_model: Model) -> dict[str, Document]:
    """Every document, as a publisher with a name, a place and an address of ordinary length has it."""
    found = [one.document for one in documents(Renderer(real_model))]
    return {one.path: replace(one, sheet=whose(one.sheet, one.path)) for one in found}


@pytest.fixture(scope="module")
def printer(real_model: Model) -> Printer:
    return Printer(ROOT / "docs", real_model.today)


@cache
def read(printer: Printer, document: Document) -> PdfReader:
    """The PDF; several tests read the same."""
    return PdfReader(io.BytesIO(printer.pdf(document)))


@cache
def pages_of(pdf: PdfReader) -> list[str]:
    """What each page says."""
    return [page.extract_text() for page in pdf.pages]


def body(pdf: PdfReader, document: Document) -> str:
    """Letters and figures of every page, without what stands at its head and foot."""
    pages = [page.partition("\n")[2] for page in pages_of(pdf)]
    return bare("".join(page[: page.rindex(document.sheet.status.split(" ")[0])] for page in pages))


def bare(text: str) -> str:
    return re.sub(r"\W", "", text)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def text_of(pdf: PdfReader) -> str:
    return squeezed("".join(pages_of(pdf)))


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


# One of each: also what is in two columns, lies down, has contents or a square to point a phone at.
KINDS = (
    *("rutiner/orosanmalan", "ansvar/", "forum/", "trappor/", "checklistor/orosanmalan/anmalare"),
    *("checklistor/placerat-barn/rektor", "situationer/blamarken", "funktioner/rektor/", "handbok"),
)


def of_kind(kind: str, made: dict[str, Document]) -> Document:
    return next(made[path] for path in made if path.startswith(f"dokument/{kind}"))


@pytest.mark.parametrize("kind", KINDS)
def test_everyone_can_read_it(kind: str, made: dict[str, Document], printer: Printer) -> None:
    document = of_kind(kind, made)
    pdf = read(printer, document)
    root = pdf.trailer["/Root"]
    assert pdf.metadata and pdf.metadata.title == document.title
    assert str(root["/Lang"]).startswith("sv")
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.outline
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    whole = tags(pdf)
    roles = [tag.role for tag in whole.walk()]
    # Headings begin at the first level, and none is skipped on the way down.
    levels = [0, *(int(role[1]) for role in roles if re.fullmatch("H[1-6]", role))]
    assert len(levels) > 1 and all(after <= before + 1 for before, after in pairwise(levels))
    for table in (tag for tag in whole.walk() if tag.role == "Table"):
        head = next(row for row in table.walk() if row.role == "TR")
        assert [(cell.role, cell.scope) for cell in head.inside] == [("TH", "/Column")] * len(head.inside)
    assert all(tag.alt for tag in whole.walk() if tag.role in ("Figure", "Formula"))
    # All that is drawn is either to be read, and then in the tree, or said to be nothing to read.
    read_aloud = {place for tag in whole.walk() for place in tag.marked}
    for number, page in enumerate(pdf.pages):
        outside, marked = untagged(pdf, page)
        assert outside == [] and {(number, one) for one in marked} <= read_aloud
        assert page["/Tabs"] == "/S"
        assert all("/Contents" in one.get_object() for one in page.get("/Annots", []))
        for font in fonts(page):
            inner = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert "/ToUnicode" in font and {"/FontFile2", "/FontFile3"} & set(inner)
    assert sum(tag.links for tag in whole.walk()) == sum(len(page.get("/Annots", [])) for page in pdf.pages)


def test_the_square_on_every_sheet_leads_to_where_the_current_one_is(
    made: dict[str, Document], printer: Printer
) -> None:
    for kind in ("rutiner/orosanmalan", "ansvar/", "checklistor/placerat-barn/rektor"):
        document = of_kind(kind, made)
        pages = scanned(printer.pdf(document))
        assert pages == [[document.sheet.address]] * len(pages)


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_is_lost(kind: str, made: dict[str, Document], printer: Printer) -> None:
    document = of_kind(kind, made)
    found = re.sub(r"[^\w]", "", text_of(read(printer, document)))
    for block in document.blocks:
        for said in words(block):
            assert re.sub(r"[^\w]", "", said)[:20] in found, said


def test_a_routines_pdf_says_every_step_and_deadline(
    made: dict[str, Document], real_model: Model, printer: Printer
) -> None:
    renderer = Renderer(real_model)
    missing = []
    for rutin in real_model.all(Rutin):
        document = made[f"dokument/rutiner/{rutin.id}"]
        said = body(read(printer, document), document)
        for steg in rutin.steg:
            for text in (steg.namn, steg.vad, *(tid.lyder for tid in steg.tider)):
                if not all(one in said for one in told(renderer, text)):
                    missing.append(f"{rutin.id}, {steg.id}: {text}")
    assert not missing


def test_a_checklists_pdf_says_every_point_and_when_it_applies(
    made: dict[str, Document], real_model: Model, printer: Printer
) -> None:
    renderer = Renderer(real_model)
    missing = []
    for lista in (lista for rutin in real_model.all(Rutin) for lista in checklists(rutin)):
        document = made[f"dokument{lista.url.removesuffix('.md')}"]
        said = body(read(printer, document), document)
        for _, punkter in lista.avsnitt:
            for text in (text for punkt in punkter for text in (punkt.text, punkt.om or "")):
                if not all(one in said for one in told(renderer, text)):
                    missing.append(f"{lista.url}: {text}")
    assert not missing


def told(renderer: Renderer, text: str) -> list[str]:
    """The words of a text of the model, bare, but for the first sign: a text may begin small within a row."""
    return [bare("".join(words(block)))[1:] for block in blocks_of(tree(renderer.text(text)), lambda _: "")]


# More than one sheet: they do most of the work in a long routine, and each point is one that they tick.
TWO_PAGES = {
    "sip": {"socialsekreterare", "bup-behandlare", "lakare", "bhv-sjukskoterska"},
    "natverksmote": {"socialsekreterare"},
    "misstanke-om-brott": {"socialsekreterare"},
    "unga-vuxna": {"bup-behandlare", "socialsekreterare"},
}


def test_a_situation_and_a_checklist_are_one_sheet_of_paper(made: dict[str, Document], printer: Printer) -> None:
    leaf = {f"dokument/checklistor/{rutin}/{who}" for rutin, all_of in TWO_PAGES.items() for who in all_of}
    sheets = {path: len(read(printer, one).pages) for path, one in made.items() if one.one_sheet}
    assert {path.split("/")[1] for path in sheets} == {"situationer", "checklistor"}
    assert {path: pages for path, pages in sheets.items() if pages > 1} == dict.fromkeys(leaf, 2)


@pytest.mark.parametrize(("kind", "most"), [("rutiner", 10), ("trappor", 4), ("forum", 2), ("ansvar", 6)])
def test_the_rest_are_no_longer_than_they_need(
    kind: str, most: int, made: dict[str, Document], printer: Printer
) -> None:
    found = [len(read(printer, one).pages) for path, one in made.items() if path.startswith(f"dokument/{kind}/")]
    assert found and max(found) <= most


def test_the_handbook_is_read_from_its_contents(made: dict[str, Document], printer: Printer) -> None:
    document = made["dokument/handbok"]
    pdf = read(printer, document)
    contents = bare("".join(pages_of(pdf)[:8]))
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            assert bare("".join(words(block))) in contents
    assert len(pdf.outline) > 1


def test_a_kommuns_own_number_is_in_its_documents(tmp_path: Path) -> None:
    contact = "id: soc\nnamn: Mottagningen\nverksamhet: socialtjanst\ntelefon: 0100-123 45\n"
    root = base_model(tmp_path)
    lay_local(root, "exempelkommun", {"kontakter/soc.yml": contact})
    model, _ = build_model(root, TODAY, "exempelkommun")
    printer = Printer(tmp_path, TODAY)
    said = [text_of(read(printer, one.document)) for one in documents(Renderer(model))]
    assert any("0100-12345" in text for text in said)
    assert not any("numretidinkommun" in text for text in said)


def test_a_first_sheet_says_where_the_numbers_of_each_kommun_are(made: dict[str, Document]) -> None:
    blocks = made["dokument/rutiner/orosanmalan"].blocks
    first = blocks[: blocks.index(NewPage())]
    said = [text for block in first for text in words(block)]
    assert any(text.endswith("numret i din kommun står på webben.") for text in said)
    assert any(re.search(r"01\d\d-\d", text) for block in blocks for text in words(block))
    assert not any(re.search(r"01\d\d-\d", text) for text in said)


def test_no_text_is_left_as_markdown(made: dict[str, Document]) -> None:
    for document in made.values():
        assert not [t for block in document.blocks for t in words(block) if re.search(r"\]\(|\*\*|</", t)]


def test_a_situation_says_every_point(made: dict[str, Document], real_model: Model) -> None:
    for situation in real_model.all(Situation):
        path = f"dokument/situationer/{situation.id}"
        said = squeezed(" ".join(t for block in made[path].blocks for t in words(block)))
        for råd in situation.gör_nu:
            if "](" not in råd.text and "**" not in råd.text:
                assert squeezed(råd.text) in said


def test_what_stands_loose_says_where_it_comes_from(made: dict[str, Document], printer: Printer) -> None:
    document = replace(made["dokument/rutiner/orosanmalan"], sheet=SHEET)
    pages = pages_of(read(printer, document))
    for number, page in enumerate(pages, 1):
        said = squeezed(page)
        # The same words as at the head and foot of a Word page (test_word).
        assert all(squeezed(words) in said for words in (SHEET.whose, SHEET.state, SHEET.fetched, SHEET.latest))
        for what in ("Utgivaren", "Kommunen", "Förslag", "abc123", "granskadidag", SHEET.address, "28november2026"):
            assert what in said
        assert f"Sida{number}av{len(pages)}" in said


def test_every_document_of_an_invented_region_says_so_on_its_sheets(base: Model) -> None:
    def states(model: Model) -> set[bool]:
        return {"Påhittad region: så kan det se ut." in one.document.sheet.state for one in documents(Renderer(model))}

    assert states(base) == {False}
    vars(base.region)["påhittad"] = True
    assert states(base) == {True}


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
    monkeypatch.setattr(unchanged, "_engine", lambda: "en annan motor")
    assert {one.path: one.content for one in files(tmp_path, Renderer(base))} == first
    assert not (tmp_path / PLACE / "-" / "old.pdf").exists()
    # Nothing at all has changed: then nothing is read through either, and each page still links its own.
    monkeypatch.setattr("samverkan.documents.files.documents", lambda _: pytest.fail("läste igenom"))
    renderer = Renderer(base)
    assert {one.path: one.content for one in files(tmp_path, renderer)} == first
    assert {one.path for made in renderer.documents.values() for one in made} == set(first)
    monkeypatch.setenv("DOKUMENT", "nej")
    assert not list(files(tmp_path, renderer))


def test_a_file_that_is_gone_from_what_was_kept_is_made_again(
    base: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DOKUMENT", raising=False)
    (tmp_path / "docs").mkdir(exist_ok=True)
    first = {one.path: one.content for one in files(tmp_path, Renderer(base))}
    next((tmp_path / PLACE / "-").glob("*.pdf")).unlink()
    assert {one.path: one.content for one in files(tmp_path, Renderer(base))} == first


def test_whatever_a_document_can_say_or_look_like_makes_it_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = base_model(tmp_path)
    contact = "id: soc\nnamn: Mottagningen\nverksamhet: socialtjanst\ntelefon: 0100-123 45\n"
    lay_local(root, "exempelkommun", {"kontakter/soc.yml": contact})

    def made(day: date = TODAY, kommun: str | None = None, **more: Any) -> str:
        model = build_model(root, day, kommun)[0]
        return made_of(Renderer(model, [build_model(root, day, "exempelkommun")[0]], **more), tmp_path)

    rutin = next((root / "model/gemensam/rutiner").glob("*.yml"))
    soc = root / "model/lokalt/exempelkommun/kontakter/soc.yml"
    seen = [made(), made(TODAY + timedelta(days=1)), made(kommun="exempelkommun"), made(forges=("https://x", ""))]
    seen.append(made(past=Past(editions=[Edition(TODAY, read_sources(root))])))
    changes = [(rutin, "namn: ", "namn: Ny "), (soc, "123 45", "123 46")]
    for path, old, new in changes:
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        seen.append(made())
    monkeypatch.setattr(unchanged, "_engine", lambda: "en annan motor")
    seen.append(made())
    assert made() == seen[-1] and len(set(seen)) == len(seen)


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
