"""Findings as a forge shows them at their line in a change proposal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from samverkan.findings import Finding

GRAVITY = {"fel": "error", "varning": "warning"}
GITLABS = {"fel": "major", "varning": "minor"}


def github(findings: Iterable[Finding]) -> str:
    """The findings as workflow commands, the errors first: GitHub shows only ten of each.

    Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
    """
    ordered = sorted(findings, key=lambda one: (one.severity != "fel", one))
    return "\n".join(_command(one) for one in ordered)


def gitlab(findings: Iterable[Finding]) -> str:
    """The findings as a report of code quality, JSON.

    Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    return json.dumps([_issue(one) for one in sorted(findings)], ensure_ascii=False, indent=1)


def _command(finding: Finding) -> str:
    mark, title = finding.mark, f"{finding.severity.capitalize()}: {finding.code}"
    where = f"file={_property(mark.file)},line={mark.line},col={mark.column},title={_property(title)}"
    return f"::{GRAVITY[finding.severity]} {where}::{_data(_words(finding))}"


def _issue(finding: Finding) -> dict[str, object]:
    mark = finding.mark
    # The line is no part of it: a finding that only moves is the same.
    print_of = hashlib.sha256("\0".join((mark.file, finding.code, finding.message)).encode()).hexdigest()
    return {
        "description": _words(finding),
        "check_name": finding.code,
        "fingerprint": print_of,
        "severity": GITLABS[finding.severity],
        "location": {"path": mark.file, "lines": {"begin": mark.line}},
    }


def _words(finding: Finding) -> str:
    return f"{finding.message}\nSå rättar du: {finding.mend}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
