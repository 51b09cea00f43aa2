"""One web built by MkDocs into a folder, its lines passed on, and what is said of where it went."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from samverkan.cli.place import SITE, readable_by_a_server
from samverkan.cli.project import ROOT

NO_COMMIT = "1700000000"


def mkdocs_build(
    target: Path,
    say: Callable[[str], None],
    kommun: str | None = None,
    root: Path = ROOT,
    more: dict[str, str] | None = None,
) -> int:
    """Build into `target`, and `say` each line that matters as it comes; returns the exit code.

    `kommun` is whose web it is; None leaves it to the environment and the settings. `more` goes into the environment.
    With --quiet, MkDocs would not count warnings as errors. Its own level and last words around
    our errors are English and say nothing more, so they are left out.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)]
    environment = mkdocs_environment() | ({"SAMVERKAN_KOMMUN": kommun} if kommun else {}) | (more or {})
    with subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            if not line.startswith(("INFO", "Aborted with")):
                say(line.removeprefix("ERROR   -  "))
    return process.returncode


def mkdocs_environment() -> dict[str, str]:
    """What a build runs in: the same commit gives the same web, byte for byte, on every computer.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    return {
        "SOURCE_DATE_EPOCH": _commit_time(),
        **os.environ,
        "PYTHONUTF8": "1",
        # Material's notice of later versions does not belong in a build; its advice on how to silence it is taken.
        "NO_MKDOCS_2_WARNING": "1",
    }


def _commit_time() -> str:
    """When the last commit was made, in seconds since 1970; a fixed time outside a clone."""
    try:
        done = subprocess.run(
            ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False
        )
    except OSError:
        return NO_COMMIT
    return done.stdout.strip() or NO_COMMIT


def count_pages(site: Path) -> int:
    """How many pages a built web has."""
    return sum(1 for _ in site.rglob("*.html"))


def said_yes() -> bool:
    """Whether the one who builds has said that another publisher's web in site/ may go."""
    return os.environ.get("BYT_UTGIVARE") == "ja"


def tell_place() -> None:
    """Say where a link leads, and that a web server may not read what was built, where that is so."""
    if SITE.is_symlink():
        print(f"Mappen site är en länk: innehållet i {SITE.resolve()} är förnyat.")
    if not readable_by_a_server():
        print("Bara du får läsa filerna (din umask säger så). En webbserver behöver: chmod -R a+rX site")
