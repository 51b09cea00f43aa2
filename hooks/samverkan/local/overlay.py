"""A kommun's own model laid over the common one, before references are checked.

Three verbs: a file with the same id replaces whole fields, a new id adds, `utgår: ja` says that the
kommun has none. A thing that it has none of stays, so that what points at it can say so; a part of
a thing goes. Things in a list are matched by their id; `efter:` places a new one. What the law
demands is locked: it may be added to, never changed or removed (see locks.py).
"""

from __future__ import annotations

import difflib

from pydantic import ValidationError

from samverkan.findings import Finding, Mark
from samverkan.kinds.deviation import Avvikelse, Deviation, Verb
from samverkan.local.locks import Lock, demanded
from samverkan.local.merge import HEAD, Merge
from samverkan.local.overlay_findings import become_common, gone, law_is_common, locked, taken
from samverkan.local.parts import missing_fields, parts_of_its_own, replaced_by
from samverkan.reading.document import Document
from samverkan.reading.wording import finding_of


def overlay(common: list[Document], local: list[Document]) -> tuple[list[Document], list[Deviation], list[Finding]]:
    """Lay the local documents over the common; returns what results, the deviations, and findings."""
    result = {(document.kind.kind, document.stem): document for document in common}
    bases = dict(result)
    deviations: list[Deviation] = []
    findings: list[Finding] = []
    for document in local:
        key = (document.kind.kind, document.stem)
        base = bases.get(key)
        if not document.data or (base and not base.data):
            continue  # what was wrong is told where it was read
        if document.kind.always_own:
            if base is not None:
                findings.append(taken(document.marks[()], key[1]))
            result[key] = document
            continue
        head = _head(document, findings)
        if head is None:
            continue
        if base is not None and document.kind.locked:
            findings.append(law_is_common(document.marks[()], base.data))
            continue
        if base is None:
            same_kind = {d.stem: d.data for d in common if d.kind is document.kind}
            replacement = replaced_by(document.stem, same_kind.values())
            if head.mot or head.utgår or replacement:
                mark = document.marks.get(("mot",)) or document.marks.get(("utgår",)) or Mark(document.file)
                findings.append(gone(mark, *key, replacement, same_kind, head.utgår))
                continue
            deviation = Deviation("tillägg", head, document.file, key[0], document.marks[()], local=document.data)
            result[key] = _without_head(document, deviation)
        else:
            merge = Merge(base, document)
            mark = merge.mark(("utgår",))
            verb: Verb = "utgår" if head.utgår else "ändring"
            deviation = Deviation(verb, head, document.file, key[0], mark, base.data, document.data)
            whole = not (head.mot or head.utgår or missing_fields(document.data, document, ()))
            deviation.may_be_own = whole and parts_of_its_own(document.data, base.data)
            if head.utgår:
                merge.findings += [locked(mark, Lock(part), "det") for part in demanded(key[0], base.data)]
                result[key] = Document(base.file, base.kind, base.data, base.marks, deviation=deviation)
            else:
                deviation.result = merge.run()
                deviation.added, deviation.changed = merge.added, merge.changed
                if deviation.may_be_own and any(finding.code == "låst" for finding in merge.findings):
                    merge.findings = [become_common(mark, *key)]  # one mend for all that the law would keep
                result[key] = Document(base.file, base.kind, deviation.result, merge.marks, deviation=deviation)
            findings += merge.findings
        deviations.append(deviation)
    return list(result.values()), deviations, findings


def _head(document: Document, findings: list[Finding]) -> Avvikelse | None:
    try:
        return Avvikelse.model_validate({k: v for k, v in document.data.items() if k in HEAD})
    except ValidationError as error:
        details = error.errors(include_url=False)
        unknown = [key for key in document.data if key not in (*HEAD, *document.kind.model_fields)]
        for detail in details:
            field = str(detail["loc"][-1])
            meant = difflib.get_close_matches(field, unknown, 1, 0.75) if detail["type"] == "missing" else []
            if meant:
                message = f"fältet ”{meant[0]}” finns inte för {document.kind.kind}."
                findings.append(Finding(document.marks[(meant[0],)], "okänt-fält", message, f"Menade du ”{field}”?"))
            else:
                findings.append(finding_of(detail, document, Avvikelse))
        return None


def _without_head(document: Document, deviation: Deviation) -> Document:
    data = {key: value for key, value in document.data.items() if key not in HEAD}
    return Document(document.file, document.kind, data, document.marks, deviation=deviation)
