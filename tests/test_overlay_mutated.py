"""Whatever is typed into a kommun's files, or the common file under them, it gets findings with a place."""

from __future__ import annotations

import tempfile
from pathlib import Path

from casefiles import TODAY, Case, cases
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import FIXED, MUTATIONS, Mutation, mutate
from samverkan import examine
from samverkan.reading.folders import COMMON, FOLDER

# The cases whose kommun changes something, so that there is a file on both sides to spoil.
PAIRS = [
    (case, name)
    for case in cases()
    for name in case.lokalt or {}
    if case.kommun == "exempelkommun" and name.endswith(("anmal.yml", "beslut.yml", "mottagning.yml"))
]


@settings(FIXED, max_examples=150)
@given(pair=st.sampled_from(PAIRS), common=st.booleans(), mutations=MUTATIONS)
def test_a_mutated_file_on_either_side_is_examined_to_the_end(
    pair: tuple[Case, str], common: bool, mutations: list[Mutation]
) -> None:
    case, name = pair
    with tempfile.TemporaryDirectory() as folder:
        root = case.lay_out(Path(folder))
        path = root / COMMON / name
        if not common or not path.exists():
            path = root / FOLDER / "exempelkommun" / name
        path.write_bytes(mutate(path.read_bytes(), mutations))
        _, findings = examine(root, TODAY, "exempelkommun")
        for finding in findings:
            assert finding.message and finding.mend
            # A contact that is missing is told where it should be.
            if finding.code != "kontakt-saknas":
                place = root / finding.mark.file
                lines = place.read_bytes().split(b"\n") if place.is_file() else [b""]
                assert 1 <= finding.mark.line <= len(lines), finding
