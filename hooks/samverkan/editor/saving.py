"""A thing opened and saved: the whole check is made with the changed file in memory, before anything is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from samverkan.commands.whole_file import write_whole
from samverkan.editor.smallest import smallest
from samverkan.findings import Finding
from samverkan.kinds import Thing
from samverkan.kinds.base import Place
from samverkan.kinds.deviation import fingerprint
from samverkan.local.day import build_day, on_day
from samverkan.local.merge import HEAD, Merge
from samverkan.local.parts import has_ids
from samverkan.pipeline import think
from samverkan.reading.document import Document
from samverkan.reading.folders import COMMON, FOLDER, reviewed_copy
from samverkan.reading.load import document_of
from samverkan.reading.sources import Sources, read
from samverkan.resolve import Model
from samverkan.writing.edit import changed, new_file
from samverkan.writing.order import in_order

Data = dict[str, Any]


@dataclass
class Opened:
    """A thing as it stands: the county's, the kommun's own file, and what they say together."""

    kind: type[Thing]
    id: str
    file: str  # the file that is written
    base: Data  # the county's, where a kommun may deviate from it
    own: Data  # what the file says
    now: Data  # what the web shows
    text: str

    @property
    def version(self) -> str:
        """Changes when the file does, so that nobody writes over what another has written."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


@dataclass
class Saved:
    """What came of saving: nothing is written where there are errors that were not there before."""

    wrong: dict[str, list[Finding]] = field(default_factory=dict)  # by the field's name in the form
    elsewhere: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    written: bool = False


class Folder:
    """The model on this computer, for one publisher."""

    def __init__(self, root: Path, kommun: str | None) -> None:
        self.root, self.kommun = root, kommun
        self._known: tuple[list[int], Model, list[Finding]] | None = None

    def model(self) -> tuple[Sources, Model, list[Finding]]:
        """What is there now and everything that is wrong with it; made anew only when a file has changed."""
        sources = read(self.root, self.kommun)
        key = _key(sources)
        if self._known is None or self._known[0] != key:
            self._known = (key, *think(sources))
        return sources, *self._known[1:]

    def open(self, kind: type[Thing], id: str) -> Opened:
        """A thing of a kind; one that is not there is empty."""
        sources = read(self.root, self.kommun)
        folder = f"{FOLDER}/{self.kommun}" if self.kommun else COMMON
        file = f"{folder}/{kind.folder}/{id}.yml"
        common = next((one for one in sources.common if one.kind is kind and one.stem == id), None)
        own = next((one for one in sources.own if one.kind is kind and one.stem == id), None)
        path = self.root / file
        text = path.read_bytes().decode("utf-8") if path.is_file() else ""
        if not self.kommun:
            data = common.data if common else {}
            return Opened(kind, id, file, {}, data, data, text)
        day, _ = build_day()
        base = on_day(common, day) if common else None
        local = own.data if own else {}
        now = Merge(base, own).run() if base and own else (base.data if base else local)
        return Opened(kind, id, file, base.data if base else {}, local, now, text)

    def save(self, opened: Opened, wanted: Data, head: Data) -> Saved:
        """Write the thing so that it says `wanted`; raises NotWritten where its file cannot be changed so."""
        data = self.data_of(opened, wanted, head)
        sources, _, before = self.model()
        text = changed(opened.text, data, opened.kind) if opened.text else new_file(data) if data else ""
        document = document_of(opened.file, opened.kind, text.encode("utf-8"))
        part = "own" if self.kommun else "common"
        there = sources.own if self.kommun else sources.common
        documents = [one for one in there if one.file != opened.file] + ([document] if data else [])
        changes: dict[str, Any] = {part: sorted(documents, key=lambda one: one.file)}
        changes["findings"] = sources.findings + document.findings
        model, after = think(replace(sources, **changes))
        known = {(one.code, one.message, one.mark.file) for one in before}
        saved = Saved()
        for finding in after:
            if (finding.code, finding.message, finding.mark.file) in known:
                continue
            if finding.severity == "varning":
                saved.warnings.append(finding)
            elif finding.mark.file == opened.file:
                saved.wrong.setdefault(field_of(document, finding, wanted), []).append(finding)
            else:
                saved.elsewhere.append(finding)
        if not saved.wrong and not saved.elsewhere:
            self._write(opened, data, text)
            saved.written = True
            self._known = (_key(read(self.root, self.kommun)), model, after)
        return saved

    def data_of(self, opened: Opened, wanted: Data, head: Data) -> Data:
        """What the file has to say for the thing to be as wanted; empty where a kommun deviates no more."""
        if not self.kommun or opened.kind.always_own:
            return in_order(wanted, opened.kind)
        if not opened.base:
            return in_order({**wanted, **head}, opened.kind, own=True)
        body = smallest(opened.kind.kind, opened.base, opened.now, wanted, _body(opened.own))
        if not body:
            return {}
        mot = opened.own.get("mot") if opened.own else fingerprint(opened.base)
        pin = {"mot": mot} if mot else {}
        return in_order({"id": opened.id, **pin, **head, **body}, opened.kind, own=True)

    def _write(self, opened: Opened, data: Data, text: str) -> None:
        path = self.root / opened.file
        if not data:
            path.unlink(missing_ok=True)
            return
        files = {path: text.encode("utf-8")}
        if self.kommun and opened.base and not opened.own:
            county = self.root / COMMON / opened.kind.folder / f"{opened.id}.yml"
            files[self.root / reviewed_copy(self.kommun, opened.file)] = county.read_bytes()
        write_whole(files)


def _key(sources: Sources) -> list[int]:
    """The documents that were read: one that has not changed is the same object the next time (remembered.py)."""
    return [id(one) for one in (*sources.common, *sources.own)]


def _body(own: Data) -> Data:
    return {key: value for key, value in own.items() if key not in HEAD and key != "id"}


def field_of(document: Document, finding: Finding, wanted: Data) -> str:
    """The field of the form that a finding is about; empty for the thing itself."""
    at = (finding.mark.line, finding.mark.column)
    before = [(mark.line, mark.column, len(place), place) for place, mark in document.marks.items()]
    place: Place = max((one for one in before if one[:2] <= at), default=(0, 0, 0, ()))[3]
    names: list[str] = []
    step: Any
    there: Any = document.data
    form: Any = wanted
    for step in place:
        inner: Any = there[step] if isinstance(there, list) or step in there else None
        if isinstance(step, int) and has_ids(there) and has_ids(form):
            step = next((i for i, one in enumerate(form) if one["id"] == inner["id"]), step)
        names.append(str(step))
        there = inner
        if isinstance(form, list):
            form = form[int(step)] if int(step) < len(form) else None
        elif isinstance(form, dict):
            form = form.get(step)
        if there is None:
            break
    return ".".join(names)
