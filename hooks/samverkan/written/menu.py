"""Pages that no menu leads to, and rows of the menu that lead to no page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

from samverkan.findings import Finding, Mark, nearest
from samverkan.reading.folders import DOCS
from samverkan.written.file import LOCAL, Written

SETTINGS = "mkdocs.yml"


def own_rows(written: list[Written]) -> dict[str, list[str]]:
    """The pages that come into the menu by themselves: a kommun's, and the region's own in the section they name."""
    rows = {f"{LOCAL}/": sorted(page.path for page in written if page.path.startswith(f"{LOCAL}/"))}
    for page in written:
        if page.folder != DOCS and (section := page.meta.get("meny")):
            rows.setdefault(section, []).append(page.path)
    return rows


def outside_the_menu(root: Path, written: list[Written]) -> Iterator[Finding]:
    """The findings; what comes into the menu by itself has to name a section of it."""
    path = root / SETTINGS
    if not path.is_file():
        return
    text = path.read_text(encoding="utf-8")
    settings = yaml.load(text, Loader=yaml.BaseLoader)
    rows = set(_rows(settings.get("nav", [])))
    sections = set(_sections(settings.get("nav", [])))
    kept = [pattern.lstrip("/") for pattern in settings.get("not_in_nav", "").split()]
    common = {page.path: page for page in written if not page.path.startswith(f"{LOCAL}/")}
    for name in sorted(common):
        folder_row = f"{name.removesuffix('index.md')}" in rows and name.endswith("/index.md")
        page = common[name]
        if page.folder != DOCS and "meny" in page.meta:
            if (section := page.meta["meny"]) not in sections:
                line = page.whole[: page.whole.find("meny:")].count("\n") + 1
                message = f"menyn har ingen del som heter ”{section}”."
                yield Finding(Mark(page.file, line), "utanför-menyn", message, nearest(str(section), sections))
        elif name not in rows and not folder_row and not any(fnmatch(name, pattern) for pattern in kept):
            own = "Skriv överst i filen vilken del av menyn den hör till, till exempel ”meny: Om modellen”."
            row = f"Lägg en rad i {SETTINGS} under nav: ”- {name}”. En kommuns egna sidor ligger i docs/lokalt/."
            mend = row if page.folder == DOCS else own
            yield Finding(Mark(page.file), "utanför-menyn", "ingen meny leder till sidan.", mend)
    for row in sorted(rows):
        if row.endswith("/") and row != f"{LOCAL}/" and f"{row}index.md" not in common:
            yield _missing(text, row, f"{row}index.md", common)


def _missing(text: str, row: str, name: str, common: dict[str, Written]) -> Finding:
    found = re.search(rf"[- ]{re.escape(row)}\s*$", text, re.MULTILINE)
    line = text[: found.start()].count("\n") + 1 if found else 1
    return Finding(Mark(SETTINGS, line), "död-länk", f"sidan docs/{name} finns inte.", nearest(name, common))


def _sections(nav: Any) -> Iterator[str]:
    if isinstance(nav, list):
        for item in nav:
            yield from _sections(item)
    elif isinstance(nav, dict):
        for title, value in nav.items():
            yield from [title] if isinstance(value, list) else []
            yield from _sections(value)


def _rows(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list):
        for item in nav:
            yield from _rows(item)
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _rows(value)
