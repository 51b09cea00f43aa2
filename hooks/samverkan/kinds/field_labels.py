"""What a field is called: its declaration's `title`, else its own name with a capital, or what stands here.

Here is only what no one declaration can carry: what several have, and what a reader sees otherwise than a form says.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from samverkan.kinds import KINDS, LOCAL_KINDS
from samverkan.kinds.schema import models_in

# What a field is called in every declaration that has it, where that is not its name; it says what the pages say.
LABELS = {
    "kort_svar": "Svaret i korthet",
    "lagrum": "Lag",
    "leder_till": "Gå vidare till",
    "låst": "Lagen kräver det",
    "nästa_granskning": "Granskas igen",
    "oklart": "Oklart i källorna",
    "om_det_fastnar": "Om det kör fast",
    "punkter": "Checklistans punkter",
    "stöd": "Bygger på",
    # Where parts stand in another order than before; a thing's own place in lists is told only in its form.
    "ordning": "Ordning",
}
# Fields that are told to a reader without a name, since the value says it alone; in a form they need one.
ALONE = frozenset(
    {
        "Antagande.huvudman",
        "Avsnitt.text",
        "Avtalspart.huvudman",
        "Avtalspart.namn",
        "Bemanning.vem",
        "Besked.vad",
        "Fortsättning.rutin",
        "Frist.när",
        "Frist.om",
        "Gäller.om",
        "Gäller.skolformer",
        "Ingång.vart",
        "Källhänvisning.källa",
        "Källhänvisning.plats",
        "Lagregel.text",
        "Misstag.text",
        "Profession.namn",
        "Påstående.text",
        "Samband.hur",
        "Svar.hur",
        "Säga.svar",
        "Säga.vad",
        "Tecken.område",
        "Tecken.text",
        "Tid.återkommer",
        "Utsaga.säger",
        "Vidare.forum",
        "Ägare.forum",
        "Ägare.status",
        "Öppet.därför",
    }
)


def label_of(name: str, part: type | None = None) -> str:
    """What a field is called in a form and to a reader; `part` is the declaration that it stands in, where known."""
    if part is None or not issubclass(part, BaseModel) or name not in part.model_fields:
        return LABELS.get(name) or _titles().get(name) or in_words(name)
    return part.model_fields[name].title or LABELS.get(name) or in_words(name)


def told_as(name: str, part: type) -> str:
    """What a field of a declaration is called to a reader: empty where the value says it alone."""
    return "" if any(f"{one.__name__}.{name}" in ALONE for one in part.__mro__) else label_of(name, part)


def declarations() -> Iterator[type[BaseModel]]:
    """Every kind and every part of one, once each."""
    left: list[type[BaseModel]] = [*KINDS, *LOCAL_KINDS]
    seen: set[type[BaseModel]] = set()
    while left:
        if (part := left.pop()) not in seen:
            seen.add(part)
            yield part
            left += [inner for field in part.model_fields.values() for inner in models_in(field.annotation)]


@cache
def _titles() -> dict[str, str]:
    """The title of each field name that means the same wherever it is declared."""
    found: dict[str, set[str]] = {}
    for part in declarations():
        for name, field in part.model_fields.items():
            found.setdefault(name, set()).add(field.title or "")
    return {name: next(iter(titles)) for name, titles in found.items() if len(titles) == 1}


def in_words(name: str) -> str:
    """A name in the model files as words: nästa_granskning is ”Nästa granskning”."""
    return name.replace("_", " ").capitalize()
