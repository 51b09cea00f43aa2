"""Where a built web goes: each run has a folder of its own, and site/ is renewed only by what is whole."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from samverkan.cli.project import ROOT

SITE = ROOT / "site"
CACHE = ROOT / ".cache"
RUN = "bygge-"
OLD = "gammal"
ALIVE = "pagar.lock"
# Whose web it is: a file in each built web, so that nobody's is replaced by another's by mistake.
WHOSE = "_webb"
NEEDED = ("index.html", "404.html", "assets/sok.json", "_headers")


class Refused(Exception):
    """The web may not be put in place; the text says why and what to do (Swedish)."""


@contextmanager
def own_folder() -> Iterator[Path]:
    """A folder in .cache for this run only, gone when the run is over; what killed runs left is cleaned up."""
    CACHE.mkdir(exist_ok=True)
    with _one_at_a_time():
        for left in CACHE.glob(f"{RUN}*"):
            _clean(left)
        folder = Path(tempfile.mkdtemp(dir=CACHE, prefix=RUN))
        alive = FileLock(folder / ALIVE)
        alive.acquire()  # the system lets go of it when the process ends, however it ends
    try:
        yield folder
    finally:
        alive.release()
        shutil.rmtree(folder, ignore_errors=True)


def may_take(publisher: str, yes: bool) -> None:
    """Raise Refused where site/ cannot be renewed, or holds another publisher's web and nobody said yes."""
    if SITE.is_symlink() and not SITE.exists():
        raise Refused(
            f"site är en länk till {os.readlink(SITE)}, som inte finns. Skapa den mappen, eller ta bort länken."
        )
    if not SITE.exists():
        return
    if not SITE.is_dir():
        raise Refused("site är en fil, men ska vara en mapp. Flytta undan den.")
    if not os.access(SITE, os.W_OK | os.X_OK):
        raise Refused(f"Mappen {SITE.resolve()} går inte att skriva i. Ändra rättigheterna, eller bygg som dess ägare.")
    foreign = SITE.is_symlink() or os.path.ismount(SITE)
    if foreign and any(SITE.iterdir()) and not (SITE / WHOSE).exists() and not (SITE / "assets/sok.json").exists():
        raise Refused(f"Mappen {SITE.resolve()}, som site leder till, innehåller något annat än en samverkanswebb.")
    before = whose(SITE)
    if before not in (None, publisher) and not yes:
        raise Refused(
            f"Mappen site/ innehåller webben för {_named(before)}, och nu byggs den för {_named(publisher)}. "
            "Vill du ersätta den: lägg till BYT_UTGIVARE=ja. Annars: kontrollera standard i kommunens inställningar."
        )


def whose(site: Path) -> str | None:
    """The kommun of a built web, or gemensam for the county's; None where it does not say."""
    path = site / WHOSE
    return path.read_text(encoding="utf-8").strip() if path.is_file() else None


def incomplete(site: Path) -> str | None:
    """What a built web lacks (Swedish); None where it is whole."""
    for name in NEEDED:
        if not (site / name).is_file():
            return f"filen {name} saknas"
    for page in site.rglob("*.html"):
        if not page.read_bytes().rstrip().endswith(b"</html>"):
            return f"sidan {page.relative_to(site)} är avhuggen"
    return None


def put_in_place(new: Path, publisher: str, yes: bool = False, keep: tuple[str, ...] | None = None) -> None:
    """Let a whole new web take the place of the last one; one run at a time.

    The kommuner's webs inside it stay when the new one does not have them: all, or those in `keep`.
    Where site/ is a link or a mount its content is renewed, and the folder itself stays.
    """
    (new / WHOSE).write_text(f"{publisher}\n", encoding="utf-8")
    with _one_at_a_time():
        may_take(publisher, yes)
        for inner in _inner_webs():
            if not (new / inner.name).exists() and (keep is None or inner.name in keep):
                shutil.copytree(inner, new / inner.name, copy_function=_linked)
        if SITE.is_symlink() or os.path.ismount(SITE):
            return _fill(new, SITE)
        old = new.parent / OLD
        try:
            if SITE.exists():
                SITE.rename(old)
            new.rename(SITE)
        except OSError as error:
            if error.errno not in (errno.EBUSY, errno.EXDEV):
                raise
            _fill(new, SITE)


def readable_by_a_server() -> bool:
    """Whether a web server that runs as another user may read what was built."""
    return bool((SITE / "index.html").stat().st_mode & 0o004 and SITE.stat().st_mode & 0o001)


def _one_at_a_time() -> FileLock:
    return FileLock(CACHE / "bygge.lock")


def _clean(left: Path) -> None:
    """Remove what a run left, if it is no longer running; the last good web in it goes back to its place."""
    try:
        with FileLock(left / ALIVE, blocking=False):
            pass
    except Timeout:
        return
    except (FileNotFoundError, FileExistsError):
        return  # that run has just ended; the second is said when its folder goes while it is looked for
    if (left / OLD).is_dir() and not SITE.exists():
        (left / OLD).rename(SITE)
    shutil.rmtree(left, ignore_errors=True)


def _inner_webs() -> list[Path]:
    there = sorted(SITE.iterdir()) if SITE.is_dir() else []
    return [path for path in there if path.is_dir() and whose(path) == path.name]


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that has no links
        shutil.copy2(source, target)


def _fill(new: Path, target: Path) -> None:
    """Renew what a folder holds, file by file; a full disk is met before anything is changed."""
    staged = Path(tempfile.mkdtemp(dir=target, prefix=".ny-"))
    try:
        shutil.copytree(new, staged, dirs_exist_ok=True)
        files = sorted(path.relative_to(staged) for path in staged.rglob("*") if path.is_file())
        for file in sorted(files, key=lambda file: file.suffix == ".html"):  # a page never before what it needs
            (target / file).parent.mkdir(parents=True, exist_ok=True)
            os.replace(staged / file, target / file)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    kept = set(files)
    for path in sorted(target.rglob("*"), reverse=True):
        relative = path.relative_to(target)
        if relative.parts[0].startswith("."):
            continue  # the server's own, as .well-known
        if path.is_file() and relative not in kept:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _named(publisher: str | None) -> str:
    return "länet" if publisher == "gemensam" else str(publisher)
