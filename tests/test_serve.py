"""The preview: a saved change shows by itself, and what is wrong is shown as the page."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ENVIRONMENT, copy_project, run
from samverkan.web.policy import content_security_policy

SECONDS = 30
ROUTINE = "model/gemensam/rutiner/orosanmalan.yml"
NAME = "\nnamn: "


class Preview:
    """A running `mkdocs serve` on a copy of the project."""

    def __init__(self, root: Path, port: int) -> None:
        self.root = root
        self.url = f"http://127.0.0.1:{port}/"

    def get(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.url + path, timeout=5) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.read().decode()
        except OSError:
            return ""

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


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = copy_project(tmp_path_factory.mktemp("förhandsvisning") / "projekt")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = (root / "serve.log").open("wb")
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=root, env=ENVIRONMENT, stdout=log, stderr=log, start_new_session=True)
    try:
        preview = Preview(root, port)
        preview.shows("</html>")
        yield preview
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)
        log.close()
    assert "Traceback" not in (root / "serve.log").read_text(encoding="utf-8")


def test_the_page_reloads_itself_under_the_policy_of_the_build(preview: Preview) -> None:
    page = preview.shows("livereload(")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    (nonce,) = re.findall(r'<script nonce="([\w-]+)">', page)
    assert policy and policy[1].replace(f" 'nonce-{nonce}'", "") == content_security_policy(meta=True)
    assert len(re.findall(r"<script(?! src=| defer| id=)", page)) == 1, "inget annat skript får köras"


def test_a_changed_text_in_the_model_shows_by_itself(preview: Preview) -> None:
    preview.replace(ROUTINE, NAME, f"{NAME}Ändrad av redaktören – ")
    preview.shows("Ändrad av redaktören – ")


def test_a_changed_text_in_a_hand_written_page_shows_by_itself(preview: Preview) -> None:
    preview.replace("docs/om/ny-har.md", "\n## ", "\n\nEn ny mening av redaktören.\n\n## ")
    preview.shows("En ny mening av redaktören.", "om/ny-har/")


def test_what_is_wrong_in_the_model_is_the_page_until_it_is_mended(preview: Preview) -> None:
    heading = 'id="steg'
    preview.shows(heading)
    preview.replace(ROUTINE, NAME, "\novidkommande: ja\nnamn: ")
    page = preview.shows("ovidkommande")
    assert f"{ROUTINE}, rad " in page
    assert "Så rättar du:" in page
    assert heading not in page
    assert ROUTINE in preview.get(""), "felet syns på varje sida"
    preview.replace(ROUTINE, "\novidkommande: ja\n", "\n")
    assert "ovidkommande" not in preview.shows(heading)


def test_what_is_wrong_in_a_hand_written_page_is_the_page_until_it_is_mended(preview: Preview) -> None:
    broken = '{{ länk("rutin", "finns-inte") }}'
    preview.replace("docs/om/ny-har.md", "\n## ", f"\n\n{broken}\n\n## ")
    page = preview.shows("finns inte", "om/ny-har/")
    assert "docs/om/ny-har.md, rad " in page
    preview.replace("docs/om/ny-har.md", broken, "")
    assert "finns-inte" not in preview.shows("md-content", "om/ny-har/")


def test_a_port_that_is_taken_is_told_at_once_with_another_to_choose() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run("-m", "samverkan", "visa", "--port", port)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"Port {port} är upptagen" in done.stdout and "make serve PORT=" in done.stdout
    assert "PORT=abc går inte att välja" in run("-m", "samverkan", "visa", "--port", "abc").stdout
