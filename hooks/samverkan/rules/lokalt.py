"""Rules for a kommun's own model: reviewed, reachable, and with what the law asks of a publisher."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from samverkan.findings import Finding, Mark, nearest
from samverkan.kinds import Funktion, Kontakt, Sekretess, Verksamhet
from samverkan.kinds.installningar import Inställningar
from samverkan.local.merge import HEAD
from samverkan.local.parts import LIST_VERBS, has_ids
from samverkan.resolve import Model
from samverkan.rules.persons import personal_address

CONTRAST = 4.5  # WCAG 2.2, 1.4.3


def kommun_is_known(model: Model) -> Iterator[Finding]:
    """A kommun's folder is named after one of the model's huvudmän: its name and place come from there."""
    if model.local is None or model.local.kommun in model.things["huvudman"]:
        return
    kommun = model.local.kommun
    yield Finding(
        Mark(f"model/lokalt/{kommun}"),
        "okänd-kommun",
        f"ingen huvudman i modellen heter ”{kommun}”.",
        f"Döp om mappen. {nearest(kommun, model.things['huvudman'])}",
    )


def deviation_reviewed(model: Model) -> Iterator[Finding]:
    """Warn when the common thing behind a deviation has changed since the kommun accepted it."""
    if model.local is None:
        return
    for deviation in model.local.deviations:
        if not deviation.outdated:
            continue
        told = "\n    ".join(
            str(change).replace("\n", "\n    ") for change in model.local.impact.get(deviation.file, [])
        )
        reason = "är inte granskad mot den gemensamma modellen" if deviation.head.mot is None else "behöver granskas"
        yield Finding(
            Mark(deviation.file),
            "avvikelse-granskas",
            f"avvikelsen {reason}." + (f" Det här har ändrats gemensamt:\n    {told}" if told else ""),
            f"Läs, ändra om det behövs, och godkänn: make granska KOMMUN={model.local.kommun} GODKÄNN=ja",
            "varning",
        )


def own_answer_agrees(model: Model) -> Iterator[Finding]:
    """Warn of a kommun's own answer that says no by the law by which a common one on the page says must."""
    for page in model.all(Sekretess):
        own = page.avvikelse.added if page.avvikelse else set()
        musts = {ref.id: svar for svar in page.svar if svar.id not in own and svar.svar == "ska" for ref in svar.lagrum}
        for i, svar in enumerate(page.svar):
            against = [musts[ref.id] for ref in svar.lagrum if ref.id in musts]
            if svar.id in own and svar.svar == "får_inte" and against:
                yield Finding(
                    page.at("svar", i, "svar"),
                    "svar-mot-lagen",
                    f"svaret är ”får_inte”, men enligt samma lag är svaret ”ska” på ”{against[0].fråga}”.",
                    "Läs lagrummet. Ta bort svaret, eller skriv det lagrum som säger nej.",
                    "varning",
                )


def deviation_differs(model: Model) -> Iterator[Finding]:
    """Warn of what a local file repeats of the county's: it would hide what the county changes there."""
    for deviation in model.local.deviations if model.local else ():
        if deviation.verb != "ändring":
            continue
        own = {key: value for key, value in deviation.local.items() if key not in (*HEAD, "id")}
        same, total = repeated(own, deviation.common)
        if same:
            names = ", ".join(dict.fromkeys(same))
            yield Finding(
                Mark(deviation.file),
                "lika-med-länet",
                f"{len(same)} av {total} fält är lika med länets: {names}. De döljer det som länet ändrar där.",
                "Ta bort dem. Skriv bara det som skiljer.",
                "varning",
            )


def repeated(own: dict[str, Any], common: dict[str, Any]) -> tuple[list[str], int]:
    """The fields of a local file that say what the common one says, and how many fields it has in all."""
    same, total = [], 0
    for key, value in own.items():
        before = common.get(key)
        if has_ids(value) and has_ids(before):
            parts = {part["id"]: part for part in before or []}
            for part in value:
                inner = {name: field for name, field in part.items() if name not in ("id", *LIST_VERBS)}
                found, count = repeated(inner, parts.get(part["id"], {}))
                same += found
                total += count
        else:
            total += 1
            same += [key] if key in common and before == value else []
    return same, total


def contacts_there(model: Model) -> Iterator[Finding]:
    """Warn of a contact that the common model needs of each kommun and that is not filled in."""
    if model.local is None:
        return
    filled = {kontakt.till.id for kontakt in model.all(Kontakt) if kontakt.ifylld and kontakt.till}
    things: list[Verksamhet | Funktion] = [*model.all(Verksamhet), *model.all(Funktion)]
    for thing in things:
        if thing.kontakt_behövs and thing.id not in filled:
            yield Finding(
                Mark(f"model/lokalt/{model.local.kommun}/kontakter/{thing.id}.yml"),
                "kontakt-saknas",
                f"kontakten till {thing.namn} är inte ifylld; läsaren får inget att ringa eller skriva till.",
                "Fyll i telefon, e_post eller webb.",
                "varning",
            )


def publisher_tells(model: Model) -> Iterator[Finding]:
    """Warn of each fact that the law asks the publisher for (lagen 2018:1937); a colour must carry white text."""
    if model.local is None or not model.settings._marks:
        return  # what is wrong in the settings is told where they were read
    settings = model.settings
    for name in settings.saknas:
        yield Finding(
            settings.at(),
            "utgivaruppgift-saknas",
            f"”{name}” är inte ifyllt; webben får inte publiceras utan det.",
            "Fyll i det i kommunens inställningar.",
            "varning",
        )
    yield from _cannot_be_true(settings, model.today)
    if settings.färg and contrast_to_white(settings.färg) < CONTRAST:
        yield Finding(
            settings.at("färg"),
            "svag-färg",
            f"vit text syns för dåligt mot {settings.färg}: kontrasten är {contrast_to_white(settings.färg):.1f}, "
            f"kravet är {CONTRAST}.",
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
    for name in ("kontakt", "dataskyddsombud"):
        address = getattr(settings, name)
        if address and (why := personal_address(address)):
            yield Finding(
                settings.at(name),
                "personlig-adress",
                f"adressen ”{address}” {why}.",
                "Använd en funktionsbrevlåda, så att adressen håller när någon slutar.",
                "varning",
            )


def contrast_to_white(colour: str) -> float:
    """The contrast ratio of a colour (#rrggbb) to white, by WCAG 2.2's relative luminance."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)
