"""Write a new kommun's own folder, ready to fill in; what is there already stays as it is."""

import sys
from pathlib import Path

from samverkan.commands.kommun_choice import NoSuchKommun
from samverkan.commands.new_kommun import new_kommun

ROOT = Path(__file__).resolve().parent.parent


def main(wanted: str = "") -> int:
    """Make the folder of the wanted kommun and say what was written."""
    try:
        kommun, written, left = new_kommun(ROOT, wanted)
    except NoSuchKommun as error:
        print(error)
        return 1
    for title, files in (("Skrev", written), ("Fanns redan, orört", left)):
        if files:
            print(f"{title}:")
            print("\n".join(f"  {file.removesuffix('.gitkeep')}" for file in files))
    print(f"\nBörja med model/lokalt/{kommun}/LÄS-MIG.txt. Titta på webben: make serve KOMMUN={kommun}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
