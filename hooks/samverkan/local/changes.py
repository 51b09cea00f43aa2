"""What differs between two versions of a thing, in words an editor can decide on."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from samverkan.kinds import LINK
from samverkan.kinds.field_labels import label_of

# What a part is called by, in this order.
NAMES = ("namn", "rubrik", "fråga", "text")


@dataclass(frozen=True)
class Change:
    """One difference: where, in words, and the text before and after (None: it was not there)."""

    where: str
    before: str | None
    after: str | None
    # The part of the thing that it is in, by its id: a step, a point.
    part: str = ""
    # Whether only the page that a link leads to differs.
    link: bool = False

    @property
    def rubrik(self) -> str:
        """Where, as a reader understands it: ”Steg › ”Erbjud ett möte” › Om det fastnar”."""
        return " › ".join(part if part.startswith("”") else label_of(part) for part in self.where.split(" › "))

    @property
    def marked(self) -> list[tuple[str, str]]:
        """The text before and after as runs of words: what is alike, gone and new."""
        return marked(self.before or "", self.after or "")

    def __str__(self) -> str:
        if self.before is None:
            return f"Nytt: {self.where}: {self.after}"
        if self.after is None:
            return f"Borttaget: {self.where}: {self.before}"
        return f"Ändrat: {self.where}\n    förut: {self.before}\n    nu:    {self.after}"


def changes(
    before: dict[str, Any],
    after: dict[str, Any],
    where: str = "",
    leads: Callable[[str], str] = str,
    by_id: bool = True,
) -> Iterator[Change]:
    """The differences between two versions, field by field; parts are matched by their id.

    `leads` says what a link leads to; `by_id` tells of ids too, which are what an editor of a file writes.
    """
    for key in dict.fromkeys([*before, *after]):
        if key == "id" or (key == "ersätter" and not by_id):
            continue
        label = f"{where} › {key}" if where else key
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        if isinstance(old, list) and isinstance(new, list) and _has_ids(old) and _has_ids(new):
            yield from _parts(_by_id(old), _by_id(new), label, leads, by_id)
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from changes(old, new, label, leads, by_id)
        elif words(old) != words(new):
            yield Change(label, None if old is None else words(old), None if new is None else words(new))
        else:
            # Where only the target of a link differs, the words alone would look the same.
            yield Change(label, _led(old, leads), _led(new, leads), link=True)


def _parts(
    before: dict[str, Any], after: dict[str, Any], label: str, leads: Callable[[str], str], by_id: bool
) -> Iterator[Change]:
    renamed = {old: id for id, part in after.items() for old in part.get("ersätter", []) if old in before}
    for id in dict.fromkeys([*before, *after]):
        if id in renamed.values() and id not in before:
            continue  # told where it stood before
        old, new = before.get(id), after.get(renamed.get(id, id))
        name = f"{label} › {_name(new or old or {})}"
        if old is None:
            yield Change(name, None, gist(new or {}), id)
        elif new is None:
            yield Change(name, gist(old or {}), None, id)
        else:
            if id in renamed and by_id:
                yield Change(f"{name} › id", id, renamed[id])
            yield from (replace(change, part=id) for change in changes(old, new, name, leads, by_id))
    kept = [id for id in before if id in after]
    if kept != [id for id in after if id in before]:
        first, then = (", ".join(_name(part) for part in side.values()) for side in (before, after))
        yield Change(f"{label} › ordning", first, then)


def gist(part: dict[str, Any]) -> str:
    """What a part says, without what it is built of."""
    told = [words(part[key]) for key in (*NAMES, "vad") if key in part]
    return ". ".join(told) if told else words(part)


def words(value: Any) -> str:
    """A value as a short running text."""
    return _text(value, lambda link: link["text"])


def _led(value: Any, leads: Callable[[str], str]) -> str:
    """A value as `words` has it, with what its links lead to."""
    return _text(value, lambda link: f"{link['text']} ({leads(link['target'])})")


def _text(value: Any, linked: Callable[[re.Match[str]], str]) -> str:
    if isinstance(value, dict):
        shown = [(key, _text(inner, linked)) for key, inner in value.items() if key not in ("id", "ersätter")]
        return in_a_row([text if key in NAMES else f"{label_of(key)}: {text}" for key, text in shown])
    if isinstance(value, list):
        items = [_text(item, linked) for item in value]
        return (" / " if any(mark in item for item in items for mark in (". ", "; ")) else ", ").join(items)
    return " ".join(LINK.sub(linked, str(value)).replace("**", "").split())


def in_a_row(texts: list[str]) -> str:
    """Texts after one another, with a mark between them where there is none."""
    return "".join(text + (" " if text.endswith((".", "?", "!")) else "; ") for text in texts)[:-1].rstrip(";")


def marked(before: str, after: str) -> list[tuple[str, str]]:
    """Two texts as runs of words: ("lika" | "bort" | "nytt", text), for a readable difference."""
    old, new = before.split(), after.split()
    runs: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(("lika", " ".join(old[i1:i2])))
            continue
        if i2 > i1:
            runs.append(("bort", " ".join(old[i1:i2])))
        if j2 > j1:
            runs.append(("nytt", " ".join(new[j1:j2])))
    return runs


def _has_ids(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) and "id" in item for item in value) and bool(value)


def _by_id(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {item["id"]: item for item in items}


def _name(part: dict[str, Any]) -> str:
    return f"”{words(next((part[key] for key in (*NAMES, 'id') if part.get(key)), ''))}”"
