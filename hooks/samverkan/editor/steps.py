"""A list of large parts, such as a routine's steps: added, taken away, taken back, and moved."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.editor.attempt import Outcome, attempt
from samverkan.editor.choices import known, name_of, on_its_own, rows_of
from samverkan.editor.desk import Answer, Desk, action
from samverkan.editor.draft import Draft
from samverkan.editor.folder import Data, Opened
from samverkan.editor.places import WHY
from samverkan.editor.posted import Sent
from samverkan.editor.rows import moved
from samverkan.editor.shapes import label, shape_of
from samverkan.editor.told import Told
from samverkan.kinds import Thing
from samverkan.local.locks import lock_at, sections


@dataclass(frozen=True)
class Step:
    """A part in the list, and what can be done with it."""

    id: str
    name: str
    mine: bool
    locked: bool
    laws: str
    up: bool
    down: bool


def steps(desk: Desk, kind: type[Thing], id: str, key: str, sent: Sent | None) -> Answer:
    """Show the list; check and save what a button said, with the reason that was written."""
    opened = desk.folder.open(kind, id)
    info = kind.model_fields.get(key)
    if info is None or not on_its_own(shape_of(info)):
        return desk.missing()
    draft, outcome = Draft(opened), Outcome()
    if sent is not None:
        draft.take(sent)
        draft.data = {**opened.now, key: _after(opened, key, action(sent))}
        outcome = attempt(desk, draft, sent.get("version", [""])[0], save=True)
        if outcome.saved:
            opened = desk.folder.open(kind, id)
    there = known(desk.folder.model()[1], opened.now)
    laws = there.things.get("lagrum", {})
    gone = [one for one in rows_of(opened.base.get(key)) if one["id"] not in {row["id"] for row in _rows(opened, key)}]
    return desk.show(
        "delar",
        f"{label(key, info)}: {opened.now.get('namn', id)}",
        sort=kind,
        id=id,
        nyckel=key,
        steg=_steps(opened, key, laws),
        borta=[(one["id"], name_of(one)) for one in gone],
        varför=draft.why(there, outcome.wrong),
        version=opened.version,
        problem=outcome.problem,
        antal=outcome.errors,
        fel=_apart(outcome),
        varningar=outcome.warnings,
        klart=outcome.saved or desk.said,
    )


def _apart(outcome: Outcome) -> list[Told]:
    """What is wrong but for the reason, which its own fields show."""
    rest = [one for name, found in outcome.wrong.items() if not name.startswith(f"{WHY}.") for one in found]
    return [*rest, *outcome.elsewhere]


def _rows(opened: Opened, key: str) -> list[Data]:
    return rows_of(opened.now.get(key))


def _after(opened: Opened, key: str, wish: str) -> list[Data]:
    """The rows after what a button said."""
    rows = _rows(opened, key)
    verb, _, id = wish.partition(":")
    ids = [one["id"] for one in rows]
    if verb == "åter":
        county = rows_of(opened.base.get(key))
        order = [one["id"] for one in county]
        back = next((one for one in county if one["id"] == id), None)
        before = [i for i, one in enumerate(ids) if one in order[: order.index(id)]] if back else []
        return [*rows[: max(before, default=-1) + 1], *([back] if back else []), *rows[max(before, default=-1) + 1 :]]
    if id in ids and verb in ("bort", "upp", "ned"):
        return list(moved({key: rows}, verb, f"{key}.{ids.index(id)}")[key])
    return rows


def _steps(opened: Opened, key: str, laws: dict[str, str]) -> list[Step]:
    county = {one["id"]: one for one in rows_of(opened.base.get(key))}
    rows = _rows(opened, key)
    free = not opened.base
    thing = lock_at(opened.kind.kind, (), opened.base, None)
    result = []
    for i, one in enumerate(rows):
        mine = free or one["id"] not in county
        lock = None if mine else lock_at(opened.kind.kind, (key, 0), county[one["id"]], thing)
        named = ", ".join(laws.get(id, id) for id in sections(lock.part)[:3]) if lock and lock.whole else ""
        # A kommun's own can stand after one of the county's, never before the first.
        up, down = mine and i > (0 if free else 1), mine and i + 1 < len(rows)
        result.append(Step(one["id"], name_of(one), mine and not free, bool(lock and lock.whole), named, up, down))
    return result
