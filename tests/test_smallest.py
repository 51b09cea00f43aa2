"""The smallest deviation is the overlay read backwards: laid over the county's, it gives what the kommun wants."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import given
from local_files import common_files, document, local_files
from samverkan.editor.smallest import emptied, smallest
from samverkan.kinds import Rutin
from samverkan.local.merge import HEAD, Merge
from samverkan.reading.document import Document

LOCAL = "model/lokalt/exempelkommun/rutiner/anmal.yml"


def _body(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in HEAD and key != "id"}


@given(common_files(), local_files())
def test_what_an_overlay_makes_is_made_again_by_the_smallest_deviation(common: Document, local: Document) -> None:
    wanted = Merge(common, local).run()
    made = smallest(Rutin.kind, common.data, common.data, wanted, {})
    again = Merge(common, document(LOCAL, {"id": "anmal", **made}))
    assert again.run() == wanted
    assert [one for one in again.findings if one.code == "låst"] == []


@given(common_files(), local_files())
def test_where_nothing_is_changed_the_file_stays_as_it_is(common: Document, local: Document) -> None:
    now = Merge(common, local).run()
    body = _body(local.data)
    rows = {row["id"] for row in now["steg"]}
    gone = [row for row in body.get("steg", []) if row["id"] not in rows]
    kept = smallest(Rutin.kind, common.data, now, deepcopy(now), body)
    assert kept == body or gone


@given(common_files())
def test_what_is_as_the_countys_is_no_deviation(common: Document) -> None:
    assert smallest(Rutin.kind, common.data, common.data, deepcopy(common.data), {}) == {}


def test_a_list_of_parts_that_is_emptied_is_empty() -> None:
    common = {"id": "anmal", "punkter": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}
    made = smallest("rutin", common, common, {"id": "anmal"}, {})
    assert made == {"punkter": [{"id": "a", "utgår": "ja"}, {"id": "b", "utgår": "ja"}]}
    assert smallest("rutin", common, {"id": "anmal"}, {"id": "anmal"}, made) == made


def test_a_field_that_is_emptied_of_the_countys_text_is_told_and_one_with_ones_own_is_not() -> None:
    common = {"id": "x", "kort": "K", "steg": [{"id": "a", "vad": "A", "obs": "O"}, {"id": "b", "vad": "B"}]}
    now = {**common, "steg": [common["steg"][1], {**common["steg"][0], "obs": "Vår"}]}
    wanted = {"id": "x", "steg": [{"id": "b"}, {"id": "a", "vad": "A"}, {"id": "ny"}]}
    assert list(emptied(common, now, wanted)) == ["kort", "steg.0.vad"]
