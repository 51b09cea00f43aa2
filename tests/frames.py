"""The sentences that a template makes: its own words round a text of the model, over a whole model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from samverkan import Model
from samverkan.kinds import Ref
from samverkan.pages.every_page import pages, publisher_pages
from samverkan.pages.render import Renderer

START, END = "\x02", "\x03"
VALUE = re.compile(f"{START}([^{START}{END}]*){END}")
# The templates that pages written by hand ask for; the rest come with the things.
ASKED_FOR = (
    *("checklistor", "funktioner", "genvagar", "ingangar", "kontakter", "rekommendationer", "sekretess_svar"),
    *("stegen_uppat", "struktur", "tackning", "verksamheter", "fara", "grazoner"),
)
# Where a line begins anew for the reader: a cell, a term, a point, a heading.
BREAK = re.compile(
    r"</?(?:dt|dd|td|th|tr|li|br|h\d|summary|figcaption|div|p|details|ul|b|strong|span)\b[^>]*>|\*\*|^#+ |^ *- |\|"
)
# A link with words of the template's own: it leads on, and is no part of a sentence round a text.
LINK = re.compile(r"\[[^\]\x02]*\]\((?:[^()]|\([^()]*\))*\)(?:\{[^}]*\})?")
SENTENCE = re.compile(f"(?<=[.!?]) +(?={START})|(?<=[.!?]{END}) +|(?<=: ) *(?={START})|(?<={END}[;,]) +(?={START})")
# A number of the template's own, a count or a day; what a text of the model says stays as it is.
NUMBER = re.compile(f"{START}[^{END}]*{END}|[0-9]+")
TAG = re.compile(r"<[^>]*>|\{:[^}]*\}|\[(?=[^\]]*\]\()|\]\((?:[^()]|\([^()]*\))*\)|\([^()]*\.md[^()]*\)")


def frames(model: Model) -> dict[str, list[str]]:
    """Each frame, with … for the model's text, and every sentence that it makes in the model, each once."""
    found: dict[str, set[str]] = {}
    texts = set(_texts(model))
    for page in _marked(model, texts):
        for line in page.splitlines():
            for piece in BREAK.split(LINK.sub("|", line)):
                for plain in SENTENCE.split(TAG.sub("", piece)):
                    if frame := _frame(plain):
                        counted = NUMBER.sub(lambda match: match[0] if match[0][0] == START else "N", plain)
                        found.setdefault(frame, set()).add(_squeeze(counted))
    return {frame: sorted(found[frame]) for frame in sorted(found)}


def _marked(model: Model, texts: set[str]) -> Iterator[str]:
    """Every page and part of the model, each text of it between two marks."""
    renderer = Renderer(model)
    known = {_key(text) for text in texts}

    def mark(value: Any) -> Any:
        plain = isinstance(value, str) and START not in value and all(_key(part) in known for part in value.split("; "))
        return f"{START}{value}{END}" if plain else value

    def marked(filter: Any) -> Any:
        return lambda value: f"{START}{' '.join(TAG.sub('', filter(value)).split())}{END}"

    renderer.env.bytecode_cache = None  # what is compiled without finalize never asks it
    renderer.env.finalize = mark
    for name in ("text", "rad", "länk", "ställen"):
        renderer.env.filters[name] = marked(renderer.env.filters[name])
    yield from (page.markdown.split("---\n\n", 1)[1] for page in pages(renderer))
    yield from (page.markdown.split("---\n\n", 1)[1] for page in publisher_pages(renderer, []))
    yield from (renderer.thing(thing) for thing in model.everything() if not thing.own_page)
    yield from (renderer.template(name) for name in ASKED_FOR)


def _frame(piece: str) -> str | None:
    """The template's words in a piece, … for each text; None where no text stands within words of the template."""
    if START not in piece:
        return None
    frame = re.sub(r"…(?:(?:,| och) …)+", "…", re.sub(r"\d+", "N", _squeeze(VALUE.sub("…", piece))))
    # A label before a text, and marks between texts, are no sentence: ”Lag: …, …. Se även: …”.
    rest = re.sub(r"(?:^|(?<=[.;(]) ?)[^.…:;()]*:(?= ?…)|(?<=…)[.;,]? (?:och )?(?=…)|^\\W*(?=…)", "", frame)
    return frame if frame.count("…") and re.search(r"[a-zåäö]", rest.replace("N", ""), re.IGNORECASE) else None


def _texts(part: Any) -> Iterator[str]:
    """Every text of the model that an editor wrote freely."""
    if isinstance(part, Model):
        for thing in part.everything():
            yield from _texts(thing)
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            if name not in ("id", "typ", "status"):
                yield from _texts(getattr(part, name))
    elif isinstance(part, list):
        for item in part:
            yield from _texts(item)
    elif isinstance(part, str) and not isinstance(part, Ref):
        yield part


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def _squeeze(text: str) -> str:
    return re.sub(r" ([.,;:)])", r"\1", " ".join(text.replace(START, "").replace(END, "").split()))
