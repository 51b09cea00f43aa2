"""A decision written down, with the whole text as it is: Beslutat hos oss."""

from __future__ import annotations

from datetime import date

from samverkan.commands.decide import Decided, NotWritten, decide
from samverkan.editor.desk import Answer, Desk
from samverkan.editor.fields import Field
from samverkan.editor.posted import Posted, Sent
from samverkan.editor.shapes import label
from samverkan.editor.told import Told
from samverkan.kinds import Beslut, Thing
from samverkan.kinds.beslut import Beslutet

MISSING = {"av": "Skriv vem som beslutade.", "datum": "Välj beslutsdagen."}
SAVED = "Beslutet är sparat, med hela texten som den är i dag. Det syns på sidan."
WRONG_DAY = "Skriv dagen ÅÅÅÅ-MM-DD, till exempel 2026-11-22."


def decided(desk: Desk, kind: type[Thing], id: str, sent: Sent | None) -> Answer:
    """The form of a decision on a thing; writes it down when it holds."""
    _, model, findings = desk.folder.model()
    errors = [one for one in findings if one.severity == "fel"]
    thing = model.things.get(kind.kind, {}).get(id)
    before = [one for one in model.all(Beslut) if (one.sak.kind, one.sak.id) == (kind.kind, id)]
    said = {name: Posted(sent or {}).one(name) for name in ("av", "datum", "gäller_från", "diarienummer")}
    wrong: dict[str, str] = {}
    if sent is not None and thing is not None and not errors:
        wrong = {name: told for name, told in MISSING.items() if not said[name]}
        days = {name: _day(said[name]) for name in ("datum", "gäller_från")}
        wrong |= {name: WRONG_DAY for name, day in days.items() if said[name] and day is None}
        day = days["datum"]
        if not wrong and day:
            try:
                decide(
                    desk.root, model, thing, Decided(said["av"], day, days["gäller_från"] or day, said["diarienummer"])
                )
            except NotWritten as error:
                wrong = {error.field: str(error)}
            else:
                return desk.to(
                    f"sak/{kind.folder}/{id}",
                    SAVED,
                )
    return desk.show(
        "besluta",
        f"Beslutat hos oss: {thing.namn if thing else id}",
        sort=kind,
        id=id,
        går=thing is not None and not thing.utgår and not errors,
        modellfel=desk.told(errors),
        tidigare=before,
        fält=_fields(said, wrong),
        problem=wrong.get("", ""),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _fields(said: dict[str, str], wrong: dict[str, str]) -> list[Field]:
    declared = {**Beslutet.model_fields, **Beslut.model_fields}
    forms = {"av": "rad", "datum": "datum", "gäller_från": "datum", "diarienummer": "rad"}
    result = []
    for name, form in forms.items():
        info = declared[name]
        one = Field(name, label(name, info), form, info.description or "", needed=name in MISSING)
        one.value = said[name]
        one.wrong = [Told("", "", wrong[name], "")] if name in wrong else []
        result.append(one)
    result[2].help = "Första dagen det gäller, om det inte är beslutsdagen."
    return result
