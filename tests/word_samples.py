"""Documents made by hand that have every kind of block, for what is written as Word."""

from __future__ import annotations

from samverkan.documents.blocks import (
    Block,
    Box,
    Document,
    Facts,
    Heading,
    Inline,
    Listing,
    NewPage,
    Paragraph,
    Picture,
    Run,
    Sheet,
    Table,
)

STRANGE = "Å & <b>ö</b> \"citat\" 'x' – 🙂 ]]> \x07 É"
SHEET = Sheet(
    publisher="Exempelkommun & Co",
    kommun="Exempelkommun",
    status="Utkast",
    version="3f2a1",
    reviewed="Granskad 3 mars 2026",
    address="https://webb.exempel/rutiner/x/?a=1&b=2",
    made="28 november 2026",
)


def said(words: str) -> Inline:
    return (Run(words),)


def para(words: str, small: bool = False) -> Paragraph:
    return Paragraph(said(words), small)


BLOCKS: tuple[Block, ...] = (
    Heading(1, said("När rutinen gäller")),
    Paragraph((Run("Du "), Run("ska", strong=True), Run(" läsa", emphasis=True), Run("."))),
    Paragraph((Run("Se "), Run("lagen", href="https://lag.exempel/å b?x=1&y=2"), Run("."))),
    para("Lag: 1 kap. 2 §", small=True),
    Box("fara", (Heading(3, said("Ring 112")), para("Ring genast."), Listing((((para("Säg var du är."),)),)))),
    Heading(2, said("Steg för steg")),
    Listing(
        (
            (para("Först detta."), para("Lag: 3 §", small=True), Listing(((para("Inre a"),), (para("Inre b"),)), True)),
            (para("Sedan detta."),),
        ),
        numbered=True,
    ),
    para("En ny lista börjar om."),
    Listing(((para("Om igen."),),), numbered=True),
    Facts(
        (
            ("Vem", (para("Läraren"), para("Eller rektorn"))),
            ("En etikett som är alltför lång", (Listing(((para("Punkt"),),)),)),
        )
    ),
    Picture("<svg xmlns='http://www.w3.org/2000/svg'/>", "Tre rutor i en rad."),
    NewPage(),
    Heading(1, said("Bocka av")),
    Listing(
        ((para("Jag har ringt."), para("Stöd: modellen", small=True)), (para("Jag har " + "väntat " * 20),)), tick=True
    ),
    Box("obs", (para("Skriv inget om ett barn här."),)),
    Box("svar", (para("Ja."),)),
    para(STRANGE),
    Table(
        "Vem gör vad",
        (said("Uppgift"), said("Skolan"), said("Socialtjänsten")),
        tuple((said(f"Uppgift {n} att göra"), said("Utför"), said("Huvudansvarig")) for n in range(60)),
    ),
)
SAMPLE = Document(
    "dokument/rutiner/x", "Rutin för prov å ä ö & <x>", "Rutin i två kommuner", SHEET, BLOCKS, contents=True
)
MATRIX = Document("dokument/ansvar/x", "Ansvar", "Matris", SHEET, (BLOCKS[-1], BLOCKS[-1]), landscape=True)
EMPTY = Document("dokument/tom", "Tom", "", Sheet("P", "", "", "", "", ""), ())
EVERY = (SAMPLE, MATRIX, EMPTY)
