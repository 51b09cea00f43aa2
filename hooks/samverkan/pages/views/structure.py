"""The public structure in words: each forum with how it hangs together with the others, and what says so."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.kinds import Forum
from samverkan.kinds.base import Källhänvisning
from samverkan.pages.pictures.ties import structure_rows
from samverkan.phrases import once
from samverkan.resolve import Model


@dataclass(frozen=True)
class Tied:
    """A forum, in what ways it hangs together with others (each said once), and the sources to that."""

    forum: Forum
    hur: list[str]
    källor: list[Källhänvisning]


def structure_told(model: Model) -> list[Tied]:
    """The forums in the order of the picture; one that is only named by others stands on its own first source."""
    forums = [forum for row in structure_rows(model) for forum in row]
    return [
        Tied(
            forum,
            list(dict.fromkeys(tie.hur for tie in forum.samband)),
            once([h for tie in forum.samband for h in tie.källor] or forum.källor[:1]),
        )
        for forum in forums
    ]
