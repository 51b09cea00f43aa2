"""Whose web it is: every kommun's settings are read, and what cannot be read is never taken for a no."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

from samverkan.findings import Finding, Mark, ModelError
from samverkan.kinds.installningar import Inställningar
from samverkan.reading.check import check
from samverkan.reading.document import Document
from samverkan.reading.folders import FOLDER, SETTINGS, kommuner
from samverkan.reading.load import load_file
from samverkan.reading.logo import logo_findings
from samverkan.slug import slug

# The wish for the county's own web, in a fork whose settings say that a kommun's is standard.
NONE = "gemensam"


def meant(wanted: str, choices: list[str]) -> str:
    """The id that somebody means who writes Ås, or Storstads kommun; else what was written."""
    plain = slug(wanted)
    place = plain.removesuffix("-kommun")
    return next((id for id in (wanted, plain, place, place.removesuffix("s")) if id in choices), wanted)


def load_settings(root: Path, folder: str) -> tuple[Inställningar | None, list[Finding]]:
    """The settings in a folder of the model; None when there are none, or when they are wrong."""
    path = root / folder / SETTINGS
    file = f"{folder}/{SETTINGS}"
    if not path.exists() and not path.is_symlink():
        return None, _misnamed(root / folder, folder)
    return checked_settings(root, folder, load_file(path, file, Inställningar))


def checked_settings(root: Path, folder: str, document: Document) -> tuple[Inställningar | None, list[Finding]]:
    """The settings that a document holds; None when they are wrong."""
    things, wrong = check([document]) if document.data else ([], [])
    settings: Any = things[0] if things else None
    logo = logo_findings(root, folder.removeprefix(f"{FOLDER}/"), settings) if settings else []
    return settings, [*document.findings, *wrong, *logo]


def own_settings(root: Path, kommun: str) -> tuple[Inställningar | None, list[Finding]]:
    """A kommun's settings, which it has to have."""
    settings, wrong = load_settings(root, f"{FOLDER}/{kommun}")
    if settings is None and not wrong:
        mend = f"Skapa den: make kommun KOMMUN={kommun}"
        wrong = [Finding(Mark(f"{FOLDER}/{kommun}/{SETTINGS}"), "inställningar-saknas", "filen finns inte.", mend)]
    return settings, wrong


def standard(root: Path, wanted: str | None) -> tuple[str | None, list[Finding]]:
    """The kommun whose web is built, and what is wrong in any kommun's settings.

    The wanted one, else the one whose settings say standard, else none, the county. Where one was
    wanted the others' faults decide nothing, and are warnings.
    """
    read = {kommun: own_settings(root, kommun) for kommun in kommuner(root)}
    findings = [finding for _, wrong in read.values() for finding in wrong]
    if wanted:
        wanted = meant(wanted, [*read, NONE])
        own = f"{FOLDER}/{wanted}/"
        told = [f if f.mark.file.startswith(own) else _as_warning(f) for f in findings]
        return (None if wanted == NONE else wanted), told
    says = {kommun: mark for kommun in read if (mark := _says_standard(root, kommun))}
    for kommun in list(says)[1:]:
        findings.append(
            Finding(
                says[kommun],
                "två-standard",
                f"standard står också i {next(iter(says.values())).file}; det går bara att bygga en webb åt gången.",
                "Låt standard stå kvar hos den kommun som förrådet hör till. Ta bort raden hos de andra.",
            )
        )
    if read and not says and not findings:
        findings.append(_nobody(root, [*read]))
    return next(iter(says), None), findings


def chosen(root: Path, wanted: str | None) -> str | None:
    """The kommun whose web is built (see standard); ModelError where the settings cannot tell."""
    kommun, findings = standard(root, wanted)
    if not wanted and any(finding.severity == "fel" for finding in findings):
        raise ModelError(findings)
    return kommun


def nobody_chosen(findings: list[Finding]) -> bool:
    """Whether there are kommuner but nothing says which web to build."""
    return any(finding.code == "ingen-standard" for finding in findings)


def _says_standard(root: Path, kommun: str) -> Mark | None:
    """Where a kommun's settings say that its web is the standard, also when something else in them is wrong."""
    path = root / FOLDER / kommun / SETTINGS
    if not path.is_file():
        return None
    document = load_file(path, f"{FOLDER}/{kommun}/{SETTINGS}", Inställningar)
    return document.marks[("standard",)] if document.data.get("standard") == "ja" else None


def _as_warning(finding: Finding) -> Finding:
    return Finding(finding.mark, finding.code, finding.message, finding.mend, "varning")


def _nobody(root: Path, there: list[str]) -> Finding:
    file = f"{FOLDER}/{there[0]}/{SETTINGS}"
    lines = (root / file).read_text(encoding="utf-8-sig").splitlines()
    waiting = next((i for i, line in enumerate(lines, 1) if slug(line.partition(":")[0]) == "standard"), None)
    sign = "Ta bort # framför ”standard: ja”" if waiting else "Skriv ”standard: ja”"
    mend = f"{sign} i {file}, eller i den kommuns inställningar som förrådet hör till. Är det länets förråd: "
    message = f"ingen kommun är standard (mappar finns för: {', '.join(there)}), så det är länets webb som gäller."
    return Finding(
        Mark(file, waiting or 1), "ingen-standard", message, f"{mend}skriv KOMMUN={NONE} efter kommandot.", "varning"
    )


def _misnamed(path: Path, folder: str) -> list[Finding]:
    """A file that was meant to be the settings: Installningar.yml, installningar.yml.txt, inställningar.yaml."""
    for file in sorted(path.iterdir()) if path.is_dir() else ():
        name = slug(file.name)
        like = difflib.SequenceMatcher(None, name.partition("-")[0], "installningar").ratio()
        if file.name != SETTINGS and like > 0.8 and not name.endswith("-md"):
            message = f"filen heter ”{file.name}” och läses därför inte."
            mend = f"Döp om den till ”{SETTINGS}”. I Windows: slå på visningen av filnamnstillägg först."
            return [Finding(Mark(f"{folder}/{file.name}"), "fel-plats", message, mend)]
    return []
