"""A build that fails says where and why, and the last good web stays as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from project import contents, run
from sagolandet import copy_sagolandet

PLACE = re.compile(r"^(model|docs)/[\w./-]+\.(yml|md):\d+:\d+: fel \[", re.MULTILINE)
ROUTINE = "model/gemensam/rutiner/orosanmalan.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with a web in site/ that a failed build must not touch."""
    root = copy_sagolandet(tmp_path / "projekt")
    (root / "site" / "rutiner").mkdir(parents=True)
    (root / "site" / "index.html").write_text("Den förra webben", encoding="utf-8")
    (root / "site" / "rutiner" / "index.html").write_text("Rutinerna i den", encoding="utf-8")
    return root


def _fails(root: Path) -> str:
    """Build with the command of `make site`; what it said, once it is sure that it failed cleanly."""
    before = contents(root / "site")
    result = run("-m", "samverkan", "bygg", root=root)
    said = result.stdout + result.stderr
    assert result.returncode == 1, said
    assert "Traceback" not in said and "Aborted" not in said
    assert contents(root / "site") == before
    assert "Den förra webben i site/ är orörd." in said
    return said


def _add(root: Path, file: str, text: str) -> int:
    """Add text last in a file; the line that it begins on."""
    path = root / file
    before = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    path.write_text(before + text, encoding="utf-8")
    return before.count("\n") + 1


def test_a_good_build_takes_the_place_of_the_last_one(project: Path) -> None:
    result = run("-m", "samverkan", "bygg", root=project)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Den förra webben" not in (project / "site" / "index.html").read_text(encoding="utf-8")
    assert "Klart:" in result.stdout
    assert [path.name for path in (project / ".cache").iterdir()] == ["bygge.lock"], "bara låset, som är tomt"


def test_a_broken_model_is_told_with_file_line_and_column(project: Path) -> None:
    line = _add(project, ROUTINE, "ovidkommande: ja\n")
    said = _fails(project)
    assert f"{ROUTINE}:{line}:1: fel [" in said
    assert PLACE.search(said)


def test_all_broken_files_are_told_at_once(project: Path) -> None:
    _add(project, ROUTINE, "ovidkommande: ja\n")
    other = "model/gemensam/lagrum/sol-19-1.yml"
    _add(project, other, "ovidkommande: ja\n")
    said = _fails(project)
    assert {f"{ROUTINE}:", f"{other}:"} <= {match[0].partition(":")[0] + ":" for match in PLACE.finditer(said)}


def test_every_broken_macro_is_told_with_file_and_line(project: Path) -> None:
    broken = {
        "om/index.md": '{{ länk("rutin", "finns-inte") }}',
        "om/ny-har.md": "{{ okänt_makro() }}",
        "lagrum/index.md": "{{ okänd_variabel }}",
        "kallor/index.md": "{{ lista(",
    }
    places = [f"docs/{file}:{_add(project, f'docs/{file}', macro)}:" for file, macro in broken.items()]
    said = _fails(project)
    assert [place for place in places if place not in said] == []


def test_every_dead_link_stops_the_build(project: Path) -> None:
    dead = {
        "om/index.md": "finns-inte.md",
        "om/ny-har.md": "../rutiner/orosanmalan.md#finns-inte",
        "lagrum/index.md": "#finns-inte",
        "kallor/index.md": "/finns/inte.md",
    }
    for file, link in dead.items():
        _add(project, f"docs/{file}", f"\n[död]({link})\n")
    said = _fails(project)
    assert "WARNING" not in said, "beskeden är på svenska"
    for file in dead:
        assert re.search(rf"^docs/{file}:\d+:1: fel \[död-länk\]", said, re.MULTILINE), f"{file}\n{said}"


@pytest.mark.parametrize("link", ["finns-inte.md", "#finns-inte"], ids=["sida", "ankare"])
def test_one_dead_link_is_enough(project: Path, link: str) -> None:
    _add(project, "docs/om/ny-har.md", f"\n[död]({link})\n")
    assert link in _fails(project)


def test_a_dead_link_in_html_is_told_with_its_page(project: Path) -> None:
    _add(project, "docs/om/index.md", '\n<p><a href="/rutiner/finns-inte.md#steg">Rutin</a></p>\n')
    said = _fails(project)
    assert re.search(r"^docs/om/index\.md:\d+:4: fel \[död-länk\] länken ”/rutiner/finns-inte\.md", said, re.MULTILINE)


def test_a_page_that_no_navigation_holds_stops_the_build(project: Path) -> None:
    (project / "docs" / "om" / "bortglomd.md").write_text("# Bortglömd\n", encoding="utf-8")
    assert "docs/om/bortglomd.md:1:1: fel [utanför-menyn]" in _fails(project)


def test_what_the_build_finds_wrong_in_a_page_the_check_has_said_in_the_same_words(project: Path) -> None:
    _add(project, "docs/om/ny-har.md", "\n[död](finns-inte.md) {{ lank() }} <script>x</script>\n")
    told = [line for line in _fails(project).splitlines() if line.startswith("docs/")]
    checked = run("-m", "samverkan", "kontrollera", root=project).stdout.splitlines()
    assert len(told) == 3
    assert [line for line in checked if line.startswith("docs/")] == told
