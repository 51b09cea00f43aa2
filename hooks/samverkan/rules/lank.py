"""Rules for links and signs in texts: a link leads to a part that is there, and a text is a text."""

import re
from collections.abc import Iterator

from samverkan.findings import Finding, nearest
from samverkan.kinds import LINK, THING_TARGET, Thing
from samverkan.phrases import ANCHORED, Named
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
    """A link to a part, such as a step, leads to one that the page has."""
    for thing, place, value in model.texts:
        for link in LINK.finditer(value) if "](" in value else ():
            target = THING_TARGET.match(link["target"])
            if target is None or not target["part"]:
                continue
            other = model.things[target["kind"]].get(target["id"])
            parts = anchors(other) if other is not None else [target["part"]]
            if target["part"] not in parts:
                yield Finding(
                    thing.at(*place),
                    "okänd-referens",
                    f"{target['kind']} ”{target['id']}” har ingen del som heter ”{target['part']}”.",
                    f"{nearest(target['part'], parts)} Annars: länka till hela sidan."
                    if parts
                    else f"Länka till hela saken: {target['kind']}:{target['id']}.",
                )


def anchors(thing: Thing) -> list[str]:
    """What a link to a part of a thing may end with: steg-anmal, svar-ringa."""
    if not thing.own_page:
        return []
    return [
        f"{prefix}-{part.id}"
        for field, prefix in ANCHORED.items()
        for part in getattr(thing, field, None) or ()
        if isinstance(part, Named)
    ]


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
