"""Ids become objects, and every thing learns what points at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from samverkan.findings import Finding
from samverkan.kinds import BY_NAME, LINK, THING_TARGET, Ref, Region, Thing
from samverkan.kinds.base import Jurist, Place
from samverkan.kinds.deviation import Local
from samverkan.kinds.installningar import Inställningar, unread
from samverkan.phrases import parts

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True)
class Model:
    """The whole model: things by kind and id. `today` decides which reviews are overdue. Nothing in it changes."""

    things: dict[str, dict[str, Thing]]
    today: date
    # The publisher's settings: the kommun's where one is built, else the county's.
    settings: Inställningar
    region: Region
    # Which kommuner have a file of their own for a thing, by its folder and id.
    deviating: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    # Every single value inside the things, with its place.
    values: list[tuple[Thing, Place, Any]] = field(default_factory=list)
    local: Local | None = None  # which kommun it is and its deviations, if one is built
    county: Inställningar | None = None  # the county's settings, if a kommun is built
    # What each thing's files say together, as plain data, by its kind and id.
    data: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    @property
    def own(self) -> Local:
        """What the kommun has of its own; raises LookupError for the county's model."""
        if self.local is None:
            raise LookupError("modellen är länets, ingen kommuns")
        return self.local

    @property
    def avvikelser_till(self) -> str | None:
        """Where staff write when working together does not go as a routine says: the publisher's, else the county's."""
        known = [one.samverkansavvikelser for one in (self.settings, self.county) if one]
        return next((address for address in known if address), None)

    def all(self, kind: type[T]) -> list[T]:
        """Every thing of a kind that the publisher has, in the order of its sort_key.

        What a kommun has none of (Thing.utgår) is in `things`, `get` and `everything` only.
        """
        return [thing for thing in self._of(kind).values() if not thing.utgår]

    def get(self, kind: type[T], id: str) -> T:
        """One thing; KeyError if there is none."""
        return self._of(kind)[id]

    def lawyer(self, thing: Thing | None = None) -> Jurist | None:
        """A lawyer's reading of a thing as it is shown, or of all of it; None where what is shown was read by nobody.

        A reading of the common text says nothing of what a kommun has changed.
        """
        if thing is None:
            return None if self.local and self.local.deviations else self.region.jurist
        own = getattr(thing, "jurist", None)
        if thing.avvikelse:
            return own if "jurist" in thing.avvikelse.local else None
        return own or self.region.jurist

    def everything(self) -> Iterator[Thing]:
        """Every thing, in the order of kinds, then of their sort_key; also what a kommun has none of."""
        for things in self.things.values():
            yield from things.values()

    @property
    def påhittad(self) -> str:
        """What everything of an invented region or kommun says first, pages and documents; nothing for a real one."""
        what = "kommun" if self.local else "region"
        return f"Påhittad {what}: så kan det se ut." if self.region.påhittad else ""

    @cached_property
    def names(self) -> dict[str, str]:
        """What each thing and part of one is called, by ”sort:id” and ”sort:id#del”, also by what it has replaced."""
        found: dict[str, str] = {}
        for thing in self.everything():
            found[f"{thing.kind}:{thing.id}"] = thing.kortnamn
            found |= {f"{thing.kind}:{thing.id}#{anchor}": part.namn for anchor, part in parts(thing).items()}
        for thing in self.everything():
            for old in thing.ersätter:
                found.setdefault(f"{thing.kind}:{old}", thing.kortnamn)
        return found

    @cached_property
    def texts(self) -> list[tuple[Thing, Place, str]]:
        """Those of the values that are text."""
        return [(thing, place, value) for thing, place, value in self.values if isinstance(value, str)]

    def _of(self, kind: type[T]) -> dict[str, T]:
        return cast("dict[str, T]", self.things[kind.kind])  # a thing lies under the kind that it is of: see resolve


def resolve(
    things: list[Thing],
    today: date,
    settings: Inställningar | None = None,
    deviating: dict[tuple[str, str], list[str]] | None = None,
    local: Local | None = None,
    county: Inställningar | None = None,
    data: dict[tuple[str, str], dict[str, Any]] | None = None,
) -> tuple[Model, list[Finding]]:
    """Build the model of things that passed the check, and find ids used twice inside one thing.

    A reference to a thing that did not pass keeps `till` None; the errors there are enough.
    """
    by_kind: dict[str, dict[str, Thing]] = {kind: {} for kind in BY_NAME}
    region = Region(id="region", namn="regionen")  # until its own file is read
    for thing in sorted(things, key=lambda thing: (thing.kind, thing.sort_key)):
        if isinstance(thing, Region):
            region = thing
        else:
            by_kind[thing.kind][thing.id] = thing
        thing._used_by.clear()
    every_thing = [region, *(thing for of_kind in by_kind.values() for thing in of_kind.values())]
    found = [(thing, values(thing)) for thing in every_thing]
    every = [(thing, place, value) for thing, inside in found for place, value in inside]
    model = Model(by_kind, today, settings or unread(), region, deviating or {}, every, local, county, data or {})
    findings: list[Finding] = []
    for thing, inside in found:
        findings.extend(_unique_parts(thing, inside))
        for place, ref in _references(inside):
            ref.till = by_kind[ref.kind].get(ref.id)
            if ref.till is not None and ref.till is not thing and thing is not region:
                ref.till._used_by.append((thing, place))
    return model, findings


def references(thing: Thing) -> Iterator[tuple[Place, Ref[Thing]]]:
    """Every reference in a thing, from fields and from links in its texts, with its place."""
    yield from _references(values(thing))


def _references(inside: list[tuple[Place, Any]]) -> Iterator[tuple[Place, Ref[Thing]]]:
    for place, value in inside:
        if isinstance(value, Ref):
            yield place, value
        elif isinstance(value, str) and "](" in value:
            for link in LINK.finditer(value):
                if target := THING_TARGET.match(link["target"]):
                    yield place, Ref(target["kind"], target["id"])


def values(part: BaseModel, place: Place = ()) -> list[tuple[Place, Any]]:
    """Every single value inside a thing or a part of it, with its place."""
    found: list[tuple[Place, Any]] = []
    _gather(part, place, found)
    return found


def _gather(value: Any, place: Place, found: list[tuple[Place, Any]]) -> None:
    if isinstance(value, BaseModel):
        for name, inner in vars(value).items():
            if inner is not None:
                _gather(inner, (*place, name), found)
    elif isinstance(value, list):
        for i, item in enumerate(value):
            _gather(item, (*place, i), found)
    else:
        found.append((place, value))


def _unique_parts(thing: Thing, inside: list[tuple[Place, Any]]) -> Iterator[Finding]:
    # Ids inside a thing become anchors on its page, so they share one space.
    first: dict[str, Place] = {}
    for place, value in inside:
        if len(place) > 1 and place[-1] == "id":
            if value in first:
                yield Finding(
                    thing.at(*place),
                    "dubbelt-id",
                    f"id ”{value}” används redan på rad {thing.at(*first[value]).line}.",
                    "Ge det ett eget id.",
                )
            first.setdefault(value, place)
