"""The whole check, of the project as it was at a commit and as it is now, and what is new in it for each web."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

from samverkan import examine
from samverkan.commands.forge import KEY
from samverkan.findings import Finding, Mark
from samverkan.reading.folders import FOLDER, kommuner

COUNTY = ""
# Runs with the code of its own time, so that a new field or a new rule shows as the difference it is.
THEN = """
import json, sys
from pathlib import Path
from samverkan import examine
root = Path(sys.argv[1])
told = {name: [[f.mark.file, f.code, f.message, f.severity] for f in examine(root, kommun=name or None)[1]]
        for name in sys.argv[2:]}
print(json.dumps(told))
"""


@dataclass(frozen=True)
class Difference:
    """What is new for one web: what stops it first, then what warns; and how much has been mended."""

    new: list[Finding] = field(default_factory=list)
    mended: int = 0

    @property
    def stops(self) -> list[Finding]:
        """The errors among what is new."""
        return [finding for finding in self.new if finding.severity == "fel"]

    @property
    def warns(self) -> list[Finding]:
        """The warnings among what is new."""
        return [finding for finding in self.new if finding.severity != "fel"]


def differences(root: Path, commit: bytes) -> tuple[dict[str, Difference], bool]:
    """What is new for each kommun and for the county (""), and whether the old version could be checked.

    `commit` is a tar archive of the project as it was.
    """
    webs = [*kommuner(root), COUNTY]
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=BytesIO(commit)) as archive:
            archive.extractall(folder, filter="data")
        then = _then(Path(folder), [web for web in webs if not web or (Path(folder) / FOLDER / web).is_dir()])
    return {web: _of(web, examine(root, kommun=web or None)[1], then or {}) for web in webs}, then is not None


def _of(web: str, now: list[Finding], then: dict[str, list[list[str]]]) -> Difference:
    if web in then:
        return _difference(now, then[web])
    # A kommun that is new here has not brought about what was said of the county's model before.
    return replace(_difference(now, then.get(COUNTY, [])), mended=0)


def _difference(now: list[Finding], then: list[list[str]]) -> Difference:
    left, new = Counter(tuple(finding) for finding in then), []
    for finding in now:
        same = (finding.mark.file, finding.code, finding.message, finding.severity)
        if left[same]:
            left[same] -= 1
        else:
            new.append(finding)
    return Difference(sorted(new, key=lambda f: (f.severity != "fel", f)), left.total())


def _then(root: Path, webs: list[str]) -> dict[str, list[list[str]]] | None:
    # -P: nor may a file in the folder where the command is run be taken for one of Python's own.
    code = [sys.executable, "-P", "-c", THEN, str(root), *webs]
    environment = {name: value for name, value in os.environ.items() if name != KEY}
    environment["PYTHONPATH"] = str(root / "hooks")
    done = subprocess.run(code, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    if done.returncode:
        return None
    told: dict[str, list[list[str]]] = json.loads(done.stdout)
    return told


def place(mark: Mark) -> str:
    """Where a finding is, as an editor finds it."""
    return f"{mark.file}:{mark.line}"
