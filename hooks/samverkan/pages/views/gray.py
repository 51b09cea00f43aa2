"""The gray zones as pages show them: each with the forum that may settle it, by kind, by forum and by lärdom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from samverkan.grazoner import SORTS, Gråzon, Mandat, Sort, gray_zones, mandate
from samverkan.kinds import Avtal, Forum, Lärdom
from samverkan.pages.views.rests import agreements
from samverkan.resolve import Model


@dataclass(frozen=True)
class Row:
    """A gray zone and who may settle it."""

    zon: Gråzon
    mandat: Mandat

    @property
    def länk(self) -> str:
        """A Markdown link to its row on the page."""
        return f"[{self.zon.platser[0].namn}](/lardomar/grazoner.md#{self.zon.id})"


@dataclass(frozen=True)
class Settles:
    """A forum that may settle gray zones: how many, whether a source says that each comes there, and who is beside."""

    forum: Forum
    antal: int
    bekräftat: bool
    ta_upp: tuple[str, str]
    bredvid: list[Forum]


@dataclass(frozen=True)
class GrayZones:
    """All gray zones of a model; they are looked for when a page first asks."""

    model: Model

    @cached_property
    def rader(self) -> list[Row]:
        """Every zone, in the order of kinds."""
        return [Row(zone, mandate(self.model, zone)) for zone in gray_zones(self.model)]

    @property
    def sorter(self) -> list[tuple[Sort, list[Row]]]:
        """Every kind with its zones, also a kind that has none."""
        return [(sort, [row for row in self.rader if row.zon.sort is sort]) for sort in SORTS]

    @property
    def forum(self) -> list[Settles]:
        """The forums that may settle any, in the order of the zones."""
        every = {row.mandat.forum.id: row.mandat.forum for row in self.rader if row.mandat.forum}
        return [self._settles(forum) for forum in every.values()]

    def hos(self, forum: Forum) -> list[Row]:
        """The zones that a forum may settle."""
        return [row for row in self.rader if row.mandat.forum is forum]

    def rör(self, lärdom: Lärdom) -> list[Row]:
        """The zones of the things that a lärdom names."""
        return [row for row in self.rader if any(one is lärdom for one in row.zon.lärdomar)]

    def avtal(self, lärdom: Lärdom) -> list[Avtal]:
        """The agreements that what answers a recommendation rests on."""
        found = [avtal for svar in lärdom.svar for ref in svar.refs for avtal in agreements(ref.saken)]
        return list({avtal.id: avtal for avtal in found}.values())

    def _settles(self, forum: Forum) -> Settles:
        rows = self.hos(forum)
        sure = all(row.mandat.bekräftat for row in rows)
        return Settles(forum, len(rows), sure, rows[0].mandat.ta_upp, _beside(forum))


def _beside(forum: Forum) -> list[Forum]:
    users = [(user, place) for user, place in forum.används_av if isinstance(user, Forum) and place[0] == "samband"]
    return [user for user, place in users if user.samband[int(place[1])].läge == "bredvid" and not user.utgår]
