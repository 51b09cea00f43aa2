"""A running preview of a project, as an editor sees it in the browser."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from project import ENVIRONMENT

SECONDS = 30


class Preview:
    """A running `samverkan visa` on a copy of the project."""

    def __init__(self, root: Path, port: int) -> None:
        self.root = root
        self.url = f"http://127.0.0.1:{port}/"

    def get(self, path: str) -> str:
        """What is at an address; empty as long as there is no answer."""
        try:
            return self.read(path).decode()
        except OSError:
            return ""

    def read(self, path: str) -> bytes:
        """The body at an address, whatever its status is."""
        try:
            with urllib.request.urlopen(self.url + quote(path), timeout=4 * SECONDS) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError as error:
            return error.read()

    def shows(self, text: str, path: str = "rutiner/orosanmalan/") -> str:
        """Wait until the page holds the text; then the page."""
        end = time.monotonic() + SECONDS
        page = ""
        while time.monotonic() < end:
            if text in (page := self.get(path)):
                return page
            time.sleep(0.2)
        raise AssertionError(f"”{text}” syns inte på {path} inom {SECONDS} sekunder:\n{page[:2000]}")

    def replace(self, file: str, old: str, new: str) -> None:
        """Change a file as an editor that saves it."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@contextmanager
def previewing(root: Path, **environment: str) -> Iterator[Preview]:
    """A preview of the project under `root`, for as long as the block; no fault of its own may be left in its log."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = root / "serve.log"
    with log.open("wb") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", "samverkan", "visa", "--port", str(port)],
            cwd=root,
            env={**ENVIRONMENT, **environment},
            stdout=told,
            stderr=told,
            start_new_session=True,
        )
        try:
            preview = Preview(root, port)
            preview.shows("</html>", "")
            yield preview
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=SECONDS)
    assert "Traceback" not in log.read_text(encoding="utf-8")
