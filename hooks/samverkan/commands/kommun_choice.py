"""Which kommun a command is about; a wrong or missing name is answered with the choices."""

from __future__ import annotations

import difflib
from pathlib import Path

from samverkan.findings import ModelError
from samverkan.reading.folders import kommuner
from samverkan.reading.settings import chosen, meant
from samverkan.slug import slug


class NoSuchKommun(Exception):
    """No kommun was named, or one that is not there; the text says which there are (Swedish)."""


def choose(wanted: str, choices: list[str], command: str) -> str:
    """The one of the choices that is wanted; else NoSuchKommun with them, the nearest first."""
    if (id := meant(wanted, choices)) in choices:
        return id
    ordered = sorted(choices, key=lambda id: -difflib.SequenceMatcher(None, slug(wanted), id).ratio())
    problem = f"Kommunen ”{wanted}” går inte att välja." if wanted else "Säg vilken kommun det gäller."
    raise NoSuchKommun(f"{problem} Välj bland: {', '.join(ordered)}.\nTill exempel: {command} KOMMUN={ordered[0]}")


def with_folder(root: Path, wanted: str, command: str) -> str:
    """The kommun with a folder of its own that is wanted, or is standard; else NoSuchKommun."""
    there = kommuner(root)
    if not there:
        raise NoSuchKommun("Ingen kommun har en egen mapp ännu. Skapa en: make kommun KOMMUN=…")
    try:
        return choose(wanted or chosen(root, None) or "", there, command)
    except ModelError as error:
        raise NoSuchKommun(str(error)) from None
