"""`make lighthouse` says what it lacks, and promises what the project promises."""

from __future__ import annotations

import re
import subprocess
import sys

from project import ENVIRONMENT, ROOT

SCRIPT = ROOT / "scripts" / "lighthouse.py"


def test_without_node_it_says_so() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT)],
        cwd=ROOT,
        env={**ENVIRONMENT, "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "Node.js" in done.stdout


def test_the_program_is_fetched_in_one_exact_version_and_ten_types_are_graded() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    assert re.search(r'^VERSION = "\d+\.\d+\.\d+"$', text, re.MULTILINE)
    assert '{"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}' in text
    (types,) = re.findall(r"^TYPES = \((.+)\)$", text, re.MULTILINE)
    assert len(types.split(",")) == 10
