"""The changes of the model that readers are told of, day by day: what is new in substance, apart from new wording."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from samverkan.kinds import ALONE, KINDS, LINK, LOCAL_KINDS, Thing
from samverkan.kinds.deviation import Avvikelse
from samverkan.kinds.labels import Roll
from samverkan.local.changes import Change
from samverkan.local.decisions import OUTSIDE
from samverkan.local.parts import has_ids
from samverkan.local.said import NameOf, NewNames, differences, with_new_names
from samverkan.reading.folders import FOLDER, REVIEWED
from samverkan.reading.git_log import History, Version

KIND = {kind.folder: kind for kind in (*KINDS, *LOCAL_KINDS)}
ALONE_KIND = {kind.folder: kind for kind in ALONE}
# What says nothing of what anybody is to do: sources, words to search with, numbers to reckon with, what stands about
# the text itself.
ASIDE = (OUTSIDE | {*Avvikelse.model_fields} | {"källor", "se_även", "låter_så", "former", "ord", "sökord"}) - {
    "utgår",
    "ersätter",
}
ASIDE |= {"dagar", "efter", "kontrollerad", "läst"}
# Words that a sentence can gain or lose and still say the same.
SMALL = frozenset(
    {
        *("och", "att", "det", "den", "de", "dem", "som", "en", "ett", "är", "har", "du", "ni", "sig"),
        *("i", "på", "av", "för", "med", "så", "också", "här", "där"),
    }
)
ADDRESS = re.compile(r"(?:tel|mailto|https):")
ADDRESSES = re.compile(r"\((?:tel|mailto|https):[^)]*\)")
ENDING = re.compile(r"(?<=\w{3})(?:arna|erna|orna|ar|er|or|en|et|na|n|t|a)$")


@dataclass(frozen=True)
class Roles:
    """A step whose roles a day changed: its name, the ids in them before, and after; None where the step is gone."""

    step: str
    before: frozenset[str]
    after: frozenset[str] | None


@dataclass(frozen=True)
class Told:
    """What a day changed in one file."""

    day: date
    kind: type[Thing]
    id: str
    name: str
    own: bool  # whether the file is the kommun's own
    new: bool = False
    gone: bool = False
    substance: list[Change] = field(default_factory=list)
    wording: int = 0
    roles: list[Roles] = field(default_factory=list)


def told(history: History, names: dict[str, str], renamed: NewNames) -> list[Told]:
    """What each version of the history tells readers, in its order; one that tells nothing is left out.

    `names` is what each thing is called today, by ”sort:id”; one that is gone is called what it was called last. A
    field that has another name now (`renamed`) is the same field.
    """
    known = {**_called(history), **names}
    return [one for version in history.versions if (one := _told(version, known.get, renamed))]


def in_substance(change: Change) -> bool:
    """Whether a change may be one of substance; only where both have the same words in the same order it is not.

    Endings, small words and which page a link leads to do not count. A number, a condition, a negation, a telephone
    number, the order and every other word do.
    """
    if change.link:
        return ADDRESSES.findall(change.before or "") != ADDRESSES.findall(change.after or "")
    return change.before is None or change.after is None or _weight(change.before) != _weight(change.after)


def _weight(text: str) -> list[str]:
    reached = LINK.sub(lambda link: f"{link['text']} {link['target'] if ADDRESS.match(link['target']) else ''}", text)
    return [ENDING.sub("", word) for word in re.findall(r"\w+", reached.casefold()) if word not in SMALL]


def _called(history: History) -> dict[str, str]:
    """What each thing of the history was called last."""
    found: dict[str, str] = {}
    for version in history.versions:
        path = PurePosixPath(version.file)
        data = version.after or version.before or {}
        if (kind := KIND.get(path.parent.name)) and isinstance(data.get("namn"), str):
            found.setdefault(f"{kind.kind}:{path.stem}", data["namn"])
    return found


def _told(version: Version, name_of: NameOf, renamed: NewNames) -> Told | None:
    path = PurePosixPath(version.file)
    kind = KIND.get(path.parent.name) or ALONE_KIND.get(path.stem)
    if kind is None or REVIEWED in path.parts:
        return None
    data = version.after or version.before or {}
    head = (version.day, kind, path.stem, str(data.get("namn", path.stem)), version.file.startswith(f"{FOLDER}/"))
    if version.before is None or version.after is None:
        return Told(*head, new=version.before is None, gone=version.after is None)
    before, after = (with_new_names(kind, _shown(one), renamed) for one in (version.before, version.after))
    every = differences(kind, path.stem, before, after, name_of)
    substance = [one for one in every if in_substance(one)]
    return (
        Told(*head, substance=substance, wording=len(every) - len(substance), roles=_roles(version)) if every else None
    )


def _roles(version: Version) -> list[Roles]:
    """The steps of a routine that have lost somebody, or are gone; one with a new id is the same step."""
    before, after = ((data or {}).get("steg") or [] for data in (version.before, version.after))
    if not (has_ids(before) and has_ids(after)):
        return []
    now = {id: step for step in after for id in (step["id"], *step.get("ersätter", []))}
    then = [(step, now.get(step["id"])) for step in before]
    found = [Roles(str(old.get("namn", old["id"])), _those_in(old), new and _those_in(new)) for old, new in then]
    return [one for one in found if one.before - (one.after or frozenset())]


def _those_in(step: dict[str, Any]) -> frozenset[str]:
    return frozenset(id for role in Roll if isinstance(step.get(role), list) for id in step[role])


def _shown(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shown(inner) for key, inner in value.items() if key not in ASIDE or key == "id"}
    return [_shown(inner) for inner in value] if isinstance(value, list) else value
