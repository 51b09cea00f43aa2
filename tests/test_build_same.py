"""The same sources give the same web: twice, and under the engine that goes on where MkDocs ended."""

from __future__ import annotations

from pathlib import Path

from project import build, contents


def test_two_builds_are_identical_to_the_byte(site: Path, tmp_path: Path) -> None:
    first, second = contents(site), contents(build(tmp_path / "igen"))
    assert first
    assert sorted(second) == sorted(first)
    assert [path for path in first if first[path] != second[path]] == []


def test_properdocs_builds_the_same_pages(site: Path, tmp_path: Path) -> None:
    pages = {path for path in contents(site) if path.endswith(".html")}
    others = {path for path in contents(build(tmp_path / "pd", "properdocs")) if path.endswith(".html")}
    assert others == pages
