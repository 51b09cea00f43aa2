"""What styles, scripts and Python call a part of a page is what the page calls it, and nothing has a name in vain."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from contract import STYLES, Names, names_in_python, names_in_scripts, names_in_styles, names_on, own
from samverkan.kinds import labels
from two_webs import COUNTY, GNESTA

HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")


@pytest.fixture(scope="module")
def on_pages(site: Path, two_webs: Path) -> dict[str, str]:
    """The names on every page: of the real web, of a county's with kommuners contacts, and of a kommun's own."""
    return names_on(page for web in (site, two_webs / COUNTY, two_webs / GNESTA) for page in web.rglob("*.html"))


@pytest.fixture(scope="module")
def styles() -> Names:
    return names_in_styles()


@pytest.fixture(scope="module")
def scripts() -> Names:
    return names_in_scripts()


def test_every_name_in_a_style_is_on_some_page(on_pages: dict[str, str], styles: Names, scripts: Names) -> None:
    there = on_pages.keys() | scripts.made
    assert {name: styles.used[name] for name in own(styles.used) - there} == {}


def test_every_name_that_a_script_looks_for_is_on_some_page(on_pages: dict[str, str], scripts: Names) -> None:
    there = on_pages.keys() | scripts.made
    assert {name: scripts.used[name] for name in own(scripts.used) - there} == {}


def test_every_name_that_python_looks_for_is_on_some_page(on_pages: dict[str, str]) -> None:
    assert len(names_in_python()) > 10
    assert names_in_python() - on_pages.keys() == set()


def test_every_own_name_on_a_page_is_there_for_somebody(
    on_pages: dict[str, str], styles: Names, scripts: Names
) -> None:
    used = styles.used.keys() | scripts.used.keys() | names_in_python()
    assert {name: on_pages[name] for name in own(on_pages) - used} == {}
    assert own(scripts.made) - used == set()


def test_every_class_in_the_tables_of_words_is_styled(styles: Names) -> None:
    tables = [table for table in vars(labels).values() if isinstance(table, type) and issubclass(table, labels.Word)]
    classes = {name for table in tables for word in table for name in word.css.split()}
    assert len(classes) > 10
    assert classes - styles.used.keys() == set()


def test_a_colour_is_written_in_one_place() -> None:
    colours = Counter(colour for file in STYLES for colour in HEX.findall(file.read_text(encoding="utf-8")))
    assert len(colours) > 20
    assert [colour for colour, times in colours.items() if times > 1] == []


def test_the_names_in_a_style_are_found_whatever_stands_between(tmp_path: Path) -> None:
    css = """
      /* .inte { */ @media print { a.ett[data-två="x.y"]:has(> .tre), .fyra { x: url("a.b"); }
      .fem::after { content: attr(data-sex) } }
    """
    assert names_in_styles([_file(tmp_path, css)]).used.keys() == {"ett", "data-två", "tre", "fyra", "fem", "data-sex"}


def test_the_names_in_a_script_are_found_however_they_are_said(tmp_path: Path) -> None:
    js = """
      // .inte
      const { ett, två } = one.closest(".tre > [data-fyra]").dataset;
      if (one.dataset.femFem && all.querySelectorAll(`p.sex[data-sju="${x.y}"]`)) made.className = "åtta nio";
      root.classList.toggle("tio", true);
      element("p", { className: "elva" });
    """
    found = names_in_scripts([_file(tmp_path, js)])
    assert found.used.keys() == {"data-ett", "data-två", "tre", "data-fyra", "data-fem-fem", "sex", "data-sju"}
    assert found.made == {"åtta", "nio", "tio", "elva"}


def _file(folder: Path, text: str) -> Path:
    path = folder / "fil"
    path.write_text(text, encoding="utf-8")
    return path
