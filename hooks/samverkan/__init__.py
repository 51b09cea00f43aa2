"""The samverkanswebb's core: from YAML to pages. Imports nothing of MkDocs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from samverkan.check import check
from samverkan.findings import Finding, ModelError
from samverkan.load import load_folder
from samverkan.resolve import Model, resolve
from samverkan.rules import RULES, unused

__all__ = ["Finding", "Model", "ModelError", "build_model", "examine"]


def build_model(root: Path, today: date | None = None) -> tuple[Model, list[Finding]]:
    """The model under `root`, ready to be shown, and the warnings.

    Raises ModelError with every finding of every file if there is any error. `today` is the
    day that reviews are held against; the present day unless given.
    """
    model, findings = examine(root, today)
    if any(finding.severity == "fel" for finding in findings):
        raise ModelError(findings)
    return model, findings


def examine(root: Path, today: date | None = None) -> tuple[Model, list[Finding]]:
    """The whole pipeline: what of the model holds, and everything that is wrong with it."""
    documents, findings = load_folder(root)
    # A kommun's own model is laid over the common one here, before references are checked.
    things, wrong_fields = check(documents)
    model, wrong_parts = resolve(things, today or date.today())
    findings += wrong_fields + wrong_parts
    findings += [finding for rule in RULES for finding in rule(model)]
    if not any(finding.severity == "fel" for finding in findings):
        # What nothing uses is known only when every file could be read.
        findings += unused(model)
    return model, sorted(set(findings))
