"""The search of another region's web finds what its own staff ask for, in their own words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from project import served
from test_search_answers import ASK

WANTED = {
    "vågar inte gå hem": "situationer/radd-att-ga-hem/",
    "barnet får smisk": "situationer/radd-att-ga-hem/",
    "monster": "situationer/drake-pa-skolgarden/",
    "lyktmöte": "rutiner/lyktmote/",
    "varför heter det lyktan": "om/lyktans-historia/",
}


def test_its_situations_are_found_by_everyday_words(browser: Any, sagolandet: Path) -> None:
    with served(sagolandet) as address:
        page = browser.new_page()
        page.goto(address)
        answers = page.evaluate(ASK, [*WANTED])
        page.close()
    best = [[page["adress"] for page in answer["sidor"]][:2] for answer in answers]
    missed = [(words, found) for (words, page), found in zip(WANTED.items(), best, strict=True) if page not in found]
    assert missed == []
