"""What no text may hold, whatever file it stands in: model, kommun's own, pages written by hand.

Reads the lines as they stand in the file, so that comments and every field are seen and each
finding has its place. `scan` knows nothing of kinds; who calls it gives the name of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from samverkan.findings import Finding, Mark
from samverkan.kinds import person
from samverkan.kinds.base import CONTROL, LIKELY_YEARS, invisible
from samverkan.reading.yaml_words import CONFLICT, conflict

# Fields that hold a contact or a fingerprint; rules of their own look at them.
CONTACT_FIELD = re.compile(
    r"^\s*(?:- )?(?:telefon|e_post|kontakt|dataskyddsombud|samverkansavvikelser|mot|webb|adress|rapportera):"
)
ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)[^\s<>\"')\]]*")
COMMENT = re.compile(r"^\s*#")
MOJIBAKE = re.compile(
    r"Ã[¥¤¶…„–©¨¼\x80-\xbf]|Â[§«»°´·\xa0]|â€|ï»¿|├[ñÑÑÖà]|(?<=[a-zåäö])[ŠŒ](?=[a-zåäö])|(?<=[a-zåäö])\?(?=[a-zåäö])"
)
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|\blorem ipsum\b|\blorem\b(?= )", re.IGNORECASE)
START, END = " :\"'“”[(–-*", " \"'“”]).:…*"
FILL_IN = re.compile(
    r"(?:^|[:\"'“”\[(–-]\s*|\*\*)(?:fyll(?:s)? i(?: (?:här|senare|text(?:en)?|namn|datum))?|text kommer|skrivs senare)"
    r"\s*(?:[\"'“”\]).:…]|\*\*|$)",
    re.IGNORECASE,
)
# A field that is a day alone is judged by its kind.
DAY_FIELD = re.compile(r"^\s*(?:- )?[\w]+: *[\"']?\d{4}-\d{2}-\d{2}[\"']?\s*(?:#.*)?$")
DAY = re.compile(r"(?<![\w.-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
ENTITY = re.compile(r"&(?:amp|lt|gt|nbsp|quot|apos|shy|[aeouAEOU](?:uml|ring|acute|grave)|[mn]dash|sect|hellip|bull);")
HARD_SPACE = re.compile(r"(?<=[^\s\d§.:-])[\u00a0\u2007\u202f](?![\d§%–-])")
WWW = re.compile(r"(?<![\w./@-])www\.[\w-]+\.\w+|(?<![\w/(])http://")
BULLET = re.compile(r"^\s*(?:- )?(?:[\w]+: )?[\"']?[•▪◦‣·]\s")
TWICE = re.compile(r"(?<![\w-])(inte|och|att|är|som|med|för|till|av|på|när|om|ska|kan|du|ett|en|vid|från)\s\1(?![\w-])")


def scan(file: str, text: str, page: bool = False) -> Iterator[Finding]:
    """Every finding that holds for any text; `page` for Markdown written by hand, else YAML."""
    if text.isascii() and not _SUSPECT.search(text):
        return
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if line.isascii() and not _SUSPECT.search(line):
            continue
        yield from _line(line, partial(_mark, file, number), page)


# What makes a line worth a closer look: most lines have none of it.
_SUSPECT = re.compile(
    r"\d{4}|@|0\d|TODO|FIXME|TBD|XXX|lorem|fyll|kommer|senare|www\.|http:|&\w+;|\w\?\w|(\b\w+) \1\b"
    r"|\+46|<{7}|>{7}|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]",
    re.IGNORECASE,
)
_SWEDISH_ONLY = re.compile(r"^[\x09\x20-\x7eåäöÅÄÖéüÉ§–”’…½×→≥]*$")


def _mark(file: str, number: int, column: int) -> Mark:
    return Mark(file, number, column + 1)


def _line(line: str, at: Callable[[int], Mark], page: bool) -> Iterator[Finding]:
    odd = not _SWEDISH_ONLY.match(line)
    if odd:
        yield from _signs(line, at, page)
    comment = bool(COMMENT.match(line)) and not page
    contact = bool(CONTACT_FIELD.match(line))
    # The examples in a comment are addresses; who they belong to is no matter until they are used.
    yield from _persons(line, at, contact or comment)
    if comment:
        return
    plain = ADDRESS.sub(lambda match: "_" * len(match[0]), line)
    if page and CONFLICT.match(line):
        yield conflict(at(0))
    if match := MOJIBAKE.search(plain):
        yield Finding(
            at(match.start()),
            "förstörd-text",
            f"bokstäverna är förstörda: ”{_around(line, match.start())}”. Filen har sparats med fel teckenkodning.",
            "Skriv om orden med å, ä och ö, och spara filen som UTF-8.",
        )
    for pattern in (UNFINISHED, FILL_IN):
        if match := pattern.search(plain):
            yield Finding(
                at(match.start()),
                "ofärdig-text",
                f"texten är inte färdig: ”{match[0].strip(START + END)}”.",
                "Skriv färdigt, eller ta bort raden. En anteckning till dig själv kan stå efter # på en egen rad."
                if not page
                else "Skriv färdigt, eller ta bort den.",
                "fel" if pattern is UNFINISHED else "varning",
            )
    if match := TWICE.search(plain):
        yield Finding(
            at(match.start()), "ord-dubbelt", f"ordet står två gånger: ”{match[0]}”.", "Ta bort det ena.", "varning"
        )
    for match in () if DAY_FIELD.match(line) else DAY.finditer(plain):
        yield from _day(match, at(match.start()))
    if not contact and (match := WWW.search(line)):
        yield Finding(
            at(match.start()),
            "adress-form",
            f"adressen som börjar med ”{match[0]}” blir ingen länk.",
            "Skriv hela adressen med https://, helst som en länk: [vad den leder till](https://…).",
            "varning",
        )
    if not page and (match := ENTITY.search(line)):
        yield Finding(
            at(match.start()),
            "osäker-text",
            f"”{match[0]}” är en kod ur HTML; läsaren skulle se fel tecken.",
            "Skriv själva tecknet, till exempel & eller ä.",
        )


def _signs(line: str, at: Callable[[int], Mark], page: bool) -> Iterator[Finding]:
    """Signs that cannot be seen, or that come from another program."""
    if match := CONTROL.search(line):
        name, mend = invisible(match[0])
        yield Finding(at(match.start()), "styrtecken", f"här står {name}.", mend)
    if match := HARD_SPACE.search(line):
        yield Finding(
            at(match.start()),
            "hårt-mellanslag",
            "här står ett hårt mellanslag, som sökningen och ordlistan inte känner igen; det kommer troligen ur Word.",
            "Skriv ett vanligt mellanslag.",
            "varning",
        )
    if not page and (match := BULLET.search(line)):
        yield Finding(
            at(match.start()),
            "punktlista",
            "raden börjar med en punkt ur ett annat program; den blir ingen lista.",
            "Ta bort tecknet. Skriv varje punkt på en egen rad som börjar med ”- ”.",
            "varning",
        )


def _persons(line: str, at: Callable[[int], Mark], contact: bool) -> Iterator[Finding]:
    """What points at a person."""
    taken = []
    for match in person.numbers(line) if not line.startswith("mot:") else ():
        taken.append(match.start())
        yield Finding(
            at(match.start()),
            "personnummer",
            "här står ett personnummer eller samordningsnummer.",
            "Ta bort det, och ur filens historik också. Inget om en enskild får stå i modellen.",
        )
    if contact:
        return
    mobile = person.MOBILE.search(line)
    if mobile and mobile.start() not in taken:
        yield Finding(
            at(mobile.start()),
            "personlig-uppgift",
            f"”{mobile[0]}” är ett mobilnummer, som oftast är en persons.",
            "Skriv funktionens nummer som en kontakt i kommunens mapp kontakter.",
            "varning",
        )
    address = person.EMAIL.search(line)
    if address and not line[max(0, address.start() - 9) : address.start()].endswith(("//", "https://")):
        mine = person.is_personal(address[0])
        linked = line[: address.start()].endswith("(mailto:")
        if mine or not linked:
            yield Finding(
                at(address.start()),
                "personlig-uppgift" if mine else "kontakt-i-text",
                f"adressen ”{address[0]}” ser ut att höra till en person."
                if mine
                else f"adressen ”{address[0]}” står i en text, och blir fel där när den ändras.",
                "Använd en funktionsbrevlåda, och skriv den som en kontakt i kommunens mapp kontakter."
                if mine
                else "Skriv den som en kontakt i kommunens mapp kontakter, eller länka: [skriv till oss](mailto:…).",
                "varning",
            )
    reach = mobile or person.PHONE.search(line) or address
    if reach and (name := person.named(line)):
        yield Finding(
            at(name.start()),
            "personlig-uppgift",
            f"”{name[1]}” ser ut att vara en person, och raden säger hur hen nås.",
            "Skriv funktionen, aldrig vem som har den.",
            "varning",
        )


def _day(match: re.Match[str], mark: Mark) -> Iterator[Finding]:
    year, month, day = map(int, match.groups())
    try:
        date(year, month, day)
        likely = year in LIKELY_YEARS
    except ValueError:
        likely = False
    if not likely:
        yield Finding(
            mark,
            "osannolikt-datum",
            f"”{match[0]}” är inget troligt datum.",
            f"Skriv ett datum som finns, mellan {LIKELY_YEARS[0]} och {LIKELY_YEARS[-1]}.",
            "varning",
        )


def _around(line: str, at: int) -> str:
    """The word that holds a place in a line."""
    start, end = line.rfind(" ", 0, at) + 1, line.find(" ", at)
    return line[start : end if end > 0 else None].strip("\"'[],")[:40]
