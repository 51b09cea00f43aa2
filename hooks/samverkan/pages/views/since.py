"""What is new since a reader was here last: of one thing, for one funktion, and of all that staff act on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from samverkan.kinds import Funktion, Kontakt, Rutin, Thing
from samverkan.local.changes import Change
from samverkan.local.told import Told, told
from samverkan.pages.plain_text import literal
from samverkan.reading.git_log import History
from samverkan.resolve import Model

# What staff act on, in the order it is told.
ACTED_ON = (
    *("situation", "fråga", "rutin", "trappa", "checklista", "sekretess", "lagrum", "lucka"),
    *("forum", "avtal", "blankett", "beslut", "samverkansform", "kontakt", "funktion", "verksamhet", "region"),
)
# So long back is new; a page shows so many changes of its thing, and of a funktion's work.
NEW = timedelta(days=90)
MOST = 6
FEW = 3
# These say what a routine is as a whole, to everybody in it.
OF_ALL = ("namn", "sammanfattning", "börjar_när", "resultat", "gäller", "om_fara")


@dataclass(frozen=True)
class News:
    """One row: the day, what it is about (with its step), and what is new in a few words."""

    day: date
    thing: Thing
    step: str
    what: str

    @property
    def name(self) -> str:
        """What it is called: the thing, and which of its steps."""
        names = {steg.id: steg.namn for steg in self.thing.steg} if isinstance(self.thing, Rutin) else {}
        return f"{self.thing.kortnamn}, {names[self.step]}" if self.step else self.thing.kortnamn

    @property
    def url(self) -> str:
        """Where it can be read."""
        return f"{self.thing.url}#steg-{self.step}" if self.step else self.thing.url


class Since:
    """The history of a model, as its pages ask for it."""

    def __init__(self, model: Model, history: History) -> None:
        self.model, self.history = model, history

    @cached_property
    def all(self) -> list[Told]:
        """Everything that readers are told of, the latest first."""
        return told(self.history, self.model.names, self.model.region.nya_fältnamn)

    @property
    def begins(self) -> date | None:
        """The first day of the history; None where there is none at all."""
        return self.history.begins

    def of(self, thing: Thing) -> list[Told]:
        """What has changed in one thing, the latest first."""
        return [one for one in self.all if one.kind is type(thing) and one.id == thing.id]

    def shown(self, days: list[Told]) -> tuple[list[Told], list[Told]]:
        """A thing's changes, the latest first: as many as its page shows at once, and the rest, which it folds."""
        first: list[Told] = []
        rest: list[Told] = []
        for one in days:
            room = MOST - sum(len(other.substance) for other in first)
            if room > 0:
                first.append(replace(one, substance=one.substance[:room]))
            if room <= 0 or len(one.substance) > room:
                rest.append(replace(one, substance=one.substance[room:], wording=0) if room > 0 else one)
        return first, rest

    def count(self, days: list[Told]) -> int:
        """How many changes some days have, as the page tells them: each in substance, else the day."""
        return sum(max(len(one.substance), 1) for one in days)

    def latest(self) -> list[tuple[date, list[tuple[str, list[Told]]]]]:
        """What staff act on, by day and then by kind; of ninety days."""
        days: dict[date, dict[str, list[Told]]] = {}
        for one in self.all:
            told_of = one.new or one.gone or one.substance
            if one.kind.kind in ACTED_ON and told_of and one.day > self.model.today - NEW:
                days.setdefault(one.day, {}).setdefault(one.kind.kind, []).append(one)
        return [
            (day, [(kinds[kind][0].kind.plural, kinds[kind]) for kind in ACTED_ON if kind in kinds])
            for day, kinds in days.items()
        ]

    def thing_of(self, one: Told) -> Thing | None:
        """The thing that a change is about, if it is still there."""
        return self.model.things.get(one.kind.kind, {}).get(one.id)

    def what(self, one: Told) -> str:
        """What has happened, in a few words: each field or part that changed once, and how many more there are."""
        if not (one.new or one.gone):
            return _wheres(one)
        thing = self.thing_of(one)
        if one.own and thing and thing.utgår:
            return "finns inte hos oss"
        # The kommun's file is gone, or came, and the county's thing is there all the while.
        if (
            one.own
            and thing
            and not one.kind.always_own
            and not (thing.avvikelse and thing.avvikelse.verb == "tillägg")
        ):
            return "vår egen ändring" if one.new else "vår egen ändring är borttagen"
        return "ny" if one.new else "borttagen"

    def link(self, one: Told) -> str:
        """The name of what has changed, leading to it if it is still there."""
        name, url = literal(self.name(one)), self.url(one)
        return f"[{name}]({url})" if url else name

    def name(self, one: Told) -> str:
        """What it is called today, or was; a kommun's own change of the county's thing says no name."""
        thing = self.thing_of(one)
        return thing.kortnamn if thing else one.name

    def url(self, one: Told) -> str:
        """Where what has changed can be read; empty if it is gone."""
        thing = self.thing_of(one)
        # A contact has a place of its own only once it is filled in.
        empty = isinstance(thing, Kontakt) and not thing.ifylld
        return "" if thing is None else thing.url.partition("#")[0] if empty else thing.url

    def news_for(self, funktion: Funktion) -> list[News]:
        """What is new for a funktion, the latest first: its steps, routines it is in, what else names it."""
        ids = {funktion.id, *(ref.id for ref in funktion.ingår_i)}
        named_in = {(thing.kind, thing.id) for thing, _ in funktion.används_av}
        rows: list[News] = []
        for one in self.all:
            thing = self.thing_of(one)
            if thing is None or one.day <= self.model.today - NEW:
                continue
            if isinstance(thing, Rutin):
                rows += _lost(one, thing, ids)
                rows += _in_routine(one, thing, ids, self.what(one))
            elif (thing.kind, thing.id) in named_in and one.kind.kind in ACTED_ON and (one.new or one.substance):
                rows.append(News(one.day, thing, "", self.what(one)))
        return rows


def _wheres(one: Told) -> str:
    found = list(dict.fromkeys(_where(change) for change in one.substance))
    return "; ".join(found[:FEW]) + (f" och {len(found) - FEW} till" if len(found) > FEW else "")


def _where(change: Change) -> str:
    """The field or part that changed; one that is gone as a whole says so."""
    way = change.rubrik.split(" › ")
    return f"{'Borttaget: ' if change.after is None and len(way) < 3 else ''}{' › '.join(way[:2])}"


def _lost(one: Told, rutin: Rutin, ids: set[str]) -> Iterator[News]:
    """The steps that who has one of these ids had in a routine, and no longer has."""
    for roles in one.roles:
        if ids & roles.before and not ids & (roles.after or set()):
            gone = "är borttaget" if roles.after is None else "är inte längre ditt"
            yield News(one.day, rutin, "", f"steget ”{roles.step}” {gone}")


def _in_routine(one: Told, rutin: Rutin, ids: set[str], what: str) -> Iterator[News]:
    """The changes of a routine that concern who has one of these ids: one row for each step, and one for the whole."""
    mine = [steg.id for steg in rutin.steg if ids & {*steg.berörda}]
    if not mine:
        return
    if one.new or one.gone:
        yield News(one.day, rutin, "", what)
    found: dict[str, list[str]] = {}
    for change in one.substance:
        field, way = change.where.rpartition(" › ")[2], change.rubrik.split(" › ")
        if change.part in mine:
            found.setdefault(change.part, []).append(" › ".join(way[2:]) or "nytt steg")
        elif not change.part and field in OF_ALL:
            found.setdefault("", []).append(way[-1])
    for step, fields in found.items():
        yield News(one.day, rutin, step, ", ".join(dict.fromkeys(text[:1].lower() + text[1:] for text in fields)))
