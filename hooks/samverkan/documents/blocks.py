"""What a document consists of, the same whatever it is written as: PDF and Word are made from this and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A stretch of text of one look; `href` is a whole address, or empty."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


Inline = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a part of the document, its title is not among the blocks."""

    level: int
    text: Inline


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `small` is law and sources, which stand under what they belong to."""

    text: Inline
    small: bool = False


@dataclass(frozen=True)
class Listing:
    """A list: numbered, or with a box before each item to tick by hand, or with dots."""

    items: tuple[tuple[Block, ...], ...]
    numbered: bool = False
    tick: bool = False


@dataclass(frozen=True)
class Table:
    """A table; its head is repeated on each page, and its first column is what the row is about."""

    caption: str
    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class Facts:
    """Pairs of a label and what it says: who, when, what decides."""

    pairs: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True)
class Box:
    """What must not be missed; `kind` is fara (danger, 112), obs (observe) or svar (the answer)."""

    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Picture:
    """A drawing, as the text of an SVG, and what it shows in words."""

    svg: str
    alt: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Listing | Table | Facts | Box | Picture | NewPage


# Before a page's number, and between it and how many there are.
PAGE, OF = "Sida", "av"


@dataclass(frozen=True)
class Sheet:
    """What stands at the head and foot of every page, so that a loose sheet can be trusted or replaced.

    `address` is where the current one is: a whole address, or empty where the publisher has none yet.
    `made` is the day that the web tells of, in words; `logo` is the file of the publisher's logo under docs, or empty.
    """

    publisher: str
    kommun: str
    status: str
    version: str
    reviewed: str
    address: str
    made: str = ""
    logo: str = ""

    @property
    def whose(self) -> str:
        """Who publishes it, and where it is about."""
        return " · ".join(dict.fromkeys(filter(None, [self.publisher, self.kommun])))

    @property
    def state(self) -> str:
        """How it stands: decided or not, which version, when it was reviewed."""
        return " · ".join(filter(None, [self.status, self.version and f"version {self.version}", self.reviewed]))

    @property
    def fetched(self) -> str:
        """From when it is."""
        return f"Hämtat från webben så som den var {self.made}." if self.made else ""

    @property
    def latest(self) -> str:
        """What stands before the address of the current one, or instead of it."""
        if self.address:
            return "Senaste lydelsen: "
        return "Webben har ingen adress ännu. Fråga den som gav dig dokumentet om det är det senaste."


@dataclass(frozen=True)
class Document:
    """A whole document; `path` is its place in the web without suffix, as dokument/rutiner/x.

    `one_sheet` is that it is set closer, where that keeps it on one.
    """

    path: str
    title: str
    about: str
    sheet: Sheet
    blocks: tuple[Block, ...]
    landscape: bool = False
    contents: bool = False
    one_sheet: bool = False
