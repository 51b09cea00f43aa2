"""The web as the files are now, with each page made when somebody asks for it: the same bytes as a build writes.

Nothing has to know which pages a change touches: a page is made of what every file says when it is asked for.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import _build_template, _populate_page, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_timestamp
from mkdocs.utils.meta import get_data
from samverkan.findings import Finding, Mark, ModelError
from samverkan.web.policy import content_security_policy
from site_files import MadeFile

# What a page says of itself once it has been read, and what MkDocs says of it before.
UNREAD: dict[str, Any] = {"markdown": None, "content": None, "toc": [], "_title_from_render": None}
SEARCH = "assets/sok.json"


class Wrong(Exception):
    """The model or the pages have errors, so there is no web."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings


class _Asked(Page):
    """A page that is read when somebody asks what it says: a reader, or a menu that wants its title."""

    read: Callable[[Page], None]

    def __getattr__(self, name: str) -> Any:
        if name == "meta":  # the menu asks each page that it shows for a sign of its own
            made = self.file.made.front if isinstance(self.file, MadeFile) else self.file.content_string
            self.meta = get_data(made)[1]
        elif name in UNREAD:
            vars(self).update(UNREAD)
            self.read(self)
        else:
            raise AttributeError(name)
        return vars(self)[name]


class Web:
    """The web that the files of a project made when this was created; Wrong where there is none.

    `theme` is that of an earlier Web of the same project, whose templates need not be compiled again.
    `nonce` lets in the one script in a page that carries it.
    """

    def __init__(self, root: Path, theme: jinja2.Environment | None = None, nonce: str = "") -> None:
        try:
            config = load_config(str(root / "mkdocs.yml"))
            config.plugins.on_startup(command="serve", dirty=False)
            config = config.plugins.on_config(config)
        except ModelError as error:
            raise Wrong(error.findings) from None
        except MkDocsException as error:
            if isinstance(error.__cause__, ModelError):
                raise Wrong(error.__cause__.findings) from None
            wrong = Finding(Mark("mkdocs.yml"), "ej-visad", f"{error}.", "Ångra det du ändrade sist där.")
            raise Wrong([wrong]) from None
        published = replace(config.extra["web"], policy=content_security_policy(meta=True, nonce=nonce))
        config.extra["web"] = published
        self.theme = theme or config.theme.get_env()
        files = get_files(config)
        files.add_files_from_theme(self.theme, config)
        self.config: MkDocsConfig = config
        self.files: Files = config.plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        nav = get_navigation(self.files, config)
        self.nav: Navigation = config.plugins.on_nav(nav, config=config, files=self.files)
        self.pages = self.files.documentation_pages()
        for file in self.pages:
            self._ask_later(file.page or Page(None, file, config))
        self.theme = config.plugins.on_env(self.theme, config=config, files=self.files)
        self.by_address = {file.dest_uri: file for file in self.files}

    def get(self, address: str) -> bytes | None:
        """What a build would have written at an address in the site; None if nothing."""
        if file := self.by_address.get(address):
            return self._page(file.page) if file.page else file.content_bytes
        if address.removesuffix(".gz") in self.config.theme.static_templates:
            return self._template(address)
        if address == SEARCH:
            for file in self.pages:
                assert file.page and file.page.content is not None  # a page is in the search once it has been read
            return str(self.config.extra["web"].search.text).encode()
        return None

    def _ask_later(self, page: Page) -> None:
        page.__class__ = _Asked
        page.read = self._read  # type: ignore[attr-defined]
        for name in ("meta", *UNREAD):
            delattr(page, name)

    def _read(self, page: Page) -> None:
        _populate_page(page, self.config, self.files)

    def _page(self, page: Page) -> bytes:
        assert page.content is not None  # read whole before the theme asks for any part of it
        page.active = True
        try:
            context = get_context(self.nav, self.pages, self.config, page)
            template = self.theme.get_template(page.meta.get("template", "main.html"))
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            output = self.config.plugins.on_post_page(template.render(context), page=page, config=self.config)
        finally:
            page.active = False
        return output.encode("utf-8", errors="xmlcharrefreplace")

    def _template(self, address: str) -> bytes:
        name = address.removesuffix(".gz")
        output = _build_template(name, self.theme.get_template(name), self.files, self.config, self.nav).encode()
        if name == address:
            return output
        when = get_build_timestamp(pages=[f.page for f in self.pages if f.page])
        packed = io.BytesIO()
        with gzip.GzipFile(address, "wb", fileobj=packed, mtime=when) as file:
            file.write(output)
        return packed.getvalue()
