"""A kommun's review: what the county has changed under its deviations, and accepting it."""

from __future__ import annotations

import re
from pathlib import Path

from samverkan.commands.whole_file import write_whole
from samverkan.kinds import KINDS
from samverkan.kinds.deviation import Deviation, Local, fingerprint
from samverkan.reading.document import Document
from samverkan.reading.folders import COMMON, reviewed_copy
from samverkan.reading.load import load_file

PIN = re.compile(r"^(?P<key>mot\s*:\s+)(\"[^\"]*\"|'[^']*'|[^\s#]+)(?P<rest>\s*(#.*)?)$")


def told(local: Local, deviation: Deviation) -> str:
    """What there is to review in a deviation, in words."""
    name = deviation.common.get("namn", Path(deviation.file).stem)
    lines = [f"{deviation.file}: {'tar bort' if deviation.verb == 'utgår' else 'ändrar'} ”{name}”"]
    changed = local.impact.get(deviation.file)
    if changed is None:
        lines.append("  Den är inte granskad förut. Läs den bredvid den gemensamma:")
        lines.append(f"  {common_file(deviation)}")
    elif changed:
        lines.append("  Det här har ändrats gemensamt sedan ni granskade den:")
        lines += ["    " + str(change).replace("\n", "\n    ") for change in changed]
    else:
        lines.append("  Inget har ändrats gemensamt sedan ni granskade den, men raden mot: stämmer inte.")
    return "\n".join(lines)


def accept(root: Path, kommun: str, deviation: Deviation) -> bool:
    """Pin a deviation to the present common version and keep a copy of that.

    Changes only the line `mot:`. False, with the file as it was, where its layout does not let it.
    """
    copy = root / reviewed_copy(kommun, deviation.file)
    write_whole({copy: (root / common_file(deviation)).read_bytes()})
    path = root / deviation.file
    before, pin = path.read_bytes(), fingerprint(deviation.common)
    document = load_file(path, deviation.file, KINDS[0])
    write_whole({path: pinned(before.decode("utf-8"), document, pin).encode("utf-8")})
    if load_file(path, deviation.file, KINDS[0]).data == {**document.data, "mot": pin}:
        return True
    write_whole({path: before})
    return False


def common_file(deviation: Deviation) -> str:
    """The file of the common model that a deviation is from."""
    path = Path(deviation.file)
    return f"{COMMON}/{path.parent.name}/{path.name}"


def pinned(text: str, document: Document, pin: str) -> str:
    """A deviation's text with its line `mot:` renewed, or put in after the line of the id."""
    lines = text.split("\n")
    if mark := document.marks.get(("mot",)):
        lines[mark.line - 1] = PIN.sub(rf"\g<key>{pin}\g<rest>", lines[mark.line - 1])
    else:
        # The id may be left out where the file's name says it.
        first = min(mark.line for place, mark in document.marks.items() if len(place) == 1)
        at = document.marks[("id",)].line if ("id",) in document.marks else first - 1
        lines.insert(at, f"mot: {pin}" + ("\r" if lines[0].endswith("\r") else ""))
    return "\n".join(lines)
