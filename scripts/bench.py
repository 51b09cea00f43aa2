"""Measure how long this web takes to build beside others on the same pages: make bench.

Ours is the whole build. Stock is MkDocs with Material and navigation.prune alone, and Zensical another engine, both
on the Markdown that samverkan exportera writes. Each is run in turn, RUNS times, and told by its best and its median:
on a machine that does other things as well, trust what is told in relation to stock.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHERE = ROOT / ".cache" / "bench"
PAGES = WHERE / "sidor"
RUNS = 3


def commands() -> Iterator[tuple[str, list[str], Path]]:
    """Each build: its name, the command, and the folder it is run in."""
    python = sys.executable
    yield "vår webb", [python, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(WHERE / "var")], ROOT
    yield "Material", [python, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(WHERE / "material")], PAGES
    yield "Zensical", [python, "-m", "zensical", "build", "--clean", "--config-file", "mkdocs.yml"], PAGES


def took(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds by the clock, and seconds of all processors; ends the program when the build fails."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"Det gick inte att mäta: {' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Export the pages, run each build in turn, and print the table."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    shutil.rmtree(WHERE, ignore_errors=True)
    WHERE.mkdir(parents=True)
    export = [sys.executable, "-m", "samverkan", "exportera", str(PAGES)]
    subprocess.run(export, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    pages = sum(1 for _ in (PAGES / "docs").rglob("*.md"))
    found: dict[str, list[tuple[float, float]]] = {name: [] for name, _, _ in commands()}
    for _ in range(RUNS):
        for name, command, folder in commands():
            found[name].append(took(command, folder))
    stock = statistics.median(clock for clock, _ in found["Material"])
    print(f"{pages} sidor, {RUNS} gånger, millisekunder för en sida\n")
    print("| Bygge | bäst | median | processorer | mot Material |\n|---|---|---|---|---|")
    for name, runs in found.items():
        clocks = [clock for clock, _ in runs]
        middle = statistics.median(clocks)
        each = [1000 * seconds / pages for seconds in (min(clocks), middle, statistics.median(cpu for _, cpu in runs))]
        print(f"| {name} | {' | '.join(f'{one:.1f}' for one in each)} | {middle / stock:.2f} |")
    # Kilobytes, but bytes on macOS.
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(f"\nDen största processen hade som mest {most:.0f} MB.")


if __name__ == "__main__":
    main()
