"""Where a reader can change a page: at the forge that the project was cloned from."""

from __future__ import annotations

import pytest
from samverkan.edit import edit_base


@pytest.mark.parametrize(
    "origin",
    [
        "https://github.com/lan/webb.git",
        "https://github.com/lan/webb",
        "https://namn:nyckel@github.com/lan/webb.git",
        "git@github.com:lan/webb.git",
        "ssh://git@github.com/lan/webb.git",
    ],
)
def test_however_the_project_was_cloned_the_edit_page_is_the_same(origin: str) -> None:
    assert edit_base(origin) == "https://github.com/lan/webb/edit/main/"


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        ("https://gitlab.kommun.se/barn/webb.git", "https://gitlab.kommun.se/barn/webb/-/edit/main/"),
        ("https://codeberg.org/lan/webb", "https://codeberg.org/lan/webb/_edit/main/"),
        ("git@gitea.kommun.se:barn/webb.git", "https://gitea.kommun.se/barn/webb/_edit/main/"),
    ],
)
def test_each_forge_has_its_own_edit_page(origin: str, address: str) -> None:
    assert edit_base(origin) == address


@pytest.mark.parametrize(
    "origin", ["", "/srv/git/webb", "https://git.kommun.se/barn/webb", "http://github.com/a/b", "javascript:github"]
)
def test_where_the_forge_is_not_known_there_is_no_address(origin: str) -> None:
    assert edit_base(origin) is None
