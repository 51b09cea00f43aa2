"""A kommun's own part of the model: which it is, how it deviates, and what changed under its deviations."""

from __future__ import annotations

from pathlib import Path

from samverkan.kinds.deviation import Deviation, Local
from samverkan.local.changes import changes
from samverkan.reading.folders import reviewed_copy
from samverkan.reading.sources import Data


def local_of(kommun: str, deviations: list[Deviation], reviewed: dict[str, Data]) -> Local:
    """The kommun's own, with each outdated deviation held against the copy of what was accepted."""
    impact = {}
    for deviation in deviations:
        copy = last_reviewed(kommun, deviation, reviewed)
        if copy and deviation.outdated:
            impact[deviation.file] = [str(change) for change in changes(reviewed[copy], deviation.common)]
    used = {reviewed_copy(kommun, deviation.file) for deviation in deviations}
    return Local(kommun, deviations, impact, [copy for copy in reviewed if copy not in used])


def last_reviewed(kommun: str, deviation: Deviation, reviewed: dict[str, Data]) -> str | None:
    """The copy that a deviation was last held against, also from before the thing got its present id."""
    olds = deviation.common.get("ersätter")
    olds = olds if isinstance(olds, list) else []  # what is wrong there is told where the file is checked
    names = [deviation.file, *(f"{Path(deviation.file).parent.name}/{old}.yml" for old in olds)]
    return next((copy for name in names if (copy := reviewed_copy(kommun, name)) in reviewed), None)
