"""A web that was built before a day tells what has happened since, on the visitor's device."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page

PAGES = ["rutiner/orosanmalan/", "sekretess/skola-och-forskola/", "fragor/orolig/"]


@pytest.mark.parametrize("path", PAGES)
def test_an_overdue_review_shows_when_its_day_has_passed(visit: Callable[..., Page], address: str, path: str) -> None:
    page = visit()
    for year, shown in ((2026, False), (2030, True)):
        page.clock.set_fixed_time(datetime(year, 11, 26, 12))
        page.goto(address + path)
        assert page.get_by_text("Granskningen är försenad.").first.is_visible() == shown
