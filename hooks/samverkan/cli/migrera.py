"""Give fields their new names in the files that a fork has written."""

from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.commands.migrate import migrate


def run(_: Namespace) -> int:
    """Say what was renamed and where; 1 where something is left to do by hand."""
    done, by_hand = migrate(ROOT)
    print("\n".join(done) if done else "Inget att byta: alla fält har redan sina nya namn.")
    if by_hand:
        print("\nDet här gick inte att byta utan att något annat ändrades:\n" + "\n".join(by_hand))
    return int(bool(by_hand))
