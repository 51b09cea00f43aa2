"""The only file that knows MkDocs' events: checks the model first, then hands its pages over."""

from __future__ import annotations

import logging
import os
from html import escape
from pathlib import Path
from typing import Any, NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from page_html import rendered_by
from page_macros import close
from samverkan import ModelError, build_model
from samverkan.commands.whole import shown_in_county
from samverkan.documents.pdf import NotMade
from samverkan.findings import Finding, report
from samverkan.pages.edit import county, origin
from samverkan.reading.folders import EXAMPLE
from samverkan.reading.past import read_past
from samverkan.reading.settings import chosen
from samverkan.web.navigation import expand
from samverkan.web.published import web_of
from samverkan.written import examine_pages
from samverkan.written.file import read_written
from samverkan.written.menu import own_rows
from site_files import add_own_files, publish
from swedish_warnings import in_swedish

logger = logging.getLogger("mkdocs.hooks.samverkan")


def on_startup(**_: Any) -> None:
    """Tell what the checks have not foreseen in the editor's language too."""
    for name in ("mkdocs.structure.pages", "mkdocs.structure.nav", "mkdocs.structure.files", "mkdocs.commands.build"):
        logging.getLogger(name).addFilter(in_swedish)


@event_priority(100)  # before mkdocs-macros, which reads config.extra
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the model and make its pages, while the last good site is still whole."""
    root = Path(config.config_file_path).parent
    kommun = chosen(root, os.environ.get("SAMVERKAN_KOMMUN"))
    try:
        model, warnings = build_model(root, kommun=kommun)
    except ModelError as error:
        _stop([*error.findings, *examine_pages(root, kommun, None)])
    written = examine_pages(root, kommun, model)
    if any(finding.severity == "fel" for finding in written):
        _stop([*warnings, *written])
    if warnings := [*warnings, *written]:
        print(report(warnings), flush=True)
    others, left_out = ([], []) if kommun else shown_in_county(root)
    if left_out:
        print(report(left_out), flush=True)
    past = read_past(root, kommun, model.today)
    web = config.extra["web"] = web_of(model, others, (origin(root), county(root)), past, bool(os.environ.get(EXAMPLE)))
    publish(config, web)
    config.nav = expand(config.nav, web.made, own_rows(read_written(root, kommun)[0]))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the model, and the model files themselves so that each page can link its own."""
    try:
        add_own_files(files, config)
    except NotMade as error:
        raise PluginError(str(error)) from None
    close(config.plugins["macros"])
    return files


def on_nav(nav: Navigation, files: Files, config: MkDocsConfig) -> Navigation:
    """Let the core make each page's HTML; say of each page outside the navigation which it belongs to."""
    rendered_by(config.extra["web"], files)
    index = {file.src_uri.removesuffix("index.md"): file.page for file in files.documentation_pages()}
    for file in files.documentation_pages():
        folder = file.src_uri.rpartition("/")[0]
        while file.page and not file.page.parent and folder and file.src_uri != f"{folder}/index.md":
            # MkDocs expects a section here; an index page has the same ancestors and title.
            file.page.parent = index.get(f"{folder}/")  # type: ignore[assignment]
            folder = folder.rpartition("/")[0]
    return nav


@event_priority(-100)  # after mkdocs-macros, which leaves its errors as the text of the page
def on_page_markdown(markdown: str, page: MkDocsPage, **_: Any) -> str:
    """Never show an error in place of a page, should a check have missed what is wrong."""
    if markdown.startswith("# _Macro "):
        raise PluginError(f"docs/{page.file.src_uri}: ett makro på sidan gick inte att visa.")
    return markdown


def on_page_content(html: str, page: MkDocsPage, **_: Any) -> str:
    """Leave out a table of contents that the page hides."""
    page.meta["description"] = escape(page.meta["description"])  # the theme puts it in an attribute as it is
    if "toc" in page.meta.get("hide", []):
        page.toc.items.clear()
    return html


def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Write what the search fetches when somebody goes to it."""
    Path(config.site_dir, "assets", "sok.json").write_text(config.extra["web"].search.text, encoding="utf-8")


def _stop(findings: list[Finding]) -> NoReturn:
    """End the build with the findings told; the preview has them themselves, from what caused it."""
    raise PluginError(f"Modellen eller sidorna har fel:\n\n{report(findings)}") from ModelError(findings)
