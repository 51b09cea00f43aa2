"""`make sabotage` tells a fault that a test sees from one that none sees, and from one that no longer fits the code."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from project import ROOT

SCRIPT = ROOT / "tests" / "sabotage" / "run.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sabotage_run", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("old", "test", "said"),
    [
        ("ja", "test_reads.py", "fälld"),
        ("ja", "test_looks_away.py", "ÖVERLEVDE"),
        ("kanske", "test_reads.py", "PASSAR INTE LÄNGRE: skriv om det i sabotage.yml"),
    ],
)
def test_what_is_said_of_a_fault(script: ModuleType, tmp_path: Path, old: str, test: str, said: str) -> None:
    answer = tmp_path / "svar.txt"
    answer.write_text("ja", encoding="utf-8")
    reads = "from pathlib import Path\n\ndef test_it():\n    assert Path('svar.txt').read_text() == 'ja'\n"
    (tmp_path / "test_reads.py").write_text(reads, encoding="utf-8")
    (tmp_path / "test_looks_away.py").write_text("def test_it():\n    assert True\n", encoding="utf-8")
    assert script.tried(tmp_path, script.Sabotage("prov", "svar.txt", old, "nej", "tror fel", test)) == said
    assert answer.read_text(encoding="utf-8") == "ja"


def test_every_fault_fits_the_code_has_tests_and_says_what_it_would_do_to_a_reader(script: ModuleType) -> None:
    every = script.every()
    assert len(every) > 60
    for fault in every:
        assert (ROOT / fault.tester.split()[0]).is_file(), fault
        assert fault.fits(ROOT), fault
        assert fault.läsaren and fault.gammalt != fault.nytt, fault
