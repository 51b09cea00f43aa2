"""What pydantic finds, in an editor's words: where, what is wrong, the nearest choice, the mend."""

from __future__ import annotations

import re
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from samverkan.findings import Finding, Mark, nearest
from samverkan.kinds import KINDS
from samverkan.kinds.base import LIKELY_YEARS, SLUG, Place
from samverkan.kinds.deviation import Avvikelse
from samverkan.kinds.targets import DEFAULT
from samverkan.reading.document import Document
from samverkan.slug import slug

MESSAGES: dict[str, tuple[str, str, str]] = {
    # pydantic's type: (our code, what is wrong, how to mend it)
    "string_type": (
        "fel-typ",
        "här ska stå en text.",
        "Skriv en text efter kolonet, inte en lista eller fält.",
    ),
    "list_type": (
        "fel-typ",
        "här ska stå en lista.",
        "Skriv varje värde på en egen rad som börjar med ”- ”.",
    ),
    "model_type": ("fel-typ", "här ska stå fält.", "Skriv fälten indragna på raderna under."),
    "heltal": ("fel-värde", "”{värde}” är inget heltal.", "Skriv bara siffror."),
    "ja_nej": ("fel-värde", "”{värde}” är varken ja eller nej.", "Skriv ja eller nej."),
    "fel_datum": ("fel-datum", "”{värde}” är inget datum.", "Skriv ÅÅÅÅ-MM-DD, till exempel 2026-11-22."),
    "fel_innehåll": ("fel-värde", "{fel}", "{rättelse}"),
    "osannolikt_datum": (
        "osannolikt-datum",
        "”{värde}” är inget troligt datum.",
        f"Skriv ett datum mellan {LIKELY_YEARS[0]} och {LIKELY_YEARS[-1]}.",
    ),
    "tom_text": ("fel-värde", "texten är tom.", "Skriv något, eller ta bort fältet."),
    "flera_rader": ("fel-värde", "texten får bara ha en rad.", "Ta bort radbrytningarna."),
    "osäker_text": (
        "osäker-text",
        "texten innehåller HTML eller skript: ”{bit}”.",
        "Skriv ren text utan HTML-kod och utan klamrar, { }.",
    ),
    "styrtecken": (
        "osäker-text",
        "texten innehåller {tecken}.",
        "",
    ),
    "osäker_länk": (
        "osäker-text",
        "länken ”{bit}” är inte tillåten.",
        DEFAULT,
    ),
    "tom_länk": (
        "osäker-text",
        "länken ”{bit}” saknar ord eller mål.",
        "Skriv orden som läsaren ser inom hakparenteserna och målet inom parenteserna.",
    ),
    "too_short": ("saknat-fält", "listan är tom.", "Skriv minst ett värde."),
    "too_long": ("fel-värde", "listan är för lång: högst {max_length} får plats.", "Ta bort det som betyder minst."),
    "string_too_long": ("fel-värde", "texten är för lång.", "Korta den."),
}


# What an editor calls the part that a field stands in, by its class; of others the name in the file is said.
PARTS = {
    "Steg": "steget",
    "Väg": "vägen",
    "Punkt": "punkten",
    "Checkpunkt": "punkten",
    "Handling": "punkten",
    "Åtgärd": "punkten",
    "GörNu": "punkten",
    "Tid": "tiden",
    "Frist": "tiden",
    "Trappsteg": "nivån",
    "Källhänvisning": "hänvisningen",
    "Avtalspart": "parten",
    "Rapport": "rapporten",
    "Mötesdag": "mötesdagen",
    "Samband": "sambandet",
    "Uppgift": "uppgiften",
    "Avsnitt": "avsnittet",
    "Checkavsnitt": "avsnittet",
}


def finding_of(detail: ErrorDetails, document: Document, model: type[BaseModel] | None = None) -> Finding:
    """The finding for one error of pydantic's in a document; `model` where it is not the document's kind."""
    kind = model or document.kind
    path = tuple(detail["loc"])
    context = detail.get("ctx", {})
    type_ = detail["type"]
    mark = _mark(document, path)
    field = name_of(path)
    if type_ == "extra_forbidden":
        fields = _fields(kind, path[:-1])
        if mark.file.startswith("model/lokalt/") and document.kind in KINDS:
            fields += ["utgår", "efter"] if path[:-1] else list(Avvikelse.model_fields)
        return Finding(
            mark,
            "okänt-fält",
            f"fältet ”{field}” finns inte {_within(kind, path[:-1], document)}.",
            f"{nearest(field, fields)} Annars: ta bort fältet.",
        )
    if type_ == "missing":
        return Finding(
            _mark(document, path[:-1]),
            "saknat-fält",
            f"fältet ”{field}” saknas.",
            _example(kind, path),
        )
    if type_ in ("literal_error", "heltal", "ja_nej", "fel_datum") and not isinstance(detail["input"], str):
        type_ = "string_type"  # a list or fields, where one value should stand
    if type_ == "literal_error":
        choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return Finding(
            mark,
            "fel-värde",
            f"”{detail['input']}” går inte att välja för ”{field}”.",
            nearest(str(detail["input"]), choices),
        )
    if type_ == "string_pattern_mismatch":
        if context.get("pattern") == SLUG:
            return Finding(
                mark,
                "id-form",
                f"”{detail['input']}” kan inte vara ett id.",
                f"Skriv ”{slug(str(detail['input']))}”: bara a–z, 0–9 och bindestreck; å och ä blir a, ö blir o."
                if slug(str(detail["input"]))
                else "Skriv bara a–z, 0–9 och bindestreck, till exempel ”skola-och-hem”; å och ä blir a, ö blir o.",
            )
        return Finding(
            mark,
            "fel-värde",
            f"”{detail['input']}” har inte rätt form för ”{field}”.",
            _example(kind, path),
        )
    if type_ == "id_i_hänvisning":
        return Finding(
            mark,
            "id-form",
            f"”{context['id']}” är inget id för {context['sort']}.",
            _not_an_id(context["id"], context["sort"], set(context["val"])),
        )
    if type_ == "okänd_sort":
        return Finding(
            mark,
            "okänd-referens",
            f"sorten ”{context['sort']}” finns inte.",
            nearest(context["sort"], context["val"]),
        )
    if type_ == "okänd_referens":
        return Finding(
            mark,
            "okänd-referens",
            f"{context['sort']} ”{context['id']}” finns inte.",
            f"{nearest(context['id'], context['val'])} Annars: lägg till filen för ”{context['id']}”.",
        )
    code, message, mend = MESSAGES.get(type_, ("fel-värde", f"värdet för ”{field}” är fel.", _example(kind, path)))
    return Finding(mark, code, message.format(**context), str(context.get("rättelse", mend)))


def _not_an_id(id: str, kind: str, known: set[str]) -> str:
    """How to mend a reference that is written as a name instead of an id."""
    if slug(id) in known:
        return f"Skriv id:t: {slug(id)}."
    if kind == "funktion" and len(id.split()) == 2 and id.istitle():
        return f"Skriv id:t för funktionen, aldrig en persons namn. {nearest(slug(id), known)}"
    return f"Skriv id:t, som är filens namn utan .yml. {nearest(slug(id), known)}"


def _mark(document: Document, path: Place) -> Mark:
    while path not in document.marks:
        path = path[:-1]
    return document.marks[path]


def name_of(path: Place) -> str:
    """The name of the field at a place; empty for the file itself."""
    names = [part for part in path if isinstance(part, str)]
    return names[-1] if names else ""


def _within(kind: type[BaseModel], path: Place, document: Document) -> str:
    """Where a field does not belong: in the part at a place, or in the kind."""
    if not path:
        return f"för {document.kind.kind}"
    model = model_at(kind, path)
    return f"i {PARTS.get(model.__name__) or f'”{name_of(path)}”'}"


def model_at(kind: type[BaseModel], path: Place) -> type[BaseModel]:
    """The model that describes the fields at `path` inside a kind."""
    model = kind
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            model = _inner_model(model.model_fields[part].annotation) or model
    return model


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _inner_model(arg))), None)


def _fields(kind: type[BaseModel], path: Place) -> list[str]:
    return list(model_at(kind, path).model_fields)


def _example(kind: type[BaseModel], path: Place) -> str:
    field = model_at(kind, path[:-1]).model_fields.get(name_of(path))
    if field is None:
        return "Se schemat för sorten."
    example = f" Till exempel: {field.examples[0]}" if field.examples else ""
    return f"{field.description}{example}"
