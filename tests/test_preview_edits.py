"""After any edit the preview shows, byte for byte, what a clean build of the same files writes.

The suite makes a few edits; `EDITS=200 pytest tests/test_preview_edits.py` makes as many as one likes.
"""

from __future__ import annotations

import os
import re
from itertools import islice
from pathlib import Path

import pytest
from edits import Editor
from previewing import Preview, previewing
from project import contents, run
from sagolandet import copy_sagolandet

EDITS = int(os.environ.get("EDITS", "2"))
STOPPED = "Modellen eller sidorna har fel"
# What the preview adds to a page: its script, and the leave to run it.
OWN_SCRIPT = re.compile(rb"<script nonce=.*?</script>(?=</body>)", re.DOTALL)
NONCE = re.compile(rb" 'nonce-[\w-]+'")
ERROR = re.compile(r"^(\S+):(\d+):\d+: fel ", re.MULTILINE)


@pytest.mark.webb
@pytest.mark.timeout(300 + 60 * EDITS)
def test_the_preview_shows_what_a_clean_build_writes_after_each_edit(tmp_path: Path) -> None:
    root = copy_sagolandet(tmp_path / "projekt")
    assert run("-m", "samverkan", "kommun", "drakeby", root=root).returncode == 0
    with previewing(root, SAMVERKAN_KOMMUN="gemensam") as preview:
        for number, done in enumerate(islice(Editor(root, seed=7).edits(), EDITS)):
            built = tmp_path / "site"
            said = run("-m", "mkdocs", "build", "-q", "--site-dir", str(built), root=root, SAMVERKAN_KOMMUN="gemensam")
            if STOPPED in said.stderr:
                told = preview.get("rutiner/orosanmalan/")
                errors = [f"{file}, rad {line}" for file, line in ERROR.findall(said.stderr)]
                assert errors and [error for error in errors if error not in told] == [], f"{number}: {done}"
            else:
                assert different(built, preview) == [], f"{number}: {done}"


def different(built: Path, preview: Preview) -> list[str]:
    """The files of a built web that the preview shows otherwise."""
    return [
        path
        for path, wanted in sorted(contents(built).items())
        if NONCE.sub(b"", OWN_SCRIPT.sub(b"", preview.read(path))) != wanted
    ]
