"""HTML in a page written by hand: what may stand there, since it reaches the reader as it is.

What the web's policy would stop in silence is told to the one who writes it, and what it would not stop is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.written.file import Written

TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>?")
ATTRIBUTE = re.compile(r"(?P<name>[^\s\"'=<>/]+)(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
# Markdown's way to put attributes on what stands before: {: .obs onclick="…" }.
ATTR_LIST = re.compile(r"\{:?(?!%)(?P<inside>[^{}\n]*)\}")
TAGS = """
    a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i
    img ins kbd li mark ol p pre q s section small span strong sub summary sup table tbody td th thead time tr u ul
"""
ATTRIBUTES = """
    alt class colspan datetime height href id lang markdown open role rowspan scope src tabindex title width
"""
INSTEAD = {
    "script": "Ett skript körs inte här.",
    "style": "En egen stil visas inte här.",
    "iframe": "En annan webbplats kan inte visas i sidan.",
    "meta": "En sida kan inte skicka läsaren vidare.",
    "form": "Ett formulär får inte vara med: ingenstans på webben skrivs något in.",
    "input": "Ett formulär får inte vara med: ingenstans på webben skrivs något in.",
}
LINK = "Länka till det i stället: [text](adress)."
GOOD_LINK = re.compile(r"(?:https://|mailto:|tel:|#|/)", re.IGNORECASE)


def unsafe_html(page: Written) -> Iterator[Finding]:
    """Each tag and attribute that may not be there."""
    prose = page.prose
    for tag in TAG.finditer(prose):
        if tag["rest"].startswith(":") or "@" in tag["rest"].split(" ")[0]:
            continue  # <https://…> and <namn@kommunen.se> are Markdown's links
        name = tag["name"].casefold()
        if name not in TAGS.split():
            if not tag["end"]:
                mend = f"{INSTEAD.get(name, '')} {LINK if name in ('iframe', 'script') else 'Ta bort den.'}".strip()
                message = f"taggen <{name}> får inte stå i en sida."
                yield Finding(page.mark(tag.start()), "osäker-text", message, mend)
            continue
        for attribute in ATTRIBUTE.finditer(tag["rest"]):
            mark = page.mark(tag.start("rest") + attribute.start())
            value = (attribute["value"] or "").strip("\"'")
            if wrong := _wrong_attribute(attribute["name"].casefold(), value):
                yield Finding(mark, "osäker-text", *wrong)
    for braces in ATTR_LIST.finditer(prose):
        for attribute in ATTRIBUTE.finditer(braces["inside"]):
            if attribute["value"] is not None and (
                wrong := _wrong_attribute(attribute["name"].casefold(), attribute["value"].strip("\"'"))
            ):
                yield Finding(page.mark(braces.start("inside") + attribute.start()), "osäker-text", *wrong)


def _wrong_attribute(name: str, value: str) -> tuple[str, str] | None:
    """What is wrong with an attribute, and the mend; None when it may be there."""
    if name.startswith(("aria-", "data-")) or name in ATTRIBUTES.split():
        if name == "href" and (value.startswith("//") or not GOOD_LINK.match(value)):
            return f"länken ”{value}” går inte att använda i HTML.", "Skriv den som Markdown: [text](adress)."
        return None
    if name == "style":
        return "stilen i ”style” visas inte.", "Ta bort den. Webbens egna klasser går att använda: class."
    if name.startswith("on"):
        return f"”{name}” är ett skript, och det körs inte här.", "Ta bort det."
    return f"”{name}” får inte stå i en tagg.", "Ta bort det."
