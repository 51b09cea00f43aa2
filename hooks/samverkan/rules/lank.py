"""Rules for links and signs in texts: a link leads to a part that is there, and a text is a text."""

import re
from collections.abc import Iterator

from samverkan.findings import Finding, nearest
from samverkan.kinds import LINK, THING_TARGET, Ref, Thing
from samverkan.kinds.base import Place
from samverkan.phrases import parts
from samverkan.resolve import Model

MARKUP = (
    (re.compile(r"^#{1,6} ", re.MULTILINE), "en rubrik", "Ta bort #, eller skriv ett eget avsnitt om sorten har det."),
    (re.compile(r"```|~~~"), "kod", "Ta bort tecknen och skriv texten som vanligt."),
    (
        re.compile(r"^\|.*\|\s*$|\|\s*-{3,}", re.MULTILINE),
        "en tabell",
        "Skriv raderna som meningar eller en lista.",
    ),
)
# One of them stands in all that is warned of: most texts have none.
SIGNS = re.compile(r"[#`~|*\[]")
PLACEHOLDER = re.compile(r"\[(?=[^\]\n]{2,40}\](?!\())(?P<inside>[A-Za-zÅÄÖåäö][^\]\n]*)\]")


def links_lead_to_parts(model: Model) -> Iterator[Finding]:
    """A link or a reference to a part, such as a step, leads to one that the page has."""
    for thing, place, ref in _to_parts(model):
        if (other := model.things[ref.kind].get(ref.id)) is None:
            continue  # its own errors are enough
        there = parts(other)
        if ref.part not in there:
            meant = next((f"Menade du ”{one}”?" for one in there if one.endswith(f"-{ref.part}")), "")
            yield Finding(
                thing.at(*place),
                "okänd-referens",
                f"{ref.kind} ”{ref.id}” har ingen del som heter ”{ref.part}”.",
                f"{meant or nearest(ref.part, there)} Annars: länka till hela sidan."
                if there
                else f"Länka till hela saken: {ref.kind}:{ref.id}.",
            )
        elif ref.part.partition("-")[2] != (now := there[ref.part].id):
            new = f"{ref.part.partition('-')[0]}-{now}"
            message = f"delen ”{ref.part}” i {ref.kind} ”{ref.id}” heter numera ”{new}”; länken leder dit."
            yield Finding(thing.at(*place), "omdöpt", message, f"Skriv ”{new}” i stället.", "varning")


def _to_parts(model: Model) -> Iterator[tuple[Thing, Place, Ref[Thing]]]:
    """Every link in a text and every reference that names a part, with its place."""
    for thing, place, value in model.values:
        if isinstance(value, Ref) and value.part:
            yield thing, place, value
        for link in LINK.finditer(value) if isinstance(value, str) and "](" in value else ():
            target = THING_TARGET.match(link["target"])
            if target and target["part"]:
                yield thing, place, Ref(target["kind"], target["id"], target["part"])


def text_is_text(model: Model) -> Iterator[Finding]:
    """Signs that would be a heading, code or a table elsewhere are shown as they stand: warn of them."""
    for thing, place, value in model.texts:
        if not SIGNS.search(value):
            continue
        for pattern, what, mend in MARKUP:
            if match := pattern.search(value):
                yield Finding(
                    thing.at(*place),
                    "märkt-text",
                    f"”{match[0].strip()}” blir inte {what} här, utan visas som det står.",
                    mend,
                    "varning",
                )
        if value.count("**") % 2:
            yield Finding(
                thing.at(*place),
                "märkt-text",
                "fet stil som börjar med ** slutar inte, och stjärnorna visas.",
                "Skriv ** både före och efter orden.",
                "varning",
            )
        if match := PLACEHOLDER.search(LINK.sub("", value)):
            yield Finding(
                thing.at(*place),
                "ofärdig-text",
                f"”{match[0]}” ser ut som en lucka att fylla i.",
                "Skriv det som ska stå där, utan hakparenteser.",
                "varning",
            )
