"""Before a proposal and after it: which pages differ, and the words beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from samverkan.commands.compare_webs import compare, told

PAGE = """<!doctype html><html><head><link rel="canonical" href="https://webb.exempel.se/"></head><body><nav>{nav}</nav>
<article><div class="papper"><p>Utskriven</p></div><h1>{title}<a class="headerlink" href="#x">¶</a></h1>
<p class="lage">version {version}</p><p>{text}<br>Rad två.</p><script>kod({nav})</script></article></body></html>"""


def _web(root: Path, **pages: str) -> None:
    for number, (name, text) in enumerate(pages.items()):
        path = root / ("index.html" if name == "start" else f"{name}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        page = PAGE.format(nav=root.name, title=name.capitalize(), version=f"{root.name}{number}", text=text)
        path.write_text(page, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    _web(tmp_path / "fore", start="Lika.", rutin="Ring <b>skolan</b> i dag.", borta="Finns.")
    _web(tmp_path / "efter", start="Lika.", rutin="Ring <b>växeln</b> i dag.", ny="Ny &lt;sida&gt;.")
    return tmp_path


def test_only_pages_whose_words_differ_are_told(folder: Path) -> None:
    found = compare(folder)
    assert found is not None
    assert [(page.word, page.path, page.title) for page in found] == [
        ("Försvinner", "borta/", "Borta"),
        ("Ny", "ny/", "Ny"),
        ("Ändrad", "rutin/", "Rutin"),
    ]
    assert found[2].passages == [("Ring skolan i dag.", "Ring växeln i dag.")]


def test_the_summary_links_the_page_as_it_is_now(folder: Path) -> None:
    lines = "\n".join(told(compare(folder), "https://webb.exempel.se/"))
    assert "3 sidor ändras." in lines
    assert "- Ändrad: [Rutin](https://webb.exempel.se/rutin/)" in lines
    assert "- Ny: Ny (`ny/`)" in lines


def test_the_list_has_both_pages_and_the_words_beside_each_other(folder: Path) -> None:
    compare(folder)
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert '<a href="fore/rutin/index.html">förut</a>, <a href="efter/rutin/index.html">nu</a>' in page
    assert "Ring <del>skolan</del> i dag" in page and "Ring <ins>växeln</ins> i dag" in page
    assert "Ny &lt;sida&gt;" in page
    assert "fore/ny/" not in page and "efter/borta/" not in page


def test_a_changed_alarm_is_told_and_a_new_version_alone_is_not(tmp_path: Path) -> None:
    _web(tmp_path / "fore", start='<div class="fara">Ring 112.</div>', rutin="Lika.")
    _web(tmp_path / "efter", start='<div class="fara">Ring 113.</div>', rutin="Lika.")
    assert [page.path for page in compare(tmp_path) or []] == [""]


def test_without_the_old_web_the_list_leads_to_the_new_one(tmp_path: Path) -> None:
    _web(tmp_path / "efter", start="Ny.")
    assert compare(tmp_path) is None
    assert "gick inte att bygga" in "\n".join(told(None))
    assert 'href="efter/index.html"' in (tmp_path / "index.html").read_text(encoding="utf-8")
