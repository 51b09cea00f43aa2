"""Let Lighthouse grade ten types of page of the built web, as on a slow phone; exit 1 below the promise.

Lighthouse is fetched with npm into .cache/, in the version below. The web is served as a real
host does it: compressed, and with the headers that the build wrote down.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from samverkan.web.policy import headers

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
CACHE = ROOT / ".cache"
VERSION = "12.8.2"
PROMISE = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
# Of each the heaviest page under it; the start page is itself.
TYPES = ("", "rutiner", "checklistor", "sekretess", "funktioner", "forum", "nivaer", "ordlista", "lagrum", "kallor")
CHROME = "--headless=new --no-sandbox --disable-background-networking --disable-component-update --no-first-run"
Grades = dict[str, float]


class Host(SimpleHTTPRequestHandler):
    """Serves the built web compressed, and with the headers of the build."""

    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        """Serve a connection until either side hangs up, as a browser may do at any time."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Send a file of the site, or its own page for what is not there."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        content = (path if found else SITE / "404.html").read_bytes()
        kind = self.guess_type(path) if found else "text/html"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if path.suffix != ".woff2":
            content = gzip.compress(content, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers().items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing: the grades are the output."""


def fetched() -> Path:
    """The program, fetched once; raises RuntimeError with what is missing."""
    npm = shutil.which("npm")
    if shutil.which("node") is None or npm is None:
        raise RuntimeError("Lighthouse behöver Node.js 18 eller senare, med npm. Installera det och kör igen.")
    folder = CACHE / f"lighthouse-{VERSION}"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        print(f"Hämtar Lighthouse {VERSION} …", flush=True)
        quiet = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
        got = subprocess.run([npm, "install", "--prefix", str(folder), *quiet, f"lighthouse@{VERSION}"], check=False)
        if got.returncode:
            raise RuntimeError("Det gick inte att hämta Lighthouse med npm (se ovan).")
    return program


def chosen_pages() -> list[str]:
    """One address of each type, the heaviest of the real site."""
    pages = []
    for folder in TYPES:
        there = sorted((SITE / folder).rglob("index.html")) if folder else [SITE / "index.html"]
        if not there:
            raise RuntimeError(f"Mappen site/{folder} saknas. Bygg webben först: make site")
        heaviest = max(there, key=lambda file: file.stat().st_size)
        pages.append(heaviest.parent.relative_to(SITE).as_posix().removeprefix(".") + "/")
    return [page.removeprefix("/") for page in pages]


def graded(program: Path, url: str) -> tuple[Grades, dict[str, Any]]:
    """The four grades of a page, 0 to 100, and the whole report."""
    command = [str(program), url, "--output=json", "--quiet", "--no-enable-error-reporting"]
    command += [f"--only-categories={','.join(PROMISE)}", f"--chrome-flags={CHROME}"]
    environment = {**os.environ, "CHROME_PATH": (CACHE / "chromium").read_text(encoding="utf-8").strip()}
    for _ in range(2):  # a busy computer can lose the start of a visit; it is rarely lost twice
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            break
    else:
        raise RuntimeError(f"Lighthouse kunde inte granska {url}:\n{done.stderr.strip()}")
    report = json.loads(done.stdout)
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in PROMISE}, report


def faults(report: dict[str, Any]) -> list[str]:
    """What drew a grade down, with the first places of each."""
    lines = []
    for name in PROMISE:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                nodes = [
                    item["node"]["selector"] for item in audit.get("details", {}).get("items", []) if "node" in item
                ]
                lines.append(f"    {name}: {audit['title']} {audit.get('displayValue', '')} {' | '.join(nodes[:3])}")
    return lines


def main() -> int:
    """Grade every page, print a table, and what is below the promise."""
    try:
        program, pages = fetched(), chosen_pages()
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(SITE))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(f"{'':44}{'  '.join(PROMISE)}", flush=True)
            below = 0
            for page in pages:
                url = f"http://127.0.0.1:{server.server_port}/{page}"
                grades, report = graded(program, url)
                if grades["performance"] < PROMISE["performance"]:
                    # A busy computer makes a page look slow: the median of three is fair.
                    again = [grades, graded(program, url)[0], graded(program, url)[0]]
                    grades["performance"] = median(grade["performance"] for grade in again)
                row = "  ".join(f"{grades[name]:>{len(name)}.0f}" for name in PROMISE)
                print(f"{page or 'startsidan':44}{row}", flush=True)
                if any(grades[name] < least for name, least in PROMISE.items()):
                    below += 1
                    print("\n".join(faults(report)), flush=True)
            server.shutdown()
    except RuntimeError as error:
        print(error)
        return 1
    print(f"{below} sidor når inte målet." if below else "Alla sidor når målet.")
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main())
