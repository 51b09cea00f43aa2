"""A text as YAML, in the style that stands there already, or in the one that the model's files have."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

import yaml

# Where a line of running text ends, and how far a line that was changed may go on before it is broken.
WIDTH, LONGEST = 100, 115
NUMBER = re.compile(r"0|-?[1-9][0-9]{0,8}")
# Values that another reader of YAML than ours would take for something else than text.
OTHER = {f"tag:yaml.org,2002:{name}" for name in ("bool", "float", "int", "null", "merge", "value")}
RESOLVER: Any = yaml.SafeLoader("")
# Between two words: a space alone, for more of them belong to the text.
BREAK = re.compile(r"(?<=\S) (?=\S)")


def scalar(value: str, indent: int, column: int, style: str | None = None, old: str = "") -> str:
    """A text where a field's value stands; `indent` is its field's, `column` where it begins.

    `style` and `old` are those of the text it replaces: a long text is broken anew only where it has changed.
    """
    if style == "|" and _foldable(value):
        return _block("|-", value.split("\n"), indent)
    long = "\n" in value or column + len(value) > LONGEST
    folded = style == ">" or (style is None and ("\n" in value + old or (long and not old)))
    if folded and _foldable(value):
        return _block(">-", _folded(value, _lines(old) if style == ">" else [], WIDTH - indent - 2), indent)
    return one_line(value, style)


def one_line(value: str, style: str | None = None, flow: bool = False) -> str:
    """A text on one line, in the quotes it had or, where nothing else would do, in quotes."""
    if style not in ('"', "'") and _plain(value, flow):
        return value
    if "\n" in value or (style != "'" and not re.search(r'["\\]', value)):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'
    return "'" + value.replace("'", "''") + "'"


def _plain(value: str, flow: bool) -> bool:
    """Whether a text can stand without quotes and still be read as the same text."""
    if value in ("", "~", "null") or "\n" in value:
        return False
    if RESOLVER.resolve(yaml.ScalarNode, value, (True, False)) in OTHER and not NUMBER.fullmatch(value):
        return False
    try:
        node: Any = yaml.compose(f"[{value}]" if flow else f"x: {value}\n", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    held = node.value[0] if flow else node.value[0][1]
    alone = len(node.value) == 1
    return alone and isinstance(held, yaml.ScalarNode) and held.style is None and held.value == value


def _foldable(value: str) -> bool:
    """Whether a text can stand on lines of its own: none of its own lines may begin or end with a space."""
    return bool(value) and all(line == line.strip() for line in value.split("\n")) and value == value.strip("\n")


def _block(header: str, lines: list[str], indent: int) -> str:
    room = " " * (indent + 2)
    return "\n".join([header, *(f"{room}{line}" if line else "" for line in lines)])


def _lines(old: str) -> list[str]:
    """The lines of a folded text as they stand, without its header."""
    return [line.strip() for line in old.rstrip().split("\n")[1:]]


def _folded(value: str, old: list[str], width: int) -> list[str]:
    """A text as the lines of a folded one, n line breaks as n blank lines; those lines that can be are the old ones."""
    before = [list(lines) for blank, lines in groupby(old, lambda line: not line) if not blank]
    said = {" ".join(lines): lines for lines in before}
    parts = re.split(r"(\n+)", value)
    result: list[str] = []
    for number, part in enumerate(parts):
        if number % 2:
            result += [""] * len(part)
            continue
        same_place = before[number // 2] if len(before) * 2 == len(parts) + 1 else []
        result += _rewrapped(BREAK.split(part), said.get(part, same_place), width)
    return result


def _rewrapped(words: list[str], old: list[str], width: int) -> list[str]:
    """The words on lines: the old lines as far as they still hold, from the beginning and from the end."""
    split = [BREAK.split(line) for line in old]
    first = 0
    at = 0
    while first < len(old) and words[at : at + len(split[first])] == split[first]:
        at += len(split[first])
        first += 1
    last, end = len(old), len(words)
    while last > first:
        begins = end - len(split[last - 1])
        if begins < at or words[begins:end] != split[last - 1]:
            break
        last, end = last - 1, begins
    between = " ".join(words[at:end])
    if between and last - first == 1 and len(between) <= width + LONGEST - WIDTH:
        return [*old[:first], between, *old[last:]]
    return [*old[:first], *_wrapped(words[at:end], width), *old[last:]]


def _wrapped(words: list[str], width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
