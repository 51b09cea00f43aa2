"""Utgåvor: what the web said on a day can be read for ever, never as what applies now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from casefiles import base_model
from project import run
from sagolandet import copy_sagolandet
from samverkan import examine
from samverkan.kinds import Rutin
from samverkan.pages.checklists import checklists
from samverkan.pages.render import Renderer
from samverkan.reading.editions import editions
from samverkan.reading.past import Past
from samverkan.web.archive import archive
from test_history import _commit, _git

TODAY = date(2026, 6, 1)
ROUTINE = "model/gemensam/rutiner/anmal.yml"
PAGE = "utgava/2026-05-01/rutiner/anmal/index.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small model with an edition, and a routine that has changed since."""
    root = base_model(tmp_path)
    _git(root, "init", "-q")
    _commit(root, "2026-05-01", {})
    _git(root, "tag", "-am", "Utgåvan", "utgava-2026-05-01")
    _commit(root, "2026-05-20", {ROUTINE: ("resultat: Social", "resultat: Äntligen. Social")})
    return root


def _renderer(root: Path, kommun: str | None = None, day: date = TODAY) -> Renderer:
    return Renderer(examine(root, day, kommun)[0], past=Past(editions=editions(root, kommun, day)))


def test_the_edition_has_the_text_of_its_day_and_says_that_it_no_longer_applies(root: Path) -> None:
    page = dict(archive(_renderer(root).editions, "Webben"))[PAGE]
    assert "<dt>Klart när</dt><dd>Socialtjänsten har tagit emot anmälan.</dd>" in page
    assert "Äntligen" not in page
    assert "<strong>Utgåvan 1 maj 2026.</strong> <strong>Den gäller inte längre.</strong>" in page
    assert '<a href="../../../../rutiner/anmal/">Det som gäller nu</a>' in page


def test_the_edition_stays_out_of_the_search_and_asks_nobody_else_for_anything(root: Path) -> None:
    pages = dict(archive(_renderer(root).editions, "Webben"))
    assert len(pages) > 10
    for path, page in pages.items():
        assert '<meta name="robots" content="noindex">' in page, path
        assert "<script" not in page and "https://" not in page.split("<body>")[0], path


def test_the_edition_lists_its_pages(root: Path) -> None:
    pages = dict(archive(_renderer(root).editions, "Webben"))
    assert '<a href="rutiner/anmal/">Anmäla oro</a>' in pages["utgava/2026-05-01/index.html"]


def test_each_page_leads_to_its_editions_and_says_whether_the_text_is_the_same(root: Path) -> None:
    renderer = _renderer(root)
    assert "[1 maj 2026](/utgava/2026-05-01/rutiner/anmal/index.html) (annan text)." in renderer.thing(
        renderer.model.get(Rutin, "anmal")
    )
    forum = renderer.model.things["forum"]["styrgrupp"]
    assert "[1 maj 2026](/utgava/2026-05-01/forum/styrgrupp/index.html) (samma text)." in renderer.thing(forum)


def test_a_printed_checklist_leads_to_its_routine_as_it_was(root: Path) -> None:
    renderer = _renderer(root)
    page = renderer.template("rutinchecklista", lista=checklists(renderer.model.get(Rutin, "anmal"))[0])
    assert "Så löd rutinen i tidigare utgåvor: [1 maj 2026](/utgava/2026-05-01/rutiner/anmal/index.html)" in page


def test_a_kommuns_web_has_its_own_editions_with_its_own_text(root: Path) -> None:
    own = root / "model/lokalt/exempelkommun"
    (own / "rutiner").mkdir(parents=True)
    (own / "installningar.yml").write_text("id: installningar\nnamn: Exempel\n", encoding="utf-8")
    head = "motivering: Så gör vi.\nbeslutad: {av: Nämnden, datum: 2026-03-01}\n"
    (own / "rutiner/anmal.yml").write_text(f"id: anmal\n{head}resultat: Vårt eget.\n", encoding="utf-8")
    _commit(root, "2026-05-21", {})
    _git(root, "tag", "-am", "Utgåvan", "utgava-exempelkommun-2026-05-21")
    renderer = _renderer(root, "exempelkommun")
    assert [edition.day for edition in renderer.editions.all] == [date(2026, 5, 21)]
    page = dict(archive(renderer.editions, "Webben"))["utgava/2026-05-21/rutiner/anmal/index.html"]
    assert "<dt>Klart när</dt><dd>Vårt eget.</dd>" in page


def test_a_page_that_says_the_same_now_is_not_called_out_of_date(root: Path) -> None:
    page = dict(archive(_renderer(root).editions, "Webben"))["utgava/2026-05-01/forum/styrgrupp/index.html"]
    assert "Texten är densamma nu." in page and "gäller inte längre" not in page


def test_a_tag_of_no_day_is_no_edition(root: Path) -> None:
    _git(root, "tag", "-am", "Fel", "utgava-2026-02-31")
    assert [edition.day for edition in editions(root, None, TODAY)] == [date(2026, 5, 1)]


def test_an_edition_of_a_later_day_is_not_shown_before_it(root: Path) -> None:
    assert editions(root, None, date(2026, 4, 30)) == []


def test_the_command_tags_what_is_saved_once_and_says_how_it_is_published(tmp_path: Path) -> None:
    root = copy_sagolandet(tmp_path)
    day = {"SAMVERKAN_DATUM": "2026-12-01", "PYTHONPATH": str(root / "hooks")}
    none = run("-m", "samverkan", "utgåva", root=root, **day)
    assert none.returncode == 1 and "ingen git-klon" in none.stdout
    _git(root, "init", "-q")
    _git(root, "config", "user.name", "Redaktör")
    _git(root, "config", "user.email", "redaktor@example.org")
    unsaved = run("-m", "samverkan", "utgåva", root=root, **day)
    assert unsaved.returncode == 1 and "inte sparat i git" in unsaved.stdout
    _commit(root, "2026-05-01", {})
    made = run("-m", "samverkan", "utgåva", root=root, **day)
    assert made.returncode == 0 and "git push origin utgava-2026-12-01" in made.stdout
    again = run("-m", "samverkan", "utgåva", root=root, **day)
    assert again.returncode == 1 and "finns redan" in again.stdout
