"""Send what has been changed as a change proposal, its meaning in words first."""

import os
from argparse import Namespace

from samverkan.cli.paverkan import summary
from samverkan.cli.project import ROOT
from samverkan.commands.before_after import differences
from samverkan.commands.forge import KEY
from samverkan.commands.git_run import GitFailed, git_out
from samverkan.commands.propose import NotProposed, Proposal, anything_new, base, code_changes, own_files, propose
from samverkan.commands.stops import stops, title_stops
from samverkan.commands.update import is_update
from samverkan.findings import Finding, report
from samverkan.local.history import archive, common_changes
from samverkan.reading.git_log import NoSuchCommit

NEW_CODE = (
    "Uppdateringen ändrar också webbens kod. Orden här är skrivna med den kod som ni har i dag. "
    "Vad den nya koden säger står i granskningen av förslaget.\n"
)


def run(args: Namespace) -> int:
    """Propose what differs from main; says where the proposal is, or where to open it."""
    # Out of the environment before anything else: no program that is started from here has a use for it.
    key = os.environ.pop(KEY, "")
    title = " ".join(args.vad.split())
    if not title:
        print("Säg på en rad vad du har ändrat: samverkan föreslå ”Nya nummer till socialtjänsten”")
        return 1
    if wrong := title_stops(title):
        return _stopped(wrong)
    try:
        since = base(ROOT)
        if not anything_new(ROOT, since):
            print("Inget att föreslå: mappen säger detsamma som main.")
            return 0
        new_code = code_changes(ROOT, since, button="CI" in os.environ)
        checked, comparable = differences(ROOT, archive(ROOT, since))
        others = not comparable or is_update(git_out(ROOT, "branch", "--show-current"))
        if wrong := stops(checked, others):
            return _stopped(wrong)
        words = [NEW_CODE] if new_code else []
        words += summary(common_changes(ROOT, since), checked, comparable)
        if own := own_files(ROOT, since):
            words += ["\n### Kommunens egna filer\n", *own]
        made = propose(ROOT, title, "\n".join(words), key)
    except (NotProposed, GitFailed, NoSuchCommit) as error:
        print(str(error) or "Git kan inte jämföra mappen med main. Hämta hela historien.")
        return 1
    _tell(made)
    return 0


def _stopped(wrong: list[Finding]) -> int:
    print(f"Inget är skickat. Det här måste rättas först. Kör sedan samma kommando igen.\n\n{report(wrong)}")
    return 1


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
