"""`make alla`: the county's web and every kommun's; one that fails leaves the others and its last good version."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import project
import pytest
from html_page import HtmlPage
from project import contents, run
from sagolandet import SAGOLANDET, copy_sagolandet

EXAMPLES = SAGOLANDET.parent
SETTINGS = "model/lokalt/trollkoping/installningar.yml"
BANNER = "Påhittad kommun: så kan det se ut."
# What Post- och telestyrelsen has set aside for books and films, and what is the same in the whole country.
NOBODYS = re.compile(r"tel:(?:\+468465004\d\d|112|11414|1177|116\d{3})")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two kommuner, the first of them standard, all built."""
    root = copy_sagolandet(tmp_path_factory.mktemp("alla") / "projekt")
    shutil.copytree(EXAMPLES, root / "tests" / "exempel")
    for command in (["init", "-q"], ["remote", "add", "origin", "https://github.com/lyktan/webben.git"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    for kommun in ("drakeby", "trollkoping"):
        run("-m", "samverkan", "kommun", kommun, root=root)
    path = root / "model/lokalt/drakeby/installningar.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("#standard:", "standard:"), encoding="utf-8")
    result = run("-m", "samverkan", "bygg", "--alla", root=root)
    assert result.returncode == 0, result.stdout + result.stderr
    for name in ("länet", "drakeby", "trollkoping"):
        assert f"  klar: {name} (" in result.stdout
    return root


def _title(site: Path) -> str:
    title = (site / "index.html").read_text(encoding="utf-8").partition("<title>")[2].partition("</title>")[0]
    return title.removeprefix("Start - ")


def test_each_web_is_in_its_place(built: Path) -> None:
    site = built / "site"
    assert _title(site) == "Lyktan i Sagolandet"
    assert _title(site / "drakeby") == "Samverkanswebben i Drakeby"
    assert _title(site / "trollkoping") == "Samverkanswebben i Trollköping"
    assert [path.name for path in (built / ".cache").iterdir()] == ["bygge.lock"], "bara låset, som är tomt"


def test_an_invented_kommun_is_shown_and_nobody_takes_it_for_a_real_one(built: Path) -> None:
    site = built / "site"
    pages = {path: path.read_text(encoding="utf-8") for path in (site / "exempelkommun").rglob("*.html")}
    shown = {path: text for path, text in pages.items() if "md-header" in text}
    assert len(shown) > 100
    for path, text in shown.items():
        screen, _, paper = text.partition('class="papper"')
        banner = screen.partition('class="md-banner')[2].partition("</aside>")[0]
        assert BANNER in banner and 'href="tel:112"' in banner, path
        assert BANNER in paper.partition("</p>")[0] or path.name == "404.html", path
        assert '<meta name="robots" content="noindex">' in text, path
        assert {number for number in re.findall(r"tel:[\d+]+", text) if not NOBODYS.fullmatch(number)} == set(), path
    assert [path for path in (site / "exempelkommun").rglob("*") if path.suffix in (".pdf", ".docx")] == []


def test_no_page_of_it_leads_to_a_file_in_the_projects_repository(built: Path) -> None:
    led = {kommun: 0 for kommun in ("exempelkommun", "rutiner")}
    for kommun in led:
        for path in (built / "site" / kommun).rglob("*.html"):
            led[kommun] += "github.com/lyktan" in path.read_text(encoding="utf-8")
    assert led["rutiner"] > 0 and led["exempelkommun"] == 0


def test_the_countys_web_leads_to_the_invented_kommun_and_its_search_does_not(built: Path) -> None:
    site = built / "site"
    assert 'href="../exempelkommun/"' in (site / "lokalt/index.html").read_text(encoding="utf-8")
    for name in ("assets/sok.json", "sitemap.xml"):
        text = (site / name).read_text(encoding="utf-8")
        assert "exempelkommun" not in text and "drakgrottan" not in text.casefold(), name
    assert "drakgrottan" in (site / "exempelkommun/assets/sok.json").read_text(encoding="utf-8").casefold()


def test_a_real_web_says_nothing_of_the_kind(html: dict[str, HtmlPage]) -> None:
    assert [path for path, page in html.items() if "Påhittad " in page.source.partition("<main")[0]] == []


def test_a_failure_is_named_and_leaves_the_rest_and_its_last_good_version(built: Path, tmp_path: Path) -> None:
    root = shutil.copytree(built, tmp_path / "projekt")
    (root / SETTINGS).write_text("id: installningar\nnamn: Trollköping\npåhitt: ja\n", encoding="utf-8")
    for file in ("trollkoping/index.html", "drakeby/index.html", "index.html"):
        (root / "site" / file).write_text("Den förra", encoding="utf-8")
    before = contents(root / "site" / "trollkoping")
    result = run("-m", "samverkan", "bygg", "--alla", root=root)
    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr
    assert "  gick inte: trollkoping" in result.stdout
    assert f"{SETTINGS}:3:1: fel [okänt-fält]" in result.stdout
    assert contents(root / "site" / "trollkoping") == before
    assert _title(root / "site" / "drakeby") == "Samverkanswebben i Drakeby"
    assert _title(root / "site") == "Lyktan i Sagolandet"


def test_nothing_is_touched_when_the_common_model_is_wrong(built: Path, tmp_path: Path) -> None:
    root = shutil.copytree(built, tmp_path / "projekt")
    (root / "model/gemensam/huvudman/trollkoping.yml").write_text("id: [\n", encoding="utf-8")
    before = contents(root / "site")
    result = run("-m", "samverkan", "bygg", "--alla", root=root)
    assert result.returncode == 1
    assert "Byggdes inte: länet, drakeby, trollkoping." in result.stdout
    assert contents(root / "site") == before


def test_make_site_keeps_what_make_alla_built_and_asks_before_it_changes_publisher(built: Path, tmp_path: Path) -> None:
    root = shutil.copytree(built, tmp_path / "projekt")
    before = contents(root / "site")
    refused = run("-m", "samverkan", "bygg", root=root)
    assert refused.returncode == 1
    assert "webben för länet, och nu byggs den för drakeby" in refused.stdout and "BYT_UTGIVARE=ja" in refused.stdout
    assert contents(root / "site") == before
    path = root / "model/lokalt/drakeby/installningar.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("\nstandard:", "\n#standard:"), encoding="utf-8")
    unsaid = run("-m", "samverkan", "bygg", root=root)
    assert unsaid.returncode == 1 and "Ta bort # framför" in unsaid.stderr
    path.write_text('id: "öppet\nstandard: ja\n', encoding="utf-8")
    broken = run("-m", "samverkan", "bygg", root=root)
    assert broken.returncode == 1 and "fel [ej-yaml]" in broken.stderr
    assert contents(root / "site") == before


def test_check_looks_at_the_chosen_kommun(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = shutil.copytree(built, tmp_path / "projekt")
    (root / SETTINGS).write_text("id: installningar\nnamn: Trollköping\npåhitt: ja\n", encoding="utf-8")
    assert "model/lokalt/drakeby/" in run("-m", "samverkan", "kontrollera", root=root).stdout, "drakeby är standard"
    monkeypatch.setitem(project.ENVIRONMENT, "SAMVERKAN_KOMMUN", "trollkoping")
    assert f"{SETTINGS}:3:1: fel" in run("-m", "samverkan", "kontrollera", root=root).stdout
    monkeypatch.setitem(project.ENVIRONMENT, "SAMVERKAN_KOMMUN", "gemensam")
    said = run("-m", "samverkan", "kontrollera", root=root).stdout
    assert f"{SETTINGS}:3:1: varning" in said and f"{SETTINGS}:3:1: fel" not in said and "\n0 fel, " in said
