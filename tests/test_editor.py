"""The forms, without a browser: every thing opens, and what is sent back unchanged changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_desk import Sending, copied
from pydantic import BaseModel
from samverkan.editor.attempt import NOTHING
from samverkan.editor.blocks import pairs, whole
from samverkan.editor.folder import Folder
from samverkan.editor.posted import free
from samverkan.editor.rows import moved
from samverkan.editor.screens import Screens
from samverkan.editor.shapes import label, shape_of
from samverkan.kinds import KINDS, LOCAL_KINDS, Thing
from samverkan.kinds.installningar import Inställningar


@pytest.fixture(scope="module", params=["gnesta", None], ids=["kommun", "lanet"])
def screens(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Screens:
    root = tmp_path_factory.mktemp("formular")
    copied(root, request.param)
    return Screens(root, request.param, "/nyckel")


def _unchanged(screens: Screens, place: list[str]) -> list[str]:
    """What is wrong where a form is opened and sent back as it was."""
    shown = screens.answer(place, None)
    if shown.status != 200:
        return [f"{place}: {shown.status}"]
    answer = screens.answer(place, {**Sending(shown.text).sent, "gör": ["spara"]})
    return [] if NOTHING in answer.text else [f"{'/'.join(place)}: något har ändrats"]


def _places(screens: Screens, kind: type[Thing], few: bool) -> Iterator[list[str]]:
    """A thing of a kind, or every one; and the parts that have pages of their own."""
    things = [one.id for one in screens.desk.folder.model()[1].all(kind)]
    for id in things[:1] if few else things:
        yield ["sak", kind.folder, id]
        for key in ("steg", "trappsteg"):
            rows = screens.desk.folder.open(kind, id).now.get(key, [])
            yield from (["sak", kind.folder, id, key, one["id"]] for one in (rows[:3] if few else rows))


def test_a_thing_of_each_kind_that_is_opened_and_sent_back_is_unchanged(screens: Screens) -> None:
    kinds = (*KINDS, *(LOCAL_KINDS if screens.desk.kommun else ()))
    places = [place for kind in kinds for place in _places(screens, kind, few=True)]
    assert [one for place in places for one in _unchanged(screens, place)] == []
    assert _unchanged(screens, ["installningar"]) == []


@pytest.mark.långsam
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_thing_that_is_opened_and_sent_back_is_unchanged(
    screens: Screens, kind: type[Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Folder, "look_again", lambda self: None)  # nothing is written
    assert [one for place in _places(screens, kind, few=False) for one in _unchanged(screens, place)] == []


def _fields(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[tuple[str, str]]:
    for name, info in model.model_fields.items():
        yield f"{model.__name__}.{name}", f"{label(name, info)}|{info.description or ''}"
        shape = shape_of(info)
        for inner in (shape.model, shape.parts):
            if inner and inner not in seen:
                seen.add(inner)
                yield from _fields(inner, seen)


@pytest.mark.parametrize("kind", [*KINDS, *LOCAL_KINDS, Inställningar], ids=lambda kind: kind.__name__)
def test_every_field_has_a_name_of_words_and_help(kind: type[Thing]) -> None:
    wrong = [name for name, said in _fields(kind, set()) if "_" in said.partition("|")[0] or said.endswith("|")]
    assert wrong == []


@pytest.mark.parametrize(
    ("words", "taken", "id"),
    [("Fältarbetarna på ön", set(), "faltarbetarna-pa-on"), ("Skolan", {"skolan"}, "skolan-2"), ("–", set(), "ny")],
)
def test_an_id_is_made_of_the_name_and_is_nobody_elses(words: str, taken: set[str], id: str) -> None:
    assert free(words, taken) == id


@pytest.mark.parametrize(
    ("verb", "at", "rows"),
    [
        ("ny", "rader", ["a", "b", None]),
        ("bort", "rader.0", ["b"]),
        ("upp", "rader.1", ["b", "a"]),
        ("ned", "rader.0", ["b", "a"]),
        ("ned", "rader.1", ["a", "b"]),
        ("bort", "rader.9", ["a", "b"]),
        ("upp", "annat.fel.3", ["a", "b"]),
    ],
)
def test_a_row_is_added_taken_away_and_moved(verb: str, at: str, rows: list[str | None]) -> None:
    data = moved({"rader": [{"x": "a"}, {"x": "b"}]}, verb, at)
    assert [one.get("x") for one in data["rader"]] == rows


def test_a_preview_leads_nowhere_and_shows_nothing_that_the_page_hides() -> None:
    page = '<p hidden>sen</p>\n\n<p class="skarm">filer</p>\n\n[Anmäl](x.md){: #a .b style="x" } nu <svg><g/></svg>.\n'
    assert whole(page) == "<span></span>\n<span></span>\n" + '<p><a class="b">Anmäl</a> nu <span></span>.</p>'
    assert [(one.before, one.after) for one in pairs("# A\n\nFörr.\n\nLika.", "# A\n\nNu.\n\nLika.")] == [
        ("<p>Förr.</p>", "<p>Nu.</p>")
    ]


def test_an_address_that_leads_nowhere_says_so(screens: Screens) -> None:
    for place in (
        ["sak"],
        ["sak", "rutiner", "finns-inte"],
        ["sak", "rutiner", "flytt", "steg", "x"],
        ["ny", "beslut"],
    ):
        assert screens.answer(place, None).status == 404
    assert (screens.answer(["kontakter"], None).status == 200) == bool(screens.desk.kommun)


def test_no_page_names_a_file_or_shows_yaml(screens: Screens) -> None:
    for place in ([], ["sort", "rutiner"], ["sak", "rutiner", "orosanmalan"], ["lankar"], ["valj"]):
        text = screens.answer(place, None).text
        assert ".yml" not in text and "model/" not in text, Path(*place)
