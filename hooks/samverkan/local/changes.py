"""What differs between two versions of a thing, in words an editor can decide on."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from samverkan.kinds import LINK

# What stands under these is never a reference, though it may look like an id.
OWN_WORDS = frozenset({"id", "ersätter", "namn", "synonymer", "ord"})


@dataclass(frozen=True)
class Change:
    """One difference: where, in words, and the text before and after (None: it was not there)."""

    where: str
    before: str | None
    after: str | None
    # The part of the thing that it is in, by its id: a step, a point.
    part: str = ""

    @property
    def rubrik(self) -> str:
        """Where, as a reader understands it: ”Steg › ”Erbjud ett möte” › Om det fastnar”."""
        parts = [part if part.startswith("”") else part.replace("_", " ") for part in self.where.split(" › ")]
        return " › ".join(part[:1].upper() + part[1:] for part in parts)

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


def changes(before: dict[str, Any], after: dict[str, Any], where: str = "") -> Iterator[Change]:
    """The differences between two versions, field by field; parts are matched by their id."""
    for key in dict.fromkeys([*before, *after]):
        if key == "id":
            continue
        label = f"{where} › {key}" if where else key
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        if isinstance(old, list) and isinstance(new, list) and _has_ids(old) and _has_ids(new):
            yield from _parts(_by_id(old), _by_id(new), label)
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from changes(old, new, label)
        else:
            # Where only the target of a link differs, the words alone would look the same.
            said = words if words(old) != words(new) else _raw
            yield Change(label, None if old is None else said(old), None if new is None else said(new))


def _parts(before: dict[str, Any], after: dict[str, Any], label: str) -> Iterator[Change]:
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
            if id in renamed:
                yield Change(f"{name} › id", id, renamed[id])
            yield from (replace(change, part=id) for change in changes(old, new, name))
    kept = [id for id in before if id in after]
    if kept != [id for id in after if id in before]:
        yield Change(f"{label} › ordning", ", ".join(before), ", ".join(after))


def gist(part: dict[str, Any]) -> str:
    """What a part says, without what it is built of."""
    told = [words(part[key]) for key in ("namn", "rubrik", "text", "vad") if key in part]
    return ". ".join(told) if told else words(part)


def words(value: Any) -> str:
    """A value as a short running text."""
    if isinstance(value, dict):
        shown = {key: inner for key, inner in value.items() if key != "id"}
        return "; ".join(f"{key.replace('_', ' ')}: {words(inner)}" for key, inner in shown.items())
    if isinstance(value, list):
        return ", ".join(words(item) for item in value)
    return " ".join(LINK.sub(r"\g<text>", str(value)).replace("**", "").split())


def _raw(value: Any) -> str:
    """A value with the targets of its links."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_raw(inner)}" for key, inner in value.items())
    return ", ".join(_raw(item) for item in value) if isinstance(value, list) else " ".join(str(value).split())


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
    return f"”{words(part.get('namn') or part.get('rubrik') or part.get('text') or part.get('id'))}”"


def named(value: Any, names: dict[str, str]) -> Any:
    """A value with the names of things in place of their ids."""
    if isinstance(value, dict):
        return {key: inner if key in OWN_WORDS else named(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [named(inner, names) for inner in value]
    return names.get(value, value)
