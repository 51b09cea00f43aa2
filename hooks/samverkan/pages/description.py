"""What a page is about, in the few plain words that a search engine shows under its title."""

from __future__ import annotations

import re

from samverkan.kinds import LINK

LONGEST = 160
ENOUGH = 60
SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-ZÅÄÖ])")


def describe(text: str) -> str:
    """Model text as plain words, at most 160 signs: whole sentences if they say enough, else whole words."""
    plain = " ".join(LINK.sub(r"\g<text>", text).replace("**", "").split())
    kept = ""
    for sentence in SENTENCE_END.split(plain):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > LONGEST:
            break
        kept = longer
    if kept == plain or len(kept) >= ENOUGH:
        return kept
    return plain[: LONGEST - 1].rpartition(" ")[0].rstrip(",:;–- ") + " …"
