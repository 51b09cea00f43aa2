"""Where a link in a text may lead, and how to mend one that may not."""

from __future__ import annotations

import re

from samverkan.kinds.person import is_personal

# Numbers that everybody may ring: SOS, Polisen, 1177, information, and the European 116-numbers.
SHORT = re.compile(r"112|11414|11313|1177|116\d{3}")
LONG = re.compile(r"(?:\+46|0)[1-9]\d{6,8}")
MAILBOX = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[a-z]{2,}")
LOCAL_FILE = re.compile(
    r"/(?:dokument|lokalt/[a-z0-9-]+)/(?:[a-z0-9._-]+/)*[a-z0-9._-]+\.(?:pdf|docx|xlsx|pptx|odt|ods|odp|png|jpg|svg)"
)


def wrong_target(target: str) -> str | None:
    """How to mend the target of a link; None for one that may stand. Links to things are judged elsewhere."""
    scheme, _, rest = target.partition(":")
    if target.startswith("https://"):
        return None
    if scheme == "tel":
        if SHORT.fullmatch(rest) or LONG.fullmatch(rest):
            return None
        return (
            "Skriv tel: och ett nummer som går att ringa, utan mellanslag, till exempel tel:112. "
            "Är det kommunens eget nummer: skriv det som en kontakt i kommunens mapp kontakter."
        )
    if scheme == "mailto":
        if MAILBOX.fullmatch(rest) and not is_personal(rest):
            return None
        return (
            "Skriv kontakten som en kontakt i kommunens mapp kontakter. "
            "En länk kan leda till en funktionsbrevlåda, aldrig till en persons adress."
        )
    if target.startswith(("/lokalt/", "/dokument/")):
        return (
            None
            if LOCAL_FILE.fullmatch(target) and ".." not in target
            else "Lägg filen under docs/lokalt/ och skriv: /lokalt/exempelkommun/blankett.pdf. Bara a–z och siffror."
        )
    if scheme == "http":
        return "Skriv https:// i stället för http://."
    if target.startswith("www."):
        return f"Skriv https://{target}."
    return None if not target else DEFAULT


DEFAULT = (
    "Länka till en sak i modellen, till exempel [orosanmälan](rutin:orosanmalan), till ett steg, "
    "[steget](rutin:orosanmalan#steg-anmal), till en adress på https, till tel:112 eller till en fil, "
    "/lokalt/exempelkommun/blankett.pdf. Bilder får inte vara med."
)
