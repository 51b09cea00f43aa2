"""The samverkanswebb's core: from YAML to pages. Imports nothing of MkDocs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from samverkan.findings import Finding, ModelError
from samverkan.local.day import build_day, coming, on_day
from samverkan.local.kommun import COMMON, SETTINGS, Local, deviating, impact, load_local, load_settings
from samverkan.local.overlay import overlay
from samverkan.local.own_words import mark_own
from samverkan.local.removed import without_removed
from samverkan.reading.check import check
from samverkan.reading.load import load_folder
from samverkan.reading.settings import kommuner, unread
from samverkan.resolve import Model, resolve
from samverkan.rules import RULES, unused
from samverkan.rules.lag import repealed_law
from samverkan.rules.villkor import conditions_carried

__all__ = ["Finding", "Model", "ModelError", "build_model", "examine"]


def build_model(root: Path, today: date | None = None, kommun: str | None = None) -> tuple[Model, list[Finding]]:
    """The model under `root`, ready to be shown, and the warnings; with a kommun's own laid over it.

    Raises ModelError with every finding of every file if there is any error. `today` is the
    day that law and reviews are held against: unless given, the wanted day (DATUM) or the present one.
    """
    model, findings = examine(root, today, kommun)
    if any(finding.severity == "fel" for finding in findings):
        raise ModelError(findings)
    return model, findings


def examine(root: Path, today: date | None = None, kommun: str | None = None) -> tuple[Model, list[Finding]]:
    """The whole pipeline: what of the model holds, and everything that is wrong with it."""
    day, wrong_day = (today, []) if today else build_day()
    documents, findings = load_folder(root, COMMON, skip=(SETTINGS,))
    findings += wrong_day
    later = coming(documents, day)
    ahead = [(then, [on_day(document, then) for document in documents]) for then in later]
    documents = [on_day(document, day) for document in documents]
    findings += [finding for document in documents for finding in document.findings]
    settings, wrong_settings = load_settings(root, COMMON)
    findings += wrong_settings
    local = None
    if kommun:
        own, settings, wrong_local = load_local(root, kommun)
        documents, deviations, wrong_overlay = overlay(documents, [on_day(document, day) for document in own])
        findings += wrong_local + wrong_overlay
        # A kommun with wrong settings still has its contacts, which the county's web shows.
        if settings or kommun in kommuner(root):
            changed = {d.file: impact(root, kommun, d) for d in deviations if d.outdated}
            local = Local(kommun, settings or unread(kommun), deviations, changed)
    things, wrong_fields = check(documents)
    model, wrong_parts = resolve(things, day)
    model.local = local
    model.deviating = deviating(root)
    if local:
        findings += without_removed(model)
        mark_own(model)
    model.settings = settings or model.settings
    findings += wrong_fields + wrong_parts
    findings += [finding for rule in RULES for finding in rule(model)]
    for then, changed_documents in ahead:  # what is decided for a day to come has to hold already
        things, wrong_fields = check(changed_documents)
        findings += wrong_fields
        model_then, _ = resolve(things, then)
        findings += [*conditions_carried(model_then), *repealed_law(model_then)]
    if not any(finding.severity == "fel" for finding in findings):
        # What nothing uses is known only when every file could be read.
        findings += unused(model)
    return model, sorted(set(findings))
