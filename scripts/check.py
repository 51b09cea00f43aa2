"""Check the model and print every finding. Exit 1 if there is any error; nothing is written."""

import os
import sys
from pathlib import Path

from samverkan.commands.whole import look
from samverkan.findings import report

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Examine the model of the project that this script lies in, with the chosen kommun's own laid over it."""
    _, findings = look(ROOT, os.environ.get("SAMVERKAN_KOMMUN"))
    print(report(findings))
    return int(any(finding.severity == "fel" for finding in findings))


if __name__ == "__main__":
    sys.exit(main())
