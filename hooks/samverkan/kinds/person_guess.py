"""Whether a name or an address looks like one person's, so that a warning can be given; never more than a guess."""

from __future__ import annotations

import re

# The most usual first names in Sweden, as they stand in addresses: without signs over the letters.
NAMES = """
    agneta ahmed ake albin alexander ali alice amanda amir anders andreas anette angelica ann anna annika anton asa
    astrid axel barbro bengt berit birgit birgitta bjorn bo britt camilla carina carl carolina caroline catarina
    cecilia charlotte christer christian christina christoffer claes dan daniel david dennis elias elin elisabeth
    ella elsa emelie emil emma erik erika ester eva fatima felix filip fredrik frida gabriella gun gunilla gunnar
    gustav hakan hanna hans hassan helen helena henrik hugo ida inger ingrid irene isabella jakob jan jenny jens
    jessica jimmy joakim johan johanna johannes john jonas jonathan josefin julia kajsa karin karl karolina katarina
    kent kerstin kjell klara kristina kristoffer lars leif lena lennart linda linnea linus lisa liv louise lovisa
    lucas ludvig magnus maja malin marcus margareta maria marianne marie markus martin martina mats mattias max
    mikael mohamed mona monica monika nathalie nils nina ola olle olof oscar oskar patrik per pernilla peter petra
    pia rebecca rickard robert robin roger rolf sandra sara simon siv sofia sofie sonja stefan sten stig stina
    susanne sven therese thomas tobias tommy torbjorn ulf ulla ulrika urban victor viktor viktoria vilma wilma
    yvonne
"""
FIRST = frozenset(NAMES.split())
FUNCTIONS = re.compile(
    r"(social|skol|forskol|mottag|info|kontakt|enhet|barn|elev|kommun|region|stod|jour|funktion|vaxel|rektor|registr"
    r"|kansli|namnd|utbild|forvaltning|familj|halsa|dataskydd|webb|kurator|servic|support|post|reception|ombud|omsorg"
    r"|anmal|oro|oppen|norr|sodr|ost|vast|central|center|team|fritid|ungdom|bvc|bup|hab)"
)
SURNAME = re.compile(r"(sson|berg|strom|lund|gren|qvist|kvist|dahl|stedt|holm|mark|lind|blom|man|elius|ander)$")
PRIVATE = re.compile(
    r"@(gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|telia|bredband|comhem|spray|proton|protonmail)\.[a-z.]+$"
)
LETTERS = str.maketrans("åäöéü", "aaoeu")


def personal_address(address: str) -> str | None:
    """Why an e-mail address looks like one person's (Swedish, after ”adressen”); None where it does not."""
    plain = address.lower().translate(LETTERS)
    if PRIVATE.search(plain):
        return "hör till en privat e-posttjänst"
    local = plain.partition("@")[0]
    words = re.findall(r"[a-z]+", local)
    if any(FUNCTIONS.match(word) and not SURNAME.search(word) and word not in FIRST for word in words):
        return None
    looks = (
        local in FIRST,
        len(words) == 2 and re.fullmatch(r"[a-z]{2,}[._-][a-z]{2,}\d*", local),
        len(words) == 2 and re.fullmatch(r"[a-z][._-][a-z]+", local) and SURNAME.search(local),
        re.fullmatch(r"[a-z]{5,8}\d{1,3}", local),  # the first letters of two names, and a number
        any(local.startswith(name) and SURNAME.search(local[len(name) :]) for name in FIRST if len(name) > 2),
    )
    return "ser ut att höra till en person" if any(looks) else None


def personal_name(name: str) -> bool:
    """Whether a contact's name begins with a person's first name and surname."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name)
    if len(words) < 2 or not (words[0][0].isupper() and words[1][0].isupper()):
        return False
    if words[1].endswith("s") and words[2:] and words[2][0].islower():
        return False  # a place named after a person: Karin Boyes skola
    return words[0].lower().translate(LETTERS).partition("-")[0] in FIRST
