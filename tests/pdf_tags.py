"""What somebody who listens to a PDF gets: its tags as a tree, and what on its pages they leave out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject

# The operators that draw: text, pictures, and lines and surfaces.
SHOWS = {b"INLINE IMAGE", *b"Tj TJ ' \" Do sh f F f* B B* b b* S s".split()}


@dataclass
class Tag:
    """An element of the structure: its standard role, what it says of itself, and what is in it."""

    role: str
    alt: str
    scope: str
    marked: list[tuple[int, int]] = field(default_factory=list)  # (the page's number, the content's on it)
    links: int = 0
    inside: list[Tag] = field(default_factory=list)

    def walk(self) -> Iterator[Tag]:
        """This and all that is in it, in the order that it is read."""
        yield self
        for tag in self.inside:
            yield from tag.walk()


def tags(pdf: PdfReader) -> Tag:
    """The whole tree."""
    root: Any = pdf.trailer["/Root"]["/StructTreeRoot"]
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(pdf.pages) if page.indirect_reference}
    return _tag(root, root.get("/RoleMap", {}), pages, -1)


def _tag(element: Any, roles: Any, pages: dict[int, int], page: int) -> Tag:
    role = str(element.get("/S", "/Root"))
    while role in roles:
        role = str(roles[role])
    if "/Pg" in element:
        page = pages[element.raw_get("/Pg").idnum]
    found = Tag(role.lstrip("/"), str(element.get("/Alt", "")), _scope(element))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if not isinstance(kid, DictionaryObject):
            found.marked.append((page, int(kid)))
        elif kid.get("/Type") == "/MCR":
            its = pages[kid.raw_get("/Pg").idnum] if "/Pg" in kid else page
            found.marked.append((its, int(kid["/MCID"])))
        elif kid.get("/Type") == "/OBJR":
            found.links += 1
        else:
            found.inside.append(_tag(kid, roles, pages, page))
    return found


def _scope(element: Any) -> str:
    said = element.get("/A", [])
    for one in said if isinstance(said, list) else [said]:
        if "/Scope" in one.get_object():
            return str(one.get_object()["/Scope"])
    return ""


def untagged(pdf: PdfReader, page: PageObject) -> tuple[list[bytes], set[int]]:
    """What a page draws outside every mark, and the numbers of the content that it marks as something to read."""
    outside, numbers = [], set()
    marks: list[bool] = []
    stream = ContentStream(page["/Contents"].get_object(), pdf)
    for operands, operator in stream.operations:
        if operator in (b"BDC", b"BMC"):
            said = operands[1] if len(operands) > 1 else {}
            if "/MCID" in said:
                numbers.add(int(said["/MCID"]))
            marks.append(operands[0] == "/Artifact" or "/MCID" in said)
        elif operator == b"EMC":
            marks.pop()
        elif operator in SHOWS and not any(marks):
            outside.append(operator)
    return outside, numbers


def fonts(page: PageObject) -> Iterator[Any]:
    """Each font of a page."""
    for font in page["/Resources"].get("/Font", {}).values():
        yield font.get_object()
