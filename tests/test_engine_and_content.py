"""The engine knows no region: what is one region's own stands in its model, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ROOT
from samverkan import Model
from samverkan.kinds import Forum, Huvudman, Källa

# All that another region takes as it is: code and comments, templates, looks, the settings of the build.
ENGINE = (
    *("hooks", "scripts", "docs", "publicering", ".github", "model/schema", ".vscode"),
    *("mkdocs.yml", "Makefile", "pyproject.toml", "publiccode.yml", ".gitlab-ci.yml"),
)
TEXT = {".py", ".md", ".html", ".css", ".js", ".yml", ".toml", ".json", ".txt", ".conf", ".svg", ".ini", ""}
# Swedish words that are also the id of something here.
ORDINARY = {"socialjour"}
# Others' own texts: libraries and a licence.
OTHERS = ("docs/assets/fonts", "docs/assets/js/bibliotek")
# What the model's names and ids do not give: the method's place and year, and a sentence about one form.
WORDS = ("Östermalm", "2007", "länsdel", "är till för barn som")


def forbidden(model: Model) -> set[str]:
    """The region's own names and ids, as the model has them."""
    kommuner = [name for h in model.all(Huvudman) for name in (h.id, h.namn, h.ort)]
    sources = [name for källa in model.all(Källa) for name in (källa.id, källa.kort)]
    urgent = [rad.verksamhet.id for rad in model.region.akut if rad.verksamhet]
    studies = [name for study in model.region.studier for name in (study.id, study.namn, *study.delar)]
    forums = [name for forum in model.all(Forum) for name in (forum.id, forum.namn)]
    return {*WORDS, model.region.namn, *kommuner, *sources, *urgent, *studies, *forums, *model.region.teman}


def said(text: str, words: set[str]) -> Iterator[tuple[int, str]]:
    """Each line that has one of the words, whole or in the genitive, also within a name like i_ord."""
    every = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    pattern = re.compile(rf"(?<![^\W_])(?:{every})(?:en|er|erna)?s?(?![^\W_])", re.IGNORECASE)
    for number, line in enumerate(text.splitlines(), 1):
        for match in pattern.finditer(line):
            yield number, match[0]


def files() -> list[Path]:
    """Every text of the engine."""
    found = [
        path for name in ENGINE for path in ([ROOT / name] if (ROOT / name).is_file() else (ROOT / name).rglob("*"))
    ]
    return sorted(
        path
        for path in found
        if path.is_file()
        and path.suffix in TEXT
        and not path.relative_to(ROOT).as_posix().startswith(OTHERS)
        and "__pycache__" not in path.parts
        and not any(part.endswith(".egg-info") for part in path.parts)
    )


def test_no_file_of_the_engine_names_a_region(real_model: Model) -> None:
    words = forbidden(real_model) - ORDINARY
    told = [
        f"{path.relative_to(ROOT)}:{number}: {word}"
        for path in files()
        for number, word in said(path.read_text(encoding="utf-8"), words)
    ]
    assert told == [], f"Det här är en regions eget och hör hemma i model/gemensam:\n{chr(10).join(told)}"


@pytest.mark.parametrize("line", ["i_sörmland: Text", '"norra länsdelen"', "# Östermalms", "Sörmlands", "gnesta/x"])
def test_a_name_is_found_in_a_comment_a_field_and_a_path(real_model: Model, line: str) -> None:
    assert list(said(line, forbidden(real_model)))


def test_the_engine_is_read_whole() -> None:
    read = {path.relative_to(ROOT).as_posix() for path in files()}
    assert {
        "hooks/site_hooks.py",
        "hooks/samverkan/pages/templates/niva.md",
        "docs/assets/js/webb.js",
        "docs/om/latt.md",
    } <= read
