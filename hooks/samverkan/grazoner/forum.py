"""A forum that nobody outside it may raise a question to."""

from __future__ import annotations

from collections.abc import Iterator

from samverkan.grazoner.zon import Gråzon, Sort, at, cited, things
from samverkan.kinds import Forum, Rutin
from samverkan.resolve import Model

SORT = Sort(
    "forum",
    "Ett forum dit ingen får ta en fråga",
    "Den som inte själv sitter med vet inte hur en fråga kommer dit.",
    "Ingen är känd som sammankallande. Inget annat forum för frågor vidare dit, och inget steg i en rutin leder dit. "
    "Forum som bara är metod från annat håll räknas inte.",
)


def nobody_may_ask(model: Model) -> Iterator[Gråzon]:
    """A forum here with no known convener, to which neither another forum nor a step leads."""
    for forum in model.all(Forum):
        if not forum.märken and not forum.sammankallande and not _led_to(forum):
            yield Gråzon(
                SORT,
                (at(forum),),
                "Inget leder hit, och ingen är känd som sammankallande. Bara de som sitter med kan ta upp en fråga.",
                things(forum.deltagare),
                källor=cited(forum.källor),
            )


def _led_to(forum: Forum) -> bool:
    ways = {Forum: ("vidare_till", "rapporterar"), Rutin: ("steg",)}
    return any(place[0] in ways.get(type(user), ()) and not user.utgår for user, place in forum.används_av)
