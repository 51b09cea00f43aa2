"""What a reader would ask of a thing and no source says, in the words of the row ”Framgår inte”."""

from __future__ import annotations

from typing import Any

from samverkan.kinds import Forum, Pilot


def untold(thing: Forum | Pilot) -> list[str]:
    """The missing answers, in the order of the rows above."""
    if isinstance(thing, Forum):
        asked: dict[str, Any] = {
            "vem som kallar": thing.sammankallande,
            "hur ofta det möts": thing.möts,
            "vad som skrivs ned": thing.dokumenteras,
            "vilka som är med": thing.deltagare or thing.andra_deltagare,
            "vad det får besluta": thing.mandat,
        }
    else:
        asked = {"när": thing.när, "var": thing.kommuner or thing.var}
    return [words for words, answer in asked.items() if not answer]
