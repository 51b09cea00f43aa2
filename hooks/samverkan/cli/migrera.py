"""Give fields and things their new names in the files that a fork has written, and lift what has a field of its own."""

from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.commands.lift import lift
from samverkan.commands.migrate import migrate


def run(_: Namespace) -> int:
    """Say what was changed and where, and what could be; 1 where something is left to do by hand."""
    done, by_hand = migrate(ROOT)
    lifted, could = lift(ROOT)
    print("\n".join([*done, *lifted]) or "Inget att byta: filerna är skrivna som de ska.")
    if by_hand:
        print("\nDet här gick inte att byta utan att något annat ändrades:\n" + "\n".join(by_hand))
    if could:
        print("\nDet här kan lyftas för hand, om det stämmer:\n" + "\n".join(f"kan lyftas: {line}" for line in could))
    return int(bool(by_hand))
