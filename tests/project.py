"""The project as its users handle it: build it, copy it, serve what was built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What a build reads; the rest (site, caches, tests, the environment) stays out of a copy.
SOURCES = ("docs", "hooks", "model", "scripts", "mkdocs.yml", "pyproject.toml")
# The same as the Makefile gives every command, and what one process has compiled is there for the next.
# Documents have tests of their own: no other web needs them.
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", "DOKUMENT": "nej"}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def run(*arguments: str, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python with `arguments` in a project; its output is text."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def build(target: Path, engine: str = "mkdocs", root: Path = ROOT, kommun: str = "") -> Path:
    """Build the web of a project, else the real one, into `target` as `samverkan bygg` does; say why if it fails."""
    whose = {"SAMVERKAN_KOMMUN": kommun} if kommun else {}
    result = run("-m", engine, "build", "-f", "mkdocs.yml", "--site-dir", str(target), root=root, **whose)
    assert result.returncode == 0, result.stdout + result.stderr
    return target


def copy_project(target: Path) -> Path:
    """A copy of the project that a test may break."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(source, target / name)
    return target


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, *request: object, headers: Mapping[str, str], directory: str) -> None:
        self.more = headers
        super().__init__(*request, directory=directory)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        """Add what the host adds to every answer."""
        for name, value in self.more.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is its result."""

    def send_error(self, code: int, *rest: object, **more: object) -> None:
        """Answer as a web host does: with the site's own page for what is not there."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, *rest, **more)  # type: ignore[arg-type]
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@contextmanager
def served(site: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder on a free port of this computer, with `headers`; gives the address, with a slash at the end."""
    handler = partial(_Quiet, directory=str(site), headers=headers or {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
