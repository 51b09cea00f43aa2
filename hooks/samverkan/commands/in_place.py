"""Single fields of a model file changed where they stand: every comment and every other line stays as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping

from samverkan.commands.blank_file import line

# A value on one line, and the comment after it.
VALUE = re.compile(r"""^[^:\s]+:(?:[ \t]+(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:(?!\s+#).)*))?(?P<comment>\s+#.*)?$""")


def with_fields(text: str, changed: Mapping[str, str | None]) -> str:
    """The text with each top field changed, or put in where it waits behind a #; None puts it behind one again."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    for key, value in changed.items():
        at = _find(lines, rf"{re.escape(key)}\s*:")
        if at is None:
            if value is None:
                continue
            waiting = _find(lines, rf"#\s?{re.escape(key)}\s*:\s*$")
            if waiting is None:
                lines.append(line(key, value))
            else:
                lines[waiting] = line(key, value)
            continue
        last = at + 1
        while last < len(lines) and re.match(r"[ \t]+\S", lines[last]):
            last += 1  # the value goes on, on lines of its own
        match = VALUE.match(lines[at]) if last == at + 1 else None
        comment = (match["comment"] or "") if match else ""
        lines[at:last] = [f"{line(key, value)}{comment}" if value is not None else f"#{key}:{comment}"]
    return end.join(lines) + end


def _find(lines: list[str], pattern: str) -> int | None:
    return next((i for i, text in enumerate(lines) if re.match(pattern, text)), None)
