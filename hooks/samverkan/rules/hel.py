"""Rules for fields that only make sense together: one without the other says something that is not so."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Enkät, Forum, Fråga, Nivå
from samverkan.resolve import Model
from samverkan.rules.enkat import SMALLEST


def one_place_for_the_answer(model: Model) -> Iterator[Finding]:
    """The rest of an answer is a routine or a page, never both."""
    for fråga in model.all(Fråga):
        if fråga.rutin and fråga.sida:
            yield Finding(
                fråga.at("sida"),
                "fråga-dubbelt",
                f"frågan ”{fråga.namn}” visas både med en rutin och på en egen sida; rutinen kommer inte med.",
                "Behåll ”rutin:” eller ”sida:”.",
            )


def levels_agree(model: Model) -> Iterator[Finding]:
    """A forum is on the level that lists it, and a stuck question never goes down."""
    for nivå in model.all(Nivå):
        for i, ref in enumerate(nivå.forum_här):
            if ref.till and ref.till.nivå.id != nivå.id:
                yield Finding(
                    nivå.at("forum_här", i),
                    "fel-nivå",
                    f"”{ref.till.namn}” säger själv att det hör till nivån {ref.till.nivå.id}.",
                    "Rätta den ena av filerna.",
                )
    for forum in model.all(Forum):
        next_one = forum.vidare_till and forum.vidare_till.forum.till
        if next_one and next_one.nivå.till and forum.nivå.till and next_one.nivå.till.ordning < forum.nivå.till.ordning:
            yield Finding(
                forum.at("vidare_till"),
                "fel-nivå",
                f"en fråga som har fastnat går nedåt: från {forum.nivå.till.namn} till {next_one.nivå.till.namn}.",
                "Skriv ett forum på samma nivå eller högre upp.",
            )


def nobody_is_recognised(model: Model) -> Iterator[Finding]:
    """A question that fewer than five answered shows no answers; nobody answers twice."""
    for enkät in model.all(Enkät):
        if enkät.svarande is not None and enkät.svarande < 1:
            yield Finding(enkät.at("svarande"), "liten-grupp", "en enkät har minst ett svar.", "Rätta antalet.")
        for i, fråga in enumerate(enkät.frågor):
            if 0 < len(fråga.positioner) < SMALLEST:
                yield Finding(
                    enkät.at("frågor", i, "positioner"),
                    "liten-grupp",
                    f"bara {len(fråga.positioner)} har svarat på ”{fråga.namn}”; de kan gå att känna igen.",
                    "Ta bort positionerna och skriv ”typ: öppen”.",
                )
            if enkät.svarande and 0 < enkät.svarande < len(fråga.positioner):
                yield Finding(
                    enkät.at("frågor", i, "positioner"),
                    "svar-på-linje",
                    f"{len(fråga.positioner)} svar på en fråga, men {enkät.svarande} har svarat på enkäten.",
                    "Rätta positionerna eller ”svarande:”.",
                )
