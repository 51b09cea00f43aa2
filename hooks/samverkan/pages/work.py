"""My work: all that the model holds for one funktion, or for one verksamhet with its funktioner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samverkan.kinds import (
    Ansvarsmatris,
    Forum,
    Funktion,
    Kontakt,
    Rutin,
    Samverkansform,
    Sekretess,
    Situation,
    Steg,
    Thing,
    Verksamhet,
)
from samverkan.kinds.ansvarsmatris import Uppgift
from samverkan.kinds.base import MedRoller
from samverkan.kinds.labels import Roll
from samverkan.kinds.steg import Punkt
from samverkan.pages.checklists import FunktionsChecklista, RutinChecklista, checklists, sections
from samverkan.resolve import Model, references

Steps = list[tuple[Rutin, list[tuple[Steg, list[Roll]]]]]
Tasks = list[tuple[Verksamhet, list[tuple[Uppgift, list[Roll]]]]]


@dataclass(frozen=True)
class Work:
    """What concerns a funktion or a verksamhet; each property is a part of its page, in the model's order."""

    model: Model
    ting: Funktion | Verksamhet

    @property
    def funktioner(self) -> list[Funktion]:
        """The funktioner it covers: its own, and the broader ones that they belong to."""
        own = _members(self.model, self.ting)
        return list({f.id: f for one in own for f in (one, *(ref.saken for ref in one.ingår_i))}.values())

    @property
    def verksamheter(self) -> list[Verksamhet]:
        """The verksamheter it belongs to; a verksamhet is its own."""
        return [self.ting] if isinstance(self.ting, Verksamhet) else [ref.saken for ref in self.ting.verksamheter]

    @property
    def steg(self) -> Steps:
        """Per routine, the steps in which any of its funktioner has a role, with the roles."""
        return steps(self.model, self.funktioner)

    @property
    def egna(self) -> Steps:
        """Per routine, the steps that it answers for or does."""
        return _where(self.steg, acts=True)

    @property
    def andras(self) -> Steps:
        """Per routine, the steps of others in which it is asked or told."""
        return _where(self.steg, acts=False)

    @property
    def per_funktion(self) -> list[tuple[Funktion, Steps]]:
        """Each funktion by itself, with its steps; the one with the most first."""
        found = [(funktion, _where(steps(self.model, [funktion]), acts=True)) for funktion in self.funktioner]
        return sorted(found, key=lambda pair: -sum(len(own) for _, own in pair[1]))

    @property
    def plikter(self) -> Steps:
        """The steps that the law demands (`låst`, `personlig_plikt`) and that it answers for or does."""
        found = []
        for rutin, own in self.egna:
            duties = [(s, roles) for s, roles in own if s.låst or s.personlig_plikt]
            if duties:
                found.append((rutin, duties))
        return found

    def krav(self, steg: Steg) -> list[Punkt]:
        """The points of a step that rest on law and are its own: what the law demands, without the model's advice."""
        ids = {funktion.id for funktion in self.funktioner}
        law = [p for p in steg.punkter if p.lagrum and not p.stöd]
        return [p for p in law if ids & {ref.id for ref in (p.för or steg.huvudansvarig)}]

    @property
    def checklistor(self) -> list[RutinChecklista]:
        """The checklists of its funktioner."""
        ids = {funktion.id for funktion in self.funktioner}
        return [lista for rutin in self.model.all(Rutin) for lista in checklists(rutin, ids)]

    @property
    def checklista(self) -> FunktionsChecklista | None:
        """All its points in one list; None for a verksamhet, and where one routine has them all."""
        if not isinstance(self.ting, Funktion):
            return None
        ids = {funktion.id for funktion in self.funktioner}
        found = [(rutin, avsnitt) for rutin in self.model.all(Rutin) if (avsnitt := sections(rutin, ids))]
        return FunktionsChecklista(self.ting, found) if len(found) > 1 else None

    @property
    def forum(self) -> list[tuple[Forum, list[Funktion], list[Funktion]]]:
        """The forums where its funktioner meet: (forum, those who convene it, those who take part)."""
        found = []
        for forum in self.model.all(Forum):
            convener = forum.sammankallande and forum.sammankallande.id
            members = {ref.id for ref in forum.deltagare}
            convenes = [f for f in self.funktioner if f.id == convener]
            takes_part = [f for f in self.funktioner if f.id in members]
            if convenes or takes_part:
                found.append((forum, convenes, takes_part))
        return found

    @property
    def situationer(self) -> list[Situation]:
        """What those who work in its verksamheter meet most often."""
        ids = {verksamhet.id for verksamhet in self.verksamheter}
        return [one for one in self.model.all(Situation) if ids & {ref.id for ref in one.vanlig_i}]

    @property
    def sekretess(self) -> list[Sekretess]:
        """What may be said, for those who work in its verksamheter."""
        ids = {verksamhet.id for verksamhet in self.verksamheter}
        return [page for page in self.model.all(Sekretess) if ids & {ref.id for ref in page.verksamheter}]

    @property
    def kontakter(self) -> list[Funktion | Verksamhet]:
        """Whom it needs to reach in its steps, and itself where others reach it by a contact."""
        needed: list[Funktion | Verksamhet] = [
            ref.saken for _, own in self.egna for steg, _ in own for ref in steg.kontakta
        ]
        reached = [kontakt.till.till for kontakt in self.model.all(Kontakt) if kontakt.ifylld and kontakt.till]
        if self.ting.kontakt_behövs or any(thing is self.ting for thing in reached):
            needed.append(self.ting)
        return list({(thing.kind, thing.id): thing for thing in needed}.values())

    @property
    def ansvar(self) -> list[tuple[Ansvarsmatris, Tasks]]:
        """Per matrix and verksamhet of its own, the tasks in which that verksamhet has a role."""
        found = []
        for matris in self.model.all(Ansvarsmatris):
            rows = [(v, [(u, u.roll(v.id)) for u in matris.uppgifter if u.roll(v.id)]) for v in self.verksamheter]
            if rows := [(v, tasks) for v, tasks in rows if tasks]:
                found.append((matris, rows))
        return found

    @property
    def samverkansformer(self) -> list[Samverkansform]:
        """The forms that its verksamheter are part of: those that name them, and those they name."""
        named = {ref.id for v in self.verksamheter for _, ref in references(v) if ref.kind == "samverkansform"}
        naming = {user.id for v in self.verksamheter for user, _ in v.används_av if user.kind == "samverkansform"}
        return [form for form in self.model.all(Samverkansform) if form.id in named | naming]


def steps(model: Model, funktioner: list[Funktion]) -> Steps:
    """Per routine, the steps in which any of the funktioner has a role, with its roles."""
    ids = {funktion.id for funktion in funktioner}
    found = []
    for rutin in model.all(Rutin):
        own = [(steg, _told([r for r, refs in steg.roller if ids & {ref.id for ref in refs}])) for steg in rutin.steg]
        if own := [(steg, roles) for steg, roles in own if roles]:
            found.append((rutin, own))
    return found


def _where(steps: Steps, acts: bool) -> Steps:
    """The steps in which somebody acts, or only is asked or told."""
    kept = [
        (rutin, [(steg, roles) for steg, roles in own if any(r.handlar for r in roles) == acts]) for rutin, own in steps
    ]
    return [(rutin, own) for rutin, own in kept if own]


def _told(roles: list[Roll]) -> list[Roll]:
    """The roles as they are said: one who answers for a step, or does it, does not ask or tell oneself."""
    return [role for role in roles if role.handlar] or roles


def marks(part: MedRoller[Thing]) -> str:
    """Who has which roles, for a script to read: ”anmalare:hu rektor:k”; a letter for each role of HUKI."""
    return " ".join(f"{id}:{''.join(role.bokstav for role in part.roll(id))}" for id in part.berörda)


def words_of_roles() -> str:
    """What each letter of `marks` says, and which of them act, as attributes for the script that shows them."""
    words = "|".join(f"{roll.bokstav}={roll.sägs}" for roll in Roll)
    return f'data-roller="{words}" data-handlar="{"".join(roll.bokstav for roll in Roll if roll.handlar)}"'


def choices(model: Model) -> list[tuple[str, str, list[tuple[Thing, list[str]]]]]:
    """What a visitor can choose: (heading, key in the address, each thing with the ids of what it covers)."""
    return [
        ("Funktioner", "som", [_covers(model, funktion) for funktion in model.all(Funktion)]),
        ("Verksamheter", "pa", [_covers(model, verksamhet) for verksamhet in model.all(Verksamhet)]),
    ]


def staff(model: Model, verksamheter: Iterable[Verksamhet]) -> list[str]:
    """The ids of the funktioner in some verksamheter; not the broader ones, which everybody shares."""
    broader = {ref.id for funktion in model.all(Funktion) for ref in funktion.ingår_i}
    ids = {verksamhet.id for verksamhet in verksamheter}
    found = [f.id for f in model.all(Funktion) if ids & {ref.id for ref in f.verksamheter}]
    return sorted(set(found) - broader)


def _covers(model: Model, ting: Funktion | Verksamhet) -> tuple[Thing, list[str]]:
    return ting, [funktion.id for funktion in Work(model, ting).funktioner]


def _members(model: Model, ting: Funktion | Verksamhet) -> list[Funktion]:
    if isinstance(ting, Funktion):
        return [ting]
    return [f for f in model.all(Funktion) if any(ref.till is ting for ref in f.verksamheter)]
