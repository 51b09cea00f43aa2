"""Write what the web is built with as a CycloneDX list (sbom.cdx.json), from the locked requirements."""

from __future__ import annotations

import json
import re
from pathlib import Path

LOCKED, WRITTEN = "requirements.txt", "sbom.cdx.json"
ROW = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?: ; ([^\\]+?))? \\$", re.MULTILINE)


def sbom(locked: str, project: str) -> str:
    """The list as JSON, the same for the same requirements; `project` is the text of pyproject.toml."""
    version = re.search(r'^version = "(.+)"$', project, re.MULTILINE)
    assert version, "pyproject.toml has a version"
    components = [_component(*row.groups()) for row in ROW.finditer(locked)]
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": "samverkanswebben",
                "version": version[1],
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": components,
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _component(name: str, version: str, only_when: str | None) -> dict[str, object]:
    purl = f"pkg:pypi/{name.lower()}@{version}"
    found: dict[str, object] = {"type": "library", "name": name, "version": version, "purl": purl}
    return found | ({"properties": [{"name": "python:marker", "value": only_when}]} if only_when else {})


def write_sbom(root: Path) -> None:
    """Write the list into the project's root."""
    read = [(root / name).read_text(encoding="utf-8") for name in (LOCKED, "pyproject.toml")]
    (root / WRITTEN).write_text(sbom(*read), encoding="utf-8")
    print(f"Skrev {WRITTEN}.")
