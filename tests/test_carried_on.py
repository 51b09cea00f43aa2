"""What those who carry the project on rest on: versions, templates, a code of conduct, hooks; none with an address."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from forge_server import KEY, ForgeServer, forge_server
from project import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import release

CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
TEMPLATES = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.md"))
PUBLIC = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
PEOPLE = [
    *(ROOT / name for name in ("CODE_OF_CONDUCT.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *TEMPLATES,
    ROOT / ".github/PULL_REQUEST_TEMPLATE.md",
]


def test_the_newest_version_is_the_same_everywhere() -> None:
    (version, day), *_ = release.versions(CHANGELOG)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = json.loads((ROOT / "sbom.cdx.json").read_text(encoding="utf-8"))["metadata"]["component"]
    assert [project["version"], PUBLIC["softwareVersion"], listed["version"]] == [version] * 3
    assert str(PUBLIC["releaseDate"]) == day


def test_every_version_says_first_what_a_kommun_must_do() -> None:
    headings = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    given_out = [version for version, _ in release.versions(CHANGELOG)]
    assert headings == ["Inte utgivet", *(f"{version} – {day}" for version, day in release.versions(CHANGELOG))]
    assert given_out == sorted(given_out, key=lambda one: [int(part) for part in one.split(".")], reverse=True)
    for part in CHANGELOG.split("\n## ")[1:]:
        said = re.findall(r"^### (.+)$", part, re.MULTILINE)
        assert said[:1] == ["Ni måste göra något"]
        assert [one for one in said if one not in ("Ni måste göra något", "Nytt", "Rättat")] == []


def test_a_tag_becomes_a_release_with_its_section(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (version, _), *_ = release.versions(CHANGELOG)
    with forge_server("forgejo", tmp_path) as forge:
        monkeypatch.setenv("GITHUB_API_URL", f"{forge.root}/api/v1")
        monkeypatch.setenv("GITHUB_REPOSITORY", forge.path)
        monkeypatch.setenv("SAMVERKAN_NYCKEL", KEY)
        assert release.main(f"v{version}") == 0
        (made,) = forge.releases
        assert made["tag_name"] == f"v{version}"
        assert made["body"].startswith("### Ni måste göra något") and "\n## " not in made["body"]
        assert release.main("v99.0.0") == 1
        assert "ingen rubrik för v99.0.0" in capsys.readouterr().out
        monkeypatch.setattr(ForgeServer, "release", lambda *_: (201, {}))
        assert release.main(f"v{version}") == 1
        assert "svarar utan adress" in capsys.readouterr().out
        monkeypatch.setenv("SAMVERKAN_NYCKEL", "fel")
        assert release.main(f"v{version}") == 1


def test_the_catalogue_of_public_code_has_all_but_the_address() -> None:
    needed = {"publiccodeYmlVersion", "name", "platforms", "developmentStatus", "softwareType", "description", "legal"}
    assert needed | {"maintenance", "localisation"} <= PUBLIC.keys()
    assert "url" not in PUBLIC
    told = PUBLIC["description"]["sv"]
    assert len(told["shortDescription"]) <= 150 <= len(told["longDescription"])


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_an_issue_is_the_same_on_gitlab_and_warns_before_anything_is_written(path: Path) -> None:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert {"name", "about", "title"} == yaml.safe_load(head).keys()
    assert (ROOT / ".gitlab/issue_templates" / path.name).read_text(encoding="utf-8") == body.lstrip()
    assert body.lstrip().startswith(("**Skriv aldrig något om ett enskilt barn", "**Är det en brist i säkerheten?"))


def test_a_proposal_is_asked_the_same_on_gitlab() -> None:
    ours = (ROOT / ".github/PULL_REQUEST_TEMPLATE.md").read_bytes()
    assert (ROOT / ".gitlab/merge_request_templates/Default.md").read_bytes() == ours


@pytest.mark.parametrize("path", PEOPLE, ids=lambda path: path.name)
def test_no_file_for_people_has_an_address_to_a_person(path: Path) -> None:
    assert re.findall(r"[\w.+-]+@[\w-]+\.[\w.]+|\b0\d{1,3}[- ]\d{2,3} ?\d\d ?\d\d\b", path.read_text("utf-8")) == []


def test_the_hooks_run_what_is_run_by_hand() -> None:
    (repo,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert repo["repo"] == "local"
    assert [hook["entry"] for hook in repo["hooks"]] == ["make check", "make dev"]
    assert all(hook["language"] == "system" for hook in repo["hooks"])


def test_licences_and_the_list_of_parts_are_checked_in_the_forge() -> None:
    for file in (".github/workflows/sakerhet.yml", ".gitlab-ci.yml"):
        assert "make licenser" in (ROOT / file).read_text(encoding="utf-8")


def test_all_that_make_installs_with_pip_is_locked_with_checksums() -> None:
    rows = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    installs = [row for row in rows if "pip install" in row]
    assert installs and [row for row in installs if "--require-hashes -r requirements" not in row] == []
    locked = (ROOT / "requirements-tools.txt").read_text(encoding="utf-8")
    for tool in re.findall(r"-m (pip_audit|reuse|pre_commit) ", "\n".join(rows)):
        assert re.search(rf"^{tool.replace('_', '-')}==\S+ \\\n    --hash=sha256:", locked, re.MULTILINE), tool
