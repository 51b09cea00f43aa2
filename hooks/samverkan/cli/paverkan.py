"""Say in words, as Markdown, what a proposal changes in the common model and whom of the kommuner it touches."""

import sys
from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.commands.before_after import differences
from samverkan.commands.summary import summary
from samverkan.local.history import archive, common_changes
from samverkan.reading.git_log import NoSuchCommit

HELP = "Säg vad det ska jämföras med: samverkan påverkan main"


def run(args: Namespace) -> int:
    """Compare the files as they are with a commit."""
    base = args.jämfört_med
    print("Jämför …", file=sys.stderr, flush=True)
    try:
        changed = common_changes(ROOT, base)
        checked, comparable = differences(ROOT, archive(ROOT, base))
    except NoSuchCommit:
        print(f"Git känner inte till ”{base}”. {HELP}" if base else HELP, file=sys.stderr)
        return 1
    print("\n".join(summary(ROOT, changed, checked, comparable)))
    return 0
