"""Rules for law: a legal deadline names its law, and repealed law is never cited as if it applied."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pydantic import BaseModel

from samverkan.findings import Finding
from samverkan.kinds import Thing
from samverkan.kinds.base import Place
from samverkan.resolve import Model


def _law(number: str, old: str, new: str, *names: str) -> tuple[re.Pattern[str], str, str]:
    """A whole law: by its SFS number, however it is spaced, or by the names that only it had."""
    year, _, running = number.partition(":")
    ways = [rf"\b{year}\s*:\s*{running}\b", *names]
    return re.compile("|".join(ways), re.IGNORECASE), f"{old} ({number})", new


# One way to write a paragraph with its moments: ”1 §”, ”1 c §”, ”1 § första stycket”.
_SOL = r"\s*§§?(\s+\w+\s+stycket)?(\s+\d\s+st\.?)?(\s+i)?\s+(?:SoL|socialtjänstlagen)"

# What is repealed, how it is written, and what applies instead. No pattern may find today's law.
REPEALED = (
    _law("2001:453", "socialtjänstlagen", "socialtjänstlagen (2025:400)"),
    _law("1980:620", "socialtjänstlagen", "socialtjänstlagen (2025:400)"),
    _law(
        "1980:100",
        "sekretesslagen",
        "offentlighets- och sekretesslagen (2009:400)",
        r"(?<!offentlighets- och )\bsekretesslagens?\b",
        r"\bsekrL\b|\bsekL\b",
    ),
    _law("1982:763", "hälso- och sjukvårdslagen", "hälso- och sjukvårdslagen (2017:30)"),
    _law(
        "1998:531",
        "lagen om yrkesverksamhet på hälso- och sjukvårdens område",
        "patientsäkerhetslagen (2010:659)",
        r"\blagens? om yrkesverksamhet\b",
    ),
    _law("1985:1100", "skollagen", "skollagen (2010:800)"),
    _law("1986:223", "förvaltningslagen", "förvaltningslagen (2017:900)"),
    _law("1998:204", "personuppgiftslagen", "dataskyddsförordningen (EU) 2016/679", r"\bpersonuppgiftslagens?\b"),
    (
        re.compile(
            rf"\b14\s*kap\.?\s*1(\s*[a-c])?{_SOL}|\b(?:SoL|socialtjänstlagen)\s+14(:|\s*kap\.?\s*)1(\s*[a-c])?(?![\d\w])",
            re.IGNORECASE,
        ),
        "14 kap. 1 § i den gamla socialtjänstlagen",
        "19 kap. 1 § socialtjänstlagen (2025:400)",
    ),
    (
        re.compile(
            rf"\b5\s*kap\.?\s*1\s*[a-d]{_SOL}|\b(?:SoL|socialtjänstlagen)\s+5(:|\s*kap\.?\s*)1\s*[a-d]\b",
            re.IGNORECASE,
        ),
        "5 kap. 1 a–d §§ i den gamla socialtjänstlagen",
        "dagens bestämmelse i socialtjänstlagen (2025:400)",
    ),
)


# What a text has to hold, in small letters, for any of the patterns to find anything in it: most texts hold none of it.
SIGNS = (
    *("453", "620", "100", "763", "531", "1100", "223", "204"),
    *("sekretesslag", "sekrl", "sekl", "om yrkesverksamhet", "personuppgiftslag"),
    *("socialtjänstlagen", "sol"),
)


def repealed_law(model: Model) -> Iterator[Finding]:
    """No text cites repealed law, save in the fields that tell what was replaced (`x-historisk`)."""
    yield from cites_repealed(model.texts)


def cites_repealed(texts: Iterable[tuple[Thing, Place, str]]) -> Iterator[Finding]:
    """The same for some of the texts."""
    for thing, place, value in texts:
        if not may_be_repealed(value) or _historical(thing, place):
            continue
        for pattern, old, new in REPEALED:
            if pattern.search(value):
                yield Finding(
                    thing.at(*place),
                    "upphävd-lag",
                    f"texten hänvisar till {old}, som är upphävd.",
                    f"Hänvisa till {new}. Vad ett lagrum har ersatt skrivs i fältet ”ersatte”.",
                )


@cache  # a build asks of the same texts once for today, and once for each day that a law changes
def may_be_repealed(text: str) -> bool:
    """Whether a text is worth searching with every pattern, each of which reads the whole of it."""
    small = text.casefold()
    for sign in SIGNS:  # noqa: SIM110 - asked of every text of the model, and any() takes twice the time
        if sign in small:
            return True
    return False


def _historical(thing: BaseModel, place: Place) -> bool:
    field = type(thing).model_fields[str(place[0])]
    return isinstance(field.json_schema_extra, dict) and bool(field.json_schema_extra.get("x-historisk"))
