"""Two versions of a thing beside each other: when they are the same, and what differs, in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from casefiles import BASE, read
from hypothesis import given
from hypothesis import strategies as st
from mutations import FIXED
from samverkan.kinds import Rutin
from samverkan.kinds.deviation import fingerprint
from samverkan.local.changes import changes, marked, words
from samverkan.reading.load import load_file

FILES = sorted(BASE.rglob("*.yml"))
ROUTINE = read(BASE / "rutiner" / "anmal.yml")
TEXTS = st.lists(st.sampled_from(["ring", "nu", "inom", "två", "veckor", "vänta"]), max_size=8).map(" ".join)
DATA = st.recursive(
    TEXTS, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3))
)


def told(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return [str(change) for change in changes(before, after)]


def turned(value: Any) -> Any:
    """The same content with every field in the opposite order."""
    if isinstance(value, dict):
        return {key: turned(part) for key, part in reversed(value.items())}
    return [turned(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_the_fingerprint_is_of_the_content_not_of_the_layout(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    other = tmp_path / path.name
    comments = "# En rad som bara förklarar.\n" + text.replace("\n", "   # så\n", 1)
    other.write_bytes(comments.replace("\n", "\r\n").encode("utf-8-sig"))
    assert load_file(other, path.name, Rutin).data == read(path)
    assert fingerprint(load_file(other, path.name, Rutin).data) == fingerprint(turned(read(path)))
    assert len(fingerprint(read(path))) == 12


@FIXED
@given(before=st.dictionaries(TEXTS, DATA, max_size=4), after=st.dictionaries(TEXTS, DATA, max_size=4))
def test_the_fingerprint_differs_when_the_content_does(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert (fingerprint(before) == fingerprint(after)) == (before == after)


@FIXED
@given(data=st.dictionaries(TEXTS, DATA, max_size=4))
def test_nothing_differs_from_itself(data: dict[str, Any]) -> None:
    assert told(data, turned(data)) == []
    assert fingerprint(data) == fingerprint(turned(data))


def test_the_order_of_a_list_is_content() -> None:
    turned_steps = ROUTINE | {"steg": ROUTINE["steg"][::-1]}
    assert fingerprint(turned_steps) != fingerprint(ROUTINE)
    assert told(ROUTINE, turned_steps) == [
        "Ändrat: steg › ordning\n    förut: ”Anmäl genast”, ”Svara den som anmälde”\n"
        "    nu:    ”Svara den som anmälde”, ”Anmäl genast”"
    ]


def test_a_changed_field_is_told_before_and_after() -> None:
    assert told(ROUTINE, ROUTINE | {"resultat": "Anmälan har kommit fram."}) == [
        "Ändrat: resultat\n    förut: Socialtjänsten har tagit emot anmälan.\n    nu:    Anmälan har kommit fram."
    ]


def test_a_field_that_comes_or_goes_is_told() -> None:
    assert told(ROUTINE, ROUTINE | {"om_fara": "ja"}) == ["Nytt: om_fara: ja"]
    assert told(ROUTINE | {"om_fara": "ja"}, ROUTINE) == ["Borttaget: om_fara: ja"]


def test_a_step_is_told_by_its_name_and_what_it_says() -> None:
    first, second = ROUTINE["steg"]
    gone = ROUTINE | {"steg": [first]}
    gist = "steg › ”Svara den som anmälde”: Svara den som anmälde. Lämna besked."
    assert told(ROUTINE, gone) == [f"Borttaget: {gist}"]
    assert told(gone, ROUTINE) == [f"Nytt: {gist}"]
    (change,) = told(ROUTINE, ROUTINE | {"steg": [first, second | {"vad": "Ring."}]})
    assert change == "Ändrat: steg › ”Svara den som anmälde” › vad\n    förut: Lämna besked.\n    nu:    Ring."


def test_a_point_in_a_step_is_told_by_the_step() -> None:
    first, second = ROUTINE["steg"]
    point = {"id": "skriv", "text": "Skriv upp dagen."}
    (change,) = told(ROUTINE, ROUTINE | {"steg": [first | {"punkter": [*first["punkter"], point]}, second]})
    assert change == "Nytt: steg › ”Anmäl genast” › punkter › ”Skriv upp dagen.”: Skriv upp dagen."


def test_links_are_told_as_their_text() -> None:
    assert words("Ring [socialtjänsten](verksamhet:socialtjanst).") == "Ring socialtjänsten."


@FIXED
@given(before=st.dictionaries(TEXTS, DATA, max_size=4), after=st.dictionaries(TEXTS, DATA, max_size=4))
def test_what_differs_is_told_and_nothing_else(before: dict[str, Any], after: dict[str, Any]) -> None:
    # An id names a part, and a part by another name is another part.
    before, after = ({key: value for key, value in side.items() if key != "id"} for side in (before, after))
    assert bool(told(before, after)) == (before != after)


def test_a_change_is_marked_word_by_word() -> None:
    assert marked("Svara inom två veckor.", "Svara inom en vecka.") == [
        ("lika", "Svara inom"),
        ("bort", "två veckor."),
        ("nytt", "en vecka."),
    ]


@FIXED
@given(before=TEXTS, after=TEXTS)
def test_the_marked_words_are_both_texts_whole(before: str, after: str) -> None:
    runs = marked(before, after)
    assert " ".join(text for kind, text in runs if kind != "nytt") == before
    assert " ".join(text for kind, text in runs if kind != "bort") == after
