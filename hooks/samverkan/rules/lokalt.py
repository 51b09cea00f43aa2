"""Rules for a kommun's own model: known, reviewed, different from the county's, and reachable."""

from collections.abc import Iterator
from typing import Any

from samverkan.findings import Finding, Mark, nearest
from samverkan.kinds import Funktion, Kontakt, Sekretess, Verksamhet
from samverkan.local.merge import HEAD
from samverkan.local.parts import LIST_VERBS, has_ids
from samverkan.resolve import Model

OWN = ". Var saken er egen innan länet hade en med samma id: döp om filen, och byt id."


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
            f"Läs, ändra om det behövs, och godkänn: make granska KOMMUN={model.local.kommun} GODKÄNN=ja"
            + (OWN if deviation.may_be_own else ""),
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
