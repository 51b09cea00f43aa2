"""What is the same for many rows is said once: what a source does not say, where a text is changed."""

from __future__ import annotations

import re

import pytest
from html_page import HtmlPage
from samverkan.pages.edit import edit_base


def _count(page: HtmlPage, words: str) -> int:
    # What the page said before stands last on it, and counts for nothing.
    now = re.sub(r"<details[^>]*data-search-exclude.*?</details>", "", page.source, flags=re.DOTALL)
    return len(re.findall(words, now))


@pytest.mark.parametrize(
    "path", ["ordlista/", "handelser/", "mal/", "nivaer/", "huvudman/", "lardomar/rekommendationer/"]
)
def test_a_page_of_many_things_says_once_where_its_texts_are_changed(html: dict[str, HtmlPage], path: str) -> None:
    page = html[f"{path}index.html"]
    assert _count(page, "Ändra texterna på den här sidan") == 1
    assert _count(page, "Filen<") + _count(page, "Sidans fil<") == 0


def test_a_forum_says_once_what_no_source_says_of_it(html: dict[str, HtmlPage]) -> None:
    repeated = {
        path: n for path, page in html.items() if path.startswith("forum/") if (n := _count(page, "<dt>Framgår")) > 1
    }
    assert repeated == {}


def test_a_row_without_a_responsible_says_what_is_unclear_and_the_page_says_once_what_that_means(
    html: dict[str, HtmlPage],
) -> None:
    page = html["ansvar/barnahus/index.html"]
    assert _count(page, "Källan säger inte") == 0
    assert _count(page, "betyder att källan inte säger") == 1


def test_a_folder_is_shown_where_a_file_is_edited() -> None:
    address = "https://github.com/exempel/webb.git"
    assert edit_base(address, folder=True) == "https://github.com/exempel/webb/tree/main/"
    assert edit_base(address) == "https://github.com/exempel/webb/edit/main/"
