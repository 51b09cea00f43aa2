"""One value of a model file changed where it stands: every other value, comment and line end stays as it was."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samverkan.commands.whole_file import write_whole
from samverkan.kinds.base import Place
from samverkan.reading.document import Document
from samverkan.reading.load import load_file


@dataclass(frozen=True)
class Change:
    """What is changed at a place: a pattern and what takes its place (as re.sub), and what to say of it.

    `wanted` is each field's value afterwards, by its place; None for one that goes.
    """

    place: Place
    pattern: str
    new: str
    wanted: Mapping[Place, Any]
    said: str
    times: int = 1  # how many times the pattern stands in the value


def change(root: Path, document: Document, wanted: Change) -> Document | None:
    """The file with the change; None, with the file as it was, where that would change something else."""
    path = root / document.file
    mark, lines = document.marks[wanted.place], path.read_bytes().decode("utf-8").split("\n")
    before_it = "\n".join([*lines[: mark.line - 1], lines[mark.line - 1][: mark.column - 1]])
    from_it = "\n".join(lines[mark.line - 1 :])[mark.column - 1 :]
    text = before_it + re.sub(wanted.pattern, wanted.new, from_it, count=wanted.times)
    data = copy.deepcopy(document.data)
    for place, value in wanted.wanted.items():
        holder: Any = data
        for step in place[:-1]:
            holder = holder[step]
        if value is None:
            del holder[place[-1]]
        else:
            holder[place[-1]] = value
    return _written(path, document.file, document, text.encode("utf-8"), data)


def renamed(root: Path, document: Document, id: str) -> Document | None:
    """The file under another id; None, with nothing changed, where its line of the id does not let it."""
    path = root / document.file
    text = path.read_bytes().decode("utf-8")
    data = dict(document.data)
    if "id" in data:
        text = re.sub(
            rf"(?m)^(\ufeff?id:[ \t]*[\"']?){re.escape(data['id'])}(?![a-z0-9-])", rf"\g<1>{id}", text, count=1
        )
        data["id"] = id
    new = path.with_name(f"{id}.yml")
    after = _written(new, f"{Path(document.file).parent.as_posix()}/{id}.yml", document, text.encode("utf-8"), data)
    if after:
        path.unlink()
    return after


def _written(path: Path, file: str, document: Document, content: bytes, data: dict[str, Any]) -> Document | None:
    before = path.read_bytes() if path.exists() else None
    write_whole({path: content})
    after = load_file(path, file, document.kind)
    if after.data == data:
        return after
    if before is None:
        path.unlink()
    else:
        write_whole({path: before})
    return None
