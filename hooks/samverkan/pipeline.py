"""The whole pipeline: everything is read, then thought about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from samverkan.findings import Finding, ModelError
from samverkan.local.day import build_day, coming, on_day
from samverkan.local.kommun import local_of
from samverkan.local.overlay import overlay
from samverkan.local.own_words import mark_own
from samverkan.local.removed import led_past
from samverkan.reading.check import check
from samverkan.reading.document import Document
from samverkan.reading.sources import Sources, read
from samverkan.resolve import Model, resolve, values
from samverkan.rules import RULES, unused
from samverkan.rules.lag import cites_repealed
from samverkan.rules.villkor import conditions_carried

# For each day to come, the county's files that were looked at and what was found: nothing of a kommun's own changes it.
_found: dict[date, tuple[list[Document], list[Finding]]] = {}


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
    """What of the model under `root` holds, and everything that is wrong with it: first read, then thought."""
    return think(read(root, kommun), today)


def think(sources: Sources, today: date | None = None) -> tuple[Model, list[Finding]]:
    """The whole pipeline, from what was read to the model that is shown; nothing here goes to the disk."""
    day, wrong_day = (today, []) if today else build_day()
    documents, own = ([on_day(document, day) for document in part] for part in (sources.common, sources.own))
    changed = [finding for document in (*documents, *own) for finding in document.findings]
    documents, deviations, wrong_overlay = overlay(documents, own)
    things, wrong_fields = check(documents)
    things, wrong_ways = led_past(things)
    local = None
    if sources.kommun:
        local = local_of(sources.kommun, deviations, sources.reviewed)
        things = mark_own(things, sources.kommun)
    data = {(document.kind.kind, document.stem): document.data for document in documents}
    model, wrong_parts = resolve(things, day, sources.settings, sources.deviating, local, sources.county, data)
    findings = [*sources.findings, *wrong_day, *changed, *wrong_overlay, *wrong_fields, *wrong_ways, *wrong_parts]
    findings += [finding for rule in RULES for finding in rule(model)]
    findings += [finding for then in coming(sources.common, day) for finding in _ahead(sources.common, then)]
    if not any(finding.severity == "fel" for finding in findings):
        # What nothing uses is known only when every file could be read.
        findings += unused(model)
    return model, sorted(set(findings))


def _ahead(common: list[Document], then: date) -> list[Finding]:
    """What is decided for a day to come has to hold already; found once for the same files."""
    read, found = _found.get(then, ([], []))
    if len(read) != len(common) or any(one is not other for one, other in zip(read, common, strict=True)):
        found = _holds(common, then)
        _found[then] = ([*common], found)
    return found


def _holds(common: list[Document], then: date) -> list[Finding]:
    documents = [on_day(document, then) for document in common]
    things, findings = check(documents)
    model, _ = resolve(things, then)
    # What stands in the other files has been read already.
    changed = {document.file for document, before in zip(documents, common, strict=True) if document is not before}
    new = [thing for thing in things if thing.file in changed]
    texts = [(thing, place, text) for thing in new for place, text in values(thing) if isinstance(text, str)]
    return [*findings, *conditions_carried(model), *cites_repealed(texts)]
