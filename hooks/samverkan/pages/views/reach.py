"""The page of whom to reach: a kommun's own contacts, those of every kommun, or only what there is to ask for."""

from __future__ import annotations

from dataclasses import dataclass, field

from samverkan.kinds import Huvudman, Kontakt
from samverkan.pages.contact_view import Nåbar, huvudman, reachable, with_public_ways
from samverkan.resolve import Model


@dataclass(frozen=True)
class Card:
    """A verksamhet or a funktion with a contact of its own; None where there is no contact yet."""

    ting: Nåbar
    kontakt: Kontakt | None

    @property
    def vägar(self) -> str:
        """A link for each way there is to reach it; an address on the web is spelled out."""
        ways = self.kontakt.vägar if self.kontakt else []
        return " ".join(
            f"[{address.removeprefix('https://') if text == 'webb' else text}]({address})" for text, address in ways
        )


@dataclass(frozen=True)
class ContactPage:
    """What the page shows; of the three only one has anything in it."""

    # A kommun's own web: each verksamhet with its cards.
    egna: list[tuple[Nåbar, list[Card]]]
    # The county's web: each kommun with its model and its cards; and the names of those without a part of their own.
    kommunernas: list[tuple[Huvudman, Model, list[Card]]]
    utan: list[str]
    # Where no kommun has filled in any: whom a reader may have to ask for.
    att_fråga_efter: list[Nåbar]
    # And the kommuner that have a public way in.
    offentliga: list[Huvudman] = field(default_factory=list)


def contact_page(model: Model, kommuner: list[Model]) -> ContactPage:
    """The page for the publisher of a model; `kommuner` are those that the county's web shows."""
    if model.local:
        return ContactPage([(home, _cards(rows)) for home, rows in reachable(model)], [], [], [])
    if kommuner:
        own = [
            (
                huvudman(kommun),
                kommun,
                [c for _, rows in reachable(kommun) for c in _cards(rows)],
            )
            for kommun in kommuner
        ]
        with_own = {kommun.id for kommun, _, _ in own}
        others = [h for h in model.all(Huvudman) if h.typ == "kommun" and h.id not in with_own]
        public = [h for h in others if h.ingångar]
        return ContactPage([], own, [h.ort for h in others if not h.ingångar], [], public)
    needed = [thing for _, rows in reachable(model) for thing, _ in rows]
    # The verksamheter first: their numbers are the ones that the steps tell the reader to ring.
    asked = sorted(needed, key=lambda thing: thing.kind != "verksamhet")
    return ContactPage([], [], [], asked, with_public_ways(model))


def _cards(rows: list[tuple[Nåbar, list[Kontakt]]]) -> list[Card]:
    cards: list[Card] = []
    for thing, contacts in rows:
        cards += [Card(thing, contact) for contact in contacts] or [Card(thing, None)]
    return cards
