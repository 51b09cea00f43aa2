"""What the editor sees: lists, a form for each thing and each part of it, decisions and the county's changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from samverkan.editor.decisions import decided, head_of, reviewed, why
from samverkan.editor.form import Form
from samverkan.editor.posted import Sent, posted
from samverkan.editor.saving import Folder, Opened, Saved
from samverkan.editor.shapes import label, shape_of
from samverkan.findings import Finding
from samverkan.kinds import KINDS, LOCAL_KINDS, Lagrum, Thing
from samverkan.kinds.base import SLUG
from samverkan.local.locks import lock_at
from samverkan.writing import text as writing

BY_FOLDER = {kind.folder: kind for kind in (*LOCAL_KINDS, *KINDS)}
Data = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What the server sends: a page, or the way to another."""

    status: int
    text: str = ""
    to: str = ""


class Screens:
    """Every page of the editor, under a secret address."""

    def __init__(self, root: Path, kommun: str | None, at: str) -> None:
        self.root, self.kommun, self.at = root, kommun, at
        self.folder = Folder(root, kommun)

    def answer(self, path: list[str], sent: Sent | None) -> Answer:
        """The page at a path; `sent` is what a form says."""
        if path == ["stil.css"]:
            return Answer(200, "stil.css")
        if not path:
            return Answer(200, self.home())
        if path == ["granska"] and self.kommun:
            return Answer(200, self._page(*reviewed(self.folder, sent)))
        kind = BY_FOLDER.get(path[1]) if len(path) > 1 else None
        if kind is None or (kind in LOCAL_KINDS and not self.kommun):
            return self._missing()
        if path[0] == "sort" and len(path) == 2:
            return Answer(200, self.list_of(kind))
        if len(path) < 3 or not all(re.fullmatch(SLUG, one) for one in [path[2], *path[4:]]):
            return self._missing()
        _, model, _ = self.folder.model()
        if path[2] not in model.things.get(kind.kind, {}) and not self.folder.open(kind, path[2]).now:
            return self._missing()
        if path[0] == "besluta" and len(path) == 3:
            return Answer(200, self._page(*decided(self.folder, kind, path[2], sent)))
        if path[0] == "sak" and len(path) in (3, 5):
            return self.form(kind, path[2], path[3:], sent)
        return self._missing()

    def _missing(self) -> Answer:
        return Answer(404, self._page("Sidan finns inte", f'<p><a href="{self.at}/">Till början</a></p>'))

    def _page(self, title: str, body: str) -> str:
        whose = self.kommun or "länet"
        return (
            f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{escape(title)}</title>'
            f'<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="{self.at}/stil.css">'
            f'</head><body><header><nav aria-label="Redigera"><a href="{self.at}/">Redigera: {escape(whose)}</a></nav>'
            f"</header><main><h1>{escape(title)}</h1>{body}</main></body></html>"
        )

    def home(self) -> str:
        """What can be edited, what is needed first on top."""
        _, model, findings = self.folder.model()
        errors = sum(one.severity == "fel" for one in findings)
        top = f'<p class="fel">Modellen har {errors} fel sedan förut.</p>' if errors else ""
        if self.kommun:
            left = [one for one in model.things.get("kontakt", {}).values() if not getattr(one, "ifylld", True)]
            outdated = [one for one in model.own.deviations if one.outdated]
            top += f'<p><a href="{self.at}/sort/kontakter">Kontakter</a>: {len(left)} är inte ifyllda.</p>'
            top += f'<p><a href="{self.at}/granska">Länets ändringar att läsa</a>: {len(outdated)}.</p>'
        kinds = [kind for kind in KINDS if not (self.kommun and kind is Lagrum)]
        items = "".join(f'<li><a href="{self.at}/sort/{kind.folder}">{kind.plural}</a></li>' for kind in kinds)
        return self._page("Vad vill du ändra?", f"{top}<ul>{items}</ul>")

    def list_of(self, kind: type[Thing]) -> str:
        """Every thing of a kind; contacts that are not filled in come first."""
        _, model, _ = self.folder.model()
        things = sorted(model.things.get(kind.kind, {}).values(), key=lambda one: one.sort_key)
        things.sort(key=lambda one: bool(getattr(one, "ifylld", False)))
        items = "".join(
            f'<li><a href="{self.at}/sak/{kind.folder}/{one.id}">{escape(one.namn)}</a>{self._state(one)}</li>'
            for one in things
        )
        return self._page(kind.plural, f"<ul>{items}</ul>" if items else "<p>Här finns inget ännu.</p>")

    def _state(self, thing: Thing) -> str:
        if not getattr(thing, "ifylld", True):
            return " (inte ifylld)"
        return " (ändrad hos oss)" if thing.avvikelse else ""

    def form(self, kind: type[Thing], id: str, part: list[str], sent: Sent | None) -> Answer:
        """The form of a thing, or of a part of it; what is sent is checked, and saved where nothing is wrong."""
        opened = self.folder.open(kind, id)
        model: type[BaseModel] = kind
        whole, old = opened.now, opened.now
        number = 0
        if part:
            field = kind.model_fields.get(part[0])
            shape = shape_of(field).inner if field else None
            rows_ = whole.get(part[0], [])
            number = next((i for i, one in enumerate(rows_) if isinstance(one, dict) and one.get("id") == part[1]), -1)
            if shape is None or shape.model is None or number < 0:
                return self._missing()
            model, old = shape.model, rows_[number]
        at = f"{part[0]}.{number}" if part else ""
        data, saved, problem = old, Saved(), ""
        head: Data = {key: opened.own[key] for key in ("motivering", "beslutad") if key in opened.own}
        if sent is not None:
            data = posted(model, sent, at, old)
            head = head_of(sent) if "motivering" in sent else head
            action = sent.get("gör", [""])[0]
            if action == "spara":
                wanted = {**whole, part[0]: [*rows_[:number], data, *rows_[number + 1 :]]} if part else data
                if sent.get("version", [""])[0] != opened.version:
                    problem = "Filen har ändrats sedan du öppnade den. Öppna sidan igen och gör om ändringen."
                else:
                    try:
                        saved = self.folder.save(opened, wanted, head)
                    except writing.NotWritten:
                        problem = "Filen är skriven på ett sätt som inte går att ändra här. Inget sparades."
                if saved.written:
                    opened = self.folder.open(kind, id)
            else:
                data = _moved(data, action.partition(":")[0], action.partition(":")[2].removeprefix(at).strip("."))
        base = opened.base
        if part:
            base = next((one for one in base.get(part[0], []) if one.get("id") == part[1]), {})
        return Answer(200, self._form_page(opened, model, part, data, base, at, saved, problem, head))

    def _form_page(
        self,
        opened: Opened,
        model: type[BaseModel],
        part: list[str],
        data: Data,
        base: Data,
        at: str,
        saved: Saved,
        problem: str,
        head: Data,
    ) -> str:
        _, known, _ = self.folder.model()
        names = {kind: {id: one.namn for id, one in things.items()} for kind, things in known.things.items()}
        county = bool(self.kommun) and not opened.kind.always_own
        form = Form(opened.kind.kind, names, county, saved.wrong)
        name = opened.kind.kind
        lock = lock_at(name, (), opened.base, None) if part and county else None
        inside = form.fields(model, data, at, base, (part[0], 0) if part else (), lock, county and not base)
        shown = {name for name in saved.wrong if f'id="fel-{name}"' in inside}
        rest = [one for name, found in saved.wrong.items() if name not in shown for one in found]
        top = f'<p class="fel" role="alert">{escape(problem)}</p>' if problem else ""
        if count := sum(map(len, saved.wrong.values())) + len(saved.elsewhere):
            top += f'<p class="fel" role="alert">Inget är sparat. {count} fel att rätta.</p>'
        top += _list("fel", [*rest, *saved.elsewhere]) + _list("varning", saved.warnings)
        if saved.written:
            top += '<p class="klart" role="status">Sparat.</p>'
        links = "" if part else self._parts(opened)
        decision = f'<p><a href="{self.at}/besluta/{opened.kind.folder}/{opened.id}">Skriv ner ett beslut</a></p>'
        reason = why(head) if county else ""
        send = f'<input type="hidden" name="version" value="{opened.version}">'
        send += '<button class="först" name="gör" value="spara">Kontrollera och spara</button>'
        title = str(data.get("namn") or opened.now.get("namn") or opened.id)
        first = '<button hidden name="gör" value="spara">Spara</button>'  # what Enter in a field presses
        after = "" if part or opened.kind.always_own else decision
        body = f'{top}{links}<form method="post">{first}{inside}{reason}{send}</form>{after}'
        return self._page(title, body)

    def _parts(self, opened: Opened) -> str:
        result = ""
        for key, field in opened.kind.model_fields.items():
            inner = shape_of(field).inner
            if inner and inner.model and "id" in inner.model.model_fields and opened.now.get(key):
                items = "".join(
                    f'<li><a href="{self.at}/sak/{opened.kind.folder}/{opened.id}/{key}/{one["id"]}">'
                    f"{escape(str(one.get('namn') or one.get('rubrik') or one.get('text') or one['id']))}</a></li>"
                    for one in opened.now[key]
                )
                result += f"<h2>{label(key)}</h2><ol>{items}</ol>"
        return result


def _moved(data: Data, verb: str, at: str) -> Data:
    """The data with a row more, a row less, or a row moved up."""
    steps = at.split(".")
    where = steps if verb == "ny" else steps[:-1]
    holder: Any = data
    for step in where[:-1]:
        holder = holder[int(step)] if isinstance(holder, list) else holder.setdefault(step, {})
    rows_ = holder.setdefault(where[-1], []) if isinstance(holder, dict) and where[-1] else []
    number = int(steps[-1]) if verb != "ny" and steps[-1].isdigit() else 0
    if verb == "ny":
        rows_.append({})
    elif verb == "bort" and number < len(rows_):
        del rows_[number]
    elif verb == "upp" and 0 < number < len(rows_):
        rows_[number - 1], rows_[number] = rows_[number], rows_[number - 1]
    return data


def _list(css: str, findings: list[Finding]) -> str:
    return "".join(f'<p class="{css}">{escape(one.message)} {escape(one.mend)}</p>' for one in findings)
