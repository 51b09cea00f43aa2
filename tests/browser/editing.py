"""An example kommun's forms in a browser: a hand that counts its clicks, and where its pictures go."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from browsing import Watch
from editor_desk import OWN, WHY, copied
from playwright.sync_api import Browser, Locator, Page
from samverkan.editor.server import Server


@contextmanager
def served(root: Path, kommun: str | None = "gnesta") -> Iterator[Server]:
    """The forms of a copy of the model under `root`; the county's routines are as the county has them."""
    copied(root, kommun, routines=False)
    with Server(root, kommun, chosen=bool(kommun)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@contextmanager
def opened(browser: Browser, server: Server, script: bool = False) -> Iterator[Hand]:
    """The first page; at the end nothing has gone wrong in it, and no other host was asked."""
    context = browser.new_context(locale="sv-SE", java_script_enabled=script)
    context.set_default_timeout(120_000)  # a check takes seconds, and the pages of a whole web more
    watch = Watch(server.address)
    watch.follow(context)
    page = context.new_page()
    page.goto(server.address)
    yield Hand(page, server)
    context.close()
    assert (watch.faults, watch.elsewhere) == ([], [])


class Hand:
    """An editor's hand on the mouse, and what is on the screen."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page, self.server, self.clicks = page, server, 0

    def press(self, role: str, name: str, inside: Locator | None = None, exact: bool = False) -> None:
        """Click what has a role and a name; the first where there are several."""
        where = inside or self.page
        where.get_by_role(role, name=name, exact=exact).first.click()  # type: ignore[arg-type]
        self.clicks += 1

    def fill(self, name: str, text: str) -> None:
        """Write in a field."""
        self.page.locator(f'[id="{name}"]').fill(text)

    def why(self) -> None:
        """Say why the kommun does otherwise, and who decided it."""
        for name, text in WHY.items():
            self.fill(f"avvikelse.{name}", text)

    def save(self) -> None:
        """Press the button that checks and saves."""
        self.press("button", "Kontrollera och spara")

    def goto(self, place: str) -> None:
        """Open a place of the editor's own."""
        self.page.goto(self.server.address + place)

    def file(self, place: str) -> str:
        """What stands in a file of the kommun's; nothing where there is none."""
        path = self.server.screens.root / OWN / place
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    @property
    def said(self) -> str:
        """What the page says was done."""
        return self.page.get_by_role("status").inner_text()

    def picture(self, name: str, folder: Path) -> None:
        """Keep what is on the screen in the folder that BILDER names, else in the test's own."""
        there = Path(os.environ.get("BILDER") or folder)
        there.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=there / f"redigera-{name}.png", full_page=True)
