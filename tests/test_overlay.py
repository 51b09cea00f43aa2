"""What holds of every local file laid over every common one: nothing lost, nothing moved, every value's place known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casefiles import BASE
from hypothesis import given, settings
from local_files import COMMON, HEAD, LOCAL, NEW_IDS, common_files, document, local_files
from mutations import FIXED
from samverkan import Finding
from samverkan.kinds import Rutin
from samverkan.kinds.deviation import Deviation
from samverkan.local.overlay import overlay
from samverkan.reading.document import Document
from samverkan.reading.load import load_file


def laid(common: Document, local: Document) -> tuple[Document, Deviation, list[Finding]]:
    """One local file over one common: the result, the deviation, the findings."""
    (result,), (deviation,), findings = overlay([common], [local])
    return result, deviation, findings


def by_id(data: dict[str, Any], field: str) -> dict[str, dict[str, Any]]:
    """The parts of a thing by their ids, in their order."""
    return {part["id"]: part for part in data.get(field, [])}


def test_no_local_file_changes_nothing() -> None:
    common = [load_file(path, path.name, Rutin) for path in sorted((BASE / "rutiner").glob("*.yml"))]
    assert overlay(common, []) == (common, [], [])


@given(common=common_files())
@settings(FIXED, max_examples=50)
def test_a_local_file_that_says_nothing_changes_nothing(common: Document) -> None:
    result, deviation, findings = laid(common, document(LOCAL, HEAD))
    assert (result.data, findings) == (common.data, [])
    assert {place: mark for place, mark in result.marks.items() if place != ("id",)} == {
        place: mark for place, mark in common.marks.items() if place != ("id",)
    }
    assert not deviation.added | deviation.changed


@given(common=common_files(), local=local_files())
@settings(FIXED, max_examples=300)
def test_every_value_is_found_where_it_was_written(common: Document, local: Document) -> None:
    result, _, _ = laid(common, local)
    sources = {document.file: document for document in (common, local)}
    for place, value in leaves(result.data):
        mark = result.marks[place]
        source = sources[mark.file]
        assert value in [at(source.data, origin) for origin, where in source.marks.items() if where == mark]
        if value.startswith(("lokal", "gemensam")):
            assert mark.file == (LOCAL if value.startswith("lokal") else COMMON)


@given(common=common_files(), local=local_files())
@settings(FIXED, max_examples=300)
def test_what_the_law_demands_survives_or_is_told(common: Document, local: Document) -> None:
    result, _, findings = laid(common, local)
    if "låst" in {finding.code for finding in findings}:
        return
    steps = by_id(result.data, "steg")
    for id, locked in by_id(common.data, "steg").items():
        if locked.get("låst") == "ja":
            points = by_id(steps[id], "punkter")
            assert {**steps[id], "punkter": None} == {**locked, "punkter": None}
            assert [points[point] for point in points if point in by_id(locked, "punkter")] == locked["punkter"]


@given(common=common_files(), local=local_files())
@settings(FIXED, max_examples=300)
def test_an_added_step_stands_right_after_its_efter(common: Document, local: Document) -> None:
    result, deviation, findings = laid(common, local)
    if findings:
        return
    order, own = list(by_id(result.data, "steg")), by_id(local.data, "steg")
    kept = [id for id in by_id(common.data, "steg") if own.get(id, {}).get("utgår") != "ja"]
    assert [id for id in order if id in kept] == kept
    for id in NEW_IDS:
        after = own.get(id, {}).get("efter")
        if after in order:
            between = order[order.index(after) + 1 : order.index(id)]
            assert id in deviation.added
            # Only what this file put there before it may stand between.
            assert all(other in own and list(own).index(other) < list(own).index(id) for other in between)


def test_enough_of_the_files_above_fit_and_enough_do_not() -> None:
    # Holds the properties to the truth: those that look only at pairs without findings do look.
    fits: list[bool] = []

    @given(common=common_files(), local=local_files())
    @settings(FIXED, max_examples=300)
    def look(common: Document, local: Document) -> None:
        fits.append(not laid(common, local)[2])

    look()
    assert 20 < sum(fits) < len(fits) - 20


def leaves(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every text inside a value, with its place."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inner is None:
        yield place, value
    else:
        for key, part in inner:
            yield from leaves(part, (*place, key))


def at(data: Any, place: tuple[Any, ...]) -> Any:
    """The value at a place."""
    for key in place:
        data = data[key]
    return data
