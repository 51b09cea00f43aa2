"""MkDocs' own warnings in Swedish, for what the checks before the build have not foreseen."""

from __future__ import annotations

import logging
import re

# As MkDocs 1.6 writes them; each is said in Swedish with its parts in the same order.
SAID = (
    (
        re.compile(r"Doc file '(?P<file>[^']+)' contains an? .*?link (?:to )?'(?P<link>[^']+)'.*", re.DOTALL),
        "docs/{file}: länken ”{link}” leder till något som inte finns. Är sidan gjord av modellen står texten i "
        "filen som nämns längst ned på sidan.",
    ),
    (
        re.compile(r"A reference to '(?P<file>[^']+)' is included in the 'nav' configuration, .*", re.DOTALL),
        "mkdocs.yml: sidan ”{file}” i menyn finns inte under docs/.",
    ),
    (
        re.compile(
            r"The following pages exist in the docs directory, but are not included in .*:(?P<file>.*)", re.DOTALL
        ),
        "docs/: ingen meny leder till {file}. Lägg dem i mkdocs.yml, under nav.",
    ),
    (
        re.compile(
            r"Excluding '(?P<file>[^']+)' from the site because it conflicts with '(?P<other>[^']+)'.*", re.DOTALL
        ),
        "docs/{file} blir samma sida som docs/{other}. Slå ihop dem, eller döp om den ena.",
    ),
)


def in_swedish(record: logging.LogRecord) -> bool:
    """Say a warning in Swedish where it is one that is known; for a logger's filters, so it keeps every record."""
    if record.levelno >= logging.WARNING:
        message = record.getMessage()
        for pattern, swedish in SAID:
            if match := pattern.match(message):
                parts = {name: " ".join(part.replace("\n", " ").split()) for name, part in match.groupdict().items()}
                record.msg, record.args = swedish.format(**parts), ()
                break
    return True
