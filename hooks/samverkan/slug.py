"""Ids made of words: what files, addresses and commands are called."""

import re


def slug(text: str) -> str:
    """An id made of words, as files and addresses have them: ”Mat och vila” → mat-och-vila."""
    ascii_text = text.casefold().translate(str.maketrans("åäöéü", "aaoeu"))
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text))
