"""How a page of MkDocs becomes HTML: by the core's Markdown, with links checked as strictly as MkDocs checks them."""

from __future__ import annotations

from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import AnchorLink, TableOfContents
from samverkan.markup.headings import Heading, headings, ids
from samverkan.markup.markdown import as_html, first_paragraph, tree
from samverkan.markup.tables import readable_tables
from samverkan.pages.description import describe
from samverkan.web.published import Web

# The headings that a page's own table of contents shows.
LEVELS = range(2, 4)


def rendered_by(web: Web, files: Files) -> None:
    """Let every page of `files` make its HTML here when MkDocs asks it to, and go into the search."""
    for file in files.documentation_pages():
        if file.page:
            file.page.render = partial(_render, file.page, web)  # type: ignore[method-assign]


def _render(page: Page, web: Web, config: MkDocsConfig, files: Files) -> None:
    """As Page.render: sets the page's content, table of contents, title, ids and links to ids."""
    root = tree(page.markdown or "")
    found = headings(root)
    web.terms.weave(root)
    readable_tables(root)
    if not page.meta.get("description"):  # a hand-written page is described by its own first words
        page.meta["description"] = describe(first_paragraph(root))
    page.present_anchor_ids = ids(root)
    page.links_to_anchors = _led(root, page.file, files, config)
    page.toc = TableOfContents(_nested([heading for heading in found if heading.level in LEVELS]))
    page._title_from_render = found[0].name if found and found[0].level == 1 else None
    page.content = as_html(root)
    if not page.meta.get("search", {}).get("exclude"):
        web.search.add(page.url.removeprefix("./"), root, [str(word) for word in page.meta.get("sökord", [])])


def _led(root: Element, file: File, files: Files, config: MkDocsConfig) -> dict[File, dict[str, str]]:
    """Let each link and picture lead on from this page; MkDocs warns of what leads nowhere. Gives links to ids."""
    mkdocs = _RelativePathTreeprocessor(file, files, config)
    for element in root.iter():
        for name in ("href", "src"):
            if url := element.get(name):
                element.set(name, mkdocs.path_to_url(url))
    return mkdocs.links_to_anchors


def _nested(found: list[Heading]) -> list[AnchorLink]:
    """The headings as MkDocs wants them: each with those of a lower level that follow it."""
    top: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for heading in found:
        link: Any = AnchorLink(heading.name, heading.id, heading.level)
        while above and above[-1].level >= link.level:
            above.pop()
        (above[-1].children if above else top).append(link)
        above.append(link)
    if top:
        top[0].active = True  # type: ignore[attr-defined]
    return top
