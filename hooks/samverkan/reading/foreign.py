"""Files beside the model that are no model files: left by a computer, a spreadsheet, a copy."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from samverkan.findings import Finding, Mark
from samverkan.reading.document import Stop

# What computers and programs leave behind: nobody's business.
LEFT_BEHIND = re.compile(
    r"^(?:Thumbs\.db|desktop\.ini|~\$.*|~.*\.tmp|Icon\r|.*~|.*\.(?:swp|tmp|lnk|crdownload))$", re.I
)
# How Windows, macOS, browsers and people name a copy of a file.
COPY = re.compile(
    r"^(?P<name>.+?)(?:[ _]?\(\d+\)| - (?:Kopia|Copy)(?: ?\(\d+\))?| ?[-_ ](?:kopia|copy)(?: ?\d+)?| \d+"
    r"|\.(?:orig|bak|old|rej)|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+)$",
    re.I,
)
MODEL_ENDINGS = (".yaml", ".yml.txt", ".yaml.txt", ".yml.yml")


def files_under(folder: Path) -> Iterator[Path]:
    """Every file under a folder, also what only looks like one; hidden ones and their folders are left alone."""
    for where, folders, names in os.walk(folder):
        links = [name for name in folders if Path(where, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        odd = [name for name in folders if name.endswith((".yml", ".yaml"))]
        for name in sorted([*names, *links, *odd]):
            if not name.startswith("."):
                yield Path(where, name)


def copy_of(path: Path) -> str | None:
    """The name of the file that this one seems to be a copy of."""
    name = path.name
    ending = ".yml" if name.endswith(".yml") else ""
    match = COPY.match(name.removesuffix(ending))
    if match is None:
        return None
    original = match["name"] if match["name"].endswith(".yml") else f"{match['name']}.yml"
    return original if (path.parent / original).is_file() else None


def foreign(path: Path, file: str) -> Finding | bool | None:
    """What to say of a file that is not read: a finding, None for nothing, False if it is to be read."""
    if LEFT_BEHIND.match(path.name):
        return None
    if original := copy_of(path):
        return Finding(
            Mark(file),
            "främmande-fil",
            f"det här ser ut som en kopia av {original}; den läses inte.",
            f"Ta bort den. Är det den som gäller: flytta texten till {original}.",
            "varning",
        )
    if path.suffix == ".yml" or path.name.lower().endswith(MODEL_ENDINGS) or path.suffix.lower() == ".yml":
        return False
    if path.suffix.lower() in (".xlsx", ".xls", ".ods", ".csv"):
        mend = "Flytta den härifrån. Är det kontakter: läs in dem med make kontakter-in och FIL= sökvägen till filen."
    else:
        mend = "Flytta den härifrån; bara .yml läses. En blankett eller bild hör hemma under docs/lokalt/."
    return Finding(Mark(file), "främmande-fil", "filen hör inte till modellen och läses inte.", mend, "varning")


def ordinary(path: Path, file: str) -> os.stat_result:
    """What the computer knows of a file; raises Stop at anything that cannot be read as one."""
    try:
        if path.is_symlink():
            raise _not_read(
                file, "filen är en genväg (symbolisk länk) till något annat.", "Lägg själva filen här i stället."
            )
        about = path.stat()
    except OSError as error:
        raise _not_read(file, f"filen går inte att läsa ({_why(error)}).", "Lägg dit filen igen.") from None
    if stat.S_ISDIR(about.st_mode):
        raise _not_read(
            file, "här ligger en mapp som heter som en fil.", "Ta bort mappen, eller ge den ett annat namn."
        )
    if not stat.S_ISREG(about.st_mode):
        raise _not_read(file, "det här är ingen vanlig fil.", "Ta bort den.")
    return about


def read_bytes(path: Path, file: str) -> bytes:
    """The bytes of a file; raises Stop when it may not be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        mend = "Ge dig själv rätt att läsa filen, eller spara den på nytt."
        raise _not_read(file, f"filen går inte att läsa ({_why(error)}).", mend) from None


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "du har inte rätt att läsa den"
    return "den finns inte längre" if isinstance(error, FileNotFoundError) else "datorn svarar inte"


def _not_read(file: str, message: str, mend: str) -> Stop:
    return Stop(Finding(Mark(file), "ej-fil", message, mend))
