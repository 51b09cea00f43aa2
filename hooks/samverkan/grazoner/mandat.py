"""Which forum may settle a gray zone, and where it is raised."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from samverkan.grazoner.zon import Gråzon, Plats
from samverkan.kinds import Forum, Rutin
from samverkan.kinds.deviation import Deviation
from samverkan.kinds.labels import Bekräftelse
from samverkan.phrases import spot, way_up
from samverkan.resolve import Model


@dataclass(frozen=True)
class Mandat:
    """The forum that may settle it, whether a source says that it comes there, and what the link to raise it says.

    `egen` is what the kommun decided, where the text is its own: then no forum of the county's has to settle it.
    """

    forum: Forum | None
    bekräftat: bool
    ta_upp: tuple[str, str]
    egen: Deviation | None = None


def mandate(model: Model, zone: Gråzon) -> Mandat:
    """The first forum with a mandate on the way up from the one that keeps the thing; `forum` is None if none has.

    It is raised in the first step that leads to that forum, else in the forum itself. What a kommun has written it
    may settle itself.
    """
    if own := next(filter(None, map(_own, zone.platser)), None):
        return Mandat(None, True, ("Lokala skillnader", f"/lokalt/skillnader.md#skillnad-{own.plats}"), own)
    path = _way(model, zone)
    for number, forum in enumerate(path):
        # A forum does not settle how others reach it: that is for the one above.
        if forum.mandat and (forum is not zone.platser[0].sak or forum is path[-1]):
            sure = all(f.vidare_till and f.vidare_till.status == Bekräftelse.BEKRÄFTAD for f in path[:number])
            return Mandat(forum, sure, _raised(forum))
    return Mandat(None, False, _raised(path[-1]) if path else ("Stegen uppåt", "/styrning/stegen-uppat.md"))


def _own(plats: Plats) -> Deviation | None:
    """What the kommun decided, if the part that the place is in is its own."""
    deviation = plats.sak.avvikelse
    part = plats.url.partition("#")[2].partition("-")[2]
    own = deviation and (deviation.verb == "tillägg" or part in deviation.added | deviation.changed)
    return deviation if own else None


def _way(model: Model, zone: Gråzon) -> list[Forum]:
    """The forums from the one that keeps the thing and upwards.

    A thing that no forum keeps follows the routines that lead to it, else all of them.
    """
    thing = zone.platser[0].sak
    if isinstance(thing, Forum):
        return way_up(thing)
    near = [thing] if isinstance(thing, Rutin) else [user for user, _ in thing.används_av if isinstance(user, Rutin)]
    owners = [rutin.ägare.forum.id for rutin in near or model.all(Rutin) if rutin.ägare and not rutin.utgår]
    return [forum for id, _ in Counter(owners).most_common(1) for forum in way_up(model.get(Forum, id))]


def _raised(forum: Forum) -> tuple[str, str]:
    steps = [(user, place) for user, place in forum.används_av if isinstance(user, Rutin) and place[0] == "steg"]
    return next((spot(user, place) for user, place in steps if not user.utgår), (forum.namn, forum.url))
