"""Two kommuner adapt the county's model and take in twenty changes to it, in real git repositories.

The changes stand in fork/andringar/: what the county does, what each kommun is then told, and how its
editor mends it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from forks import KOMMUNER, Merged, changes, play
from samverkan.local.parts import LIST_VERBS
from samverkan.pages.every_page import pages
from samverkan.pages.local_view import HEAD
from samverkan.pages.render import Renderer
from samverkan.reading.folders import FOLDER, REVIEWED

CHANGES = changes()
EACH = pytest.mark.parametrize(
    ("change", "kommun"), [(change, kommun) for change in CHANGES for kommun in KOMMUNER], ids=str
)


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Merged]:
    """Every change merged into both forks, one after another."""
    return play(tmp_path_factory.mktemp("git"))


@EACH
def test_the_merge_has_no_conflict(merged: dict[tuple[str, str], Merged], change: str, kommun: str) -> None:
    assert merged[change, kommun].conflict == ""


@EACH
def test_the_merge_leaves_every_local_file_as_it_was(
    merged: dict[tuple[str, str], Merged], change: str, kommun: str
) -> None:
    one = merged[change, kommun]
    assert one.before
    assert one.after == one.before


@EACH
def test_the_kommun_is_told_exactly_what_to_decide(
    merged: dict[tuple[str, str], Merged], change: str, kommun: str
) -> None:
    own = f"{FOLDER}/{kommun}/"
    told = merged[change, kommun].told
    assert sorted(f"{f.code} {f.mark.file.removeprefix(own)}" for f in told) == CHANGES[change]["besked"][kommun]
    assert all(finding.mend for finding in told)


@EACH
def test_after_the_mend_the_web_can_be_made_again(
    merged: dict[tuple[str, str], Merged], change: str, kommun: str
) -> None:
    one = merged[change, kommun]
    assert one.mended == []
    made = {page.path: page.markdown for page in pages(Renderer(one.model))}
    assert "Lokal" in made["rutiner/anmal.md"]


@EACH
def test_what_the_kommun_has_written_is_on_its_web(
    merged: dict[tuple[str, str], Merged], change: str, kommun: str
) -> None:
    model = merged[change, kommun].model
    for deviation in model.local.deviations:
        if deviation.verb == "ändring":
            own = {key: value for key, value in deviation.local.items() if key not in HEAD}
            assert set(texts(own)) <= set(texts(deviation.result)), deviation.file


def test_a_changed_text_is_told_with_what_it_said_before(merged: dict[tuple[str, str], Merged]) -> None:
    (change, *_) = CHANGES
    (told,) = merged[change, "exempelkommun"].told
    assert "förut: Ring socialtjänsten.\n" in told.message
    assert "nu:    Ring socialtjänsten direkt.\n" in told.message + "\n"


def test_the_forks_have_every_verb_and_the_county_makes_twenty_changes(
    merged: dict[tuple[str, str], Merged],
) -> None:
    first = next(iter(CHANGES))
    verbs = {d.verb for kommun in KOMMUNER for d in merged[first, kommun].model.local.deviations}
    assert verbs == {"tillägg", "ändring", "utgår"}
    assert len(CHANGES) == 20
    codes = {finding.code for one in merged.values() for finding in one.told}
    assert codes >= {"låst", "borta", "del-saknas", "kontakt-saknas", "avvikelse-granskas"}


def test_the_review_is_kept_beside_what_was_reviewed(merged: dict[tuple[str, str], Merged]) -> None:
    last = list(CHANGES)[-1]
    kept = [path for path in merged[last, "exempelkommun"].before if f"/{REVIEWED}/" in path]
    assert any(path.endswith("rutiner/anmal.yml") for path in kept)


def texts(value: Any) -> Iterator[str]:
    """Every text inside a value, but what only says where it belongs."""
    if isinstance(value, dict):
        yield from (text for key, part in value.items() if key not in LIST_VERBS for text in texts(part))
    elif isinstance(value, list):
        kept = [part for part in value if not (isinstance(part, dict) and part.get("utgår") == "ja")]
        yield from (text for part in kept for text in texts(part))
    else:
        yield str(value)
