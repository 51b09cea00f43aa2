"""Rules for what stands after a label on the page: ”Räknas från: …”, ”Sagt av: …” have to be read as one."""

import re
from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Lärdom, Rutin
from samverkan.resolve import Model

# A clause that has its verb without the word that makes it a part of a sentence: ”anmälan kom in”.
VERB = re.compile(
    r"^(?!att\b)(?:(?!\b(?:att|då|som|när|om)\b)[^,;.])*?\b(?:har|hade|är|var|blev|kom|fick|får|ska|gjordes|inleddes|avslutades)\b"
)
START = re.compile(r"^(?:enligt|framgår|framkommer|ofta|när|om|från|efter|sedan|räknat|du|det att)\b", re.IGNORECASE)


def counted_from_fits_its_label(model: Model) -> Iterator[Finding]:
    """What a time limit is counted from is a noun with what belongs to it, or begins with ”att”."""
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            for j, tid in enumerate(steg.tider):
                text = tid.räknas_från
                if text and (VERB.search(text) or START.search(text) or text.endswith(".")):
                    yield Finding(
                        rutin.at("steg", i, "tider", j, "räknas_från"),
                        "passar-inte-etiketten",
                        f"”Räknas från: {text}” går inte att läsa som en mening.",
                        "Börja med ”att”, till exempel ”att anmälan kom in”, eller skriv det som tiden räknas från: "
                        "”beslutet om utredning”.",
                    )


def who_says_it_fits_its_label(model: Model) -> Iterator[Finding]:
    """Who says a lärdom, and whom it is about, is somebody: no clause, no ”enligt”."""
    for lärdom in model.all(Lärdom):
        for field, label in (("vem_säger", "Sagt av"), ("gäller", "Gäller")):
            text = getattr(lärdom, field)
            if text and (VERB.search(text) or START.search(text) or text.endswith(".") or ";" in text):
                yield Finding(
                    lärdom.at(field),
                    "passar-inte-etiketten",
                    f"”{label}: {text}” går inte att läsa som en mening.",
                    "Skriv bara vem, till exempel ”flera familjecentraler”. Resten hör hemma i texten.",
                )
