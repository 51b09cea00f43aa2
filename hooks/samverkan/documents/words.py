"""The words of an element as runs of text of one look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from samverkan.documents.blocks import Inline, Run

# What only a screen can use: tools, forms, drawings, and the way to the next step of the page.
SCREEN = frozenset({"skarm", "checklista-verktyg", "bladdra", "tidigare"})
DRAWN = frozenset({"svg", "input", "script", "style"})
STRONG = frozenset({"strong", "b", "th", "summary"})
# Law, sources, who and when: what stands under or after what it belongs to.
SMALL = frozenset({"regel", "lage"})
QUIET = frozenset({"regel", "vem", "tid", "forklaring"})
# A page shows these on lines of their own, or as labels.
APART = {"vem": " · ", "tid": " · ", "vag-ut": "\n", "galler": "\n", "forklaring": "\n", "saga-svar": "", "roll": ", "}
ENDS = {"saga-svar": ": "}
# The same contact in each kommun: among other words only where the numbers are has room.
EACH_KOMMUN = "kommun-kontakter"
SPACE = re.compile(r"[ \t\r\n]+")


def classes(element: Element) -> list[str]:
    """The classes of an element."""
    return element.get("class", "").split()


def shown(element: Element) -> bool:
    """Whether an element is for a reader on paper too; what is hidden on the day of the web is not."""
    return not (SCREEN & set(classes(element)) or element.tag in DRAWN or "hidden" in element.attrib)


def splits(element: Element) -> Iterator[Element | str]:
    """What stands in an element, in order: its texts and the elements in it."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def said_of(contacts: Element) -> str:
    """Whose numbers they are: the words that stand over them."""
    return "".join(text for summary in contacts.iterfind("summary") for text in summary.itertext())


def in_short(contacts: Element) -> str:
    """Where the numbers of each kommun are, instead of the numbers."""
    return f"{said_of(contacts)} står på webben."


def runs(part: Element | str, address: Callable[[str], str], look: Run = Run("")) -> Iterator[Run]:  # noqa: B008
    """The runs of a text or an element; `address` as in from_tree."""
    if isinstance(part, str):
        yield replace(look, text=SPACE.sub(" ", part))
        return
    css = classes(part)
    if not shown(part):
        return
    if EACH_KOMMUN in css:
        yield Run(f"\n{in_short(part)}")
        return
    if part.tag == "br":
        yield replace(look, text="\n")
        return
    apart = next((APART[name] for name in css if name in APART), "")
    if apart or part.tag in ("p", "li", "div"):
        yield replace(look, text=apart or "\n", href="")
    look = replace(
        look,
        strong=look.strong or part.tag in STRONG or "saga-svar" in css,
        emphasis=look.emphasis or part.tag == "em" or bool(QUIET & set(css)),
        href=(address(part.get("href", "")) if part.tag == "a" else "") or look.href,
    )
    ways = 0
    for inside in splits(part):
        if isinstance(inside, Element) and "vag" in classes(inside):
            ways += 1
            if ways > 1 and "egen" not in classes(inside):
                continue  # on paper the first way in is enough
        yield from runs(inside, address, look)
    for name in css:
        if name in ENDS:
            yield replace(look, text=ENDS[name])


def cleaned(found: Iterable[Run]) -> Inline:
    """Runs with no more space than is needed, and those of the same look joined; empty where nothing is said."""
    kept: list[Run] = []
    before = "\n"
    for run in found:
        text = re.sub(r" *\n[ \n]*", "\n", run.text)
        if before[-1:] in " \n":
            text = text.lstrip(" \n" if before == "\n" else " ")
        if before[-1:] == "\n" and not kept:
            text = text.lstrip(" \n·,")
        if not text:
            continue
        before = text
        if kept and replace(kept[-1], text="") == replace(run, text=""):
            kept[-1] = replace(run, text=kept[-1].text + text)
        else:
            kept.append(replace(run, text=text))
    while kept and not (text := kept[-1].text.rstrip()):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)
