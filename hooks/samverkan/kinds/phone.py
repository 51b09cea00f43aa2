"""Swedish telephone numbers: whether one can be rung, what is wrong where it cannot, and its tel: link."""

from __future__ import annotations

import re

from samverkan.findings import Problem

# Numbers that are whole as they are: alarm, care, police and information; the EU's 116 and three digits.
SHORT = re.compile(r"112|1177|11313|11414|116\d{3}")
# The area codes with two digits after the zero; 08 has one, every other three (PTS, the Swedish numbering plan).
AREA_2 = re.compile(r"0(1[01368]|19|2[0136]|3[1356]|4[0246]|54|6[03]|7[02369]|90)")
MOBILE = re.compile(r"0(70|72|73|76|79)\d{7}")
# After the area code: the shortest number there is, and how its digits are grouped.
GROUPS = {5: (3, 2), 6: (2, 2, 2), 7: (3, 2, 2), 8: (3, 3, 2)}
LONGEST = 10
SIGNS = {
    "\u00a0": "ett hårt mellanslag, troligen ur Word eller från en webbsida",
    "\u202f": "ett smalt hårt mellanslag",
    "\u2007": "ett hårt mellanslag",
    "\u2009": "ett smalt mellanslag",
    "\u2010": "ett bindestreck av ett annat slag",
    "\u2011": "ett hårt bindestreck, troligen ur Word",
    "\u2212": "ett minustecken",
    "\u00ad": "ett mjukt bindestreck, som inte syns",
    "\u200b": "ett tecken som inte syns",
    "\u200e": "ett tecken som inte syns",
    "\u202a": "ett tecken som inte syns",
    "\u202c": "ett tecken som inte syns",
}
EXAMPLE = "Skriv till exempel 0158-27 50 00."


def problem(text: str) -> Problem | None:
    """What makes a text no number that can be rung in Sweden, and the mend; None where it can be."""
    digits = re.sub(r"[ –-]", "", text)
    if found := _foreign_sign(text):
        return found
    if SHORT.fullmatch(digits):
        return None
    if digits.startswith("+"):
        return _international(text, digits[1:])
    if digits.startswith("00"):
        return Problem(f"”{text}” börjar med 00.", f"Skriv numret som det rings i Sverige. {EXAMPLE}")
    if digits.startswith("0"):
        return _national(text, digits)
    if digits.startswith("46") and len(digits) >= 9:
        mend = f"Plustecknet först har försvunnit: menade du {international(digits[2:])}?"
        return Problem(f"”{text}” går inte att ringa.", mend)
    if 7 <= len(digits) <= LONGEST - 1 and _national("", f"0{digits}") is None:
        mend = f"Nollan först har försvunnit: menade du {written(f'0{digits}')}?"
        return Problem(f"”{text}” går inte att ringa.", mend)
    return Problem(f"”{text}” går inte att ringa: numret saknar riktnummer.", f"Börja med riktnumret. {EXAMPLE}")


def link(text: str) -> str:
    """The address that rings a number: short ones as they are, others as they are rung from anywhere."""
    digits = "".join(sign for sign in text if sign.isdigit())
    if text.startswith("+"):
        return f"tel:+{digits}"
    # Numbers that only Sweden can ring stay as they are rung there.
    only_here = SHORT.fullmatch(digits) or digits.startswith(("020", "077", "0900"))
    return f"tel:{digits}" if only_here else f"tel:+46{digits.removeprefix('0')}"


def is_mobile(text: str) -> bool:
    """Whether the number is a mobile phone's, which is often one person's."""
    return bool(MOBILE.fullmatch(re.sub(r"[ –-]", "", text).replace("+46", "0", 1)))


def written(digits: str) -> str:
    """A number that begins with 0 as it is usually written: 0158-27 50 00."""
    area = _area(digits)
    rest = digits[len(area) :]
    parts = []
    for size in GROUPS.get(len(rest), (len(rest),)):
        parts.append(rest[:size])
        rest = rest[size:]
    return f"{area}-{' '.join(parts)}"


def international(digits: str) -> str:
    """The same as one writes it for those who call from abroad, from the digits after the country's."""
    return f"+46 {written(f'0{digits}')[1:]}"


def _area(digits: str) -> str:
    if digits.startswith("08"):
        return "08"
    return digits[:3] if AREA_2.match(digits) else digits[:4]


def _national(text: str, digits: str) -> Problem | None:
    area = _area(digits)
    rest = len(digits) - len(area)
    if len(digits) > LONGEST:
        told = f"”{text}” är för långt: ett svenskt nummer har högst {LONGEST} siffror, här står {len(digits)}."
        return Problem(told, "Skriv ett nummer. Ett till nummer är en till kontakt, i en egen fil.")
    if rest < 5:
        told = f"”{text}” är för kort: efter riktnumret {area} behövs minst 5 siffror, här står {max(rest, 0)}."
        return Problem(told, f"Skriv hela numret. {EXAMPLE}")
    if MOBILE.match(f"{digits}0000000"[:10]) and len(digits) != LONGEST:
        return Problem(f"”{text}” är för kort för ett mobilnummer.", "Skriv hela numret, tio siffror.")
    return None


def _international(text: str, digits: str) -> Problem | None:
    if not digits.startswith("46"):
        return Problem(f"”{text}” är inget svenskt nummer.", f"{EXAMPLE} Med landsnummer: +46 158-27 50 00.")
    if digits.startswith("460"):
        mend = f"Nollan ska bort efter +46: {international(digits[3:])}."
        return Problem(f"”{text}” går inte att ringa.", mend)
    return _national(text, f"0{digits[2:]}")


def _foreign_sign(text: str) -> Problem | None:
    """What stands in the text beside digits, spaces and hyphens, with its place."""
    if re.fullmatch(r"\d[.,]\d+ ?E\+?\d+", text, re.IGNORECASE):
        mend = "Gör cellen till text och skriv numret igen."
        return Problem(f"”{text}” är ett nummer som kalkylprogrammet har räknat om.", mend)
    if len(re.findall(r"\d[\d –-]{4,}\d", text)) > 1 and re.search(r"[^\d +()–-]", text):
        return Problem(f"”{text}” är två nummer.", "Skriv ett här. Det andra är en till kontakt, i en egen fil.")
    if match := re.search(r"\+46 ?\(0\) ?", text):
        return Problem(f"”{text}” har en nolla för mycket.", f"Skriv {text.replace(match[0], '+46 ')}.")
    if match := re.search(r"[^\W\d_]+([ ,.]+[^\W\d_]+)*", text):
        mend = "Skriv bara numret. Ord som växel eller mottagning hör till namn, tider till tider."
        return Problem(f"”{match[0]}” hör inte till ett telefonnummer.", mend)
    for place, sign in enumerate(text, 1):
        if sign in "0123456789 -–" or (sign == "+" and place == 1):
            continue
        named = SIGNS.get(sign, f"”{sign}”" if sign.isprintable() else f"ett tecken som inte syns (U+{ord(sign):04X})")
        mend = f"Skriv om numret för hand med siffror, vanliga mellanslag och bindestreck. {EXAMPLE}"
        return Problem(f"tecken {place} i ”{text}” är {named}.", mend)
    return None
