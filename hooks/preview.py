"""The preview: serves the web on this computer, as the files are when the browser asks.

Before each answer the files are looked at: an answer is never older than the last change.
"""

from __future__ import annotations

import gc
import mimetypes
import secrets
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from os import scandir
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from asked_pages import Web, Wrong
from samverkan.web.findings_page import findings_page

HOST = "127.0.0.1"
# What a page is made of. The program's own code is read once: after a change in it, start again.
WATCHED = ("model", "docs", "hooks/theme", "hooks/samverkan/pages/templates")
NONCE = secrets.token_urlsafe()
ASK = "/.preview/"
SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
# How often the files are looked at while a browser waits, and how long it waits before it asks again.
LOOK, WAIT = 0.05, 25.0


class Preview:
    """A project's web, made again when a file has changed since it was made."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lock = threading.RLock()
        self.seen: object = None
        self.version = ""
        self.web: Web | Wrong | None = None
        self.littered = False

    def refresh(self) -> str:
        """See to it that the web is as the files are now; returns which version of it that is."""
        with self.lock:
            now = (date.today(), *_files(self.root))
            if now != self.seen:
                self.clean()  # where nobody has waited since the last change
                self.littered = True
                theme = self.web.theme if isinstance(self.web, Web) else None
                try:
                    self.web = Web(self.root, theme, NONCE)
                except Wrong as wrong:
                    self.web = wrong
                self.seen, self.version = now, secrets.token_hex(8)
            return self.version

    def changed(self, version: str) -> str:
        """Wait until the web is another than the one with this version; returns which it is by then."""
        end = time.monotonic() + WAIT
        while (now := self.refresh()) == version and time.monotonic() < end:
            self.clean()
            time.sleep(LOOK)
        return now

    def clean(self) -> None:
        """Clear away the web before, while nobody waits for a page: it takes as long as making one."""
        if self.littered:
            self.littered = False
            gc.collect()

    def get(self, address: str) -> tuple[int, bytes]:
        """The status and the body for an address: the page, the findings in its place, or the web's own 404."""
        with self.lock:
            version = self.refresh()
            if isinstance(self.web, Wrong):
                return 200, _alive(findings_page(self.web.findings).encode(), version)
            assert self.web is not None
            body = self.web.get(address)
            if body is None:
                return 404, _alive(self.web.get("404.html") or b"", version)
            return 200, _alive(body, version) if address.endswith(".html") else body


def _files(root: Path) -> Iterator[tuple[str, int, int]]:
    """What tells one state of the files from another."""
    folders = [str(root / folder) for folder in WATCHED]
    about = (root / "mkdocs.yml").stat()
    yield "mkdocs.yml", about.st_mtime_ns, about.st_size
    while folders:
        try:
            with scandir(folders.pop()) as entries:
                for entry in entries:
                    about = entry.stat(follow_symlinks=False)
                    yield entry.path, about.st_mtime_ns, about.st_size
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
        except FileNotFoundError:
            continue  # gone since its folder was read: that is a change too


def _alive(page: bytes, version: str) -> bytes:
    """A page with the script that loads it again."""
    before, end, after = page.rpartition(b"</body>")
    script = f'<script nonce="{NONCE}">{SCRIPT.replace("VERSION", version)}</script>'.encode()
    return before + script + end + after


class _Handler(BaseHTTPRequestHandler):
    preview: Preview
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a browser."""
        address = unquote(urlsplit(self.path).path)
        if address.startswith(ASK):
            return self._answer(200, self.preview.changed(address.removeprefix(ASK)).encode(), "text/plain")
        name = address.lstrip("/") + ("index.html" if address.endswith("/") else "")
        try:
            status, body = self.preview.get(name)
            if status == 404 and self.preview.get(f"{name}/index.html")[0] == 200:
                return self._answer(302, b"", location=f"{quote(address)}/")
        except Exception as error:  # a fault in a template or in a setting: told on the page, and the preview goes on
            return self._answer(500, f"<h1>Sidan gick inte att visa</h1><pre>{escape(str(error))}</pre>".encode())
        kind = "text/html" if status == 404 else mimetypes.guess_type(name)[0] or "application/octet-stream"
        self._answer(status, body, kind)

    def _answer(self, status: int, body: bytes, kind: str = "text/html", location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: what an editor has to know is on the page."""


def main(root: Path, port: int) -> None:
    """Serve until somebody stops it."""
    gc.disable()  # see Preview.clean
    _Handler.preview = Preview(root)
    with ThreadingHTTPServer((HOST, port), _Handler) as server, suppress(KeyboardInterrupt):
        threading.Thread(target=_Handler.preview.refresh, daemon=True).start()
        server.serve_forever()


if __name__ == "__main__":
    main(Path.cwd(), int(sys.argv[1]))
