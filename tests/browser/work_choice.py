"""The parts of a page where a visitor chooses what to work as."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def opener(page: Page) -> Locator:
    return page.get_by_role("button", name="Jag arbetar som")


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Jag arbetar som")
