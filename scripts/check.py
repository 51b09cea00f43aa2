"""Check the model and print every finding. Exit 1 if there is any error; nothing is written."""

import sys
from pathlib import Path

from samverkan import examine
from samverkan.findings import report


def main() -> int:
    """Examine the model of the project that this script lies in."""
    _, findings = examine(Path(__file__).resolve().parent.parent)
    print(report(findings))
    return int(any(finding.severity == "fel" for finding in findings))


if __name__ == "__main__":
    sys.exit(main())
