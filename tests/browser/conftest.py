"""A browser on the built web, and a visitor to open pages in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from browsing import Watch, launch
from page_types import page_types
from playwright.sync_api import Browser, Page, sync_playwright
from samverkan.pages.every_page import Page as ModelPage


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def watch(address: str) -> Watch:
    return Watch(address)


@pytest.fixture
def visit(browser: Browser, address: str, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Open a page of the site as a new visitor; `options` are those of a browser context."""
    contexts = []

    def open_page(path: str = "", **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "sv-SE", **options})
        context.set_default_timeout(10_000)
        contexts.append(context)
        watch.follow(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def types(made: list[ModelPage]) -> list[str]:
    """The address of one page of every type."""
    return page_types(made)
