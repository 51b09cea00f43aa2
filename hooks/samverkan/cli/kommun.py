"""Write a new kommun's own folder, ready to fill in; what is there already stays as it is."""

from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.commands.kommun_choice import NoSuchKommun
from samverkan.commands.new_kommun import new_kommun


def run(args: Namespace) -> int:
    """Make the folder of the wanted kommun and say what was written."""
    try:
        kommun, written, left = new_kommun(ROOT, args.kommun)
    except NoSuchKommun as error:
        print(error)
        return 1
    for title, files in (("Skrev", written), ("Fanns redan, orört", left)):
        if files:
            print(f"{title}:")
            print("\n".join(f"  {file.removesuffix('.gitkeep')}" for file in files))
    print(f"\nBörja med model/lokalt/{kommun}/LÄS-MIG.txt. Titta på webben: make serve KOMMUN={kommun}")
    return 0
