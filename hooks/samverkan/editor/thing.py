"""The form of a thing, of a part of it, or of the settings."""

from __future__ import annotations

from samverkan.editor.attempt import Outcome, attempt
from samverkan.editor.choices import known, name_of, on_its_own, rows_of
from samverkan.editor.desk import Answer, Desk, action
from samverkan.editor.draft import Draft
from samverkan.editor.fields import Field, names_in
from samverkan.editor.posted import Sent
from samverkan.editor.preview import preview
from samverkan.editor.rows import VERBS, moved
from samverkan.editor.shapes import label, shape_of
from samverkan.editor.told import Told
from samverkan.kinds import Beslut, Thing
from samverkan.kinds.installningar import Inställningar

# What the buttons say: save, look at it first, and back from looking.
SAVE, LOOK, BACK = "spara", "visa", "tillbaka"


def thing(desk: Desk, kind: type[Thing], id: str, where: list[str], sent: Sent | None) -> Answer:
    """Show the form; check and save what was sent, or show what it becomes."""
    draft = Draft(desk.folder.open(kind, id), where)
    if draft.model is None:
        return desk.missing()
    outcome = Outcome()
    if sent is not None:
        outcome = answered(desk, draft, sent)
        if outcome.done and not outcome.errors and looks(sent):
            return preview(desk, outcome.done, sent, desk.told(outcome.done.warnings))
        if outcome.saved and draft.new:
            return desk.to(f"sak/{kind.folder}/{id}/{where[0]}/{draft.data['id']}", outcome.saved)
        if outcome.saved:
            draft = Draft(desk.folder.open(kind, id), where)
    if draft.model is None:  # what was saved is no longer there
        return desk.to(f"sak/{kind.folder}/{id}", outcome.saved)
    return form_page(desk, draft, outcome)


def answered(desk: Desk, draft: Draft, sent: Sent) -> Outcome:
    """Do what the button says with what was sent."""
    draft.take(sent)
    verb, _, at = action(sent, SAVE).partition(":")
    if verb in VERBS:
        draft.data = moved(draft.data, verb, at.removeprefix(draft.at).strip("."))
        return Outcome()
    if verb == BACK:
        return Outcome()
    return attempt(desk, draft, sent.get("version", [""])[0], verb == SAVE)


def looks(sent: Sent) -> bool:
    """Whether the button wants to see what it becomes."""
    return action(sent).partition(":")[0] == LOOK


def form_page(desk: Desk, draft: Draft, outcome: Outcome, title: str = "", new: bool = False) -> Answer:
    """The page with the form, and what was wrong with it."""
    opened = draft.opened
    _, model, _ = desk.folder.model()
    there = known(model, opened.now)
    fields, why = draft.fields(there, outcome.wrong), draft.why(there, outcome.wrong)
    thing = model.things.get(opened.kind.kind, {}).get(opened.id)
    return desk.show(
        "sak",
        title or _title(draft),
        sort=opened.kind,
        id=opened.id,
        fält=fields,
        varför=why,
        nytt=new,
        del_av=str(opened.now.get("namn", opened.id)) if draft.where else "",
        efter=[("", "(först)"), *there.parts.get(draft.where[0], {}).items()] if draft.new else [],
        vald_efter=draft.after,
        delar=[] if draft.where or new else _parts(draft),
        version=opened.version,
        problem=outcome.problem,
        antal=outcome.errors,
        fel=_apart(outcome, [*fields, *why]),
        varningar=outcome.warnings,
        klart=outcome.saved or desk.said,
        inställningar=opened.kind is Inställningar,
        beslutas=not (draft.where or new or opened.kind.always_own or opened.kind is Inställningar),
        egen=opened.deviates and not opened.base,
        länets=opened.deviates and bool(opened.base),
        utgår=bool(thing and thing.utgår),
        beslut=opened.kind is Beslut,
    )


def _title(draft: Draft) -> str:
    if draft.new:
        return f"Nytt: {label(draft.where[0], draft.opened.kind.model_fields[draft.where[0]]).lower()}"
    return name_of(draft.data) or draft.opened.id


def _parts(draft: Draft) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The lists whose parts have pages of their own: field, what it is called, and each part's id and name."""
    opened = draft.opened
    return [
        (key, label(key, info), [(part["id"], name_of(part)) for part in rows_of(opened.now.get(key))])
        for key, info in opened.kind.model_fields.items()
        if on_its_own(shape_of(info))
    ]


def _apart(outcome: Outcome, fields: list[Field]) -> list[Told]:
    """What is wrong that no field shows."""
    shown = names_in(fields)
    rest = [one for name, found in outcome.wrong.items() if name not in shown for one in found]
    return [*rest, *outcome.elsewhere]
