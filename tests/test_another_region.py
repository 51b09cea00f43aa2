"""Another region takes the engine as it is: its own model, its own web, and no word of this one's."""

from __future__ import annotations

from pathlib import Path

import pytest
from html_page import HtmlPage
from project import build
from samverkan import Model
from small_region import copy_small
from test_engine_and_content import forbidden, said

pytestmark = pytest.mark.webb


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web of Exempelregion, from a copy of the project in which the model and two pages are its own."""
    root = copy_small(tmp_path_factory.mktemp("region") / "projekt")
    return build(root / "site", root=root)


def test_no_page_has_a_word_of_this_region(web: Path, real_model: Model) -> None:
    # What it says of its parts, its themes and preparatory works of law may be the same in any region.
    words = {word for word in forbidden(real_model) if not word.startswith("prop")}
    words -= {*real_model.region.teman, "länsdel", "socialjour"}  # words of the language
    told = [
        f"{path.relative_to(web)}: {word}"
        for path in sorted(web.rglob("*.html"))
        for _, word in said(HtmlPage.read(path, web).text, words)
    ]
    assert told == []


def test_its_own_name_is_where_this_regions_was(web: Path) -> None:
    def text(page: str) -> str:
        return HtmlPage.read(web / page / "index.html", web).text

    assert "I Exempelregion" in text("forum") and "i ditt arbete i Exempelregion" in text(".")
    assert "Strukturen i Exempelregion" in text("styrning")
    assert {"Lillby", "Storstad"} <= set(text("huvudman").split())
