"""What a kommun opens in Word: all that the document says, whole, in Swedish, of nobody, and fetched from nowhere."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from samverkan.documents.blocks import (
    Block,
    Box,
    Document,
    Facts,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Picture,
    Run,
    Table,
)
from samverkan.documents.word import as_word
from word_samples import EVERY, MATRIX, SAMPLE, SHEET

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
# The order that Word's schema asks for, of what the documents have: a file in another order is called broken.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind outlineLvl rPr",
    "rPr": "rStyle rFonts b i color sz szCs u lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "sdtPr": "alias tag id docPartObj checkbox",
    "sdt": "sdtPr sdtContent",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "sectPr": "headerReference footerReference type pgSz pgMar",
    "body": "p tbl sdt sectPr",
}


def parts(document: Document) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(as_word(document))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(document: Document):  # type: ignore[no-untyped-def]
    return docx.Document(io.BytesIO(as_word(document)))


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Each text of the blocks, in the order it is read."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield plain(block.text)
            case Listing():
                for item in block.items:
                    yield from texts(item)
            case Facts():
                for label, within in block.pairs:
                    yield label
                    yield from texts(within)
            case Box():
                yield from texts(block.blocks)
            case Table():
                yield block.caption
                yield from (plain(cell) for row in (block.head, *block.rows) for cell in row)
            case Picture():
                yield block.alt


def plain(inline: Inline) -> str:
    return "".join(run.text for run in inline).replace("\x07", " ")


@pytest.mark.parametrize("document", EVERY, ids=lambda document: document.title)
def test_every_text_is_there_in_its_order(document: Document) -> None:
    said = "".join(node.text or "" for node in opened(document).element.body.iter(qn("w:t")))
    at = said.index(document.title)
    for words in (document.about, *texts(document.blocks)):
        at = said.find(words, at)
        assert at >= 0, words
        at = at if document.contents and words == document.about else at + len(words)


def test_headings_are_headings_at_their_level() -> None:
    found = [(p.style.name, p.text) for p in opened(SAMPLE).paragraphs if p.style.name.startswith(("Title", "Head"))]
    assert found == [
        ("Title", SAMPLE.title),
        ("Heading 1", "När rutinen gäller"),
        ("Heading 3", "Ring 112"),
        ("Heading 2", "Steg för steg"),
        ("Heading 1", "Bocka av"),
    ]


def test_every_point_has_a_box_to_tick_with_its_own_words() -> None:
    body = opened(SAMPLE).element.body
    controls = [sdt for sdt in body.iter(qn("w:sdt")) if list(sdt.iter(qn("w14:checkbox")))]
    titles = [sdt.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val")) for sdt in controls]
    assert titles[0] == "Jag har ringt." and titles[1].startswith("Jag har väntat") and len(titles) == 2
    assert max(map(len, titles)) <= 64
    # There is nowhere to write but the boxes.
    assert len(list(body.iter(qn("w:sdt")))) == len(controls) + 1
    assert list(body.iter(qn("w:ffData"))) == []


def test_a_tables_head_is_repeated_and_its_rows_are_kept_whole() -> None:
    for table in opened(MATRIX).tables:
        heads = [bool(list(row._tr.iter(qn("w:tblHeader")))) for row in table.rows]
        assert heads[0] and not any(heads[1:])
        assert all(list(row._tr.iter(qn("w:cantSplit"))) for row in table.rows)


def test_a_matrix_lies_down_and_a_routine_stands() -> None:
    lying, standing = opened(MATRIX).sections[0], opened(SAMPLE).sections[0]
    assert lying.page_width > lying.page_height and standing.page_width < standing.page_height


def test_a_loose_sheet_says_whose_it_is_which_version_and_which_page() -> None:
    section = opened(SAMPLE).sections[0]
    head, foot = section.header._element, section.footer._element
    said = "".join(node.text for part in (head, foot) for node in part.iter(qn("w:t")))
    for words in (SHEET.whose, SHEET.state, SHEET.fetched, SHEET.latest, SHEET.address, SAMPLE.title):
        assert words in said
    for words in (SHEET.publisher, SHEET.kommun, SHEET.status, f"version {SHEET.version}", SHEET.reviewed, SHEET.made):
        assert words and words in said
    assert [field.get(qn("w:instr")).strip() for field in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_it_is_in_swedish_and_says_what_it_is_but_of_no_person_and_no_day() -> None:
    word = opened(SAMPLE)
    said = word.core_properties
    assert (said.title, said.subject, said.author, said.language) == (
        *(SAMPLE.title, SAMPLE.about),
        *(SHEET.publisher, "sv-SE"),
    )
    assert said.created is None and said.modified is None and said.last_modified_by == SHEET.publisher
    assert [node.get(qn("w:val")) for node in word.styles.element.iter(qn("w:lang"))] == ["sv-SE"]


def test_what_stands_on_lines_of_its_own_does_so_in_word_too() -> None:
    document = replace(SAMPLE, blocks=(Paragraph((Run("Ring.\nSkola: numret står på webben."),)),))
    [paragraph] = [one for one in opened(document).paragraphs if one.text.startswith("Ring.")]
    assert paragraph.text == "Ring.\nSkola: numret står på webben."


def test_a_box_has_room_around_its_words() -> None:
    shaded = [one._p.pPr for one in opened(SAMPLE).paragraphs if one._p.pPr is not None]
    borders = [about.find(qn("w:pBdr")) for about in shaded if about.find(qn("w:shd")) is not None]
    assert borders
    for border in borders:
        assert {int(border.find(qn(f"w:{side}")).get(qn("w:space"))) for side in ("top", "bottom")} == {5}


def test_each_numbered_list_begins_at_one() -> None:
    word = opened(SAMPLE)
    used = [node.get(qn("w:val")) for node in word.element.body.iter(qn("w:numId"))]
    defined = {node.get(qn("w:numId")): node for node in word.part.numbering_part.element.iter(qn("w:num"))}
    numbered = list(dict.fromkeys(number for number in used if number != "1"))
    assert len(numbered) == 3 and all(list(defined[number].iter(qn("w:startOverride"))) for number in numbered)


def test_the_contents_lead_to_the_headings() -> None:
    body = opened(SAMPLE).element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    leads = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink")) if link.get(qn("w:anchor"))]
    assert len(leads) == 3 and set(leads) <= marks


@pytest.mark.parametrize("document", EVERY, ids=lambda document: document.title)
def test_the_same_document_is_the_same_file(document: Document) -> None:
    file = as_word(document)
    assert file == as_word(document)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("document", EVERY, ids=lambda document: document.title)
def test_nothing_is_fetched_and_every_part_is_there(document: Document) -> None:
    package = parts(document)
    for name, content in package.items():
        root = parse_xml(content)
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in root:
            if relation.get("TargetMode") == "External":
                assert relation.get("Type") == HYPERLINK
                assert re.fullmatch(r"[!-~]+", relation.get("Target", ""))
            else:
                assert posixpath.join(folder, relation.get("Target", "")).lstrip("/") in package
    assert not any("vba" in name.lower() or "embeddings" in name for name in package)


@pytest.mark.parametrize("document", EVERY, ids=lambda document: document.title)
def test_elements_stand_in_the_order_that_word_asks_for(document: Document) -> None:
    for name, content in parts(document).items():
        for parent in parse_xml(content).iter():
            order = ORDER.get(local(parent.tag), "").split()
            found = [local(child.tag) for child in parent]
            if order and local(parent.tag) == "body":
                assert found[-1] == "sectPr" and set(found) <= set(order)
            elif order:
                assert found == sorted(found, key=order.index), f"{name}: {parent.tag}"


def test_no_two_boxes_or_bookmarks_have_the_same_number() -> None:
    body = opened(SAMPLE).element.body
    for path in (f"{qn('w:sdtPr')}/{qn('w:id')}", qn("w:bookmarkStart")):
        numbers = [node.get(qn("w:val")) or node.get(qn("w:id")) for node in body.iterfind(f".//{path}")]
        assert len(numbers) > 1 and len(numbers) == len(set(numbers))


def local(tag: str) -> str:
    return tag.rpartition("}")[2]
