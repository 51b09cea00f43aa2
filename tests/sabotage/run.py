"""Puts each fault of sabotage.yml into a copy of the project, one at a time, and asks its tests whether they see it.

`make sabotage` runs all; `python tests/sabotage/run.py sökning webb.js` only those whose group or file has the words.
"""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
# What a test run says: some test failed, or all passed; anything else is no answer.
ANSWERS = {1: "fälld", 0: "ÖVERLEVDE"}
AT_ONCE = 2


@dataclass(frozen=True)
class Sabotage:
    """A small fault: the text in a file that it changes, what it means to a reader, the tests that are to see it."""

    grupp: str
    fil: str
    gammalt: str
    nytt: str
    läsaren: str
    tester: str

    def fits(self, root: Path) -> bool:
        """Whether the text is in the file, once, so that the fault is one."""
        file = root / self.fil
        return file.is_file() and file.read_text(encoding="utf-8").count(self.gammalt) == 1


def every() -> list[Sabotage]:
    """Every sabotage of the list, in its order."""
    listed = yaml.safe_load(Path(__file__).with_name("sabotage.yml").read_text(encoding="utf-8"))
    return [Sabotage(group, **one) for group, rows in listed.items() for one in rows]


def copy(target: Path) -> Path:
    """The project as it is now, for a fault to be put in."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    if (chosen := ROOT / ".cache" / "chromium").is_file():  # the browser that the tests use
        (target / ".cache").mkdir(exist_ok=True)
        shutil.copy(chosen, target / ".cache" / "chromium")
    return target


def answer(root: Path, tests: str) -> str:
    """What the tests say of a copy."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", *tests.split()],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return ANSWERS.get(done.returncode, f"GICK INTE ATT KÖRA\n{done.stdout[-2000:]}{done.stderr[-500:]}")


def tried(root: Path, sabotage: Sabotage) -> str:
    """What the tests say of a copy with the fault in it; the copy is whole again afterwards."""
    if not sabotage.fits(root):
        return "PASSAR INTE LÄNGRE: skriv om det i sabotage.yml"
    file = root / sabotage.fil
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace(sabotage.gammalt, sabotage.nytt), encoding="utf-8")
    try:
        return answer(root, sabotage.tester)
    finally:
        file.write_text(whole, encoding="utf-8")


def main(words: list[str]) -> int:
    """Try them all, or those that the words name; 0 when the tests see every one of them."""
    chosen = [one for one in every() if not words or any(word in f"{one.grupp} {one.fil}" for word in words)]
    with tempfile.TemporaryDirectory() as folder:
        copies: queue.Queue[Path] = queue.Queue()
        for number in range(AT_ONCE):
            copies.put(copy(Path(folder) / str(number)))

        def with_copy(act: str | Sabotage) -> str:
            root = copies.get()
            try:
                return answer(root, act) if isinstance(act, str) else tried(root, act)
            finally:
                copies.put(root)

        with ThreadPoolExecutor(AT_ONCE) as pool:
            tests = sorted({one.tester for one in chosen})
            red = [t for t, said in zip(tests, pool.map(with_copy, tests), strict=True) if said != ANSWERS[0]]
            if red:
                print(f"Testerna är röda redan utan fel i koden: {', '.join(red)}")
                return 2
            caught = 0
            for one, said in zip(chosen, pool.map(with_copy, chosen), strict=True):
                caught += said == ANSWERS[1]
                print(f"{said:10} {one.fil}: den som läser {one.läsaren}", flush=True)
    print(f"{caught} av {len(chosen)} fälldes.")
    return 0 if caught == len(chosen) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
