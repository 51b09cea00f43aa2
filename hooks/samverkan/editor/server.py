"""The editor's web server: on this computer only, behind a secret address, and with nothing else to be had."""

from __future__ import annotations

import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from samverkan.editor.desk import Answer
from samverkan.editor.screens import Screens

STYLE = (Path(__file__).parent / "redigera.css").read_bytes()
POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
# No form of ours is nearly as long.
MAX_BYTES = 2_000_000
MAX_FIELDS = 20_000


class Server(ThreadingHTTPServer):
    """Serves the forms of one publisher's model until it is shut down."""

    daemon_threads = True

    def __init__(self, root: Path, kommun: str | None, chosen: bool = True, port: int = 0) -> None:
        self.secret = secrets.token_urlsafe(24)
        self.screens = Screens(root, kommun, f"/{self.secret}", chosen)
        self.one_at_a_time = threading.Lock()
        super().__init__(("127.0.0.1", port), _Handler)

    @property
    def host(self) -> str:
        """The only name that the server answers to."""
        return f"127.0.0.1:{self.server_port}"

    @property
    def address(self) -> str:
        """What the editor opens."""
        return f"http://{self.host}/{self.secret}/"


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        """Show a page."""
        self._answer(None)

    def do_POST(self) -> None:
        """Take a form that this server has given out."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MAX_BYTES:
            return self._send(Answer(413, "Formuläret är för stort. Inget är sparat."))
        if self.headers.get("Origin") != f"http://{self.server.host}":
            return self._send(Answer(403, "Formuläret kommer från en annan plats."))
        body = self.rfile.read(int(length)).decode("utf-8", "replace")
        try:
            sent = parse_qs(body, keep_blank_values=True, max_num_fields=MAX_FIELDS)
        except ValueError:
            return self._send(Answer(413, "Formuläret har för många fält. Inget är sparat."))
        self._answer(sent)

    def _answer(self, sent: dict[str, list[str]] | None) -> None:
        path = unquote(urlsplit(self.path).path)
        _, given, *rest = [*path.split("/"), ""]
        if self.headers.get("Host") != self.server.host or not secrets.compare_digest(
            given.encode(), self.server.secret.encode()
        ):
            return self._send(Answer(403, "Öppna adressen som redigera skrev ut."))
        with self.server.one_at_a_time:
            self._send(self.server.screens.answer([one for one in rest if one], sent))

    def _send(self, answer: Answer) -> None:
        style = answer.text == "stil.css"
        body = STYLE if style else answer.text.encode("utf-8")
        self.send_response(answer.status)
        self.send_header("Content-Type", f"text/{'css' if style else 'html'}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (
            ("Content-Security-Policy", POLICY),
            ("Cache-Control", "no-store"),
            ("Referrer-Policy", "same-origin"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ):
            self.send_header(name, value)
        if answer.to:
            self.send_header("Location", answer.to)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the address has a secret in it."""
