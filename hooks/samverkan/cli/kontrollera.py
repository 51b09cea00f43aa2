"""Check the model and print every finding, last which review comes next.

Exit 1 if there is any error; nothing is written but the cache.
"""

import gc
import os
from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.commands.annotations import github, gitlab
from samverkan.findings import report
from samverkan.reading import remembered
from samverkan.reading.remembered import Answer


def run(args: Namespace) -> int:
    """Examine the model of the project, with the chosen kommun's own laid over it."""
    asked = remembered.question(ROOT)
    said = remembered.answer(ROOT, asked) or _looked(asked)
    if args.som == "gitlab":
        print(gitlab(said.findings))
    else:
        if args.som == "github" and said.findings:
            print(github(said.findings))
        print(report(said.findings))
        if said.next:
            print(said.next)
    return int(any(finding.severity == "fel" for finding in said.findings))


def _looked(asked: str) -> Answer:
    """What a look at every file says; remembered where nobody has changed a file meanwhile."""
    gc.disable()  # what is read is needed until the end
    from samverkan.commands.whole import look

    remembered.recall(ROOT)
    said = look(ROOT, os.environ.get("SAMVERKAN_KOMMUN"))
    if remembered.question(ROOT) == asked:
        remembered.keep(ROOT, asked, said)
    return said
