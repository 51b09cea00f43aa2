"""The samverkanswebb's core: from YAML to pages. Imports nothing of MkDocs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from samverkan.check import check
from samverkan.findings import Finding, ModelError
from samverkan.load import load_folder
from samverkan.local import COMMON, SETTINGS, Local, impact, load_local, load_settings
from samverkan.overlay import overlay
from samverkan.own_words import mark_own
from samverkan.removed import without_removed
from samverkan.resolve import Model, resolve
from samverkan.rules import RULES, unused
from samverkan.settings import kommuner, unread

__all__ = ["Finding", "Model", "ModelError", "build_model", "examine"]


def build_model(root: Path, today: date | None = None, kommun: str | None = None) -> tuple[Model, list[Finding]]:
    """The model under `root`, ready to be shown, and the warnings; with a kommun's own laid over it.

    Raises ModelError with every finding of every file if there is any error. `today` is the
    day that reviews are held against; the present day unless given.
    """
    model, findings = examine(root, today, kommun)
    if any(finding.severity == "fel" for finding in findings):
        raise ModelError(findings)
    return model, findings


def examine(root: Path, today: date | None = None, kommun: str | None = None) -> tuple[Model, list[Finding]]:
    """The whole pipeline: what of the model holds, and everything that is wrong with it."""
    documents, findings = load_folder(root, COMMON, skip=(SETTINGS,))
    settings, wrong_settings = load_settings(root, COMMON)
    findings += wrong_settings
    local = None
    if kommun:
        own, settings, wrong_local = load_local(root, kommun)
        documents, deviations, wrong_overlay = overlay(documents, own)
        findings += wrong_local + wrong_overlay
        # A kommun with wrong settings still has its contacts, which the county's web shows.
        if settings or kommun in kommuner(root):
            changed = {d.file: impact(root, kommun, d) for d in deviations if d.outdated}
            local = Local(kommun, settings or unread(kommun), deviations, changed)
    things, wrong_fields = check(documents)
    model, wrong_parts = resolve(things, today or date.today())
    model.local = local
    if local:
        findings += without_removed(model)
        mark_own(model)
    model.settings = settings or model.settings
    findings += wrong_fields + wrong_parts
    findings += [finding for rule in RULES for finding in rule(model)]
    if not any(finding.severity == "fel" for finding in findings):
        # What nothing uses is known only when every file could be read.
        findings += unused(model)
    return model, sorted(set(findings))
