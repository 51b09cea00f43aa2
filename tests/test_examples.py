"""Every example of a local file in the documents holds against the real model."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from project import ROOT
from samverkan import Model, build_model, examine
from samverkan.commands.new_kommun import readme
from samverkan.kinds.deviation import Avvikelse
from samverkan.kinds.schema import fields
from samverkan.pages.every_page import OWN_KINDS, pages
from samverkan.pages.macros import Macros
from samverkan.pages.render import Renderer

MODEL = build_model(ROOT)[0]
README = readme(MODEL, "gnesta")
PUBLISH = Macros(Renderer(MODEL)).expand((ROOT / "docs/om/publicera.md").read_text(encoding="utf-8"))
NAMED = re.compile(r"^([a-z]+/[a-z0-9-]+\.yml):\n\n((?:    .*\n|\n)+)", re.MULTILINE)
FENCED = re.compile(r"`model/lokalt/gnesta/([a-z]+/[a-z0-9-]+\.yml)`[^`]*```\n(.*?)```", re.DOTALL)


def examples() -> list[tuple[str, str, str]]:
    """(document, file, text) of each example."""
    found = [("LÄS-MIG", *match) for match in NAMED.findall(README)]
    return found + [("publicera", *match) for match in FENCED.findall(PUBLISH)]


def test_every_block_of_a_local_file_is_found() -> None:
    blocks = [*re.findall(r"^ *id: .*$", README + PUBLISH, re.M)]
    assert len(examples()) == len(blocks) > 5


@pytest.mark.parametrize("number", range(len(examples())), ids=lambda n: f"{examples()[n][0]}-{examples()[n][1]}")
def test_an_example_holds(number: int, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "model" / "gemensam", tmp_path / "model" / "gemensam")
    own = tmp_path / "model" / "lokalt" / "gnesta"
    sources = [one for one in examples() if one[1].startswith("kallor/")]
    for _, file, text in {examples()[number], *sources}:
        path = own / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(re.sub(r"^    ", "", text, flags=re.M) if text.startswith("    ") else text, encoding="utf-8")
    shutil.copy(ROOT / "tests/exempel/gnesta/installningar.yml", own / "installningar.yml")
    findings = examine(tmp_path, kommun="gnesta")[1]
    assert [str(finding) for finding in findings if finding.severity == "fel"] == []


def test_the_field_pages_show_what_a_kommun_writes(real_model: Model) -> None:
    made = {page.path: page.markdown for page in pages(Renderer(real_model))}
    own = [field.namn for _, part in fields(Avvikelse) for field in part]
    assert {"motivering", "beslutad", "mot", "utgår"} <= set(own)
    assert [name for name in own if f"<code>{name}</code>" not in made["om/falt/rutiner.md"]] == []
    for kind in OWN_KINDS:
        assert f"om/falt/{kind.folder}.md" in made
