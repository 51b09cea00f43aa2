"""A time limit's condition goes wherever the limit goes: who is told the one without the other may harm a child."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fyllt import filled
from pydantic import BaseModel
from samverkan import Model
from samverkan.documents.blocks import Block
from samverkan.documents.made import documents
from samverkan.kinds import Rutin, Tid
from samverkan.kinds.tid import Frist
from samverkan.local.said import said
from samverkan.markup.markdown import tree
from samverkan.pages.data.things import thing_as_data
from samverkan.pages.render import Renderer
from samverkan.pages.views.limits import counted
from samverkan.pages.views.year_files import year_files
from samverkan.resolve import values
from samverkan.web.search_index import SearchIndex
from samverkan.web.search_sections import sections
from shown import Web

# What each limit is called here, and its condition.
LIMIT, CONDITION = "gräns{}x", "villkor{}x"
APART = 40  # signs between them at most, where both are said


@pytest.fixture(scope="module")
def model() -> Model:
    """The model with a value in every field, every limit with a name and a condition of its own."""
    model = filled()
    for number, limit in enumerate(limits(model)):
        own = vars(limit)
        back = own.get("återkommer")
        vars(back or limit)["tills" if back else "när"] = LIMIT.format(number)
        own["om"] = CONDITION.format(number)
    every = [(thing, place, value) for thing in model.everything() for place, value in values(thing)]
    return replace(model, values=every)


def limits(model: Model) -> Iterator[Frist]:
    yield from (limit for thing in model.everything() for limit in inside(thing))


def inside(part: Any) -> Iterator[Frist]:
    if isinstance(part, list):
        yield from (limit for one in part for limit in inside(one))
    if isinstance(part, BaseModel):
        yield from [part] if isinstance(part, Frist) else ()
        yield from (limit for one in vars(part).values() for limit in inside(one))


def alone(text: str) -> list[str]:
    """The limits in a text that are not followed by their conditions."""
    text = re.sub(r"<[^>]+>", "", text)
    told = [(found[1], text[found.end() : found.end() + APART]) for found in re.finditer(r"gräns(\d+)x", text, re.I)]
    return [number for number, after in told if CONDITION.format(number) not in after]


def said_in(text: str) -> set[str]:
    return set(re.findall(r"gräns(\d+)x", text, re.IGNORECASE))


def test_there_are_limits_of_every_sort(model: Model) -> None:
    found = list(limits(model))
    assert len(found) > 12
    assert {bool(isinstance(one, Tid) and one.återkommer) for one in found} == {True, False}


def test_every_page_and_checklist_says_both(model: Model) -> None:
    pages = Web(model).markdown
    assert {path: lost for path, text in pages.items() if (lost := alone(text))} == {}
    every = set().union(*(said_in(text) for text in pages.values()))
    assert every == {str(number) for number, _ in enumerate(limits(model))}


def test_what_is_counted_together_says_the_conditions_of_both(model: Model) -> None:
    together = [limit for limit in limits(model) if counted(limit)]
    assert together
    web = "\n".join(Web(model).markdown.values())
    for limit in together:
        assert isinstance(limit, Tid) and limit.efter and limit.efter.tid
        assert f"med villkoren för varje tid: {limit.efter.tid.lyder}; {limit.lyder}. Webben" in web


def test_the_calendar_says_both_also_in_what_is_seen_first(model: Model) -> None:
    files = {path: content.decode().replace("\r\n ", "") for path, content in year_files(model).items()}
    assert set().union(*map(said_in, files.values()))
    assert {path: lost for path, text in files.items() if (lost := alone(text))} == {}
    due = [line for text in files.values() for line in text.splitlines() if line.startswith("SUMMARY:Senast")]
    assert due
    assert not [line for line in due if "villkor" not in line]


def test_every_document_says_both(model: Model) -> None:
    made = {one.page: text_of(one.document.blocks) for one in documents(Renderer(model))}
    assert set().union(*map(said_in, made.values()))
    assert {page: lost for page, text in made.items() if (lost := alone(text))} == {}


def text_of(part: Any) -> str:
    """Every text in some blocks, in their order."""
    if isinstance(part, str):
        return part
    if isinstance(part, (tuple, list)):
        return "".join(map(text_of, part))
    if isinstance(part, Block) or hasattr(part, "__dataclass_fields__"):
        return "".join(text_of(getattr(part, name)) for name in part.__dataclass_fields__)
    return ""


def test_the_search_never_ends_a_text_between_them(model: Model) -> None:
    index = SearchIndex(model)
    texts = [part.text for rutin in model.all(Rutin) for part in sections(tree(Renderer(model).thing(rutin)))]
    assert set().union(*map(said_in, texts))
    cuts = [(text, text[: index._whole(text, length)]) for text in texts for length in range(0, 300, 3)]
    assert [text for text, cut in cuts if alone(cut)] == []


def test_a_decided_text_and_the_data_say_both(model: Model) -> None:
    rutin = model.get(Rutin, "anmal")
    assert alone(str(thing_as_data(model, rutin)["steg"])) == []
    told = {"när": "inom en vecka", "om": "om det går", "typ": "lag"}
    text = said(Rutin, "anmal", {"steg": [{"id": "a", "tider": [told]}]}, lambda key: None)
    assert text["steg"][0]["tider"] == ["inom en vecka, om det går; Bygger på: lag"]
