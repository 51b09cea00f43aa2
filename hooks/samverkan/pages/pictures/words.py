"""Model text made short and plain, as a picture has room for it."""

from __future__ import annotations

import re

from samverkan.kinds import LINK

# Where what follows only explains what came before.
ASIDE = re.compile(r"\s*(?:[(;,:]| – ).*")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


def plain(value: str) -> str:
    """Text without its links and marks."""
    return " ".join(LINK.sub(r"\g<text>", value).replace("**", "").split())


def brief(value: str) -> str:
    """What comes before the first aside: ”Socialchefen (förut programchefen)” → ”Socialchefen”."""
    return ASIDE.sub("", plain(value))


def first_sentence(value: str) -> str:
    """The first sentence of a text."""
    return SENTENCE.split(plain(value))[0]
