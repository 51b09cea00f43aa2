"""The county's update taken in: what each change means in words, and each deviation accepted for itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from samverkan.commands.review import accept
from samverkan.editor.desk import Answer, Desk
from samverkan.editor.posted import Sent
from samverkan.editor.told import address
from samverkan.kinds import BY_NAME
from samverkan.kinds.deviation import Deviation, fingerprint
from samverkan.local.changes import Change
from samverkan.local.kommun import last_reviewed
from samverkan.local.said import differences
from samverkan.reading.sources import Sources
from samverkan.resolve import Model

STALE = "Texten har ändrats efter att du öppnade sidan, så den är inte godkänd. Läs den igen här nedan."
BY_HAND = "Det gick inte att skriva i den filen. Be den som sköter webben om hjälp."


@dataclass(frozen=True)
class Update:
    """A deviation that the county's text has changed under, in words."""

    file: str
    read: str  # what was read: changes when the county's text does, or the kommun's file
    name: str
    to: str
    removes: bool
    changes: list[Change] | None  # None: it has never been reviewed
    ours: list[Change]


def reviewed(desk: Desk, sent: Sent | None) -> Answer:
    """What the county has changed under the kommun's deviations; accepts the one that was sent."""
    problem = ""
    sources, model, findings = desk.folder.model()
    errors = [one for one in findings if one.severity == "fel"]
    outdated = [one for one in model.own.deviations if one.outdated]
    wanted = (sent or {}).get("godkänn", [""])[0]
    chosen = next((one for one in outdated if one.file == wanted), None)
    if chosen and not errors and (sent or {}).get("läst", [""])[0] != _read(desk, chosen):
        problem = STALE
    elif chosen and not errors:
        for copy in model.own.stale:
            (desk.root / copy).unlink(missing_ok=True)
        if accept(desk.root, str(desk.kommun), chosen):
            name = chosen.common.get("namn", "")
            return desk.to("granska", f"Godkänt: {name}. Er text står kvar, och är nu läst mot länets nya.")
        problem = BY_HAND
    return desk.show(
        "granska",
        "Länets uppdatering",
        poster=[_update(one, sources, model, _read(desk, one)) for one in outdated],
        modellfel=desk.told(errors),
        problem=problem,
    )


def _read(desk: Desk, deviation: Deviation) -> str:
    opened = desk.folder.open(BY_NAME[deviation.kind], Path(deviation.file).stem)
    return f"{fingerprint(deviation.common)}-{opened.version}"


def _update(deviation: Deviation, sources: Sources, model: Model, read: str) -> Update:
    copy = last_reviewed(str(sources.kommun), deviation, sources.reviewed)
    kind, id, common = BY_NAME[deviation.kind], Path(deviation.file).stem, deviation.common
    before, ours, names = sources.reviewed.get(copy or "", {}), deviation.result or common, model.names.get
    return Update(
        deviation.file,
        read,
        str(common.get("namn", id)),
        address(deviation.file),
        deviation.verb == "utgår",
        differences(kind, id, before, common, names, every=True) if copy else None,
        differences(kind, id, common, ours, names, every=True),
    )
