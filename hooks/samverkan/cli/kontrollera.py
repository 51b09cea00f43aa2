"""Check the model and print every finding. Exit 1 if there is any error; nothing is written."""

import os
from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.commands.whole import look
from samverkan.findings import report


def run(args: Namespace) -> int:
    """Examine the model of the project, with the chosen kommun's own laid over it."""
    _, findings = look(ROOT, os.environ.get("SAMVERKAN_KOMMUN"))
    print(report(findings))
    return int(any(finding.severity == "fel" for finding in findings))
