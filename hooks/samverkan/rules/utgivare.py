"""Rules for every publisher, the county and each kommun: what the law asks it to tell, and a colour one can read on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samverkan.findings import Finding
from samverkan.kinds.colour import TEXT, WHITE, contrast
from samverkan.kinds.installningar import Inställningar
from samverkan.kinds.person_guess import personal_address
from samverkan.resolve import Model


def publisher_tells(model: Model) -> Iterator[Finding]:
    """Warn of each fact that the law asks the publisher for (lagen 2018:1937); a colour must carry white text."""
    settings = model.settings
    if not settings._marks:
        return  # what is wrong in the settings is told where they were read
    for name in settings.saknas:
        yield Finding(
            settings.at(),
            "utgivaruppgift-saknas",
            f"”{name}” är inte ifyllt; webben får inte publiceras utan det.",
            f"Fyll i det i {settings.file}.",
            "varning",
        )
    yield from _cannot_be_true(settings, model.today)
    if settings.färg and contrast(settings.färg, WHITE) < TEXT:
        yield Finding(
            settings.at("färg"),
            "svag-färg",
            f"vit text syns för dåligt mot {settings.färg}: kontrasten är {contrast(settings.färg, WHITE):.1f}, "
            f"kravet är {TEXT}.",
            "Välj en mörkare färg.",
        )


def _cannot_be_true(settings: Inställningar, today: date) -> Iterator[Finding]:
    """A day that has not been, and an address that is a person's."""
    for name in ("bedömd", "uppdaterad"):
        day = getattr(settings.tillgänglighet, name)
        if day and day > today:
            yield Finding(
                settings.at("tillgänglighet", name),
                "framtida-dag",
                f"”{name}” är {day}, en dag som inte har varit.",
                "Skriv dagen då det gjordes.",
            )
    for name in ("kontakt", "dataskyddsombud", "samverkansavvikelser"):
        address = getattr(settings, name)
        if address and (why := personal_address(address)):
            yield Finding(
                settings.at(name),
                "personlig-adress",
                f"adressen ”{address}” {why}.",
                "Använd en funktionsbrevlåda, så att adressen håller när någon slutar.",
                "varning",
            )
