"""The web as plain Markdown and the model as JSON: what another engine or another system can read without this code."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from samverkan import build_model
from samverkan.pages.every_page import Page, pages, publisher_pages
from samverkan.pages.macros import Macros
from samverkan.pages.render import Renderer
from samverkan.pages.views.calendar_files import calendar_files
from samverkan.reading.past import read_past
from samverkan.resolve import Model
from samverkan.web.archive import archive
from samverkan.web.feeds import feeds
from samverkan.web.navigation import expand
from samverkan.written.file import Written, read_written
from samverkan.written.menu import own_rows

# Absolute from docs/, as only MkDocs reads them: after ]( in Markdown, after href=" in the pictures.
ABSOLUTE = re.compile(r'(?P<before>\]\(|href=")/(?P<path>[^)\s"#]*)')
# What the exported web needs of the project's own settings; the hooks and their macros have done their part.
KEPT = ("site_name", "use_directory_urls", "markdown_extensions", "not_in_nav", "validation")
# This page is nothing without the search of the web.
SEARCH = "sok/index.md"


def export(root: Path, target: Path, kommun: str | None = None) -> tuple[int, int]:
    """Write the web of a kommun, or the county's, as plain files under `target`; how many pages and how many things.

    `target` gets a `mkdocs.yml` that needs nothing but the theme, and `docs/`, with the model as JSON in `docs/data/`.
    Raises ModelError where the model has errors, and FileExistsError where `target` already holds something.
    """
    if target.exists() and any(target.iterdir()):
        raise FileExistsError(target)
    model, _ = build_model(root, kommun=kommun)
    renderer = Renderer(model, past=read_past(root, kommun, model.today))
    made = [*pages(renderer), *publisher_pages(renderer, [])]
    docs = target / "docs"
    shutil.copytree(root / "docs" / "assets", docs / "assets")
    for folder in ("gemensam", f"lokalt/{kommun}") if kommun else ("gemensam",):
        shutil.copytree(root / "model" / folder, docs / "model" / folder, ignore=shutil.ignore_patterns("*.md"))
    beside = calendar_files(model) | renderer.data.files
    for name, text in (*feeds(model, renderer.since), *archive(renderer.editions, model.settings.namn)):
        beside[name] = text.encode("utf-8")
    for name, content in beside.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(content)
    shown = {page.path: text for page, text in _written(root, kommun, renderer)} | {p.path: _plain(p) for p in made}
    for path, text in shown.items():
        file = docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_relative(text, path), encoding="utf-8")
    (target / "mkdocs.yml").write_text(_settings(root, model, kommun, made, shown), encoding="utf-8")
    return len(shown), renderer.data.antal


def _written(root: Path, kommun: str | None, renderer: Renderer) -> Iterator[tuple[Written, str]]:
    """Each page written by hand, with its macros as what they show."""
    macros = Macros(renderer)
    for page in read_written(root, kommun)[0]:
        if page.path != SEARCH:
            meta = {key: value for key, value in page.meta.items() if key != "render_macros"}
            text = page.text if page.meta.get("render_macros") is False else macros.expand(page.text)
            yield page, _with_front(meta, text)


def _plain(page: Page) -> str:
    meta = yaml.safe_load(page.front.strip().strip("-"))
    return _with_front({key: value for key, value in meta.items() if key != "render_macros"}, page.text())


def _with_front(meta: dict[str, Any], text: str) -> str:
    front = f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)}---\n\n" if meta else ""
    return f"{front}{text.strip()}\n"


def _relative(text: str, path: str) -> str:
    """The text with its links as every engine reads them: from the page's own folder."""
    folder = posixpath.dirname(path)
    return ABSOLUTE.sub(lambda link: link["before"] + posixpath.relpath(link["path"], folder or "."), text)


def _settings(root: Path, model: Model, kommun: str | None, made: list[Page], shown: dict[str, str]) -> str:
    ours = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = {key: ours[key] for key in KEPT} | {
        "site_name": model.settings.namn,
        "site_description": model.region.beskrivning,
        "theme": {"name": "material", "language": "sv", "font": False, "features": ours["theme"]["features"]},
        "extra_css": ours["extra_css"],
        "plugins": [],
        "extra": {"generator": False},
        "nav": expand(ours["nav"], made, own_rows(read_written(root, kommun)[0])),
    }
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
