"""The model on this computer as the editor has it: what is there now, and a thing opened to be changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samverkan.findings import Finding
from samverkan.kinds import Thing
from samverkan.kinds.deviation import Avvikelse
from samverkan.kinds.installningar import Inställningar
from samverkan.local.day import build_day, on_day
from samverkan.local.merge import HEAD, Merge
from samverkan.pipeline import think
from samverkan.reading.document import Document
from samverkan.reading.folders import COMMON, FOLDER, SETTINGS
from samverkan.reading.load import document_of
from samverkan.reading.sources import Sources, read
from samverkan.resolve import Model

Data = dict[str, Any]


@dataclass(frozen=True)
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

    @property
    def deviates(self) -> bool:
        """Whether what is written here is held against the county's, and needs a reason."""
        return self.file.startswith(FOLDER) and not self.kind.always_own and self.kind is not Inställningar

    @property
    def head(self) -> Data:
        """What the kommun's file says of itself: why, who decided, and against which version."""
        return {key: self.own[key] for key in Avvikelse.model_fields if key in self.own} if self.deviates else {}

    @property
    def body(self) -> Data:
        """What the kommun's file says of the thing."""
        return {key: value for key, value in self.own.items() if key not in HEAD and key != "id"}


class Folder:
    """The model of one publisher: a kommun, or the county where `kommun` is None."""

    def __init__(self, root: Path, kommun: str | None) -> None:
        self.root, self.kommun = root, kommun
        self._read: Sources | None = None
        self._known: tuple[list[Any], Model, list[Finding]] | None = None

    def sources(self) -> Sources:
        """The files as they lay when this answer was begun."""
        self._read = self._read or read(self.root, self.kommun)
        return self._read

    def look_again(self) -> None:
        """Read the files anew the next time: a new answer is begun, or some have been written."""
        self._read = None

    def model(self) -> tuple[Sources, Model, list[Finding]]:
        """What is there now and everything that is wrong with it; made anew only when a file has changed."""
        sources = self.sources()
        key = _key(sources)
        if self._known is None or self._known[0] != key:
            self._known = (key, *think(sources))
        return sources, *self._known[1:]

    def now_is(self, model: Model, findings: list[Finding]) -> None:
        """Remember what was thought of the files that have just been written."""
        self.look_again()
        self._known = (_key(self.sources()), model, findings)

    def file(self, kind: type[Thing], id: str) -> str:
        """Where the publisher writes a thing."""
        folder = f"{FOLDER}/{self.kommun}" if self.kommun else COMMON
        return f"{folder}/{SETTINGS}" if kind is Inställningar else f"{folder}/{kind.folder}/{id}.yml"

    def open(self, kind: type[Thing], id: str) -> Opened:
        """A thing of a kind; one that is not there is empty."""
        file = self.file(kind, id)
        path = self.root / file
        text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        if kind is Inställningar:
            said = document_of(file, kind, text.encode("utf-8")).data if text else {}
            return Opened(kind, id, file, {}, said, said, text)
        sources = self.sources()
        common, own = (_of(documents, kind, id) for documents in (sources.common, sources.own))
        if not self.kommun:
            data = common.data if common else {}
            return Opened(kind, id, file, {}, data, data, text)
        base = on_day(common, build_day()[0]) if common else None
        local = own.data if own else {}
        now = Merge(base, own).run() if base and own and own.data else (base.data if base else local)
        return Opened(kind, id, file, base.data if base else {}, local, now, text)


def _of(documents: list[Document], kind: type[Thing], id: str) -> Document | None:
    return next((one for one in documents if one.kind is kind and one.stem == id), None)


def _key(sources: Sources) -> list[Any]:
    """The documents that were read: one that has not changed is the same object the next time (remembered.py)."""
    return [*(id(one) for one in (*sources.common, *sources.own)), sources.settings]
