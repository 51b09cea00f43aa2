"""`samverkan exportera`: the web as plain Markdown that other engines build, and the model as JSON."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from html_page import HtmlPage
from project import ROOT, contents, run
from samverkan import Model
from samverkan.commands.export import export
from samverkan.kinds import KINDS
from samverkan.pages.data.things import VERSION
from samverkan.pages.macros import EXAMPLES

# What the exported web does without, page by page: the theme's own page for what is not there.
LACKING = {"404.html"}
SEARCH = "sok/index.html"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("export") / "ut"
    export(ROOT, target)
    return target


def told(page: HtmlPage) -> str:
    """The words of a page without its signs and spaces, which engines set in their own ways."""
    return "".join(filter(str.isalnum, page.text))


def unlike(html: dict[str, HtmlPage], built: Path) -> set[str]:
    """The pages whose words are not the same in the web and in what another engine has built."""
    others = {path.relative_to(built).as_posix(): path for path in built.rglob("*.html")}
    assert set(others) == {path for path, page in html.items() if not page.moved} - {SEARCH}
    return {path for path, file in others.items() if told(HtmlPage.read(file, built)) not in told(html[path])}


@pytest.mark.långsam
def test_properdocs_builds_every_page_with_the_same_words(
    html: dict[str, HtmlPage], exported: Path, tmp_path: Path
) -> None:
    done = run("-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "pd"), root=exported)
    assert done.returncode == 0, done.stderr
    assert unlike(html, tmp_path / "pd") == LACKING


@pytest.mark.långsam
def test_zensical_finds_no_issue_and_builds_every_page_with_the_same_words(
    html: dict[str, HtmlPage], exported: Path
) -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("zensical")), "build", "--clean"],
        cwd=exported,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0 and "No issues found" in done.stdout + done.stderr, done.stdout + done.stderr
    assert unlike(html, exported / "site") == LACKING


def test_the_markdown_needs_nothing_of_this_project(exported: Path) -> None:
    settings = yaml.safe_load((exported / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["plugins"] == [] and "hooks" not in settings and "custom_dir" not in settings["theme"]
    pages = {path: path.read_text(encoding="utf-8") for path in (exported / "docs").rglob("*.md")}
    assert pages
    macro = re.compile(rf"^\{{\{{ *({'|'.join(EXAMPLES)})\(", re.MULTILINE)
    assert [path for path, text in pages.items() if macro.search(text) or 'href="/' in text] == []


def test_the_json_has_every_thing_of_the_model_with_its_page(real_model: Model, exported: Path) -> None:
    whole = json.loads((exported / "docs" / "data" / "modell.json").read_text(encoding="utf-8"))
    assert (whole["version"], date.fromisoformat(whole["dag"])) == (VERSION, real_model.today)
    for kind in KINDS:
        things = json.loads((exported / "docs" / "data" / f"{kind.folder}.json").read_text(encoding="utf-8"))
        assert things == whole["saker"][kind.folder]
        assert [thing["id"] for thing in things] == [thing.id for thing in real_model.all(kind)]
        pages = [thing["_sida"].partition("#")[0] for thing in things]
        assert [page for page in pages if not (exported / "docs" / page).is_file()] == []


def test_every_reference_in_the_json_leads_to_a_thing_in_it(exported: Path) -> None:
    whole = json.loads((exported / "docs" / "data" / "modell.json").read_text(encoding="utf-8"))
    there = {f"{thing['_sort']}:{thing['id']}" for things in whole["saker"].values() for thing in things}
    step = next(thing for thing in whole["saker"]["rutiner"] if thing["id"] == "orosanmalan")["steg"][0]
    assert set(step["lagrum"]) <= there and step["lagrum"]
    kinds = tuple(f"{kind.kind}:" for kind in KINDS)
    references = {text for text in texts(whole) if text.startswith(kinds) and " " not in text}
    assert {reference.partition("#")[0] for reference in references} <= there
    assert "rutin:skolfranvaro#steg-utred" in references


def texts(value: Any) -> list[str]:
    """Every text anywhere in JSON data."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) else []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "min-fil.txt").write_text("kvar", encoding="utf-8")
    done = run("-m", "samverkan", "exportera", str(tmp_path))
    assert done.returncode == 1 and "är inte tom" in done.stdout
    assert contents(tmp_path) == {"min-fil.txt": b"kvar"}
