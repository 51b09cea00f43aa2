"""The smallest files that a spreadsheet would save: xlsx and ods, with text as text and numbers as numbers."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

Rows = list[list[str | float]]


def xlsx(rows: Rows) -> bytes:
    """A workbook with one sheet."""
    office = "http://schemas.openxmlformats.org"
    part = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    cells = [
        "".join(
            f"<c><v>{cell}</v></c>"
            if isinstance(cell, float | int)
            else f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for cell in row
        )
        for row in rows
    ]
    sheet = "".join(f"<row>{row}</row>" for row in cells)
    main = f"{office}/spreadsheetml/2006/main"
    relation = f"{office}/officeDocument/2006/relationships"
    relations = f"{office}/package/2006/relationships"
    return _zip(
        {
            "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{part}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{part}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{relation}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relation}"><sheets>'
            '<sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
            f'Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
        }
    )


def ods(rows: Rows) -> bytes:
    """A document with one table."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    cells = [
        "".join(
            f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
            if isinstance(cell, float | int)
            else f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        for row in rows
    ]
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    content = (
        f'<office:document-content xmlns:office="{oasis}:office:1.0" xmlns:table="{oasis}:table:1.0" '
        f'xmlns:text="{oasis}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad1">{table}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{oasis}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return _zip({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _zip(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            head = '<?xml version="1.0" encoding="UTF-8"?>' if text.startswith("<") else ""
            archive.writestr(name, head + text)
    return out.getvalue()
