"""A decision written down: who, when, and the text as it is today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from samverkan.commands.whole_file import write_whole
from samverkan.kinds import Beslut, Thing
from samverkan.kinds.person_guess import personal_name
from samverkan.local.decisions import kept, version_of
from samverkan.phrases import swedish_date
from samverkan.reading.folders import COMMON, FOLDER
from samverkan.reading.load import load_file
from samverkan.resolve import Model
from samverkan.slug import slug

# As much of the body's name as tells two bodies apart.
LONGEST = 24
# Signs that make bold, links, code or HTML; a diary number may have a single low line.
MARKUP = re.compile(r"[*`\[\]{}<>\\]|__")
HEAD = "# Skrivet av make besluta. Det under ”lyder:” och ”namn_då:” ändras aldrig: en ny text får ett nytt beslut.\n"


class NotWritten(Exception):
    """The decision could not be written as it was meant; the message says why, in Swedish.

    `field` is what of the decision it is about, where it is about one.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True)
class Decided:
    """What was decided of a thing, as the minutes say it."""

    av: str
    datum: date
    gäller_från: date
    diarienummer: str = ""


def decide(root: Path, model: Model, thing: Thing, decided: Decided) -> str:
    """Write the decision on a thing with the whole of its present text; returns the file, under `root`.

    Raises NotWritten where the same was decided that day already, or the text cannot be kept as it is.
    """
    whose = [model.local.kommun] if model.local else []
    id = "-".join([*whose, slug(thing.kind), thing.id, slug(decided.av)[:LONGEST], decided.datum.isoformat()])
    folder = f"{FOLDER}/{model.local.kommun}" if model.local else COMMON
    file = f"{folder}/{Beslut.folder}/{id}.yml"
    if (root / file).exists():
        raise NotWritten(f"{file} finns redan. Ett beslut ändras inte; är det fel: rätta det innan filen sparas i git.")
    text, names = kept(model, thing)
    content: dict[str, Any] = {
        "id": id,
        "namn": f"Beslut om {thing.kortnamn}, {decided.av} {swedish_date(decided.datum)}",
        "sak": f"{thing.kind}:{thing.id}",
        "av": decided.av,
        "datum": decided.datum.isoformat(),
        "gäller_från": decided.gäller_från.isoformat(),
        **({"diarienummer": decided.diarienummer} if decided.diarienummer else {}),
        "version": version_of(text, names),
        "lyder": text,
        "namn_då": names,
    }
    if personal_name(decided.av):
        raise NotWritten(f"”{decided.av}” ser ut att vara en person. Skriv vilken nämnd som beslutade (av).", "av")
    if MARKUP.search(f"{decided.av} {decided.diarienummer}"):
        raise NotWritten("Skriv av och diarienummer som vanlig text, utan fet stil, länkar eller HTML.", "av")
    if decided.gäller_från < decided.datum:
        before = f"Beslutet gäller från {decided.gäller_från}, före beslutsdagen {decided.datum}."
        raise NotWritten(before, "gäller_från")
    if decided.datum > model.today:
        raise NotWritten(f"Beslutet sägs vara fattat {decided.datum}, som inte har varit.", "datum")
    try:
        Beslut.model_validate(content)
    except ValidationError as error:
        fields = ", ".join(sorted({str(detail["loc"][0]) for detail in error.errors()}))
        raise NotWritten(f"Det här går inte att skriva så: {fields}. Skriv vanlig text på en rad.") from None
    written = HEAD + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)
    write_whole({root / file: written.encode("utf-8")})
    if load_file(root / file, file, Beslut).data != content:
        (root / file).unlink()
        raise NotWritten("Texten gick inte att spara ord för ord, och inget beslut skrevs.")
    return file
