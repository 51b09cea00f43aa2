"""A kommun's contacts to a spreadsheet (ut) and back from it (in)."""

import sys
from pathlib import Path

from samverkan.contacts import contacts_in, contacts_out
from samverkan.findings import ModelError
from samverkan.kommun_choice import NoSuchKommun, with_folder
from samverkan.local import CONTACTS_CSV, FOLDER

ROOT = Path(__file__).resolve().parent.parent
HELP = "Kör make kontakter-ut KOMMUN=… eller make kontakter-in KOMMUN=… FIL=…"


def main(way: str = "", wanted: str = "", file: str = "") -> int:
    """Write or read the contacts of the wanted kommun and say what was done."""
    if way not in ("ut", "in"):
        print(HELP)
        return 1
    try:
        kommun = with_folder(ROOT, wanted, f"make kontakter-{way}")
        return _out(kommun) if way == "ut" else _in(kommun, file or f"{FOLDER}/{kommun}/{CONTACTS_CSV}")
    except NoSuchKommun as error:
        print(error)
    except ModelError as error:
        print(f"Ingenting skrevs. Rätta det här och kör igen:\n\n{error}")
    return 1


def _out(kommun: str) -> int:
    file, count = contacts_out(ROOT, kommun)
    print(f"Skrev {count} kontakter till {file}. Läs in den igen med: make kontakter-in KOMMUN={kommun}")
    return 0


def _in(kommun: str, file: str) -> int:
    path = Path(file)
    if not path.is_file():
        print(f"Filen {file} finns inte. Skriv den först, make kontakter-ut KOMMUN={kommun}, eller peka ut en: FIL=…")
        return 1
    written, notes = contacts_in(ROOT, kommun, path)
    print("\n".join([*notes, *(f"Skrev {name}" for name in written)] or ["Inget nytt: alla kontakter var redan så."]))
    print(f"Granska med: make check KOMMUN={kommun}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
