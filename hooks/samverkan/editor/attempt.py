"""Trying and saving what a form says, and how it went in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from samverkan.editor.desk import Desk
from samverkan.editor.draft import Draft
from samverkan.editor.saving import Tried, change_of, tried, write
from samverkan.editor.smallest import emptied
from samverkan.editor.told import Told
from samverkan.writing.text import NotWritten

STALE = "Någon har ändrat det här efter att du öppnade det. Öppna det igen och gör om ändringen."
NOT_WRITTEN = "Filen är skriven på ett sätt som inte går att ändra här. Inget sparades. Be den som sköter webben."
EMPTY = "Länets text gäller när fältet är tomt."
FILL_IN = "Det går inte att ta bort. Kopiera tillbaka texten, eller skriv det som gäller hos er."
NOTHING = "Inget är ändrat, så det finns inget att spara."


@dataclass
class Outcome:
    """How it went; `done` is None where nothing was tried."""

    done: Tried | None = None
    problem: str = ""
    errors: int = 0
    wrong: dict[str, list[Told]] = field(default_factory=dict)  # by the field's name
    elsewhere: list[Told] = field(default_factory=list)
    warnings: list[Told] = field(default_factory=list)
    saved: str = ""  # what to say when it is saved


def attempt(desk: Desk, draft: Draft, version: str, save: bool) -> Outcome:
    """Make the whole check of what a draft says, and write it when `save` and nothing new is wrong."""
    opened = draft.opened
    if version != opened.version:
        return Outcome(problem=STALE)
    if opened.deviates and (names := list(emptied(opened.base, opened.now, draft.wanted))):
        wrong = {draft.name_of(name): [Told("", "", EMPTY, FILL_IN)] for name in names}
        return Outcome(errors=len(wrong), wrong=wrong)
    try:
        change = change_of(desk.folder, opened, draft.wanted, draft.head)
        if change.data == opened.own:
            return Outcome(problem=NOTHING)
        done = tried(desk.folder, [change])
    except NotWritten:
        return Outcome(problem=NOT_WRITTEN)
    here = opened.file
    result = Outcome(done, errors=done.errors)
    result.wrong = {draft.name_of(name): desk.told(found, here) for name, found in done.wrong.get(here, {}).items()}
    result.elsewhere, result.warnings = desk.told(done.elsewhere, here), desk.told(done.warnings, here)
    if save and not done.errors:
        write(desk.folder, done)
        result.saved = "Sparat." if change.data else "Sparat. Länets text gäller hos er igen."
    return result
