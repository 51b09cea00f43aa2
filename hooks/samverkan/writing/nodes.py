"""Values as YAML's reader has them, held against what they are to become."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import Any

import yaml


def plain(node: Any) -> Any:
    """A value as the reading has it: text, lists and fields."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return None if not node.style and node.value in ("", "~", "null") else node.value


def flat(value: dict[str, Any]) -> bool:
    """Whether every field of a row is a text of its own."""
    return all(isinstance(inner, str) for inner in value.values())


def same_block(node: Any, new: Any) -> bool:
    """Whether a block of fields or rows is still one."""
    form = dict if isinstance(node, yaml.MappingNode) else list
    block = isinstance(node, yaml.CollectionNode) and not node.flow_style
    return block and isinstance(new, form) and bool(new)


def commented(written: str, comment: str) -> str:
    """A value with the comment that stood after the old one: after its first line."""
    first, newline, rest = written.partition("\n")
    return f"{first}{comment}{newline}{rest}"


def joined(pieces: list[tuple[str, str]], indent: int) -> str:
    """Pieces under each other, each with the comments above it; the first has no indent of its own."""
    room = " " * indent
    result = ""
    for i, (above, text) in enumerate(pieces):
        lines = f"{above}{room}{text}" if text else above.removesuffix("\n")
        result += lines.lstrip(" ") if not i else f"\n{lines}"
    return result


def paired(old: list[Any], new: list[Any]) -> list[tuple[Any, int | None]]:
    """Each new row with the old one that it comes from: by its id, else by what it says and where it stands."""
    if all(isinstance(item, dict) and "id" in item for item in (*old, *new)):
        known = {item["id"]: number for number, item in enumerate(old)}
        return [(item, known.get(item["id"])) for item in new]
    before, now = ([json.dumps(item, sort_keys=True) for item in rows] for rows in (old, new))
    pairs: list[tuple[Any, int | None]] = []
    for _, i1, i2, j1, j2 in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        pairs += [(new[j], i1 + j - j1 if i1 + j - j1 < i2 else None) for j in range(j1, j2)]
    return pairs
