"""What the overlay says when a kommun's file and the common model do not fit together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from samverkan.findings import Finding, Mark, nearest
from samverkan.local.locks import Lock, sections


def locked(mark: Mark, lock: Lock, what: str) -> Finding:
    """What the law demands is changed or removed."""
    return Finding(
        mark,
        "låst",
        f"”{_name(lock.part)}” krävs av lag ({', '.join(sections(lock.part)) or 'lagen'}): "
        f"{what} får inte ändras, fyllas i eller tas bort lokalt.",
        f"Ta bort ändringen. {_allowed(lock)}",
    )


def under_law(mark: Mark, lock: Lock, id: str) -> Finding:
    """What a kommun adds to a list of the law's is placed between the law's own."""
    return Finding(
        mark,
        "låst",
        f"”{id}” är ert tillägg till ”{_name(lock.part)}”, som krävs av lag: det ska stå under lagens egna.",
        "Ta bort ”efter:”, så hamnar det sist.",
    )


def _name(part: dict[str, Any]) -> str:
    return str(part.get("namn") or part.get("fråga") or part.get("text") or part.get("id"))


def _allowed(lock: Lock) -> str:
    """What a kommun may write instead of what is locked."""
    told = []
    if lock.grows:
        told.append(f"Här får du lägga till: {', '.join(lock.grows)}.")
    if lock.free:
        told.append(f"Kommunen avgör själv: {', '.join(lock.free)}.")
    return " ".join(told) or "Är texten fel: föreslå ändringen till länet."


def law_is_common(mark: Mark, law: dict[str, Any]) -> Finding:
    """A section of law, which is the same in every kommun, is changed or removed."""
    return Finding(
        mark,
        "låst",
        f"lagrummet ”{law.get('namn')}” är lag och får inte ändras eller tas bort lokalt.",
        "Ta bort filen. Är texten fel: föreslå ändringen i den gemensamma modellen.",
    )


def no_such_part(mark: Mark, id: str, ids: Iterable[str], replacement: str | None, missing: list[str]) -> Finding:
    """A part of the common thing is meant that is not there; `missing` is what a part of one's own would need."""
    if replacement:
        mend = f"Den är ersatt av ”{replacement}”: flytta det som behövs dit och ta bort den här."
    else:
        mend = f"{nearest(id, ids)} Har den tagits bort gemensamt: ta bort raden här också."
        if missing:
            mend += f" Är den er egen: fyll i {', '.join(missing)}."
    return Finding(mark, "del-saknas", f"”{id}” finns inte i den gemensamma modellen.", mend)


def efter_nothing(mark: Mark, id: str, ids: Iterable[str], replacement: str | None) -> Finding:
    """A new part is placed after one that is not there."""
    return Finding(
        mark,
        "del-saknas",
        f"”{id}” finns inte i den gemensamma modellen; det finns inget att stå efter.",
        f"Den är ersatt av ”{replacement}”: skriv ”efter: {replacement}”."
        if replacement
        else f"{nearest(id, ids)} Har den tagits bort gemensamt: välj en annan, eller ta bort raden.",
    )


def efter_on_known(mark: Mark, id: str) -> Finding:
    """`efter:` on what the common model has placed already."""
    return Finding(
        mark,
        "efter-på-befintlig",
        f"”{id}” finns redan i den gemensamma modellen; ”efter:” placerar bara nya.",
        "Ta bort ”efter:”, eller ge den ett nytt id om den är ny.",
    )


def twice(mark: Mark, id: str) -> Finding:
    """The same part twice in one list: only one of them could be followed."""
    return Finding(
        mark, "dubbelt-id", f"id ”{id}” står två gånger i listan.", "Slå ihop dem, eller ge den ena ett nytt id."
    )


def verb_wrong(mark: Mark, verb: str) -> Finding:
    """A verb in a list that says nothing that can be followed."""
    wanted = {"utgår": "ja eller nej", "efter": "id:t på det som den ska stå efter"}[verb]
    return Finding(mark, "fel-värde", f"”{verb}:” säger inte {wanted}.", f"Skriv {wanted}, eller ta bort raden.")


def gone(mark: Mark, kind: str, id: str, replacement: str | None, ids: Iterable[str], removes: bool) -> Finding:
    """A deviation from a thing that the common model no longer has."""
    own = "" if removes else " Är saken er egen: ta bort raden ”mot:”."
    return Finding(
        mark,
        "borta",
        f"{kind} ”{id}” finns inte längre i den gemensamma modellen.",
        f"Den är ersatt av ”{replacement}”. Kör: make migrera. Är filen kvar: flytta det som behövs och ta bort den."
        if replacement
        else f"{nearest(id, ids)} Behövs avvikelsen inte längre: ta bort filen.{own}",
    )


def taken(mark: Mark, id: str) -> Finding:
    """What is the kommun's own has the name of something of the county's."""
    return Finding(
        mark, "dubbelt-id", f"länet har redan en fil som heter ”{id}.yml”.", "Döp om er fil, till exempel med ert namn."
    )


def become_common(mark: Mark, kind: str, id: str) -> Finding:
    """A thing of the kommun's own, whose id the county has taken for one that the law has a say in."""
    return Finding(
        mark,
        "samma-id",
        f"länet har nu {kind} ”{id}”, med det som lagen kräver, och er fil är en hel egen sak med samma id.",
        f"Är den er egen: döp om filen till ”vart-{id}.yml” och skriv ”id: vart-{id}”. "
        "Vill ni ändra länets: skriv bara det som skiljer.",
    )
