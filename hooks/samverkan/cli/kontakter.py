"""A kommun's contacts to a spreadsheet (ut) and back from it (in)."""

import sys
from argparse import Namespace
from pathlib import Path

from samverkan.cli.project import ROOT
from samverkan.commands.contacts import contacts_out, contacts_plan
from samverkan.commands.kommun_choice import NoSuchKommun, with_folder
from samverkan.findings import ModelError
from samverkan.reading.folders import CONTACTS_CSV, FOLDER

ENDINGS = (".csv", ".xlsx", ".ods")


def run(args: Namespace) -> int:
    """Write or read the contacts of the wanted kommun and say what was done."""
    if args.ja not in ("", "ja"):
        print(f"JA=ja skriver utan att fråga. ”{args.ja}” går inte att välja.")
        return 1
    try:
        kommun = with_folder(ROOT, args.kommun, f"make kontakter-{args.väg}")
        return _out(kommun) if args.väg == "ut" else _in(kommun, args.fil, args.ja == "ja")
    except NoSuchKommun as error:
        print(error)
    except ModelError as error:
        print(f"Ingenting skrevs. Rätta det här och kör igen:\n\n{error}")
    except OSError as error:
        print(f"Ingenting skrevs, filerna är som de var: {error.strerror} ({error.filename}).")
    return 1


def _out(kommun: str) -> int:
    file, count = contacts_out(ROOT, kommun)
    print(f"Skrev {count} kontakter till {file}. Spara som .xlsx, .ods eller CSV UTF-8, vad du vill.")
    print(f"Läs in den igen med: make kontakter-in KOMMUN={kommun}")
    return 0


def _in(kommun: str, file: str, yes: bool) -> int:
    folder = ROOT / FOLDER / kommun
    there = [path for ending in ENDINGS if (path := (folder / CONTACTS_CSV).with_suffix(ending)).is_file()]
    if file:
        # As it was typed, else where kontakter-ut wrote it.
        there = [path for path in (Path(file).expanduser(), folder / file) if path.is_file()][:1]
    if not there:
        missing = f"Filen {file}" if file else f"Filen {FOLDER}/{kommun}/{CONTACTS_CSV}"
        print(f"{missing} finns inte. Skriv den först, make kontakter-ut KOMMUN={kommun}, eller peka ut en: FIL=…")
        return 1
    if len(there) > 1:
        names = ", ".join(path.name for path in there)
        print(f"Det finns flera listor: {names}. Säg vilken som är den rätta: FIL={there[-1].name}")
        return 1
    plan = contacts_plan(ROOT, kommun, there[0])
    print("\n".join(plan.notes))
    if not plan.files:
        print("Inget nytt: alla kontakter i listan var redan så.")
        return 0
    print("\n".join(["Det här ändras:", *(f"  {change}" for change in plan.changes)]))
    if not yes and not _said_yes():
        print("Inget skrevs. Skriv utan fråga: lägg till JA=ja")
        return 1
    print("\n".join(f"Skrev {name}" for name in plan.write(ROOT)))
    print(f"Granska med: make check KOMMUN={kommun}")
    return 0


def _said_yes() -> bool:
    """Ask whoever sits there; nobody there is no yes."""
    if not sys.stdin.isatty():
        return False
    try:
        return input("Skriva det? (ja/nej) ").strip().lower() in ("ja", "j")
    except (EOFError, KeyboardInterrupt):
        return False
