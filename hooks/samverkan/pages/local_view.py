"""What the pages of a kommun's web tell of it: its deviations, its contacts, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from samverkan.kinds import BY_NAME, Funktion, Huvudman, Kontakt, Steg, Thing, Verksamhet
from samverkan.kinds.deviation import Avvikelse, Deviation
from samverkan.kinds.steg import Punkt
from samverkan.local import said
from samverkan.local.changes import Change
from samverkan.resolve import Model

HEAD = (*Avvikelse.model_fields, "id")


@dataclass(frozen=True)
class Progress:
    """How far a kommun has come with its own web."""

    namn: str
    ifyllda: int
    behövs: int
    avvikelser: int
    granskas: int
    saknas: int


def deviations(model: Model) -> list[tuple[Deviation, str, str, list[Change]]]:
    """Each deviation with the thing's name, its page, and what differs from the common version."""
    result = []
    for deviation in model.own.deviations:
        thing = next((t for t in model.everything() if t.avvikelse is deviation), None)
        name = thing.namn if thing else str(deviation.common.get("namn", Path(deviation.file).stem))
        result.append((deviation, name, thing.url if thing else "", differences(deviation, model)))
    return result


def differences(deviation: Deviation, model: Model) -> list[Change]:
    """What a deviation changes, adds and removes, beside the common text; things by their names."""
    if deviation.verb == "utgår":
        return []
    common, own = (
        {key: value for key, value in data.items() if key not in HEAD}
        for data in (deviation.common, deviation.result or deviation.local)
    )
    id = Path(deviation.file).stem
    return said.differences(BY_NAME[deviation.kind], id, common, own, model.names.get, every=True)


def own_points(thing: Thing, steg: Steg) -> list[Punkt]:
    """The points of a step that the kommun has added or changed; all of a step of its own."""
    own = thing.avvikelse.added | thing.avvikelse.changed if thing.avvikelse else set()
    whole = thing.avvikelse is not None and steg.id in thing.avvikelse.added
    return [punkt for punkt in steg.punkter if whole or punkt.id in own]


def contacts_needed(model: Model) -> list[tuple[Verksamhet | Funktion, bool]]:
    """Each funktion and verksamhet that the common model wants a contact to, and whether there is one."""
    there = {kontakt.till.id for kontakt in model.all(Kontakt) if kontakt.ifylld and kontakt.till}
    things: list[Verksamhet | Funktion] = [*model.all(Verksamhet), *model.all(Funktion)]
    return [(thing, thing.id in there) for thing in things if thing.kontakt_behövs]


def progress(model: Model) -> Progress:
    """How far the kommun that this model was built for has come."""
    contacts = contacts_needed(model)
    local = model.own
    return Progress(
        model.get(Huvudman, local.kommun).namn,
        sum(there for _, there in contacts),
        len(contacts),
        len(local.deviations),
        sum(deviation.outdated for deviation in local.deviations),
        len(model.settings.saknas),
    )
