"""The old addresses in the built web, which lead to where things are now."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from posixpath import relpath

from samverkan.kinds import Rutin
from samverkan.pages.checklists import checklists
from samverkan.phrases import address
from samverkan.resolve import Model

# Leads on with what stands after # in the address: the anchor, and the choice of work.
MOVED_SCRIPT = "assets/js/flyttad.js"
MOVED = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="description" content="Sidan har flyttat. Den nya adressen: {title}.">
<script src="{script}" data-till="{url}"></script>
<noscript><meta http-equiv="refresh" content="0; url={url}"></noscript>
<link rel="canonical" href="{canonical}">
<title>Har flyttat: {title} ({old})</title>
</head>
<body>
<main>
<h1>Sidan har flyttat</h1>
<p>Den finns här: <a href="{url}">{title}</a></p>
</main>
</body>
</html>
"""


def moved(model: Model) -> Iterator[tuple[str, str, str]]:
    """Each old address (see Thing.ersätter), where it leads now, and the title there; none that is in use."""
    found: dict[str, tuple[str, str]] = {}
    for thing in model.everything():
        if thing.url.startswith(f"/{thing.folder}/") and "#" not in thing.url:
            for old in thing.ersätter:
                found[f"{thing.folder}/{old}/"] = (address(thing.url), thing.namn)
    used = {address(thing.url) for thing in model.everything()}
    for rutin in model.all(Rutin):
        for lista in checklists(rutin):
            used.add(address(lista.url))
            for r in (rutin.id, *rutin.ersätter):
                for f in (lista.funktion.id, *lista.funktion.ersätter):
                    found[f"checklistor/{r}/{f}/"] = (address(lista.url), lista.namn)
    yield from ((old, *new) for old, new in found.items() if old not in used)


def moved_page(old: str, new: str, title: str, site: str = "") -> str:
    """The whole HTML page at an old address; `site` is the web's own address, when it is known."""
    url = f"{relpath(new, old)}/"
    script = relpath(MOVED_SCRIPT, old)
    return MOVED.format(url=url, script=script, canonical=f"{site}{new}" if site else url, title=escape(title), old=old)
