"""What points at a person in a text: personal numbers, mobile numbers, somebody's own address.

The numbers are built as Skatteverket tells (SKV 704): birth date, sign, three digits, check digit;
in a samordningsnummer the day is 60 more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

# Any dash or space that a word processor may have put between the date and the last four.
NUMBER = re.compile(
    r"(?<![\d.,:/-])(?:19|20)?\d\d-?\d\d-?\d\d"
    r"(?P<sign> ?[-+\u2010-\u2015\u2212] ?|[ \u00a0]?)\d{4}(?![\d:]|-\d|,\d|\.\d)"
)
MOBILE = re.compile(r"(?<![\d+])(?:(?:\+|00)46[ -]?(?:\(0\))?|0)7[02369](?:[ \u00a0–-]?\d){7}(?!\d)")
PHONE = re.compile(r"(?<![\d:.,–+-])(?:(?:\+|00)46[ -]?(?:\(0\))?|0)[1-9](?:[ \u00a0/–-]{0,3}\d){6,9}(?!\d)")
# As long as an address can be: a line without end must not be searched from each of its letters.
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
CALL = re.compile(r"tel:|ring|telefon|tfn|mobil|nummer till", re.IGNORECASE)
# Looks ahead, so that ”Ring Anna Svensson” is also ”Anna Svensson”.
NAME = re.compile(
    r"(?<![\w@.-])(?=([A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?)(?![\w@-]))"
)
# Words that begin with a capital letter and are no part of a person's name.
NO_NAME = re.compile(
    r"(?:Region|Kommun|Barnahus|Familjecentral|Ungdoms|Polis|Skol|Social|Elev|Vård|Barn|Ring|"
    r"Skriv|Mejla|Kontakta|Tala|Om|Till|Den|Det|Du|När|I|På|Hos|Från|Telefon)[a-zåäö]*",
)
PRIVATE_HOST = re.compile(r"@(?:gmail|hotmail|outlook|live|icloud|yahoo|telia|protonmail|bredband2?)\.", re.IGNORECASE)
PERSONAL = re.compile(r"^(?P<first>[a-zåäöé]{2,})[._-](?P<last>[a-zåäöé]{2,})\d*@|^[a-zåäö]{3,}\d{1,3}@", re.IGNORECASE)
FUNCTION = re.compile(
    r"^(?:social\w*|\w*skolan?|\w*skol(?:chef|or|forvaltning|kontor)|\w*mottag\w*|info\w*|\w*kontakt\w*|\w*enhet\w*|barn|"
    r"barnoch\w*|barn(?:ahus|skydd|avard|omsorg)\w*|elev\w*|\w*kommun|region\w*|\w*st[oö]d|\w*jour\w*|\w*central\w*|"
    r"familje?\w*|funktion|\w*namnd\w*|forvaltning\w*|registrator|webb\w*|dataskydd\w*|bup|bvc|soc|och|vuxen|unga?|kansli"
    r"|\w*anmalan?|kundtjanst|servicecenter|post|mejl|mail|kultur\w*|utbildning\w*|vard\w*|halsa\w*|\w*ledning)$",
    re.IGNORECASE,
)


def numbers(text: str) -> Iterator[re.Match[str]]:
    """Each personnummer or samordningsnummer in a text, however it is written."""
    for match in NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if not _date_in(digits[:-4]) or (match[0].count("-") == 2 and match["sign"].isspace()):
            continue  # the latter is a day and an hour: 2026-11-22 1400
        sure = any(sign in match["sign"] for sign in "-+") or len(match["sign"].strip()) == 1 or len(digits) == 12
        before = text[max(0, match.start() - 25) : match.start()]
        # Ten digits that begin with 0 may be a phone number.
        if sure or not (CALL.search(before) or (digits[0] == "0" and not _checks(digits[-10:]))):
            yield match


def _date_in(digits: str) -> bool:
    century, year, month, day = digits[:-6] or "20", digits[-6:-4], int(digits[-4:-2]), int(digits[-2:])
    for candidate in (day, day - 60):
        try:
            date(int(century + year), month, candidate)
        except ValueError:
            if (month, candidate) == (2, 29) and len(digits) == 6 and int(year) % 4 == 0:
                return True
            continue
        return True
    return False


def _checks(digits: str) -> bool:
    """Whether the last digit is the check digit of the nine before it (Luhn)."""
    total = 0
    for i, digit in enumerate(digits):
        value = int(digit) * (1 + (i + 1) % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def is_personal(address: str) -> bool:
    """Whether a mail address looks like a person's: a name, or what a computer makes of one."""
    if PRIVATE_HOST.search(address):
        return True
    match = PERSONAL.match(address)
    if match is None:
        return False
    parts = [match["first"], match["last"]] if match["first"] else re.findall(r"[a-zåäö]+", address.split("@")[0])
    return not any(FUNCTION.match(part) for part in parts)


def named(line: str) -> re.Match[str] | None:
    """What looks like the name of a person in a line."""
    for match in NAME.finditer(line):
        if not any(NO_NAME.fullmatch(word) for word in match[1].split()):
            return match
    return None
