"""All of a kommun's contacts in one form, checked and saved at once."""

from __future__ import annotations

from typing import Any

from samverkan.commands.new_kommun import contact_file
from samverkan.editor.choices import known
from samverkan.editor.desk import Answer, Desk
from samverkan.editor.fields import Field
from samverkan.editor.folder import Opened
from samverkan.editor.form import Form
from samverkan.editor.posted import Posted, Sent
from samverkan.editor.saving import Change, change_of, tried, write
from samverkan.kinds import Funktion, Kontakt, Verksamhet
from samverkan.phrases import count_of
from samverkan.resolve import Model
from samverkan.writing.text import NotWritten

# Whom a contact is to is said by its heading.
WITHOUT = ("namn", "funktion", "verksamhet", "källor")
STALE = "Någon har ändrat kontakterna efter att du öppnade sidan. Ladda om den och gör om det du ändrade."
NOT_WRITTEN = "En av filerna är skriven på ett sätt som inte går att ändra här. Inget sparades."


def left(model: Model) -> list[Funktion | Verksamhet]:
    """Those that a kommun needs a contact to and has none filled in."""
    there = {one.till.id for one in model.all(Kontakt) if one.ifylld and one.till}
    return [one for one in _needed(model) if one.id not in there]


def contacts(desk: Desk, sent: Sent | None) -> Answer:
    """Every contact as rows of fields: those there are, and those that are needed."""
    _, model, _ = desk.folder.model()
    opened = {id: desk.folder.open(Kontakt, id) for id in _ids(desk, model)}
    needed = {one.id: one for one in _needed(model)}
    data = {id: one.now or _blank(needed[id]) for id, one in opened.items()}
    problem, errors, warnings, wrong, saved = "", 0, [], {}, False
    if sent is not None:
        data = {id: Posted(sent).part(Kontakt, id, now) for id, now in data.items()}
        changes = [_change(desk, opened[id], now, needed.get(id)) for id, now in data.items() if _said(opened[id], now)]
        if any(sent.get(f"version.{id}", [""])[0] != one.version for id, one in opened.items()):
            problem = STALE
        else:
            try:
                done = tried(desk.folder, changes)
            except NotWritten:
                problem = NOT_WRITTEN
            else:
                wrong = {change.opened.id: done.wrong.get(change.opened.file, {}) for change in changes}
                errors, warnings = done.errors, desk.told([*done.elsewhere, *done.warnings])
                if not errors:
                    write(desk.folder, done)
                    saved = True
                    opened = {id: desk.folder.open(Kontakt, id) for id in opened}
    groups = []
    for id, one in data.items():
        form = Form(Kontakt.kind, known(model, {}), without=WITHOUT)
        form.wrong = {f"{id}.{name}".rstrip("."): desk.told(found) for name, found in wrong.get(id, {}).items()}
        above = form.wrong.get(id, [])
        groups.append((id, str(one.get("namn", id)), _fields(form, one, id), opened[id].version, above))
    return desk.show(
        "kontakter",
        "Kontakter",
        grupper=groups,
        problem=problem,
        antal=errors,
        varningar=warnings,
        klart=_saved(desk) if saved else desk.said,
    )


def _saved(desk: Desk) -> str:
    left_now = len(left(desk.folder.model()[1]))
    return f"Sparat. {count_of(left_now, 'kontakt är inte ifylld', 'kontakter är inte ifyllda')}."


def _needed(model: Model) -> list[Funktion | Verksamhet]:
    things: list[Funktion | Verksamhet] = [*model.all(Verksamhet), *model.all(Funktion)]
    return [one for one in things if one.kontakt_behövs]


def _ids(desk: Desk, model: Model) -> list[str]:
    """Those that are needed in the model's order, and then the kommun's others."""
    sources = desk.folder.model()[0]
    there = [one.stem for one in sources.own if one.kind is Kontakt]
    reached = {one.till.id for one in model.all(Kontakt) if one.till}
    needed = [one.id for one in _needed(model) if one.id in there or one.id not in reached]
    return list(dict.fromkeys([*needed, *there]))


def _blank(thing: Funktion | Verksamhet) -> dict[str, Any]:
    return {"id": thing.id, "namn": thing.namn, thing.kind: thing.id}


def _said(opened: Opened, now: dict[str, Any]) -> bool:
    """Whether there is anything new to write: a contact that is only a name is not begun."""
    begun = now.keys() - {"id", "namn", "funktion", "verksamhet"}
    return now != opened.now and bool(opened.now or begun)


def _change(desk: Desk, opened: Opened, now: dict[str, Any], needed: Funktion | Verksamhet | None) -> Change:
    if not opened.text and needed:
        # The same file as a new kommun gets, with its help.
        text = contact_file(_blank(needed))
        opened = Opened(opened.kind, opened.id, opened.file, {}, {}, {}, text)
    return change_of(desk.folder, opened, now, {})


def _fields(form: Form, data: dict[str, Any], id: str) -> list[Field]:
    return [one for one in form.fields(Kontakt, data, id) if one.name.rpartition(".")[2] not in WITHOUT]
