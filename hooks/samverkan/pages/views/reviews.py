"""The reviews to come: what is to be read again, by which day, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan.kinds import Avtal, Blankett, Lagrum, Thing
from samverkan.kinds.base import swedish
from samverkan.pages.views.months import last_of_month, month_id, months_after
from samverkan.phrases import NO_OWNER, count_of, in_groups, owner, swedish_date
from samverkan.resolve import Model


@dataclass(frozen=True)
class Owner:
    """Who answers for a review; `föreslagen` says that no source confirms it."""

    id: str
    namn: str
    föreslagen: bool = False

    @property
    def kallas(self) -> str:
        """The name, with what is not certain about it."""
        return f"{self.namn} (föreslagen, inte bekräftad)" if self.föreslagen else self.namn

    @property
    def mening(self) -> str:
        """Who it is, in a sentence."""
        return f"{self.namn}." if self == NOBODY else f"Ansvarig: {self.kallas}."


NOBODY = Owner("utan-agare", NO_OWNER)
# Who these are stands on the page of the agreement, and by the document.
PARTIES = Owner("avtalets-parter", "Avtalets parter")
KEEPERS = Owner("dokumentets-ansvariga", "Dokumentets ansvariga")


@dataclass(frozen=True)
class Review:
    """What is to be done by a day, with which things; `nyckel` is its own among all, `senast` when it was last done."""

    dag: date
    nyckel: str
    vad: str
    saker: list[Thing]
    ägare: Owner
    senast: date | None = None

    @property
    def månad(self) -> str:
        """The part of the page that tells of its month."""
        return month_id(self.dag)

    @property
    def namn(self) -> str:
        """What it is about: the name of the thing, or how many sections of law."""
        return self.saker[0].kortnamn if len(self.saker) == 1 else f"{len(self.saker)} lagrum"


def reviews(model: Model) -> list[Review]:
    """Everything but the law that has a day by which somebody is to look at it, the first day first.

    What no day is known for is left out, and so is what a kommun has none of.
    """
    found = [*_reviewed(model), *_agreements(model), *_documents(model)]
    return sorted(found, key=lambda review: (review.dag, swedish(review.namn)))


def law_to_read(model: Model) -> list[Review]:
    """The sections of law, those together that are to be read again by the same day, the first day first."""
    days = in_groups(sorted(model.all(Lagrum), key=lambda lagrum: lagrum.läses_igen), "läses_igen")
    return [
        Review(day, f"lagen/{day}", "Läs lagen igen", list(sections), NOBODY, sections[0].kontrollerad)
        for day, sections in days
    ]


def next_told(model: Model) -> str:
    """How many reviews lie before the end of the next month, and which is next, in a line for an editor."""
    ahead = [review for review in reviews(model) if review.dag >= model.today]
    if not ahead:
        return "Ingen granskning har en dag som kommer."
    last = last_of_month(months_after(model.today, 1))
    count = count_of(sum(review.dag <= last for review in ahead), "granskning", "granskningar")
    first = ahead[0]
    which = f"{swedish_date(first.dag)}, {first.vad.lower()}: {first.namn}"
    return f"{count} till och med {swedish_date(last)}. Näst: {which}. {first.ägare.mening}"


def _reviewed(model: Model) -> Iterator[Review]:
    for thing in model.everything():
        due, done = getattr(thing, "nästa_granskning", None), getattr(thing, "granskad", None)
        if due and not thing.utgår:
            yield Review(due, f"{thing.kind}/{thing.id}", f"Granska {thing.kind}", [thing], _owner(thing), done)


def _owner(thing: Thing) -> Owner:
    """Who the model says; nobody is guessed."""
    found = owner(thing)
    if found is None:
        return NOBODY
    forum = found.forum.saken
    return Owner(forum.id, forum.namn, found.status == "ej_bekräftad")


def _agreements(model: Model) -> Iterator[Review]:
    for avtal in model.all(Avtal):
        end, notice = avtal.gäller_till, avtal.uppsägningstid
        if not end or avtal.märken:  # an agreement from elsewhere is method, and nobody's here
            continue
        yield Review(end, f"avtal/{avtal.id}/slut", "Avtal slutar gälla", [avtal], PARTIES)
        if notice:
            day = months_after(end, -notice)
            yield Review(day, f"avtal/{avtal.id}/besked", "Förläng, säg upp eller ersätt avtal", [avtal], PARTIES)


def _documents(model: Model) -> Iterator[Review]:
    for blankett in model.all(Blankett):
        if end := blankett.gäller_till:
            yield Review(end, f"blankett/{blankett.id}", "Dokument slutar gälla", [blankett], KEEPERS)
