"""Why and by whom: a deviation's reason, a decision written down, the county's changes read and accepted."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

from samverkan.commands.decide import Decided, NotWritten, decide
from samverkan.commands.review import accept, told
from samverkan.editor.posted import Sent
from samverkan.editor.saving import Folder
from samverkan.kinds import Thing
from samverkan.kinds.deviation import Avvikelse, Beslutad

Data = dict[str, Any]
REVIEWED = "<p>Inget att läsa: ni har läst allt som länet har ändrat.</p>"


def why(head: Data) -> str:
    """The fields that a deviation has of its own."""
    there = head.get("beslutad")
    decided = there if isinstance(there, dict) else {}
    fields = Avvikelse.model_fields["motivering"], Beslutad.model_fields["av"], Beslutad.model_fields["datum"]
    rows = zip(
        ("motivering", "av", "dag"),
        ("Motivering", "Vem som beslutade", "Beslutsdag"),
        ("text", "text", "date"),
        fields,
        (head.get("motivering", ""), decided.get("av", ""), decided.get("datum", "")),
        strict=True,
    )
    return "<h2>Varför gör vi annorlunda än länet?</h2>" + "".join(
        f'<div class="fält"><label for="{key}">{said}</label><p class="hjälp">{escape(field.description or "")}</p>'
        f'<input type="{form}" id="{key}" name="{key}" value="{escape(str(value))}"></div>'
        for key, said, form, field, value in rows
    )


def head_of(sent: Sent) -> Data:
    """What was written in those fields."""
    reason, av, day = (sent.get(key, [""])[0].strip() for key in ("motivering", "av", "dag"))
    decided = {key: value for key, value in (("av", av), ("datum", day)) if value}
    return {**({"motivering": reason} if reason else {}), **({"beslutad": decided} if decided else {})}


def decided(folder: Folder, kind: type[Thing], id: str, sent: Sent | None) -> tuple[str, str]:
    """Write down that a thing is decided, with the text as it is; the page's title and body."""
    _, model, findings = folder.model()
    thing = model.things.get(kind.kind, {}).get(id)
    if thing is None or thing.utgår or any(one.severity == "fel" for one in findings):
        return "Beslut", '<p class="fel">Det här går inte att besluta: rätta felen först.</p>'
    top = ""
    if sent is not None:
        av, day, start, number = (sent.get(key, [""])[0].strip() for key in ("av", "dag", "gäller", "diarienummer"))
        try:
            days = date.fromisoformat(day), date.fromisoformat(start or day)
            decide(folder.root, model, thing, Decided(av, *days, number))
            top = '<p class="klart" role="status">Beslutet är sparat, med texten som den är i dag.</p>'
        except ValueError:
            top = '<p class="fel" role="alert">Välj en beslutsdag.</p>'
        except NotWritten as error:
            top = f'<p class="fel" role="alert">{escape(str(error))}</p>'
    fields = "".join(
        f'<div class="fält"><label for="{key}">{said}</label><input type="{form}" id="{key}" name="{key}"></div>'
        for key, said, form in (
            ("av", "Nämnden eller funktionen som beslutade, aldrig ett namn", "text"),
            ("dag", "Beslutsdag", "date"),
            ("gäller", "Första dagen det gäller, om det inte är beslutsdagen", "date"),
            ("diarienummer", "Diarienummer (valfritt)", "text"),
        )
    )
    button = '<button class="först">Skriv ner beslutet</button>'
    return f"Beslut: {thing.namn}", f'{top}<form method="post">{fields}{button}</form>'


def reviewed(folder: Folder, sent: Sent | None) -> tuple[str, str]:
    """What the county has changed under the kommun's deviations, each accepted for itself; title and body."""
    top = ""
    for deviation in folder.model()[1].own.deviations:
        if sent and deviation.file in sent.get("godkänn", []) and deviation.outdated:
            done = accept(folder.root, str(folder.kommun), deviation)
            css, said = ("klart", "Godkänt.") if done else ("fel", "Filens rad mot: gick inte att skriva.")
            top = f'<p class="{css}" role="status">{said}</p>'
    local = folder.model()[1].own
    items = "".join(
        f'<section class="fält"><pre>{escape(told(local, one))}</pre><form method="post">'
        f'<button name="godkänn" value="{escape(one.file)}">Jag har läst det: godkänn</button></form></section>'
        for one in local.deviations
        if one.outdated
    )
    return "Länets ändringar", top + (items or REVIEWED)
