"""Send what has been changed as a change proposal, its meaning in words first."""

import os
from argparse import Namespace

from samverkan.cli.paverkan import summary
from samverkan.cli.project import ROOT
from samverkan.commands.before_after import differences
from samverkan.commands.git_run import GitFailed
from samverkan.commands.propose import NotProposed, anything_new, base, own_files, propose
from samverkan.local.history import archive, common_changes
from samverkan.reading.git_log import NoSuchCommit

# The key to the forge's interface; never on the command line, where others on the computer can read it.
KEY = "SAMVERKAN_NYCKEL"


def run(args: Namespace) -> int:
    """Propose what differs from main; says where the proposal is, or where to open it."""
    title = " ".join(args.vad.split())
    if not title:
        print("Säg på en rad vad du har ändrat: samverkan föreslå ”Nya nummer till socialtjänsten”")
        return 1
    try:
        since = base(ROOT)
        if not anything_new(ROOT, since):
            print("Inget att föreslå: mappen säger detsamma som main.")
            return 0
        words = [*summary(common_changes(ROOT, since), *differences(ROOT, archive(ROOT, since)))]
        if own := own_files(ROOT, since):
            words += ["\n### Kommunens egna filer\n", *own]
        made = propose(ROOT, title, "\n".join(words), os.environ.get(KEY, ""))
    except (NotProposed, GitFailed, NoSuchCommit) as error:
        print(str(error) or "Git kan inte jämföra mappen med main. Hämta hela historien.")
        return 1
    print(f"Skickat på grenen {made.branch}.")
    if made.refused:
        print(f"Förslaget gick inte att öppna härifrån ({made.refused}). Öppna det själv i stället.")
    if made.opened:
        print(f"Ändringsförslaget: {made.address}")
    elif made.address:
        print(f"Öppna ändringsförslaget här: {made.address}\nKontrollera att det går till er egen kopia.")
    else:
        print("Öppna ett ändringsförslag från grenen till main, i förrådet.")
    return 0
