"""One model file laid over another: fields are replaced, lists of things with ids merged one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from samverkan.findings import Finding, Mark
from samverkan.kinds.base import Place
from samverkan.kinds.deviation import Avvikelse
from samverkan.local.locks import Lock, lock_at
from samverkan.local.overlay_findings import (
    efter_nothing,
    efter_on_known,
    locked,
    no_such_part,
    twice,
    under_law,
    verb_wrong,
)
from samverkan.local.parts import (
    LIST_VERBS,
    Data,
    Entry,
    has_ids,
    missing_fields,
    replaced_by,
    says,
    stands_on,
)
from samverkan.reading.document import Document

HEAD = tuple(Avvikelse.model_fields)


@dataclass
class Merge:
    """A local file laid over the common: where each value comes from, what was added, what went wrong."""

    common: Document
    local: Document
    marks: dict[Place, Mark] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    added: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)

    def run(self) -> Data:
        """The merged data."""
        return self._mapping(self.common.data, self.local.data, (), (), (), None)

    def mark(self, place: Place) -> Mark:
        """The place of a value in the local file, or of what holds it."""
        while place not in self.local.marks:
            place = place[:-1]
        return self.local.marks[place]

    def lock(self, at: Place, base: Data, outer: Lock | None) -> Lock:
        """What of a thing or a part is not for this file to change."""
        return lock_at(self.common.kind.kind, at, base, outer)

    def _mapping(self, base: Data, over: Data, at: Place, base_at: Place, over_at: Place, outer: Lock | None) -> Data:
        """Fields of `over` replace those of `base`; `outer` is the lock on what holds them, if any."""
        result: Data = {}
        verbs = LIST_VERBS if at else HEAD
        lock = self.lock(at, base, outer)
        self.marks[at] = self.common.marks[base_at]
        for key in dict.fromkeys([*base, *over]):
            place, from_base, from_over = (*at, key), (*base_at, key), (*over_at, key)
            if key in verbs and key not in base:
                continue
            if key not in over or key in verbs:
                result[key] = base[key]
                self._carry(self.common, from_base, place)
            elif key in base and has_ids(base[key]) and has_ids(over[key]):
                self.marks[place] = self.common.marks[from_base]
                result[key] = self._items(base[key], over[key], place, from_base, from_over, lock)
            elif lock.holds(key, base, over[key]):
                self.findings.append(locked(self.mark(from_over), lock, f"fältet ”{key}”"))
                if key in base:
                    result[key] = base[key]
                    self._carry(self.common, from_base, place)
            elif key in lock.grows and isinstance(base.get(key), list):
                result[key] = self._more(base[key], over[key], place, from_base, from_over)
            else:
                result[key] = over[key]
                self._carry(self.local, from_over, place)
        if "huvudansvarig" in lock.free:
            _points_follow(base, result)
        if len(over.get("huvudansvarig", ())) == 1 and "turordning" not in over:
            result.pop("turordning", None)  # who names the one that answers needs no rule for which of several it is
        if "möts" in over:  # nor does a kommun that says when it meets do so when the county says
            for field in ("möten", "mötesdagar"):
                if field not in over:
                    result.pop(field, None)
        return result

    def _more(self, base: list[Data], over: list[Data], at: Place, base_at: Place, over_at: Place) -> list[Data]:
        """What a kommun adds to a list of the law's stands after it."""
        self._carry(self.common, base_at, at)
        result = list(base)
        for j, item in enumerate(over):
            if item not in base:
                self._carry(self.local, (*over_at, j), (*at, len(result)))
                result.append(item)
        return result

    def _items(
        self, base: list[Data], over: list[Data], at: Place, base_at: Place, over_at: Place, lock: Lock
    ) -> list[Data]:
        entries = [Entry(item["id"], item, (*base_at, i)) for i, item in enumerate(base)]
        seen: set[str] = set()
        anchors: dict[str, str] = {}
        for j, item in enumerate(over):
            self._item(entries, Entry(item["id"], None, (), item, (*over_at, j)), at, anchors, seen, lock)
        result: list[Data] = []
        for entry in entries:
            place = (*at, len(result))
            if entry.removed:
                continue
            if entry.common is None:
                assert entry.local is not None
                result.append({key: value for key, value in entry.local.items() if key not in LIST_VERBS})
                self._carry(self.local, entry.local_at, place)
            elif entry.local is None:
                result.append(entry.common)
                self._carry(self.common, entry.common_at, place)
            else:
                result.append(self._mapping(entry.common, entry.local, place, entry.common_at, entry.local_at, lock))
        return result

    def _item(
        self, entries: list[Entry], new: Entry, at: Place, anchors: dict[str, str], seen: set[str], lock: Lock
    ) -> None:
        """Follow one local item: change, remove or add."""
        item, where = new.local or {}, new.local_at
        if new.id in seen:
            self.findings.append(twice(self.mark(where), new.id))
            return
        seen.add(new.id)
        wrong = [key for key in LIST_VERBS if key in item and not says(key, item[key])]
        self.findings += [verb_wrong(self.mark((*where, key)), key) for key in wrong]
        known = next((entry for entry in entries if entry.id == new.id), None)
        if known is not None:
            self.changed.add(new.id)
            if item.get("utgår") == "ja":
                mark = self.mark((*where, "utgår"))
                part = self.lock((*at, 0), known.common or {}, lock)
                known.removed = not part.whole
                if part.whole:
                    self.findings.append(locked(mark, lock if lock.whole else part, f"”{new.id}”"))
            else:
                known.local, known.local_at = item, where
                if "efter" in item:
                    self.findings.append(efter_on_known(self.mark((*where, "efter")), new.id))
            return
        after = item.get("efter") if "efter" not in wrong else None
        missing = [] if "efter" in item else missing_fields(item, self.common, at)
        replacement = replaced_by(new.id, [entry.common for entry in entries if entry.common])
        ids = [entry.id for entry in entries]
        if item.get("utgår") == "ja" or missing or replacement:
            missing = [] if item.get("utgår") == "ja" else missing
            self.findings.append(no_such_part(self.mark(where), new.id, ids, replacement, missing))
            return
        self.added.add(new.id)
        place = len(entries)
        if after in ids:
            # After it, and after what this file has placed there already: read in order, shown in order.
            place = ids.index(after) + 1
            while place < len(ids) and stands_on(ids[place], after, anchors):
                place += 1
            anchors[new.id] = after
        elif after is not None:
            moved = replaced_by(after, [entry.common for entry in entries if entry.common])
            self.findings.append(efter_nothing(self.mark((*where, "efter")), after, ids, moved))
        if lock.whole and any(entry.common for entry in entries[place:]):
            self.findings.append(under_law(self.mark((*where, "efter")), lock, new.id))
            place = len(entries)
        entries.insert(place, new)

    def _carry(self, source: Document, old: Place, new: Place) -> None:
        """Copy the marks of a value and all inside it to its place in the result."""
        for place, mark in source.marks.items():
            if place[: len(old)] == old:
                self.marks[(*new, *place[len(old) :])] = mark


def _points_follow(base: Data, result: Data) -> None:
    """Let the points of the step's huvudansvarig go to whom the kommun lets decide, for their checklist."""
    before, now = base.get("huvudansvarig"), result.get("huvudansvarig")
    if before == now or not isinstance(before, list) or not isinstance(now, list):
        return
    points = result.get("punkter")
    if isinstance(points, list):
        # A new list: the common file's own is remembered, and read for other webs.
        result["punkter"] = [_handed_on(point, base, before, now) for point in points]


def _handed_on(point: Any, base: Data, before: list[str], now: list[str]) -> Any:
    """A point of the common step, for those that answer for the step now where it was for those that did."""
    if not isinstance(point, dict) or not isinstance(point.get("för"), list) or point not in base.get("punkter", []):
        return point
    whom = [new for id in point["för"] for new in (now if id in before else [id])]
    return {**point, "för": list(dict.fromkeys(whom))}
