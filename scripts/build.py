"""Build the web into site/ and say in plain words what happens and where the result is."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from samverkan.local import chosen

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
CACHE = ROOT / ".cache"
NEW = CACHE / "site-ny"
OLD = CACHE / "site-gammal"


def mkdocs_build(target: Path, say: Callable[[str], None], kommun: str | None = None) -> int:
    """Build into `target`, and `say` each line that matters as it comes; returns the exit code.

    `kommun` is whose web it is; None leaves it to the environment and the settings.
    With --quiet, MkDocs would not count warnings as errors. Its own level and last words around
    our errors are English and say nothing more, so they are left out.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)]
    environment = {**os.environ, "SAMVERKAN_KOMMUN": kommun} if kommun else None
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as process:
        for line in process.stdout or ():
            if not line.startswith(("INFO", "Aborted with")):
                say(line.removeprefix("ERROR   -  "))
    return process.returncode


def put_in_place(new: Path) -> None:
    """Let a whole new web take the place of the last one."""
    shutil.rmtree(OLD, ignore_errors=True)
    if SITE.exists():
        SITE.rename(OLD)
    new.rename(SITE)
    shutil.rmtree(OLD, ignore_errors=True)


def count_pages(site: Path) -> int:
    """How many pages a built web has."""
    return sum(1 for _ in site.rglob("*.html"))


def main() -> int:
    """Build beside the last good site and put the new one in its place only when it is whole."""
    kommun = chosen(ROOT, os.environ.get("SAMVERKAN_KOMMUN"))
    print(f"Granskar modellen och bygger webben{f' för {kommun}' if kommun else ''} …", flush=True)
    if mkdocs_build(NEW, lambda line: print(line, end="", file=sys.stderr, flush=True)):
        print("\nWebben byggdes inte. Rätta det som står ovan och kör igen. Den förra webben i site/ är orörd.")
        return 1
    put_in_place(NEW)
    print(f"Klart: {count_pages(SITE)} sidor i {SITE.relative_to(ROOT)}/. Titta på dem med: make serve")
    return 0


if __name__ == "__main__":
    sys.exit(main())
