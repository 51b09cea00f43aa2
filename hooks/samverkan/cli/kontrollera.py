"""Check the model and print every finding. Exit 1 if there is any error; nothing is written but the cache."""

import gc
import os
from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.findings import Finding, report
from samverkan.reading import remembered


def run(args: Namespace) -> int:
    """Examine the model of the project, with the chosen kommun's own laid over it."""
    asked = remembered.question(ROOT)
    findings = remembered.answer(ROOT, asked)
    if findings is None:
        findings = _looked(asked)
    print(report(findings))
    return int(any(finding.severity == "fel" for finding in findings))


def _looked(asked: str) -> list[Finding]:
    """What a look at every file finds; remembered where nobody has changed a file meanwhile."""
    gc.disable()  # what is read is needed until the end
    from samverkan.commands.whole import look

    remembered.recall(ROOT)
    _, findings = look(ROOT, os.environ.get("SAMVERKAN_KOMMUN"))
    if remembered.question(ROOT) == asked:
        remembered.keep(ROOT, asked, findings)
    return findings
