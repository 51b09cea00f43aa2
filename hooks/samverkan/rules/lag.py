"""Rules for law: a legal deadline names its law, and repealed law is never cited as if it applied."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from samverkan.findings import Finding
from samverkan.kinds.base import Place
from samverkan.resolve import Model, values

# What is repealed, how it is written, and what applies instead.
REPEALED = (
    (re.compile(r"\b2001:453\b"), "socialtjänstlagen (2001:453)", "socialtjänstlagen (2025:400)"),
    (
        re.compile(r"\b1980:100\b|(?<!offentlighets- och )\bsekretesslagen\b|\bsekrL\b|\bsekL\b", re.IGNORECASE),
        "sekretesslagen (1980:100)",
        "offentlighets- och sekretesslagen (2009:400)",
    ),
    (
        re.compile(r"\b14 kap\.? ?1 ?§ (SoL|socialtjänstlagen)|\bSoL 14:1\b", re.IGNORECASE),
        "14 kap. 1 § i den gamla socialtjänstlagen",
        "19 kap. 1 § socialtjänstlagen (2025:400)",
    ),
)


def time_limit_has_basis(model: Model) -> Iterator[Finding]:
    """A time limit of kind `lag` names its lagrum; the other kinds name their source."""
    for rutin in model.all("rutin"):
        for i, steg in enumerate(rutin.steg):
            for j, tid in enumerate(steg.tider):
                mark = rutin.at("steg", i, "tider", j, "typ")
                if tid.typ == "lag" and not tid.lagrum:
                    yield Finding(
                        mark,
                        "tid-utan-lagrum",
                        f"tidsgränsen ”{tid.när}” sägs stå i lagen men har inget lagrum.",
                        "Skriv lagrummet under ”lagrum:”, eller ändra typen till förarbete eller lokal.",
                    )
                if tid.typ != "lag" and not tid.källor:
                    yield Finding(
                        mark,
                        "tid-utan-källa",
                        f"tidsgränsen ”{tid.när}” har ingen källa.",
                        "Skriv källan och platsen i den under ”källor:”.",
                    )


def repealed_law(model: Model) -> Iterator[Finding]:
    """No text cites repealed law, save in the fields that tell what was replaced (`x-historisk`)."""
    for thing in model.everything():
        for place, value in values(thing):
            if not isinstance(value, str) or _historical(thing, place):
                continue
            for pattern, old, new in REPEALED:
                if pattern.search(value):
                    yield Finding(
                        thing.at(*place),
                        "upphävd-lag",
                        f"texten hänvisar till {old}, som är upphävd.",
                        f"Hänvisa till {new}. Vad ett lagrum har ersatt skrivs i fältet ”ersatte”.",
                    )


def _historical(thing: BaseModel, place: Place) -> bool:
    field = type(thing).model_fields[str(place[0])]
    return isinstance(field.json_schema_extra, dict) and bool(field.json_schema_extra.get("x-historisk"))
