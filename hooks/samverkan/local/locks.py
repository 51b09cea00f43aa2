"""The one table of what the law demands in a thing, and of what a kommun may still add there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samverkan.kinds.base import Place

Data = dict[str, Any]

# Lists that a kommun may add to in what the law demands; all else there is locked, also where it is empty.
STEP = ("punkter", "dokument", "kontakta")
QUESTION = ("gör_så", "kontakta")
SITUATION = ("gör_nu", "kontakta", "se_även", "synonymer")
SECRECY = ("svar", "verksamheter")
TERM = ("synonymer", "former", "se_även")
DUTY = ("namn", "beskrivning")
# Of a routine with a locked step, what says when and what the law demands; the rest is the kommun's.
ROUTINE = ("namn", "fråga", "sammanfattning", "sammanfattning_lagrum", "börjar_när", "om_fara", "ersätter")
SEARCHED = ("synonymer", "se_även")
# Of any other step, what says what the law lets one say, and how fast.
SPOKEN_LAW = ("säga", "samtycke", "lagrum", "öppet_lokalt")
LAW_TIMES = ("lag", "förarbete")


@dataclass(frozen=True)
class Lock:
    """What is locked in a part: every field, or those in `only`. `part` is what the law demands, for the message."""

    part: Data
    grows: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    only: tuple[str, ...] | None = None

    @property
    def whole(self) -> bool:
        """Whether every field is locked that is not named as open."""
        return self.only is None

    def holds(self, key: str, base: Data, value: Any) -> bool:
        """Whether a kommun may not write `value` in a field of its own."""
        if key in base and base[key] == value:
            return False
        if self.only is None:
            open_to_it = (key in self.free and value) or (key in self.grows and _adds(base.get(key), value))
            return key != "id" and not open_to_it
        if key == "om_fara":
            return base.get(key) == "ja"  # more danger may be told, never less
        if key in self.grows:
            return not _adds(base.get(key), value)
        kept = list(_lawful(value))
        return (key in self.only and key in base) or any(part not in kept for part in _lawful(base.get(key)))


def lock_at(kind: str, at: Place, base: Data, outer: Lock | None) -> Lock:
    """The lock on the thing (`at` is empty) or the part at a place of it; `outer` is the lock on what holds it."""
    if not at:
        return _of_thing(kind, base)
    if outer and outer.whole:
        return Lock(outer.part)
    if at[0] == "steg" and len(at) == 2:
        if base.get("låst") == "ja":
            return Lock(base, STEP, _open(base))
        return Lock(base, only=SPOKEN_LAW)
    # A point that rests on law is law, also in what the law does not demand as a whole.
    return Lock(base) if base.get("lagrum") else Lock(base, only=())


def demanded(kind: str, base: Data) -> list[Data]:
    """What in a thing the law demands, so that the thing cannot be taken away: itself, or steps of it."""
    if _of_thing(kind, base).whole:
        return [base]
    return [step for step in _steps(base) if step.get("låst") == "ja"]


def sections(part: Data) -> list[str]:
    """The sections of law that a locked thing or part names."""
    named = part.get("lagrum") or part.get("huvudregel_lagrum") or _links(part)
    named = named or [id for rule in _rules(part) for id in rule.get("lagrum", [])]
    named = named or [id for step in _steps(part) if step.get("låst") == "ja" for id in step.get("lagrum", [])]
    return list(dict.fromkeys(str(id) for id in named)) if isinstance(named, list) else []


def _of_thing(kind: str, base: Data) -> Lock:
    if kind == "sekretess":
        return Lock(base, SECRECY)
    if kind == "begrepp" and base.get("lagrum"):
        return Lock(base, TERM)
    if kind == "fråga" and base.get("låst") == "ja":
        return Lock(base, QUESTION)
    if kind == "situation" and base.get("låst") == "ja":
        return Lock(base, SITUATION)
    if kind == "rutin" and any(step.get("låst") == "ja" for step in _steps(base)):
        return Lock(base, SEARCHED, only=ROUTINE)
    if kind == "funktion":
        # Whose duty it is: a wider funktion's steps are never taken from a narrower one.
        said = _links(base)
        return Lock(base, ("ingår_i", "verksamheter") if said else ("ingår_i",), only=DUTY if said else ())
    if kind == "källa" and base.get("typ") in LAW_TIMES:
        return Lock(base)  # what the preparatory work of a law says
    return Lock(base, only=())


def _links(part: Data) -> list[str]:
    """The sections of law that the description of a funktion links."""
    return re.findall(r"\]\(lagrum:([a-z0-9-]+)", str(part.get("beskrivning", "")))


def _rules(base: Data) -> list[Data]:
    """What a situation says that the law says."""
    rules = base.get("lagen")
    return [rule for rule in rules if isinstance(rule, dict)] if isinstance(rules, list) else []


def _steps(base: Data) -> list[Data]:
    steps = base.get("steg")
    return [step for step in steps if isinstance(step, dict)] if isinstance(steps, list) else []


def _open(step: Data) -> tuple[str, ...]:
    opened = step.get("öppet_lokalt")
    fields = opened.get("fält") if isinstance(opened, dict) else None
    return tuple(str(field) for field in fields) if isinstance(fields, list) else ()


def _lawful(value: Any) -> Iterator[Data]:
    """What in the value of a field rests on law; where the field is written anew, each has to stand there still."""
    if isinstance(value, dict):
        if value.get("lagrum") or value.get("typ") in LAW_TIMES:
            yield value
        for inner in value.values():
            yield from _lawful(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _lawful(inner)


def _adds(base: Any, value: Any) -> bool:
    """Whether a value can be added to a list: it is a list with something in it, of the same form."""
    if not isinstance(value, list) or not value:
        return False
    parts = isinstance(base, list) and bool(base) and isinstance(base[0], dict)
    return not parts or all(isinstance(item, dict) and "id" in item for item in value)
