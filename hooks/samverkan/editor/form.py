"""A part as a form: each field with its label, help and what is wrong with it; a kommun sees the county's beside."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Any

from pydantic import BaseModel

from samverkan.editor.posted import SHOWN
from samverkan.editor.shapes import Shape, label, shape_of
from samverkan.findings import Finding
from samverkan.kinds.base import Place
from samverkan.local.locks import Lock, lock_at, sections

Data = dict[str, Any]


@dataclass
class Form:
    """Writes the fields of a thing; `county` is the county's version where a kommun edits its own."""

    kind: str
    names: dict[str, dict[str, str]]  # what each thing is called, by kind and id
    county: bool = False  # whether there is a county's version to lay beside
    wrong: dict[str, list[Finding]] = field(default_factory=dict)

    def fields(
        self, model: type[BaseModel], data: Data, name: str, base: Data, place: Place, lock: Lock | None, own: bool
    ) -> str:
        """Every field of a part; `own` where the part is the kommun's own as a whole."""
        beside = self.county and not own
        here = lock_at(self.kind, place, base, lock) if beside else None
        result = ""
        for key, info in model.model_fields.items():
            shape = shape_of(info)
            if key in ("id", "ersätter", "kommande", "jurist", "öppet_lokalt") or shape.form == "kvar":
                continue
            if not place and shape.form == "lista" and shape.inner and _has_id(shape.inner):
                continue  # a page of its own for each
            full = f"{name}.{key}" if name else key
            there = base.get(key) if beside else None
            closed = here and key not in here.free and key not in here.grows and here.holds(key, base, "§")
            told = "".join(f'<p class="fel" id="fel-{full}">{_said(one)}</p>' for one in self.wrong.get(full, []))
            if closed and here:
                result += self._closed(key, shape, there, here)
                continue
            inner = self._input(shape, full, data.get(key), there, (*place, key), here, own)
            group = shape.form == "del" or bool(shape.inner and shape.inner.form not in ("rad", "text"))
            need = "" if info.is_required() else ' <span class="valfri">(valfritt)</span>'
            help_ = f'<p class="hjälp" id="hjälp-{full}">{escape(info.description or "")}</p>'
            called = f"{label(key)}{need}"
            title = f"<legend>{called}</legend>" if group else f'<label for="{full}">{called}</label>'
            tag = "fieldset" if group else "div"
            shown = f'<input type="hidden" name="{SHOWN}" value="{full}">'
            left = ""
            if beside and shape.form != "del" and not (shape.inner and shape.inner.form == "del"):
                mark = "Ändrat hos oss" if there is not None and there != data.get(key) else "Länets text"
                left = f'<div class="länet"><strong>{mark}</strong><p>{self.said(shape, there)}</p></div>'
            result += f'<{tag} class="fält">{title}{help_}{told}{left}{inner}{shown}</{tag}>'
        return result

    def said(self, shape: Shape, value: Any) -> str:
        """A value as it is read, with names instead of ids."""
        if value in (None, "", []):
            return "<em>Inget</em>"
        if isinstance(value, list):
            return "<br>".join(self.said(shape.inner or shape, one) for one in value)
        if isinstance(value, dict):
            return escape("; ".join(str(one) for one in value.values()))
        choice = dict(shape.choices).get(str(value))
        return escape(choice or self.names.get(shape.kind, {}).get(str(value), str(value))).replace("\n", "<br>")

    def _closed(self, key: str, shape: Shape, there: Any, lock: Lock) -> str:
        if there in (None, "", []):
            return ""
        named = [self.names.get("lagrum", {}).get(id, id) for id in sections(lock.part)]
        laws = ", ".join([*named[:3], *([f"och {len(named) - 3} till"] if named[3:] else [])])
        why = f"Låst: det här kräver lagen{f' ({escape(laws)})' if laws else ''}. Kommunen kan inte ändra det."
        return f'<div class="fält låst"><h2>{label(key)}</h2><p>{self.said(shape, there)}</p><p>{why}</p></div>'

    def _input(self, shape: Shape, name: str, value: Any, base: Any, place: Place, lock: Lock | None, own: bool) -> str:
        told = f'aria-describedby="hjälp-{name}{f" fel-{name}" if name in self.wrong else ""}"'
        wrong = ' aria-invalid="true"' if name in self.wrong else ""
        head = f'id="{name}" name="{name}" {told}{wrong}'
        if shape.form == "ja":
            return f'<input type="checkbox" {head} value="ja"{" checked" if value == "ja" else ""}> Ja'
        if shape.form in ("val", "hänvisning"):
            return self._select(shape, head, value)
        if shape.form == "datum":
            return f'<input type="date" {head} value="{escape(str(value or ""))}">'
        if shape.form == "del" and shape.model:
            inside = value if isinstance(value, dict) else {}
            county = base if isinstance(base, dict) else {}
            return self.fields(shape.model, inside, name, county, place, lock, own)
        if shape.form == "lista" and shape.inner:
            if shape.inner.form == "del" and shape.inner.model:
                return self._rows(shape.inner.model, name, value or [], base or [], place, lock, own)
            if shape.inner.form in ("val", "hänvisning"):
                chosen = [*(value or []), ""]
                one = f'name="{name}" {told}{wrong}'
                return "".join(
                    self._select(shape.inner, f'{one} aria-label="{label(str(place[-1]))}, {i + 1}"', each)
                    for i, each in enumerate(chosen)
                )
            lines = "\n".join(map(str, value or []))
            return f'<textarea {head} rows="{len(value or []) + 2}">\n{escape(lines)}</textarea><p>En på varje rad.</p>'
        if shape.form == "text":
            height = min(12, len(str(value or "")) // 70 + 2)
            return f'<textarea {head} rows="{height}">\n{escape(str(value or ""))}</textarea>'
        return f'<input type="text" {head} value="{escape(str(value or ""))}">'

    def _select(self, shape: Shape, head: str, value: Any) -> str:
        choices = shape.choices or tuple(sorted(self.names.get(shape.kind, {}).items(), key=lambda one: one[1]))
        known = {key for key, _ in choices}
        more = ((str(value), str(value)),) if value and str(value) not in known else ()
        rows = "".join(
            f'<option value="{escape(key)}"{" selected" if key == value else ""}>{escape(said)}</option>'
            for key, said in (("", "(inget valt)"), *more, *choices)
        )
        return f"<select {head}>{rows}</select>"

    def _rows(
        self,
        model: type[BaseModel],
        name: str,
        value: list[Data],
        base: list[Data],
        place: Place,
        lock: Lock | None,
        own: bool,
    ) -> str:
        county = {one.get("id"): one for one in base if isinstance(one, dict) and "id" in one}
        result = ""
        for i, part in enumerate(value):
            mine = own or part.get("id") not in county
            there = county.get(part.get("id"), {})
            closed = not mine and lock is not None and lock_at(self.kind, (*place, 0), there, lock).whole
            buttons = "" if closed else f'<button name="gör" value="bort:{name}.{i}">Ta bort rad {i + 1}</button>'
            if i and (mine or not self.county):
                buttons += f'<button name="gör" value="upp:{name}.{i}">Flytta upp rad {i + 1}</button>'
            inside = self.fields(model, part, f"{name}.{i}", there, (*place, i), lock, mine)
            hidden = f'<input type="hidden" name="rader:{name}" value="{i}">'
            hidden += f'<input type="hidden" name="{name}.{i}.id" value="{escape(str(part.get("id", "")))}">'
            result += f'<fieldset class="rad"><legend>Rad {i + 1}</legend>{hidden}{inside}{buttons}</fieldset>'
        return result + f'<button name="gör" value="ny:{name}">Lägg till en rad</button>'


def _has_id(shape: Shape) -> bool:
    return shape.model is not None and "id" in shape.model.model_fields


def _said(finding: Finding) -> str:
    return f"<strong>{escape(finding.message[:1].upper() + finding.message[1:])}</strong> {escape(finding.mend)}"
