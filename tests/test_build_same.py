"""The same sources give the same web: twice, and under the engine that goes on where MkDocs ended."""

from __future__ import annotations

import re
from pathlib import Path

from project import build, contents

GENERATOR = re.compile(rb'<meta name="generator" content="mkdocs-[^"]*">')


def test_two_builds_are_identical_to_the_byte(site: Path, tmp_path: Path) -> None:
    first, second = contents(site), contents(build(tmp_path / "igen"))
    assert first
    assert sorted(second) == sorted(first)
    assert [path for path in first if first[path] != second[path]] == []


def test_properdocs_builds_the_same_web_to_the_byte(site: Path, tmp_path: Path) -> None:
    ours, theirs = contents(site), contents(build(tmp_path / "pd", "properdocs"))
    assert sorted(theirs) == sorted(ours)
    # Each page names the engine that made it, and nothing else differs.
    assert [path for path in ours if GENERATOR.sub(b"", theirs[path]) != GENERATOR.sub(b"", ours[path])] == []
