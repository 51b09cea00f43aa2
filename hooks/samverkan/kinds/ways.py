"""Values that have to be true and not only well-formed: numbers to ring, addresses, hours, colours."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from samverkan.findings import Problem
from samverkan.kinds import phone
from samverkan.kinds.base import Rad
from samverkan.slug import slug

# As Markdown links bear it (see Källa.adress): nothing that ends an attribute, a link or a line.
WEB = r"""^https://[^\s<>"'()\[\]{}/?#@\\]+\.[^\s<>"'()\[\]{}/?#@\\]+([/?#][^\s<>"'()\[\]{}\\]*)?$"""
PLACE = r"""^https://[^\s<>"'()\[\]{}/?#@\\]+\.[^\s<>"'()\[\]{}/?#@\\]+(/[^\s<>"'()\[\]{}\\?#]*)?$"""
# What the browser calls an origin: the host alone, without a wildcard, that a header can name.
ORIGIN = r"^https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?$"
MAIL = r"""^[^@\s<>"'()\[\]{}:;,*`|\\]+@[^@\s<>"'()\[\]{}:;,\\/]+\.[A-Za-zÅÄÖåäö]{2,}$"""
NUMBER = r"^[0-9+][0-9 –-]*$"
PICTURE = r"^[a-z0-9/._-]+\.(svg|png)$"
COLOUR = r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"
MONTHS = "jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec"
# What a spreadsheet makes of 8-16 and 1/2: a day, a serial number, a part of a day.
SPREADSHEET = re.compile(
    rf"\d{{1,2}}[ -]({MONTHS})[a-z.]*([ -]\d{{2,4}})?|({MONTHS})[a-z.]*[ -]\d{{2,4}}"
    r"|\d{4}-\d{2}-\d{2}([ T][\d:.]+)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4,6}([.,]\d+)?|0[.,]\d{3,}",
    re.IGNORECASE,
)


def _checked(problem: Callable[[str], Problem | None]) -> BeforeValidator:
    """Refuse a text that has a problem, in its own words."""

    def check(value: Any) -> Any:
        if isinstance(value, str) and (found := problem(value)):
            raise PydanticCustomError("fel_innehåll", "{fel}", {"fel": found.what, "rättelse": found.mend})
        return value

    return BeforeValidator(check)


def _mail(text: str) -> Problem | None:
    if found := _unseen(text):
        return found
    if re.fullmatch(MAIL, text):
        return None
    if text.lower().startswith("mailto:"):
        return Problem(f"”{text}” börjar med mailto:.", f"Skriv bara adressen: {text[7:].lstrip('/')}.")
    if text.count("@") > 1:
        return Problem(f"”{text}” är fler än en adress.", "Skriv en här. En till adress är en till kontakt.")
    return _sign(text, r"""[\s<>"'()\[\]{}:;,*`|\\]""") or Problem(
        f"”{text}” är ingen e-postadress.", "Skriv till exempel mottagning@kommunen.se."
    )


def _web(text: str) -> Problem | None:
    if found := _unseen(text):
        return found
    if re.fullmatch(WEB, text):
        return None
    if bare := re.fullmatch(r"(?i:http:)?/*((?!https:)[^\s/:]+\.[a-zåäö]{2,}(/\S*)?)", text):
        return Problem(f"”{text}” börjar inte med https://.", f"Skriv https://{bare[1]}")
    if not text.startswith("https://"):
        return Problem(f"”{text}” är ingen adress på webben.", "Skriv en adress som börjar med https://.")
    return _sign(text, r"""[\s<>"'()\[\]{}\\]""") or Problem(
        f"”{text}” är ingen hel adress.", "Skriv till exempel https://www.kommunen.se/orosanmalan."
    )


def _receiver(text: str) -> Problem | None:
    if "@" in text and "/" not in text:
        return _mail(text)
    if re.search(r"[./:]", text):
        return _web(text)
    mend = "Skriv till exempel samverkan@kommunen.se eller https://www.kommunen.se/samverkan."
    return _unseen(text) or Problem(f"”{text}” är varken en e-postadress eller en adress på webben.", mend)


def _place(text: str) -> Problem | None:
    if (found := _web(text)) is None and re.search(r"[?#]", text):
        whole = re.split(r"[?#]", text)[0]
        return Problem(f"”{text}” slutar med något som inte hör till adressen.", f"Skriv {whole}")
    return found


def _origin(text: str) -> Problem | None:
    if found := _unseen(text):
        return found
    if re.fullmatch(ORIGIN, text):
        return None
    if "*" in text:
        return Problem(f"”{text}” släpper in fler än en webb.", "Skriv en rad för varje webb, utan *.")
    host = re.fullmatch(r"(?i:https?:)?/*([^\s/?#@:]+\.[a-zåäö]{2,}(:[0-9]+)?)([/?#]\S*)?", text)
    if host and re.fullmatch(ORIGIN, whole := f"https://{host[1].lower()}"):
        return Problem(f"”{text}” är inte bara webbens början.", f"Skriv {whole}")
    return Problem(f"”{text}” är ingen webbs början.", "Skriv till exempel https://intranat.kommunen.se.")


def _unseen(text: str) -> Problem | None:
    """A sign that looks like another, or like nothing."""
    for place, sign in enumerate(text, 1):
        if sign in phone.SIGNS or not sign.isprintable():
            named = phone.SIGNS.get(sign, "ett tecken som inte syns")
            return Problem(f"tecken {place} i ”{text}” är {named}.", "Ta bort det, eller skriv om adressen för hand.")
    return None


def _sign(text: str, refused: str) -> Problem | None:
    """The first sign that may not stand in an address, and its place."""
    if match := re.search(refused, text):
        sign = "ett mellanslag" if match[0] == " " else f"”{match[0]}”"
        return Problem(f"tecken {match.start() + 1} i ”{text}” är {sign}.", "Ta bort det, eller skriv om adressen.")
    return None


def _hours(text: str) -> Problem | None:
    if SPREADSHEET.fullmatch(text.strip()):
        mend = "Ett kalkylprogram har troligen gjort om tiden. Skriv den i ord, till exempel: vardagar 8–16."
        return Problem(f"”{text}” ser ut som ett datum eller ett tal, inte som tider.", mend)
    return None


def _picture(text: str) -> Problem | None:
    if re.fullmatch(PICTURE, text):
        return None
    if not text.lower().endswith((".svg", ".png")):
        return Problem(f"”{text}” slutar inte på .svg eller .png.", "Spara om bilden som svg eller png.")
    mend = f"Döp om den med bara a–z, siffror och bindestreck, till exempel {_slug_path(text)}."
    return Problem(f"”{text}” har tecken som inte fungerar i en adress.", mend)


def _slug_path(text: str) -> str:
    stem, _, ending = text.lower().rpartition(".")
    return "/".join(slug(part) for part in stem.split("/")) + f".{ending}"


def _colour(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip().lower()
    if not re.fullmatch(COLOUR, text):
        hint = f"Menade du ”#{text}”? " if re.fullmatch(COLOUR, f"#{text}") else ""
        mend = f'{hint}Skriv sex tecken efter #, med citattecken: ”"#12495a"”.'
        raise PydanticCustomError("fel_innehåll", "{fel}", {"fel": f"”{value}” är ingen färg.", "rättelse": mend})
    return text if len(text) == 7 else "#" + "".join(sign * 2 for sign in text[1:])


def _schema(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern})


Telefon = Annotated[str, _checked(phone.problem), _schema(NUMBER)]
Epost = Annotated[str, _checked(_mail), _schema(MAIL)]
Webbadress = Annotated[str, _checked(_web), _schema(WEB)]
# Where one writes, by mail or in a service on the web.
Mottagare = Annotated[str, _checked(_receiver), _schema(f"{MAIL}|{WEB}")]
# Where a web lies: an address that others build on, so nothing may follow it.
Webbplats = Annotated[str, _checked(_place), _schema(PLACE)]
# A web that may show this one in a frame (RFC 6454, section 4: scheme, host and port).
Ursprung = Annotated[str, _checked(_origin), _schema(ORIGIN)]
Tider = Annotated[Rad, _checked(_hours)]
Logotyp = Annotated[str, _checked(_picture), _schema(PICTURE)]
Färg = Annotated[str, BeforeValidator(_colour), _schema(COLOUR)]
