"""Build the web into site/ and say in plain words what happens and where the result is."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from place import ROOT, SITE, Refused, incomplete, may_take, own_folder, put_in_place, readable_by_a_server
from samverkan.findings import report
from samverkan.reading.settings import NONE, nobody_chosen, standard

UNTOUCHED = "Den förra webben i site/ är orörd."


def mkdocs_build(target: Path, say: Callable[[str], None], kommun: str | None = None) -> int:
    """Build into `target`, and `say` each line that matters as it comes; returns the exit code.

    `kommun` is whose web it is; None leaves it to the environment and the settings.
    With --quiet, MkDocs would not count warnings as errors. Its own level and last words around
    our errors are English and say nothing more, so they are left out.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)]
    # Material's notice of later versions does not belong in a build; its advice on how to silence it is taken.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **({"SAMVERKAN_KOMMUN": kommun} if kommun else {})}
    with subprocess.Popen(
        command,
        cwd=ROOT,
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


def main() -> int:
    """Build beside the last good site and put the new one in its place only when it is whole."""
    kommun, findings = standard(ROOT, os.environ.get("SAMVERKAN_KOMMUN"))
    publisher = kommun or NONE
    if findings:
        print(report(findings), file=sys.stderr)
    if nobody_chosen(findings) or any(finding.severity == "fel" for finding in findings):
        print(f"\nWebben byggdes inte: säg först vems webb det är, se ovan. {UNTOUCHED}")
        return 1
    try:
        may_take(publisher, said_yes())
        print(f"Granskar modellen och bygger webben{f' för {kommun}' if kommun else ''} …", flush=True)
        with own_folder() as folder:
            new = folder / "site"
            if mkdocs_build(new, lambda line: print(line, end="", file=sys.stderr, flush=True), publisher):
                print(f"\nWebben byggdes inte. Rätta det som står ovan och kör igen. {UNTOUCHED}")
                return 1
            if lacking := incomplete(new):
                raise Refused(f"Bygget blev inte helt: {lacking}.")
            pages = count_pages(new)
            put_in_place(new, publisher, said_yes())
    except Refused as error:
        print(f"{error}\n\nWebben byggdes inte. {UNTOUCHED}")
        return 1
    print(f"Klart: {pages} sidor i {SITE.relative_to(ROOT)}/. Titta på dem med: make serve")
    tell_place()
    return 0


if __name__ == "__main__":
    sys.exit(main())
