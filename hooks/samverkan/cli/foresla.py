"""Send what has been changed as a change proposal, its meaning in words first."""

import os
from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.commands.forge import KEY
from samverkan.commands.propose import NotProposed, Proposal
from samverkan.commands.send import Stopped, send
from samverkan.findings import report


def run(args: Namespace) -> int:
    """Propose what differs from main; says where the proposal is, or where to open it."""
    # Out of the environment before anything else: no program that is started from here has a use for it.
    key = os.environ.pop(KEY, "")
    title = " ".join(args.vad.split())
    if not title:
        print("Säg på en rad vad du har ändrat: samverkan föreslå ”Nya nummer till socialtjänsten”")
        return 1
    try:
        made = send(ROOT, title, key, button="CI" in os.environ)
    except Stopped as stopped:
        told = report(stopped.findings)
        print(f"Inget är skickat. Det här måste rättas först. Kör sedan samma kommando igen.\n\n{told}")
        return 1
    except NotProposed as error:
        print(error)
        return 1
    if made is None:
        print("Inget att föreslå: mappen säger detsamma som main.")
        return 0
    _tell(made)
    return 0


def _tell(made: Proposal) -> None:
    print(f"Skickat på grenen {made.branch}.")
    if made.refused:
        print(f"Förslaget gick inte att öppna härifrån ({made.refused}). Öppna det själv i stället.")
    if made.opened:
        print(f"Ändringsförslaget: {made.address}")
    elif made.address:
        print(f"Öppna ändringsförslaget här: {made.address}\nKontrollera att det går till er egen kopia.")
    else:
        print("Öppna ett ändringsförslag från grenen till main, i förrådet.")
