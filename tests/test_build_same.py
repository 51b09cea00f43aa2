"""The same sources give the same web: built again, under the engine that goes on where MkDocs ended."""

from __future__ import annotations

import re
from pathlib import Path

from project import build, contents

GENERATOR = re.compile(rb'<meta name="generator" content="mkdocs-[^"]*">')


def test_a_second_build_and_that_by_properdocs_is_the_same_to_the_byte(site: Path, tmp_path: Path) -> None:
    first, second = contents(site), contents(build(tmp_path / "igen", "properdocs"))
    assert len(first) > 200
    assert sorted(second) == sorted(first)
    # Each page names the engine that made it, and nothing else differs.
    assert [path for path in first if GENERATOR.sub(b"", second[path]) != GENERATOR.sub(b"", first[path])] == []
