"""What a check looks at: the chosen web's model and pages, every kommun's settings, what the county shows of each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from samverkan import Model, examine
from samverkan.findings import Finding, Mark
from samverkan.kinds.kontakt import Kontakt
from samverkan.pages.views.reviews import next_told
from samverkan.reading.folders import FOLDER, kommuner
from samverkan.reading.remembered import Answer
from samverkan.reading.settings import standard
from samverkan.written import examine_pages


def look(root: Path, wanted: str | None, today: date | None = None) -> Answer:
    """Everything that is wrong with the web, and which review comes next; `wanted` as in settings.standard."""
    kommun, findings = standard(root, wanted)
    model, found = examine(root, today, kommun)
    findings += found
    whole = not any(finding.severity == "fel" for finding in found)
    findings += examine_pages(root, kommun, model if whole else None)
    if kommun is None:
        told = {(finding.mark, finding.code) for finding in findings}
        for other in kommuner(root):
            findings += missing_in_county(
                other, [f for f in examine(root, today, other)[1] if (f.mark, f.code) not in told]
            )
    # What could not be read may come first.
    return Answer(sorted(set(findings)), next_told(model) if whole else "")


def missing_in_county(kommun: str, findings: list[Finding]) -> list[Finding]:
    """A warning where a kommun's own errors leave something of it out of the county's web."""
    own = [f for f in findings if f.severity == "fel" and f"{f.mark.file}/".startswith(f"{FOLDER}/{kommun}/")]
    if not own:
        return []
    contacts = sorted({Path(f.mark.file).stem for f in own if f"/{Kontakt.folder}/" in f.mark.file})
    lost = f" Kontakter som inte visas: {', '.join(contacts)}." if contacts else ""
    message = f"{kommun} har {len(own)} fel i sina egna filer, och det som är fel saknas i länets webb.{lost}"
    mend = f"Se felen: make check KOMMUN={kommun}"
    return [Finding(Mark(f"{FOLDER}/{kommun}"), "saknas-i-länet", message, mend, "varning")]


def shown_in_county(root: Path) -> tuple[list[Model], list[Finding]]:
    """The model of each kommun whose contacts the county's web shows, and a warning for each that has errors."""
    examined = [examine(root, kommun=kommun)[:2] for kommun in kommuner(root)]
    told = [w for model, found in examined if model.local for w in missing_in_county(model.local.kommun, found)]
    return [m for m, _ in examined if m.local and m.local.kommun in m.things["huvudman"]], told
