"""Where in a form a finding belongs: the field that it is about."""

from __future__ import annotations

import re
from typing import Any

from samverkan.findings import Finding
from samverkan.kinds.base import Place
from samverkan.local.merge import HEAD
from samverkan.local.parts import has_ids
from samverkan.reading.document import Document

# What the fields of a deviation, beside those of the thing, are called in a form.
WHY = "avvikelse"
MISSING = re.compile(r"fältet ”(\w+)” saknas")


def field_of(document: Document, finding: Finding, wanted: Any, deviates: bool) -> str:
    """The name in the form of the field that a finding is about; empty for the thing itself."""
    names = _names(document, _place(document, finding), wanted)
    if match := MISSING.search(finding.message):
        names.append(match[1])
    if deviates and names and names[0] in HEAD:
        names.insert(0, WHY)
    return ".".join(names)


def _place(document: Document, finding: Finding) -> Place:
    at = (finding.mark.line, finding.mark.column)
    before = [(mark.line, mark.column, len(place), place) for place, mark in document.marks.items()]
    place: Place = max((one for one in before if one[:2] <= at), default=(0, 0, 0, ()))[3]
    # Of what is missing the finding stands where that which holds it begins, and there its first field begins too.
    if finding.code == "saknat-fält" and MISSING.search(finding.message):
        begins = [one[3] for one in before if one[:2] == at]
        place = min(begins, key=len, default=place)
    return place


def _names(document: Document, place: Place, wanted: Any) -> list[str]:
    """The steps of a place in the file as the form has them: a part is found by its id."""
    names: list[str] = []
    there: Any = document.data
    form: Any = wanted
    step: Any
    for step in place:
        inner: Any = there[step] if isinstance(there, list) or step in there else None
        if isinstance(step, int) and has_ids(there) and has_ids(form):
            step = next((i for i, one in enumerate(form) if one["id"] == inner["id"]), step)
        names.append(str(step))
        there = inner
        if isinstance(form, list):
            form = form[int(step)] if int(step) < len(form) else None
        elif isinstance(form, dict):
            form = form.get(step)
        if there is None:
            break
    return names
