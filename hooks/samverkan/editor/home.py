"""The first page: what can be done, what waits; and lists of things to open."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.commands.new_kommun import new_kommun
from samverkan.editor.contacts import left
from samverkan.editor.desk import Answer, Desk, action, whose
from samverkan.editor.posted import Sent
from samverkan.kinds import KINDS, Beslut, Huvudman, Kontakt, Lagrum, Rutin, Thing
from samverkan.kinds.base import swedish
from samverkan.reading.folders import kommuner
from samverkan.reading.settings import NONE

# What an editor changes most, first in the list.
FIRST = ("rutiner", "fragor", "situationer", "checklistor", "forum", "ordlista", "blanketter", "luckor", "ovningar")


@dataclass(frozen=True)
class Row:
    """A thing in a list, and how it stands with it."""

    id: str
    name: str
    state: str


def home(desk: Desk) -> Answer:
    """What can be done, and how much waits of each."""
    _, model, findings = desk.folder.model()
    errors = desk.told([one for one in findings if one.severity == "fel"])
    outdated = [one for one in model.own.deviations if one.outdated] if desk.kommun else []
    decided = {f"{one.sak.kind}:{one.sak.id}" for one in model.all(Beslut)}
    undecided = sum(f"rutin:{one.id}" not in decided for one in model.all(Rutin) if not one.utgår)
    waits = {"kontakter": len(left(model)) if desk.kommun else 0, "granska": len(outdated), "obeslutade": undecided}
    return desk.show("start", "Vad vill du göra?", fel=errors, väntar=waits, sorter=kinds(desk))


def kinds(desk: Desk) -> list[type[Thing]]:
    """The kinds that the publisher may change, what is changed most first."""
    there = [kind for kind in KINDS if not (desk.kommun and (kind.locked or kind is Lagrum))]
    return sorted(there, key=lambda kind: FIRST.index(kind.folder) if kind.folder in FIRST else len(FIRST))


def list_of(desk: Desk, kind: type[Thing]) -> Answer:
    """Every thing of a kind, those too that are wrong and so not in the model."""
    sources, model, _ = desk.folder.model()
    things = model.things.get(kind.kind, {})
    rows = [Row(one.id, one.namn, _state(one)) for one in sorted(things.values(), key=lambda one: one.sort_key)]
    documents = {one.stem: one for one in (*sources.common, *sources.own) if one.kind is kind}
    wrong = [Row(id, str(one.data.get("namn", id)), "har fel") for id, one in documents.items() if id not in things]
    own = desk.kommun is None or kind is not Huvudman
    return desk.show("lista", kind.plural, sort=kind, rader=[*wrong, *rows], ny=own and kind is not Beslut)


def links(desk: Desk) -> Answer:
    """How a text links to each thing: what is copied into it."""
    _, model, _ = desk.folder.model()
    groups = [
        (kind.plural, sorted(model.things[kind.kind].values(), key=lambda one: swedish(one.namn)))
        for kind in KINDS
        if model.things.get(kind.kind)
    ]
    return desk.show("lankar", "Länka i en text", grupper=groups)


def choose(desk: Desk, sent: Sent | None) -> Answer:
    """Whose model is edited; a kommun without a folder gets one, ready to fill in."""
    there = kommuner(desk.root)
    known = {one.id: one for one in desk.folder.model()[1].all(Huvudman) if one.typ == "kommun"}
    wanted = action(sent)
    if wanted == NONE or wanted in there:
        desk.choose(whose(wanted))
        return desk.to("")
    if wanted in known:
        new_kommun(desk.root, wanted)
        desk.choose(wanted)
        return desk.to("", f"{known[wanted].namn} har nu en egen mapp. Börja med kontakterna.")
    rows = sorted(known.values(), key=lambda one: swedish(one.namn))
    return desk.show("valj", "Vem skriver du för?", finns=there, kommuner=rows, gemensam=NONE)


def _state(thing: Thing) -> str:
    if thing.utgår:
        return "finns inte hos oss"
    if isinstance(thing, Kontakt):
        return "" if thing.ifylld else "inte ifylld"
    if thing.avvikelse is None:
        return ""
    return "vår egen" if thing.avvikelse.verb == "tillägg" else "ändrad hos oss"
