"""The text of a file, and what each value in it becomes when it says something else."""

from __future__ import annotations

import re
from typing import Any

import yaml

from samverkan.kinds import Thing
from samverkan.kinds.base import Place
from samverkan.reading.read_yaml import LOADER
from samverkan.writing.fresh import after, field, flow, row
from samverkan.writing.nodes import commented, flat, joined, paired, plain, same_block
from samverkan.writing.order import Data, names, ordered, place_of, rank
from samverkan.writing.scalars import one_line, scalar


class NotWritten(Exception):
    """The file is written in a way that cannot be changed piece by piece; nothing is changed."""


class Text:
    """A file's text with the place of each of its values."""

    def __init__(self, text: str, kind: type[Thing], own: bool) -> None:
        self.text, self.kind, self.own = text, kind, own
        self.begins = [0, *(match.end() for match in re.finditer("\n", text))]

    def with_data(self, data: Data) -> str:
        """The whole text, saying something else."""
        root = yaml.compose(self.text, Loader=LOADER)
        start, end = self._start(root), self._line_end(self._end(root))
        return self.text[:start] + self._mapping(root, data, ()) + self.text[end:]

    def _start(self, node: Any) -> int:
        return int(self.begins[node.start_mark.line] + node.start_mark.column)

    def _end(self, node: Any) -> int:
        """Where a value ends, without what YAML's reader has passed on its way to the next."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(node, yaml.MappingNode) else last)
        start = self._start(node)
        end = self.begins[node.end_mark.line] + node.end_mark.column
        return start + len(self.text[start:end].rstrip())

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _mapping(self, node: Any, new: Data, at: Place) -> str:
        """The fields of a mapping, from its first letter to the end of its last line."""
        indent = node.start_mark.column
        pieces: list[tuple[str, str, str]] = []  # the field, the comments above it, its text
        stop = 0
        for key, value in node.value:
            start = self._start(key)
            above = self.text[stop + 1 : self._line_start(start)] if pieces or stop else ""
            stop = self._line_end(max(self._end(value), self._end(key)))
            name = key.value
            if name in new:
                pieces.append((name, above, self._field(key, value, new[name], indent, (*at, name), stop)))
            elif "#" in above:
                waits = not at and re.search(r"#[^\n]*\n$", above)
                pieces.append((name, above, f"#{name}:" if waits else ""))
        order = names(self.kind, at, self.own)
        for name in sorted(new.keys() - {key.value for key, _ in node.value}, key=lambda n: rank(order, n)):
            place = place_of(order, [piece[0] for piece in pieces], name)
            pieces.insert(place, (name, "", field(name, ordered(new[name], self.kind, (*at, name), self.own), indent)))
        return joined([(above, text) for _, above, text in pieces], indent)

    def _field(self, key: Any, value: Any, new: Any, indent: int, at: Place, stop: int) -> str:
        start = self._start(key)
        if plain(value) == new:
            return self.text[start:stop]
        if same_block(value, new):
            return self.text[start : self._start(value)] + self._inside(value, new, at)
        comment = self.text[self._end(value) : stop] if self._end(value) > self._end(key) + 1 else ""
        colon = self.text.index(":", self._end(key)) + 1
        if isinstance(value, yaml.ScalarNode) and isinstance(new, str):
            old = self.text[self._start(value) : self._end(value)]
            gap = self.text[colon : self._start(value)] or " "
            if not old:  # the value was not there; what follows the colon may be a comment
                comment, gap = self.text[colon:stop], " "
            written = scalar(new, indent, colon - self._line_start(colon) + 1, value.style, old)
            return self.text[start:colon] + gap + commented(written, comment)
        if getattr(value, "flow_style", False) and isinstance(new, list | dict):
            gap = self.text[colon : self._start(value)]
            return f"{self.text[start:colon]}{gap}{self._flow(value, new)}{comment}"
        new = ordered(new, self.kind, at, self.own)
        return self.text[start:colon] + commented(after(new, indent, indent + colon - start), comment)

    def _inside(self, node: Any, new: Any, at: Place) -> str:
        return self._mapping(node, new, at) if isinstance(node, yaml.MappingNode) else self._sequence(node, new, at)

    def _sequence(self, node: Any, new: list[Any], at: Place) -> str:
        """The rows of a list, from its first dash to the end of its last line."""
        indent = node.start_mark.column
        old: list[tuple[Any, str, str]] = []  # a row's value, the comments above it, its text
        stop = 0
        for item in node.value:
            dash = self._dash(stop) if old else self._start(node)
            above = self.text[stop + 1 : self._line_start(dash)] if old else ""
            stop = self._line_end(max(self._end(item), dash + 1))
            old.append((item, above, self.text[dash:stop]))
        short = any(isinstance(item, yaml.MappingNode) and item.flow_style for item, _, _ in old)
        pieces = []
        for value, number in paired([plain(item) for item, _, _ in old], new):
            if number is None:
                value = ordered(value, self.kind, (*at, 0), self.own)
                pieces.append(("", row(value, indent, short and isinstance(value, dict) and flat(value))))
            else:
                item, above, text = old[number]
                pieces.append((above, text if plain(item) == value else self._row(item, value, indent, (*at, 0), text)))
        return joined(pieces, indent)

    def _dash(self, stop: int) -> int:
        """The dash of the row that follows a line's end: the first on a line that is no comment."""
        match = re.compile(r"(?:\n[ \t]*(?:#[^\n]*)?)*\n[ \t]*(-)").match(self.text, stop)
        if match is None:
            raise NotWritten
        return match.start(1)

    def _row(self, item: Any, new: Any, indent: int, at: Place, text: str) -> str:
        start = self._start(item)
        head = text[: text.index("-") + 1] + " "
        if same_block(item, new):
            return head + self._inside(item, new, at)
        comment = self.text[self._end(item) : self._line_end(self._end(item))]
        if isinstance(item, yaml.ScalarNode) and isinstance(new, str):
            return head + commented(
                scalar(new, indent, indent + 2, item.style, self.text[start : self._end(item)]), comment
            )
        if isinstance(item, yaml.MappingNode) and item.flow_style and isinstance(new, dict) and flat(new):
            return head + self._flow(item, new) + comment
        return row(ordered(new, self.kind, at, self.own), indent)

    def _flow(self, node: Any, new: Any) -> str:
        """A value in brackets: what is alike is written as it was."""
        if plain(node) == new:
            return self.text[self._start(node) : self._end(node)]
        if isinstance(node, yaml.MappingNode) and isinstance(new, dict):
            old = {key.value: value for key, value in node.value}
            return (
                "{" + ", ".join(f"{k}: {self._flow(old[k], v) if k in old else flow(v)}" for k, v in new.items()) + "}"
            )
        if isinstance(node, yaml.SequenceNode) and isinstance(new, list):
            rows = paired([plain(item) for item in node.value], new)
            if [number for _, number in rows] == [*range(len(node.value))]:
                return self._in_place(node, [(node.value[i], v) for v, i in rows if i is not None])
            return f"[{', '.join(flow(v) if i is None else self._flow(node.value[i], v) for v, i in rows)}]"
        return one_line(new, node.style, flow=True) if isinstance(new, str) else flow(new)

    def _in_place(self, node: Any, values: list[tuple[Any, Any]]) -> str:
        """A value in brackets with all that stands between its values as it was."""
        result, at = "", self._start(node)
        for item, new in values:
            result += self.text[at : self._start(item)] + self._flow(item, new)
            at = self._end(item)
        return result + self.text[at : self._end(node)]
