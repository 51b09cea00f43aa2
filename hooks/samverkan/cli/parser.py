"""The words of the command line: every verb, what may follow it, and argparse's own words in Swedish."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from samverkan.slug import slug

# Each text that argparse itself says, as its source has it.
SWEDISH = {
    "usage: ": "Så skriver du: ",
    "positional arguments": "Det som följer",
    "options": "Tillval",
    "show this help message and exit": "visar den här hjälpen",
    "%(prog)s: error: %(message)s\n": "%(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "”%(value)s” går inte att välja. Välj bland: %(choices)s",
    "the following arguments are required: %s": "det här saknas: %s",
    "unrecognized arguments: %s": "det här går inte att skriva här: %s",
    "expected one argument": "ett värde saknas",
    "expected at most one argument": "högst ett värde går att skriva",
    "ignored explicit argument %r": "värdet %r hör inte hemma här",
    "not allowed with argument %s": "går inte ihop med %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan vara %(matches)s: skriv ut hela",
}
# Each verb, and what it does; its module has the same name in ASCII.
VERBS = {
    "kontrollera": "granskar modellen och skriver alla fel med fil, rad och rättelse",
    "bygg": "bygger webben i site/",
    "visa": "visar webben på den här datorn; det du sparar syns av sig själv",
    "redigera": "öppnar formulär i webbläsaren, för den som ändrar utan att se filerna",
    "kommun": "skapar en kommuns egen mapp, färdig att fylla i",
    "region": "skriver en tom modell som går att bygga, för en annan region",
    "granska": "visar vad länet har ändrat under en kommuns avvikelser",
    "kontakter": "skriver kontakterna till ett kalkylblad (ut) eller läser in det igen (in)",
    "besluta": "skriver ner ett beslut, med texten som den är när den beslutas",
    "utgåva": "sparar texten som den är i dag som en utgåva, som går att läsa på webben för alltid",
    "hämta": "hämtar länets uppdatering till en egen gren, så att den läses innan den publiceras",
    "föreslå": "skickar det du har ändrat som ett ändringsförslag, med vad det betyder i ord",
    "jämför": "säger vilka sidor som skiljer mellan två byggda webbar, med orden bredvid varandra",
    "påverkan": "säger i ord vad en ändring betyder och vem den berör",
    "lagändring": "säger vilka svar, steg, checklistor, dokument och avvikelser som vilar på ett lagrum",
    "exportera": "skriver webben som ren Markdown och modellen som JSON i en egen mapp",
    "migrera": "skriver det som har fått nytt namn eller ett eget fält, i era filer, och säger vad som är kvar",
    "uppgradera": "låser om beroendena till de nyaste versioner som pyproject.toml tillåter",
}
CODES = """\
Slutkoder: 0 allt gick bra, 1 något är fel och står i klartext, 2 kommandot är felskrivet, 130 avbrutet."""
WHOSE = "vems webb det gäller; gemensam är länets"
DAY = "som om det vore en annan dag, ÅÅÅÅ-MM-DD"


def parser() -> argparse.ArgumentParser:
    """The whole command line; `module` of what it parses is the one in this room that does it."""
    _speak_swedish()
    whole = argparse.ArgumentParser(
        "samverkan", description="Granskar modellen, bygger webben och hjälper en kommun med sitt eget.", epilog=CODES
    )
    verbs = whole.add_subparsers(metavar="KOMMANDO", dest="verb", required=True, title="Kommandon")

    def verb(name: str, kommun: bool = False) -> Callable[..., object]:
        does = VERBS[name]
        one = verbs.add_parser(name, help=does, description=does, epilog=CODES, allow_abbrev=False)
        one.set_defaults(module=slug(name))
        if kommun:
            one.add_argument("--kommun", metavar="KOMMUN", help=WHOSE)
            one.add_argument("--datum", metavar="DATUM", help=DAY)
        return one.add_argument

    add = verb("kontrollera", kommun=True)
    add("--som", choices=("github", "gitlab"), help="beskeden så som en forge visar dem vid raden i ett förslag")
    add = verb("bygg", kommun=True)
    add("--alla", action="store_true", help="länets webb och varje kommuns, i site/ och site/KOMMUN/")
    add("--byt-utgivare", action="store_true", help="ersätter en webb i site/ som en annan utgivare har byggt")
    add = verb("visa", kommun=True)
    add("--port", default="", help="porten som webben visas på; 8000 om inget annat sägs")
    verb("redigera", kommun=True)
    verb("kommun")("kommun", metavar="KOMMUN", nargs="?", default="")
    verb("region")("mapp", metavar="MAPP", nargs="?", default="", help="en ny eller tom mapp")
    add = verb("granska")
    add("kommun", metavar="KOMMUN", nargs="?", default="")
    add("--godkänn", dest="godkänn", metavar="ja", nargs="?", const="ja", default="", help="godkänner det du har läst")
    add("--fil", default="", help="bara den här avvikelsen")
    add = verb("kontakter")
    add("väg", metavar="ut|in", choices=("ut", "in"))
    add("kommun", metavar="KOMMUN", nargs="?", default="")
    add("--fil", default="", help="listan som läses in, om det är en annan än den som skrevs")
    add("--ja", metavar="ja", nargs="?", const="ja", default="", help="skriver utan att fråga")
    add = verb("besluta", kommun=True)
    add("sak", metavar="SORT:ID", help="det som är beslutat, till exempel rutin:orosanmalan")
    add("--av", required=True, help="nämnden eller funktionen som beslutade, aldrig ett namn")
    add("--dag", required=True, help="beslutsdagen, ÅÅÅÅ-MM-DD")
    add("--gäller", default="", help="första dagen som det gäller; beslutsdagen om inget annat sägs")
    add("--diarienummer", default="", help="numret i diariet")
    verb("utgåva", kommun=True)
    verb("hämta")(
        "adress", metavar="ADRESS", nargs="?", default="", help="länets förråd, om det inte heter lanet i git"
    )
    verb("föreslå")("vad", metavar="VAD", nargs="?", default="", help="vad du har ändrat, på en rad")
    verb("jämför")("mapp", metavar="MAPP", help="mappen med webbarna, i fore/ och efter/")
    add = verb("påverkan")
    add("jämfört_med", metavar="COMMIT", nargs="?", default="", help="det som jämförs med, till exempel main")
    verb("lagändring", kommun=True)("lagrum", metavar="LAGRUM", nargs="?", default="", help="till exempel sol-19-6")
    verb("exportera", kommun=True)("mapp", metavar="MAPP", help="en ny eller tom mapp")
    verb("migrera")
    add = verb("uppgradera")
    add("--bara-nya", action="store_true", help="behåller låsta versioner och lägger till dem som saknas")
    return whole


def _speak_swedish() -> None:
    # argparse fetches each of its texts through `_`, made for translation; gettext would want a compiled catalogue.
    argparse._ = lambda text: SWEDISH.get(text, text)  # type: ignore[attr-defined]
