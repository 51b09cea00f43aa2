"""The preview: a saved change shows by itself, and what is wrong is shown as the page."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator

import pytest
from previewing import Preview, previewing
from project import copy_project, run
from samverkan.web.policy import content_security_policy

ROUTINE = "model/gemensam/rutiner/orosanmalan.yml"
NAME = "\nnamn: "


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewing(copy_project(tmp_path_factory.mktemp("förhandsvisning") / "projekt")) as preview:
        yield preview


def test_the_page_reloads_itself_under_the_policy_of_the_build(preview: Preview) -> None:
    page = preview.shows("location.reload()")
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
