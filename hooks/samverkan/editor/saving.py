"""What is to be saved: the whole check is made with the changed files in memory, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from samverkan.commands.whole_file import write_whole
from samverkan.editor.folder import Data, Folder, Opened
from samverkan.editor.places import field_of
from samverkan.editor.smallest import smallest
from samverkan.findings import Finding
from samverkan.kinds.deviation import fingerprint
from samverkan.kinds.installningar import Inställningar, unread
from samverkan.pipeline import think
from samverkan.reading.document import Document
from samverkan.reading.folders import COMMON, reviewed_copy
from samverkan.reading.load import document_of
from samverkan.reading.settings import checked_settings
from samverkan.reading.sources import Sources
from samverkan.resolve import Model
from samverkan.writing.edit import changed, new_file
from samverkan.writing.order import in_order


@dataclass(frozen=True)
class Change:
    """What a file is to say: nothing where it is to go. `wanted` is the thing as the form has it."""

    opened: Opened
    data: Data
    wanted: Data

    @property
    def text(self) -> str:
        """The file's text; raises NotWritten where it cannot be changed so."""
        if not self.data:
            return ""
        return changed(self.opened.text, self.data, self.opened.kind) if self.opened.text else new_file(self.data)

    @property
    def document(self) -> Document:
        """What the file would be read as."""
        return document_of(self.opened.file, self.opened.kind, self.text.encode("utf-8"))


@dataclass
class Tried:
    """What came of trying: the model as it would be, and the findings that are not there now."""

    changes: list[Change]
    model: Model
    findings: list[Finding]
    # By the file and the field's name in the form.
    wrong: dict[str, dict[str, list[Finding]]] = field(default_factory=dict)
    elsewhere: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    @property
    def errors(self) -> int:
        """How many errors there are that are not there now: with any of them nothing is written."""
        return len(self.elsewhere) + sum(len(found) for fields in self.wrong.values() for found in fields.values())


def change_of(folder: Folder, opened: Opened, wanted: Data, head: Data) -> Change:
    """The change that makes a thing as wanted; its file goes where a kommun deviates no more."""
    if not opened.deviates:
        return Change(opened, in_order(wanted, opened.kind), wanted)
    if not opened.base:
        return Change(opened, in_order({**wanted, **head}, opened.kind, own=True), wanted)
    body = {} if head.get("utgår") else smallest(opened.kind.kind, opened.base, opened.now, wanted, opened.body)
    if not body and not head.get("utgår"):
        return Change(opened, {}, wanted)
    mot = opened.own.get("mot") if opened.own else fingerprint(opened.base)
    pin = {"mot": mot} if mot else {}
    return Change(opened, in_order({"id": opened.id, **pin, **head, **body}, opened.kind, own=True), wanted)


def tried(folder: Folder, changes: list[Change]) -> Tried:
    """The whole check with the changed files in memory; raises NotWritten where a file cannot be changed so."""
    sources, _, before = folder.model()
    read = {change.opened.file: change.document for change in changes}
    model, after = think(_with(folder, sources, changes, read))
    result = Tried(changes, model, after)
    known = {(one.code, one.message, one.mark.file) for one in before}
    wanted = {change.opened.file: change for change in changes if change.data}
    for finding in after:
        file = finding.mark.file
        if (finding.code, finding.message, file) in known:
            continue
        if finding.severity == "varning":
            result.warnings.append(finding)
        elif file in wanted:
            where = field_of(read[file], finding, wanted[file].wanted, wanted[file].opened.deviates)
            result.wrong.setdefault(file, {}).setdefault(where, []).append(finding)
        else:
            result.elsewhere.append(finding)
    return result


def write(folder: Folder, done: Tried) -> None:
    """Write every changed file, all or none; the county's is kept as it is where a kommun begins to deviate."""
    files: dict[Path, bytes] = {}
    gone: list[Path] = []
    for change in done.changes:
        opened = change.opened
        copy = folder.root / reviewed_copy(str(folder.kommun), opened.file)
        held = opened.deviates and bool(opened.base)
        if not change.data:
            gone += [folder.root / opened.file, *([copy] if held else [])]
            continue
        files[folder.root / opened.file] = change.text.encode("utf-8")
        if held and not opened.own:
            files[copy] = (folder.root / COMMON / opened.kind.folder / f"{opened.id}.yml").read_bytes()
    write_whole(files)
    for path in gone:
        path.unlink(missing_ok=True)
    folder.now_is(done.model, done.findings)


def _with(folder: Folder, sources: Sources, changes: list[Change], read: dict[str, Document]) -> Sources:
    """What was read, with the changed files as they would be."""
    settings = next((change for change in changes if change.opened.kind is Inställningar), None)
    there = {change.opened.file: read[change.opened.file] for change in changes if change.data and change != settings}
    part, before = ("own", sources.own) if folder.kommun else ("common", sources.common)
    documents = [*(one for one in before if one.file not in read), *there.values()]
    findings = [one for one in sources.findings if one.mark.file not in read]
    findings += [one for document in there.values() for one in document.findings]
    new: dict[str, Any] = {part: sorted(documents, key=lambda one: one.file), "findings": findings}
    if settings:
        document = read[settings.opened.file]
        parent = str(Path(settings.opened.file).parent.as_posix())
        said, wrong = checked_settings(folder.root, parent, document)
        new |= {"settings": said or unread(), "findings": [*findings, *wrong]}
    return replace(sources, **new)
