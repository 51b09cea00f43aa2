"""Rules for a kommun's contacts: each leads somewhere, none to a person, and none stands twice."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Huvudman, Kontakt
from samverkan.kinds.person_guess import personal_address, personal_name
from samverkan.kinds.phone import is_mobile
from samverkan.resolve import Model


def a_way_in_leads_somewhere(model: Model) -> Iterator[Finding]:
    """A public way in has a number or a page."""
    for huvudman in model.all(Huvudman):
        for i, way in enumerate(huvudman.ingångar):
            if not way.vägar:
                yield Finding(
                    huvudman.at("ingångar", i),
                    "ingång-tom",
                    f"ingången ”{way.vart}” leder ingenstans.",
                    "Skriv ”telefon” eller ”webb”, eller ta bort den.",
                )


def contact_leads_somewhere(model: Model) -> Iterator[Finding]:
    """A contact points at one funktion or one verksamhet."""
    for kontakt in model.all(Kontakt):
        if bool(kontakt.funktion) == bool(kontakt.verksamhet):
            yield Finding(
                kontakt.at("namn"),
                "kontakt-till",
                "kontakten säger inte entydigt vart den går.",
                "Skriv antingen ”funktion:” eller ”verksamhet:”.",
            )


def contact_is_no_person(model: Model) -> Iterator[Finding]:
    """Warn of what looks like one person's: it ends when the person does, and a web must not show it."""
    for kontakt in model.all(Kontakt):
        if kontakt.e_post and (why := personal_address(kontakt.e_post)):
            yield Finding(
                kontakt.at("e_post"),
                "personlig-adress",
                f"adressen ”{kontakt.e_post}” {why}.",
                "Använd en funktionsbrevlåda, så att adressen håller när någon slutar.",
                "varning",
            )
        if kontakt.telefon and is_mobile(kontakt.telefon):
            yield Finding(
                kontakt.at("telefon"),
                "mobilnummer",
                f"”{kontakt.telefon}” är ett mobilnummer; det brukar höra till en person.",
                "Skriv växeln eller mottagningens nummer. Är mobilen funktionens egen kan numret stå kvar.",
                "varning",
            )
        if personal_name(kontakt.namn):
            yield Finding(
                kontakt.at("namn"),
                "personnamn",
                f"”{kontakt.namn}” ser ut att vara en persons namn.",
                "Skriv funktionen, till exempel Kurator på högstadiet, aldrig en namngiven person.",
                "varning",
            )


def contact_stands_once(model: Model) -> Iterator[Finding]:
    """Warn of two contacts to the same that are reached the same way: one of them is left behind."""
    first: dict[tuple[str, str], str] = {}
    for kontakt in model.all(Kontakt):
        for _, way in kontakt.vägar:
            if (before := first.setdefault((str(kontakt.till), way), kontakt.file)) != kontakt.file:
                yield Finding(
                    kontakt.at(),
                    "samma-väg",
                    f"kontakten går till samma ställe på samma sätt som {before}.",
                    "Ta bort den ena filen.",
                    "varning",
                )
                break
