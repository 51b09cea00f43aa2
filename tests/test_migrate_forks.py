"""Two forks as they were written before routines had ways: they hold today, and what can be lifted is, once."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from project import ROOT, contents
from samverkan import Model, examine
from samverkan.commands.lift import lift
from samverkan.commands.migrate import migrate
from samverkan.kinds import Kontakt, Rutin
from samverkan.markup.markdown import as_html, tree
from samverkan.pages.checklists import checklists
from samverkan.pages.every_page import publisher_pages
from samverkan.pages.render import Renderer
from samverkan.reading.folders import COMMON, FOLDER
from shown import Lines, plain

FORKS = ROOT / "tests" / "migrering"
TODAY = date(2026, 11, 28)
# What the county has given other ids since the forks were written.
RENAMED = {"luckor": {"tolk": "tolk-pa-moten", "overlamning": "overlamning-fran-bvc"}}
# Every line that changes, by file; a file with another name under both of its names.
LIFTED = {
    "gnesta": {
        "rutiner/gnestas-franvaro.yml": {
            "sammanfattning: Ring hem först. Det som saknas står under [tolk](lucka:tolk).": "sammanfattning: "
            "Ring hem först. Det som saknas står under [tolk](lucka:tolk-pa-moten).",
            "      - när: Varje vecka  # mentorns tid": "      - återkommer: {period: vecka}  # mentorns tid",
        },
        "forum/bus-internt-forum.yml": {
            "möts: Varannan vecka": "möts: Varannan vecka\nmöten: [{period: vecka, var: 2}]"
        },
    },
    "trosa": {
        "luckor/trosas-lucka.yml": {
            'se_även: ["lucka:overlamning", "rutin:orosanmalan"]': "se_även: "
            '["lucka:overlamning-fran-bvc", "rutin:orosanmalan"]'
        },
        "forum/trosas-natverk.yml": {
            "möts: Fyra gånger om året": "möts: Fyra gånger om året\nmöten: [{period: år, gånger: 4}]"
        },
        "luckor/overlamning.yml": {"id: overlamning": "id: overlamning-fran-bvc"},
    },
}
MOVED = {"trosa/luckor/overlamning.yml": "trosa/luckor/overlamning-fran-bvc.yml"}
BY_HAND = [
    "gnesta/luckor/tolk.yml:1: lucka ”tolk” heter numera ”tolk-pa-moten”. Gäller er fil den: döp om den, och byt id.",
    "gnesta/rutiner/gnestas-franvaro.yml:20: ”en gång per termin” kan skrivas ”återkommer: {period: termin}”.",
    "gnesta/rutiner/gnestas-franvaro.yml:22: punkten börjar med ett villkor. Skriv det under ”om:”, så följer det med "
    "till checklistan.",
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Today's model with the two forks' own files."""
    root = tmp_path_factory.mktemp("gafflar")
    shutil.copytree(ROOT / COMMON, root / COMMON)
    shutil.copytree(FORKS, root / FOLDER)
    for folder, ids in RENAMED.items():
        for old, new in ids.items():
            path = root / COMMON / folder / f"{old}.yml"
            text = path.read_text(encoding="utf-8").replace(f"id: {old}\n", f"id: {new}\nersätter: [{old}]\n", 1)
            path.with_name(f"{new}.yml").write_text(text, encoding="utf-8")
            path.unlink()
    return root


def test_what_is_certain_is_lifted_once_and_no_text_of_a_fork_is_lost(root: Path) -> None:
    before = contents(root)
    texts = {kommun: own_texts(root, kommun) for kommun in LIFTED}
    for kommun in LIFTED:
        # Only what the county has given another id stops a fork, and the finding says how it is mended.
        stopped = [finding for finding in examine(root, TODAY, kommun)[1] if finding.severity == "fel"]
        assert [(finding.code, "make migrera" in finding.mend) for finding in stopped] == [("borta", True)], stopped

    assert migrate(root) == ([], [])
    done, could = lift(root)
    assert len(done) == 6 and could == [f"{FOLDER}/{line}" for line in BY_HAND]
    assert contents(root) == wanted(root, before)

    (root / FOLDER / "gnesta/luckor/tolk.yml").rename(path := root / FOLDER / "gnesta/luckor/tolk-pa-moten.yml")
    path.write_text(path.read_text(encoding="utf-8").replace("id: tolk\n", "id: tolk-pa-moten\n"), encoding="utf-8")
    for kommun in LIFTED:
        model, findings = examine(root, TODAY, kommun)
        assert [str(finding) for finding in findings if finding.severity == "fel"] == []
        shown = all_that_is_shown(model).casefold()
        assert [text for text in texts[kommun] if text.casefold() not in shown] == []

    after = contents(root)
    assert (lift(root)[0], migrate(root), contents(root)) == ([], ([], []), after)


def wanted(root: Path, before: dict[str, Any]) -> dict[str, Any]:
    """The files with just the lines of LIFTED changed."""
    result = dict(before)
    for kommun, files in LIFTED.items():
        for name, lines in files.items():
            key = next(key for key in result if str(key).endswith(f"{kommun}/{name}"))
            text = result.pop(key).decode("utf-8")
            for old, new in lines.items():
                assert text.count(f"{old}\n") == 1, old
                text = text.replace(f"{old}\n", f"{new}\n")
            moved = MOVED.get(f"{kommun}/{name}", f"{kommun}/{name}")
            result[type(key)(str(key).replace(f"{kommun}/{name}", moved))] = text.encode("utf-8")
    return result


def own_texts(root: Path, kommun: str) -> list[str]:
    """Every text that the kommun has written for readers: what has a space in it, or a capital."""
    found: list[str] = []
    for path in sorted((root / FOLDER / kommun).rglob("*.yml")):
        if path.name != "installningar.yml":
            gather(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader), found)
    return [text for text in found if " " in text or text[:1].isupper()]


def gather(value: Any, found: list[str]) -> None:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            gather(inner, found)
    elif isinstance(value, str):
        found.append(plain(value))


def all_that_is_shown(model: Model) -> str:
    """The words of the kommun's own things, their checklists, its contacts and its differences."""
    renderer = Renderer(model)
    own = [thing for thing in model.everything() if thing.avvikelse]
    pages = [renderer.thing(thing) for thing in own]
    pages += [
        renderer.template("rutinchecklista", lista=lista)
        for rutin in own
        if isinstance(rutin, Rutin)
        for lista in checklists(rutin)
    ]
    assert model.all(Kontakt)
    pages += [renderer.template("kontakter"), *(page.text() for page in publisher_pages(renderer, []))]
    return "\n".join(line for page in pages for line in Lines(as_html(tree(page))).lines)
