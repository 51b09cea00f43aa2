"""What a phone reads off a sheet of paper: each page of a PDF as a picture in grey, and the squares in it."""

from __future__ import annotations

import pypdfium2
import zxingcpp

# About what a phone sees at arm's length, and a cheap printer prints.
DPI = 150


def scanned(pdf: bytes) -> list[list[str]]:
    """What each square says, page by page."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=DPI / 72, grayscale=True)
        grey = memoryview(bytes(picture.buffer)).cast("B", (picture.height, picture.stride))
        found.append([square.text for square in zxingcpp.read_barcodes(grey)])
    return found
