"""Take in the county's update on a branch of its own, ready to be proposed."""

from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.commands.update import TITLE, NotUpdated, update


def run(args: Namespace) -> int:
    """Merge the county's main; says what to do next."""
    try:
        branch = update(ROOT, args.adress)
    except NotUpdated as error:
        print(error)
        return 1
    if not branch:
        print("Inget nytt från länet: ni har allt.")
        return 0
    print(f"Länets uppdatering ligger på grenen {branch}. Skicka den som förslag: samverkan föreslå ”{TITLE}”")
    return 0
