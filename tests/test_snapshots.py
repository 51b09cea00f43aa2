"""What every template makes of the small model in tests/fyllt/, kept in tests/golden/sidor/ for somebody to read.

`--uppdatera` writes it anew; then `git diff` shows what a change in a template, a view or a kind did to the pages.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest
from fyllt import KOMMUN, filled
from golden import SAY, Golden
from project import ROOT
from shown import Web

FOLDER = Path(__file__).parent / "golden" / "sidor"
# The pages of fields are made of the declarations, and are all alike: one is enough. So is a theme that says something.
ALIKE, ONE = re.compile(r"om/falt/|lardomar/tema-"), "om/falt/huvudman.md"
# Where the page's file is stands on every page of a kommun's, and is the same on all.
FILES = re.compile(r".*(?:Visa eller ändra sidans fil|Ändra hos oss|Visa länets fil).*")
TEMPLATES = ROOT / "hooks" / "samverkan" / "pages" / "templates"


def told(web: Web) -> dict[str, str]:
    """Each page as it is kept: a drawing has a line for each of its parts, and no two lines are empty in a row."""
    kept = {
        path: text for path, text in web.markdown.items() if path == ONE or not ALIKE.match(path) or "<li id" in text
    }
    return {path: _readable(text) for path, text in sorted(kept.items())}


def _readable(text: str) -> str:
    drawn = re.sub(r"<svg.*?</svg>", lambda match: match[0].replace("><", ">\n<"), text, flags=re.DOTALL)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in drawn.splitlines())).strip() + "\n"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The county's pages, and the kommun's where they are others; by their file in the folder."""
    common, own = told(Web(filled())), told(Web(filled(KOMMUN)))
    others = {path: text for path, text in own.items() if FILES.sub("", common.get(path, "")) != FILES.sub("", text)}
    return {
        f"{folder}/{path}": text for folder, all in (("lanet", common), (KOMMUN, others)) for path, text in all.items()
    }


def test_every_page_is_as_it_was_when_somebody_read_it(pages: dict[str, str], golden: Golden) -> None:
    kept = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.md")}
    if golden.write:
        for file in kept.keys() - pages.keys():
            kept[file].unlink()
        for file, text in pages.items():
            golden.same(FOLDER / file, text)
        return
    assert kept.keys() == pages.keys(), SAY
    changed = [
        line
        for file, text in pages.items()
        if (before := kept[file].read_text(encoding="utf-8")) != text
        for line in difflib.unified_diff(before.splitlines(), text.splitlines(), file, file, lineterm="", n=1)
    ]
    assert not changed, f"{SAY}\n" + "\n".join(changed[:60])


def test_every_template_has_made_something_of_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    from jinja2 import Environment

    load = Environment._load_template

    def noted(env: Environment, name: str, *rest: object) -> object:
        asked.add(name)
        return load(env, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Environment, "_load_template", noted)
    told(Web(filled())), told(Web(filled(KOMMUN)))
    assert {path.name for path in TEMPLATES.glob("*.md")} - asked == set(), "fyll på tests/fyllt/"
