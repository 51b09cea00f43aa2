"""Where a thing is used, for the last part of the page of a source or of a section of law."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from samverkan.kinds import Thing
from samverkan.phrases import part_at, spot


@dataclass
class Place:
    """A part of a page that uses the thing, and where in the source it looks."""

    namn: str
    url: str
    platser: list[str] = field(default_factory=list)

    @property
    def länk(self) -> str:
        """A Markdown link to it."""
        return f"[{self.namn}]({self.url})"

    def inledning(self, sak: Thing) -> str:
        """What stands before the places in the source; nothing for the page of `sak` as a whole."""
        return "" if self.url == sak.url else f"{self.länk}: "


@dataclass(frozen=True)
class Use:
    """One thing that uses another."""

    sak: Thing
    ställen: list[Place]

    @property
    def delar(self) -> list[Place]:
        """Its parts, also where the page as a whole uses it too."""
        return [place for place in self.ställen if place.url != self.sak.url]


def _user(use: tuple[Thing, object]) -> Thing:
    return use[0]


def uses(thing: Thing) -> list[Use]:
    """Where a thing is used, in the order of kinds and names; what a kommun has none of uses nothing."""
    found = []
    for user, pointers in groupby(thing.används_av, key=_user):
        if user.utgår:
            continue
        places: dict[str, Place] = {}
        for _, place in pointers:
            label, url = spot(user, place)
            part = places.setdefault(url, Place(label, url))
            where = getattr(part_at(user, place[:-1]), "plats", None) if thing.kind == "källa" else None
            if where and where not in part.platser:
                part.platser.append(where)
        found.append(Use(user, list(places.values())))
    return found
