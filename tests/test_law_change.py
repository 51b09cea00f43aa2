"""`samverkan lagändring`: everything that rests on a section of law is told with file and line; nothing is lost."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
import yaml
from casefiles import base_model, lay_local
from golden import Golden
from html_page import HtmlPage
from project import ROOT, run
from pydantic import BaseModel
from samverkan import Model, read
from samverkan.commands.law_change import common_impact, find_law
from samverkan.commands.law_places import FIELD, places
from samverkan.findings import Mark
from samverkan.kinds import KINDS, Lagrum, Till
from samverkan.reading import folders
from samverkan.reading.document import Document
from samverkan.reading.sources import Sources

HEAD = "motivering: Vår.\nbeslutad: {av: Socialnämnden, datum: 2026-11-22}\n"
KOMMUN = {
    "rutiner/anmal.yml": f"id: anmal\nmot: granskad\n{HEAD}steg:\n  - id: ring\n    dokument: [Vår blankett]\n",
    "fragor/orolig.yml": f"id: orolig\nmot: granskad\n{HEAD}synonymer: [vår]\n",
    "ordlista/eget.yml": f"id: eget\nnamn: eget\n{HEAD}definition: Vårt ord, se [plikten](lagrum:lag-1-2).\n",
    "verksamheter/skola.yml": f"id: skola\n{HEAD}utgår: ja\n",
}
LATER = "kommande:\n  - från: 2027-01-01\n    nytt:\n      steg:\n        - {id: svara, lagrum: [lag-1-2]}\n"
PAGES = {
    "om/sida.md": '# Om plikten\n\nSe {{ länk("lagrum", "lag-1-2", "plikten") }}.\n\n[Lagen](../lagrum/lag-1-2.md)\n',
    "om/annan.md": "# Annat\n\nOrdet lag-1-2 är ingen länk.\n",
    "lokalt/exempelkommun/egen.md": "# Vår sida\n\n[Plikten](/lagrum/lag-1-2.md)\n",
}
# These cannot be words of their own, so that wherever they stand a section of law is meant.
SURE = re.compile(r"[a-z]+(-[a-z0-9]+)*-[0-9][a-z0-9-]*")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small model, with a change to come, pages written by hand, and a kommun with deviations."""
    root = base_model(tmp_path_factory.mktemp("lag"))
    (root / "mkdocs.yml").write_text("site_name: Exempel\n", encoding="utf-8")
    lay_local(root, "exempelkommun", KOMMUN)
    with (root / "model/gemensam/rutiner/anmal.yml").open("a", encoding="utf-8") as file:
        file.write(LATER)
    with (root / "model/gemensam/region.yml").open("a", encoding="utf-8") as file:
        file.write("texter:\n  - {sida: forum, text: 'Vi följer [lagen](lagrum:lag-1-2).'}\n")
    for name, text in PAGES.items():
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def sources() -> Sources:
    return read(ROOT)


def said(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run("-m", "samverkan", "lagändring", *words, "--datum", "2026-06-01", root=root)


def as_data(text: str) -> dict[str, dict[str, list[str]]]:
    """What is printed, by its headings: ”== Länets texter ==”, ”Rutiner: 3”, and the lines under them."""
    whole: dict[str, dict[str, list[str]]] = {}
    for line in text.splitlines():
        if line.startswith("== "):
            part = whole.setdefault(line.strip("= "), {})
        elif whole and line and not line.startswith(" "):
            lines = part.setdefault(line, [])
        elif whole and line:
            lines.append(line.strip())
    return whole


def test_the_small_model_tells_every_place(project: Path, golden: Golden) -> None:
    told = said(project, "lag-1-2")
    assert (told.returncode, told.stderr) == (0, "")
    kept = yaml.safe_dump(as_data(told.stdout), allow_unicode=True, sort_keys=False, width=200)
    golden.same(Path(__file__).parent / "golden" / "lagandring.yml", kept)


@pytest.mark.parametrize("words", ["1 kap. 2 § EL", "1 KAP. 2 § el"])
def test_a_section_is_found_as_one_cites_it(project: Path, words: str) -> None:
    assert said(project, words).stdout == said(project, "lag-1-2").stdout


def test_an_unknown_section_is_told_the_nearest(project: Path) -> None:
    told = said(project, "lag-1-3")
    assert told.returncode == 1
    assert "Lagrummet ”lag-1-3” finns inte. Menade du ”lag-1-2”?" in told.stdout
    assert said(project).returncode == 1


def test_one_kommun_or_none_can_be_chosen(project: Path) -> None:
    assert [*as_data(said(project, "lag-1-2", "--kommun", "exempelkommun").stdout)] == [
        "Länets texter",
        "Kommun: exempelkommun",
    ]
    assert [*as_data(said(project, "lag-1-2", "--kommun", "gemensam").stdout)] == ["Länets texter"]
    assert said(project, "lag-1-2", "--kommun", "xyz").returncode == 1


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    root = base_model(tmp_path)
    (root / "mkdocs.yml").touch()
    lay_local(root, "exempelkommun", {"rutiner/anmal.yml": "id: [anmal\n"})
    told = said(root, "lag-1-2")
    assert told.returncode == 1
    assert "gick inte att läsa" in told.stdout
    assert "model/lokalt/exempelkommun/rutiner/anmal.yml" in told.stdout.partition("gick inte att läsa")[2]


def test_no_place_of_the_real_model_is_lost(sources: Sources, real_model: Model) -> None:
    known = {lagrum.id for lagrum in real_model.all(Lagrum)}
    lost = [
        f"{document.file}:{hit.line}: {id}"
        for document in sources.common
        for id, hit in grepped(document, known)
        if owner(document, hit) not in {document.marks[place] for place in places(document, id)}
    ]
    assert lost == []


def grepped(document: Document, known: set[str]) -> Iterator[tuple[str, Mark]]:
    """Every id of a section that stands in a file, as plain text, and where; but the file's own id."""
    text = (ROOT / document.file).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        for found in SURE.finditer(line):
            if found[0] in known and not (document.kind is Lagrum and line.startswith("id: ")):
                yield found[0], Mark(document.file, number, found.start() + 1)


def owner(document: Document, hit: Mark) -> Mark:
    """The place of the value that a place in the text is in."""
    return max(mark for mark in document.marks.values() if mark <= hit)


@pytest.mark.parametrize("id", ["sol-19-6", "sol-19-1", "osl-26-1", "skollagen-3-12k"])
def test_the_command_tells_what_grep_finds(sources: Sources, real_model: Model, id: str) -> None:
    lagrum = find_law(real_model, id)
    assert isinstance(lagrum, Lagrum)
    told = {one.mark for _, group in common_impact(ROOT, real_model, sources, lagrum) for one in group}
    hits = [(document, hit) for document in sources.common for _, hit in grepped(document, {id})]
    assert hits
    assert [hit for document, hit in hits if owner(document, hit) not in told] == []
    written = [*(ROOT / folders.DOCS).rglob("*.md"), *(ROOT / folders.PAGES).rglob("*.md")]
    pages = [page for page in written if re.search(rf'lagrum(/|", "){id}\b', page.read_text())]
    assert {page.relative_to(ROOT).as_posix() for page in pages} <= {mark.file for mark in told}


def test_the_fields_that_hold_sections_are_known_by_their_names() -> None:
    for name, holds in {field for kind in KINDS for field in declared(kind)}:
        assert name.endswith(FIELD) == holds, name


def declared(part: type[BaseModel]) -> Iterator[tuple[str, bool]]:
    """Every field in a kind and its parts, and whether it holds sections of law."""
    for name, field in part.model_fields.items():
        inside = [field.annotation, *field.metadata, *deep(field.annotation)]
        yield name, any(isinstance(one, Till) and one.kind == "lagrum" for one in inside)
        for one in inside:
            if isinstance(one, type) and issubclass(one, BaseModel):
                yield from declared(one)


def deep(annotation: object) -> Iterator[object]:
    """All that an annotation is made of."""
    for argument in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield argument
        yield from deep(argument)


def test_the_page_of_a_section_names_the_checklists_and_the_documents(html: dict[str, HtmlPage]) -> None:
    page = html["lagrum/sol-19-6/index.html"].source
    assert "Checklistor med punkter i stegen" in page
    assert "../../checklistor/aterkoppling/anmalare/" in page
