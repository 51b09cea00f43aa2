"""CONTRIBUTING, README and ARCHITECTURE are true to the letter: what they name is there, and their recipes work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from casefiles import TODAY, base_model
from project import ROOT
from samverkan import Model, build_model, examine, pipeline
from samverkan.findings import Finding
from samverkan.kinds import Begrepp, Sekretess
from samverkan.kinds.base import Kommande
from samverkan.pages.every_page import pages
from samverkan.pages.render import Renderer
from samverkan.web.addresses import moved

GUIDES = [ROOT / name for name in ("CONTRIBUTING.md", "README.md", "ARCHITECTURE.md")]
# A file or folder of the project: with a slash or an ending, and nothing to fill in.
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:md|py|yml|json|toml|txt))`")
# From where a guide names the files of a room.
WHERE = (ROOT, ROOT / "hooks" / "samverkan")
# What a command makes.
MADE = ("site", ".venv", ".venv/bin", ".cache/dokument", "model/lokalt/gnesta", "modell.json")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_file_that_a_guide_names_is_there(guide: Path) -> None:
    named = [name.rstrip("/") for name in PATH.findall(guide.read_text(encoding="utf-8"))]
    assert named
    assert [name for name in named if name not in MADE and not any((where / name).exists() for where in WHERE)] == []


def test_a_new_thing_is_a_file_in_the_folder_of_its_kind(tmp_path: Path) -> None:
    root = base_model(tmp_path)
    source = root / "model/gemensam/ordlista/orosanmalan.yml"
    text = source.read_text(encoding="utf-8").replace("id: orosanmalan", "id: nytt-ord")
    text = re.sub(r"^namn: .*$", "namn: nytt ord", text, flags=re.MULTILINE)
    text = re.sub(r"^(synonymer|former): .*\n", "", text, flags=re.MULTILINE)
    (source.parent / "nytt-ord.yml").write_text(text, encoding="utf-8")
    model, findings = examine(root, TODAY)
    assert not [finding for finding in findings if finding.severity == "fel"], findings
    assert model.get(Begrepp, "nytt-ord").url == "/ordlista/index.md#nytt-ord"


def test_a_renamed_thing_leads_from_its_old_address(tmp_path: Path) -> None:
    root = base_model(tmp_path)
    folder = root / "model/gemensam/sekretess"
    text = (folder / "skola.yml").read_text(encoding="utf-8").replace("id: skola", "id: skolan", 1)
    (folder / "skola.yml").unlink()
    (folder / "skolan.yml").write_text(f"{text}ersätter: [skola]\n", encoding="utf-8")
    model, _ = examine(root, TODAY)
    assert ("sekretess/skola/", "sekretess/skolan/") in {(old, new) for old, new, _ in moved(model)}


def test_what_is_written_for_a_day_is_read_as_the_guide_writes_it() -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", GUIDES[0].read_text(encoding="utf-8"), re.DOTALL)
    (coming,) = yaml.load(block, Loader=yaml.BaseLoader)["kommande"]
    read = Kommande.model_validate(coming)
    assert (read.från, set(read.nytt)) == (date(2027, 1, 1), {"enskilda", "svar"})
    assert set(read.nytt) <= set(Sekretess.model_fields)


def test_a_new_rule_is_a_function_and_a_row_in_the_list(
    base: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_name_is_long(model: Model) -> Iterator[Finding]:
        for thing in model.everything():
            yield Finding(thing.at("namn"), "långt-namn", "namnet är långt.", "Korta det.")

    monkeypatch.setattr(pipeline, "RULES", (*pipeline.RULES, no_name_is_long))
    told = [finding for finding in examine(base_model(tmp_path / "ny"), TODAY)[1] if finding.code == "långt-namn"]
    assert len(told) == len(list(base.everything()))


def test_a_page_says_which_file_it_comes_from(tmp_path: Path) -> None:
    model, _ = build_model(base_model(tmp_path), TODAY)
    shown = {page.path: page for page in pages(Renderer(model)) if page.file.startswith("model/gemensam/rutiner/")}
    assert shown
    assert [path for path, page in shown.items() if page.file not in page.markdown] == []
