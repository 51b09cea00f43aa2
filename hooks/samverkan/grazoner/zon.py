"""What a gray zone is: where it is, what is seen there, and what the sources and the law say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samverkan.kinds import Källhänvisning, Lärdom, Ref, Thing
from samverkan.kinds.base import first_sentences
from samverkan.phrases import once, spot
from samverkan.slug import slug

# The others are what works already, and what staff have asked for.
RESEARCH = ("slutsats", "rekommendation", "risk", "svaghet")


@dataclass(frozen=True)
class Sort:
    """A kind of gray zone: its id, its heading, what it means in a sentence, and the rule that finds it."""

    id: str
    namn: str
    ingress: str
    regel: str


@dataclass(frozen=True)
class Plats:
    """A place on a page: the thing, what the place is called, its address; whom it names, and what it says."""

    sak: Thing
    namn: str
    url: str
    vem: tuple[Thing, ...] = ()
    säger: str = ""


@dataclass(frozen=True)
class Gråzon:
    """One gray zone. `syns` is the engine's own sentence; `sagt` is what the model itself says, each under a label."""

    sort: Sort
    platser: tuple[Plats, ...]
    syns: str
    vem: tuple[Thing, ...] = ()
    sagt: tuple[tuple[str, str], ...] = ()
    källor: tuple[Källhänvisning, ...] = ()
    lagrum: tuple[Thing, ...] = ()

    @property
    def id(self) -> str:
        """Its anchor on the page: the kind, the thing and the part of it, of the first place."""
        first = self.platser[0]
        return slug(f"{self.sort.id} {first.sak.folder} {first.sak.id} {first.url.partition('#')[2]}")

    @property
    def lärdomar(self) -> list[Lärdom]:
        """What the research concludes, advises or warns of, in lärdomar that name a thing where the zone is."""
        users = [(user, place) for plats in self.platser for user, place in plats.sak.används_av]
        # The form that a lärdom is about has a hundred of them, and none is about just this.
        named = [user for user, place in users if isinstance(user, Lärdom) and place[0] != "form"]
        return list({one.id: one for one in named if one.typ in RESEARCH and not one.utgår}.values())


def at(thing: Thing, *place: str | int, vem: Iterable[Ref[Thing]] = (), säger: str = "") -> Plats:
    """A place in a thing, as links name it and lead to it; of a task in several sentences the first is its name."""
    name, url = spot(thing, place) if place else (thing.namn, thing.url)
    return Plats(thing, first_sentences(name, 1).removesuffix("."), url, things(vem), säger)


def things(refs: Iterable[Ref[Thing]]) -> tuple[Thing, ...]:
    """What references point at, each once, in their order."""
    return tuple({ref.id: ref.saken for ref in refs}.values())


def cited(*lists: Iterable[Källhänvisning]) -> tuple[Källhänvisning, ...]:
    """Every place in every source of some lists, once."""
    return tuple(once(source for sources in lists for source in sources))
