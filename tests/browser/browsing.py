"""A Chromium for the tests, and a record of what it does that it should not."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, Request
from project import ROOT

ARGUMENTS = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
# What a page has left on the device, and what that is when it has left nothing.
STORED = "() => ({local: {...localStorage}, session: {...sessionStorage}, cookies: document.cookie})"
EMPTY = {"local": {}, "session": {}, "cookies": ""}


def launch(playwright: Playwright) -> Browser:
    """Start the Chromium that scripts/chromium.py found."""
    path = ROOT / ".cache" / "chromium"
    if not path.exists():
        pytest.fail("Ingen webbläsare är vald för testerna. Kör: make test", pytrace=False)
    # Chromium refuses its sandbox to root, which a container's user often is.
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return playwright.chromium.launch(
        executable_path=path.read_text(encoding="utf-8").strip(), args=[*ARGUMENTS, *sandbox]
    )


@dataclass
class Watch:
    """What a visit asked for, and what went wrong during it."""

    address: str
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("requestfailed", self._failed)
        context.on(
            "response",
            lambda answer: self.faults.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None,
        )
        context.on("weberror", lambda error: self.faults.append(f"fel: {error.error}"))
        context.on(
            "console",
            lambda message: (
                self.faults.append(f"{message.type}: {message.text}") if message.type in ("error", "warning") else None
            ),
        )

    def _failed(self, request: Request) -> None:
        # A visitor who goes on before all has come aborts the rest; that is nobody's fault.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{request.failure}: {request.url}")

    @property
    def elsewhere(self) -> list[str]:
        """Requests to any other host than the site's own."""
        return [url for url in self.requests if not url.startswith((self.address, "data:", "blob:"))]
