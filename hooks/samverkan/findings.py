"""What the checks say: one finding, and the exception that carries all of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["fel", "varning"]


@dataclass(frozen=True, order=True)
class Mark:
    """A place in a model file; line and column count from 1, as editors show them."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Problem:
    """What is wrong with a value, and the mend, before anybody knows where it stands (Swedish)."""

    what: str
    mend: str


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong: where, what, and how to mend it (Swedish, for editors)."""

    mark: Mark
    code: str
    message: str
    mend: str
    severity: Severity = "fel"

    def __str__(self) -> str:
        where = f"{self.mark.file}:{self.mark.line}:{self.mark.column}"
        return f"{where}: {self.severity} [{self.code}] {self.message}\n    Så rättar du: {self.mend}"


class ModelError(Exception):
    """The model has errors; `findings` holds every one of them, warnings included."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings)
        super().__init__(report(self.findings))


def report(findings: Iterable[Finding]) -> str:
    """All findings as text, ordered by file and line, with the totals last."""
    ordered = sorted(findings)
    errors = sum(f.severity == "fel" for f in ordered)
    warnings = len(ordered) - errors
    lines = [str(f) for f in ordered]
    lines.append(f"{errors} fel, {warnings} {'varning' if warnings == 1 else 'varningar'}.")
    return "\n".join(lines)


def nearest(word: str, choices: Iterable[str]) -> str:
    """A phrase naming the valid choice nearest to `word`, or listing the few there are."""
    known = sorted(set(choices))
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"Menade du ”{close[0]}”?"
    if not known:
        return "Det finns ingen att välja ännu."
    if len(known) <= 12:
        return "Välj bland: " + ", ".join(known) + "."
    return f"Det finns {len(known)} att välja bland; de börjar med {', '.join(known[:6])} …"
