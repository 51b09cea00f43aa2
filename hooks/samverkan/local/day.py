"""The day that the web is built for: it decides which law is shown, and which reviews are overdue."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from typing import Any

from samverkan.findings import Finding, Mark
from samverkan.kinds import Lagrum
from samverkan.kinds.base import ISO_DAY, Place
from samverkan.local.locks import Data, Lock
from samverkan.local.merge import Merge
from samverkan.reading.document import Document

WANTED = "SAMVERKAN_DATUM"  # make check DATUM=…, make site DATUM=…


class Open(Lock):
    """No lock at all."""

    def holds(self, key: str, base: Data, value: Any) -> bool:
        """Nothing is held."""
        return False


class Change(Merge):
    """What is decided for a day, laid over what went before: a lock keeps a kommun out, not the law itself."""

    def lock(self, at: Place, base: Data, outer: Lock | None) -> Lock:
        """Everything may be changed."""
        return Open(base, only=())


def build_day() -> tuple[date, list[Finding]]:
    """The wanted day, else the present one; and what is wrong with the wish.

    Never the day of the last commit (SOURCE_DATE_EPOCH): an old commit would go on showing old law.
    """
    wanted = os.environ.get(WANTED)
    if not wanted:
        return date.today(), []
    try:
        if not ISO_DAY.fullmatch(wanted):  # fromisoformat takes weeks too
            raise ValueError
        return date.fromisoformat(wanted), []
    except ValueError:
        message, mend = f"”{wanted}” är inget datum.", "Skriv ÅÅÅÅ-MM-DD: make check DATUM=2027-01-02"
        return date.today(), [Finding(Mark("DATUM"), "fel-datum", message, mend)]


def coming(documents: list[Document], today: date) -> list[date]:
    """The days after today on which something in the documents changes."""
    return sorted({day for document in documents for day, _ in _changes(document) if day > today})


def on_day(document: Document, day: date) -> Document:
    """A document as it reads on a day: what `kommande` has for that day or before it is in place."""
    if document.kind is Lagrum:
        return _law_on_day(document, day)
    changes = [(start, number) for start, number in _changes(document) if start <= day]
    if not changes:
        return document
    now = document
    for _, number in sorted(changes):
        place = ("kommande", number, "nytt")
        marks = {at[3:]: mark for at, mark in document.marks.items() if at[:3] == place}
        merge = Change(now, Document(document.file, document.kind, document.data["kommande"][number]["nytt"], marks))
        data = merge.run()
        findings = [*now.findings, *merge.findings]
        now = replace(document, data=data, marks=merge.marks, findings=findings)
    done = [number for _, number in changes]
    left = [i for i in range(len(document.data["kommande"])) if i not in done]
    marks = {at: mark for at, mark in now.marks.items() if at[:1] != ("kommande",)}
    data = {key: value for key, value in now.data.items() if key != "kommande"}
    if left:
        data["kommande"] = [document.data["kommande"][i] for i in left]
        marks[("kommande",)] = document.marks[("kommande",)]
        for new, old in enumerate(left):
            marks |= {("kommande", new, *at[2:]): m for at, m in document.marks.items() if at[:2] == ("kommande", old)}
    return replace(document, data=data, marks=marks, findings=now.findings)


def _law_on_day(document: Document, day: date) -> Document:
    """A lagrum as it reads on a day: its new wording in place once it applies and somebody has read it."""
    new = document.data.get("ny_lydelse")
    if not isinstance(new, dict) or not isinstance(new.get("innebär"), str) or not _date(new.get("kontrollerad")):
        return document
    start = _date(new.get("från"))
    if start is None or start > day:
        return document
    data, marks = dict(document.data), dict(document.marks)
    for field in ("innebär", "lydelse", "kontrollerad", "underlag"):
        if field in new:
            data[field], marks[(field,)] = new[field], document.marks[("ny_lydelse", field)]
        elif field in ("lydelse", "underlag"):
            data.pop(field, None)
    data["gäller_från"], marks[("gäller_från",)] = new["från"], document.marks[("ny_lydelse", "från")]
    return replace(document, data=data, marks=marks)


def _date(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _changes(document: Document) -> list[tuple[date, int]]:
    """The day and the place in the list of each coming change that can be read."""
    coming = document.data.get("kommande")
    found = []
    for number, change in enumerate(coming if isinstance(coming, list) else []):
        start = _date(change.get("från")) if isinstance(change, dict) else None
        if start and isinstance(change.get("nytt"), dict):  # else told where the file is checked
            found.append((start, number))
    return found
