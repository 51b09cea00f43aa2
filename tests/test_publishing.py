"""What publishes the web: ready to use in a fork, with nothing secret and nothing loose in it."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import pytest
import yaml
from project import ROOT
from samverkan.cli.sbom import sbom
from samverkan.web.policy import HEADERS_FILE, NGINX_FILE

sys.path.insert(0, str(ROOT / "scripts"))

GITHUB = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
NGINX = (ROOT / "publicering" / "nginx.conf").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "om" / "publicera.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

TARGETS = set(re.findall(r"^([a-zåäö][a-zåäö-]*):(?!=)", MAKEFILE, re.MULTILINE))
# Only where make is run: a line of its own, a step's run, or the start of code in a text.
MAKE = re.compile(r"(?:^\s*(?:- )?(?:run: )?|`)make ([a-zåäö][a-zåäö-]*)", re.MULTILINE)
LONG = '"public, max-age=31536000, immutable"'


def _load(path: Any) -> dict[Any, Any]:
    # BaseLoader: to YAML 1.1 the key ”on” would be a truth value.
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


def _jobs(path: Any) -> dict[str, Any]:
    jobs = _load(path)["jobs"]
    assert isinstance(jobs, dict)
    return jobs


@pytest.mark.parametrize("path", [*GITHUB, GITLAB], ids=lambda path: path.name)
def test_a_workflow_runs_only_what_the_makefile_and_scripts_have(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert _load(path)
    assert MAKE.findall(text) or ".venv/bin/" in text, "den ska köra något"
    assert set(MAKE.findall(text)) - TARGETS == set()
    assert [name for name in re.findall(r"scripts/\w+\.py", text) if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("path", [*GITHUB, GITLAB], ids=lambda path: path.name)
def test_a_workflow_uses_no_secret(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert (
        re.findall(r"secrets\b|token:|TOKEN|PASSWORD|pull_request_target|--insecure", text.replace("id-token:", ""))
        == []
    )


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_every_action_is_githubs_own_with_its_version(path: Any) -> None:
    used = [step["uses"] for job in _jobs(path).values() for step in job["steps"] if "uses" in step]
    assert used
    # The whole commit: a tag can be moved to other code.
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", name)] == []
    text = path.read_text(encoding="utf-8")
    assert len(re.findall(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", text, re.MULTILINE)) == len(used)


# What a job may do beyond reading, by what it does; its own step says which it is.
MAY = {
    "actions/deploy-pages@": {"pages": "write", "id-token": "write"},
    # With the code of main: that on the branch nobody has read yet.
    ".cache/main/.venv/bin/samverkan föreslå ": {"contents": "write", "pull-requests": "write"},
    ".venv/bin/python scripts/release.py ": {"contents": "write"},
}


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_a_workflow_may_only_read_unless_its_job_needs_more(path: Any) -> None:
    assert _load(path)["permissions"] == {"contents": "read"}
    for job in _jobs(path).values():
        does = [step.get("uses", step.get("run", "")) for step in job["steps"]]
        may = [may for start, may in MAY.items() if any(one.startswith(start) for one in does)]
        assert [job["permissions"]] == may if "permissions" in job else may == []


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_only_the_step_that_needs_a_key_has_it_and_only_a_job_that_proposes_can_push(path: Any) -> None:
    keyed = tuple(start for start in MAY if not start.startswith("actions/"))
    for job in _jobs(path).values():
        needs = [step for step in job["steps"] if step.get("run", "").startswith(keyed)]
        assert [step for step in job["steps"] if "github.token" in str(step)] == needs
        proposes = any("samverkan föreslå" in step["run"] for step in needs)
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert ("persist-credentials" not in step["with"]) == proposes


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_no_words_of_a_proposal_are_run_as_a_command(path: Any) -> None:
    runs = [step["run"] for job in _jobs(path).values() for step in job["steps"] if "run" in step]
    assert [run for run in runs if "${{" in run] == []


def test_github_publishes_what_was_built_of_main() -> None:
    workflow = _load(ROOT / ".github" / "workflows" / "publicera.yml")
    assert workflow["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": ""}
    assert workflow["jobs"]["publicera"]["needs"] == "bygg"
    assert {"make site"} <= {step.get("run") for step in workflow["jobs"]["bygg"]["steps"]}
    assert {"site"} == {
        step["with"]["path"] for step in workflow["jobs"]["bygg"]["steps"] if "path" in step.get("with", {})
    }


def test_a_proposal_gets_its_impact_in_words_also_when_the_check_fails() -> None:
    job = _jobs(ROOT / ".github" / "workflows" / "granska.yml")["granska"]
    (told,) = [step for step in job["steps"] if "samverkan påverkan" in step.get("run", "")]
    assert "GITHUB_STEP_SUMMARY" in told["run"]
    assert "cancelled()" in told["if"]
    review = _load(GITLAB)["granska"]
    assert "paverkan.md" in review["after_script"][0]
    assert review["artifacts"]["when"] == "always"
    assert review["artifacts"]["paths"] == ["paverkan.md"]


def test_gitlab_publishes_the_folder_public_of_main_only() -> None:
    pages = _load(GITLAB)["pages"]
    assert pages["artifacts"]["paths"] == ["public/"]
    assert pages["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_the_server_sends_every_header_with_every_answer() -> None:
    assert f"include /var/www/samverkanswebben/{NGINX_FILE};" in NGINX
    # nginx drops all headers of the server in a location that sets one of its own.
    assert re.findall(r"^ *add_header ([\w-]+)", NGINX, re.MULTILINE) == ["Cache-Control"]
    assert NGINX.count("{") == NGINX.count("}")


def test_the_files_for_hosts_are_not_themselves_served() -> None:
    (pattern,) = re.findall(r"location ~ (\S+) \{\n +return 404;", NGINX)
    for file in (HEADERS_FILE, NGINX_FILE, f"gnesta/{NGINX_FILE}", "gnesta/_webb", ".git/config"):
        assert re.search(pattern, f"/{file}"), file
    assert not re.search(pattern, "/.well-known/acme-challenge/x")
    assert not re.search(pattern, "/rutiner/orosanmalan/")


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("200 /assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("304 /gnesta/assets/stylesheets/main.57a0d79d.min.css", True),
        ("200 /kommunen/webb/assets/fonts/atkinson-hyperlegible-next.woff2", True),
        ("200 /assets/fonts/atkinson-hyperlegible-next.woff2", True),
        ("404 /assets/javascripts/bundle.a5f9d56c.min.js", False),
        ("200 /assets/css/samlad.css", False),
        ("200 /assets/javascripts/lunr/min/lunr.sv.min.js", False),
        ("200 /assets/sok.json", False),
        ("200 /rutiner/orosanmalan/index.html", False),
    ],
)
def test_only_what_never_changes_is_kept_without_asking(asked: str, kept: bool) -> None:
    patterns = re.findall(r'^ +"~(.+)" ' + re.escape(LONG) + ";$", NGINX, re.MULTILINE)
    assert len(patterns) == 2
    assert 'default "no-cache";' in NGINX
    assert any(re.search(pattern, asked) for pattern in patterns) == kept


def test_the_page_names_only_commands_and_files_that_exist() -> None:
    assert {"kommun", "site", "granska", "kontakter-ut", "kontakter-in"} <= set(MAKE.findall(PAGE))
    assert set(MAKE.findall(PAGE)) - TARGETS == set()
    assert "publicering/nginx.conf" in PAGE


def test_the_oldest_and_the_newest_python_run_all_tests_and_read_the_code_at_every_proposal() -> None:
    lowest = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    github = _jobs(ROOT / ".github" / "workflows" / "granska.yml")["python"]["strategy"]["matrix"]["version"]
    (gitlab,) = _load(GITLAB)["python"]["parallel"]["matrix"]
    assert lowest and github == gitlab["VERSION"] == [lowest[1], "3.14"]
    steps = _jobs(ROOT / ".github" / "workflows" / "granska.yml")["python"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == _load(GITLAB)["python"]["script"]
    assert _load(GITLAB)["python"]["script"] == ["make granska-kod", "make test"]


def test_a_kommuns_own_content_is_not_held_to_the_tests_of_the_code() -> None:
    assert "vars.KOMMUN" in _jobs(ROOT / ".github" / "workflows" / "granska.yml")["python"]["if"]
    assert "$KOMMUN" in _load(GITLAB)["python"]["rules"][0]["if"]


def test_the_python_of_ubuntu_lts_builds_the_web_at_every_proposal() -> None:
    job = _jobs(ROOT / ".github" / "workflows" / "granska.yml")["ubuntu-lts"]
    assert [step["with"]["python-version"] for step in job["steps"] if "python-version" in step.get("with", {})] == [
        "3.12.3"
    ]
    assert _load(GITLAB)["ubuntu-lts"]["image"] == "python:3.12.3"


def test_no_log_of_the_servers_has_a_visitors_address() -> None:
    assert re.findall(r"^ *((?:access|error)_log .*);", NGINX, re.MULTILINE) == [
        "access_log off",
        "error_log /dev/null emerg",
    ]


def test_the_list_of_what_the_web_is_built_with_is_fresh() -> None:
    made = sbom(*((ROOT / name).read_text(encoding="utf-8") for name in ("requirements.txt", "pyproject.toml")))
    assert (ROOT / "sbom.cdx.json").read_text(encoding="utf-8") == made, "kör make sbom"
    locked = re.findall(r"^[\w.-]+==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(json.loads(made)["components"]) == len(locked) > 20


def test_every_licence_that_the_project_names_is_there_as_text() -> None:
    named = set(re.findall(r'Identifier = "(.+)"', (ROOT / "REUSE.toml").read_text(encoding="utf-8")))
    assert named == {path.stem for path in (ROOT / "LICENSES").iterdir()}
    assert (ROOT / "LICENSES/MIT.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()
    fonts = ROOT / "docs/assets/fonts/LICENSE.txt"
    assert (ROOT / "LICENSES/OFL-1.1.txt").read_bytes() == fonts.read_bytes()
