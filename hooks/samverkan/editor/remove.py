"""A thing of one's own taken away, or one of the county's that a kommun has none of; and taken back."""

from __future__ import annotations

from samverkan.editor.attempt import NOT_WRITTEN, STALE, Outcome
from samverkan.editor.choices import known
from samverkan.editor.desk import Answer, Desk, action
from samverkan.editor.draft import Draft
from samverkan.editor.posted import Sent
from samverkan.editor.saving import Change, change_of, tried, write
from samverkan.kinds import Beslut, Kontakt, Thing
from samverkan.writing.text import NotWritten


def remove(desk: Desk, kind: type[Thing], id: str, sent: Sent | None) -> Answer:
    """Ask first; then take away what is the publisher's own, or say that the kommun has none of it."""
    if kind is Beslut:
        return desk.missing()
    draft, outcome = Draft(desk.folder.open(kind, id)), Outcome()
    opened = draft.opened
    name = str(opened.now.get("namn", id))
    county, gone = bool(opened.base), opened.own.get("utgår") == "ja"
    if sent is not None and action(sent):
        draft.take(sent)
        head = draft.head if gone else {**draft.head, "utgår": "ja"}
        try:
            change = change_of(desk.folder, opened, opened.now, head) if county else Change(opened, {}, {})
            done = tried(desk.folder, [change])
            outcome = Outcome(done, "", done.errors, elsewhere=desk.told(done.elsewhere, opened.file))
            outcome.wrong = {at: desk.told(found, opened.file) for at, found in done.wrong.get(opened.file, {}).items()}
            if sent.get("version", [""])[0] != opened.version:
                outcome.problem = STALE
            elif not done.errors:
                write(desk.folder, done)
                return desk.to(_back(kind, id, county), f"{name} {_done(county, gone)}")
        except NotWritten:
            outcome.problem = NOT_WRITTEN
    there = known(desk.folder.model()[1], opened.now)
    why = draft.why(there, outcome.wrong) if county and not gone else []
    shown = {inner.name for one in why for inner in (one, *one.inside)}
    return desk.show(
        "bort",
        f"Ta tillbaka: {name}" if gone else f"Ta bort: {name}",
        sort=kind,
        id=id,
        länets=county,
        borta=gone,
        varför=why,
        version=opened.version,
        problem=outcome.problem,
        antal=outcome.errors,
        fel=[*(one for at, found in outcome.wrong.items() if at not in shown for one in found), *outcome.elsewhere],
        varningar=[],
    )


def _back(kind: type[Thing], id: str, county: bool) -> str:
    if county:
        return f"sak/{kind.folder}/{id}"
    return "kontakter" if kind is Kontakt else f"sort/{kind.folder}"


def _done(county: bool, gone: bool) -> str:
    if gone:
        return "finns hos er igen, med länets text."
    return "finns inte längre hos er." if county else "är borttagen."
