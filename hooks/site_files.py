"""Which files the web has besides those in docs/: the model's pages, the publisher's colour, what a host reads."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from samverkan.documents.files import files as document_files
from samverkan.kinds import Beslut
from samverkan.pages.every_page import Page as MadePage
from samverkan.pages.views.calendar_files import calendar_files
from samverkan.phrases import decided_is_marked, lawyer_read
from samverkan.reading.folders import EXAMPLE, EXAMPLE_FOLDER, PAGES, REVIEWED
from samverkan.web.addresses import moved, moved_page
from samverkan.web.archive import archive
from samverkan.web.feeds import feeds
from samverkan.web.own_colour import stylesheet
from samverkan.web.policy import HEADERS_FILE, NGINX_FILE, headers_file, nginx_file
from samverkan.web.published import Web

OWN_COLOUR = "assets/css/lokalt.css"


class MadeFile(File):
    """The file of a page that the model gives; its Markdown is made when somebody reads it."""

    made: MadePage

    @classmethod
    def of(cls, page: MadePage, config: MkDocsConfig) -> MadeFile:
        """The file of a page."""
        file: Any = cls.generated(config, page.path, content="")
        file.made = page
        return file  # type: ignore[no-any-return]

    @property  # type: ignore[misc]
    def content_string(self) -> str:
        """The whole of the page, with its front matter."""
        return self.made.markdown


def add_own_files(files: Files, config: MkDocsConfig) -> None:
    """Add them to `files`, join styles and scripts to one of each; leave out every other kommun's own pages."""
    root = Path(config.config_file_path).parent
    web: Web = config.extra["web"]
    kommun = web.kommun
    for file in [file for file in files if file.src_uri.startswith("lokalt/")]:
        if kommun is None or not file.src_uri.startswith(f"lokalt/{kommun}/"):
            files.remove(file)  # another kommun's own pages
    _add_regions_pages(files, config)
    if colour := web.settings.färg:
        files.append(File.generated(config, OWN_COLOUR, content=stylesheet(colour)))
    _join(files, config, config.extra_css, "assets/css/samlad.css")
    config.extra_css[:] = ["assets/css/samlad.css"]
    scripts: list[Any] = config.extra_javascript
    _join(files, config, [str(script) for script in scripts], "assets/js/samlad.js")
    scripts[0].path = "assets/js/samlad.js"
    scripts[1:] = []
    files.append(File.generated(config, HEADERS_FILE, content=headers_file(web.settings.får_bäddas_in)))
    files.append(File.generated(config, NGINX_FILE, content=nginx_file(web.settings.får_bäddas_in)))
    for document in document_files(root, web.renderer):
        files.append(File.generated(config, document.path, content=document.content))
    _add_example(files, config)
    for page in web.made:
        files.append(MadeFile.of(page, config))
    for uri, content in calendar_files(web.model).items():
        files.append(File.generated(config, uri, content=content))
    for old, new, title in moved(web.model):
        html = moved_page(old, new, title, config.site_url or "")
        files.append(File.generated(config, f"{old}index.html", content=html))
    for path, feed in feeds(web.model, web.renderer.since):
        files.append(File.generated(config, path, content=feed))
    for path, html in archive(web.renderer.editions, web.settings.namn):
        files.append(File.generated(config, path, content=html))
    for path, data in web.renderer.data.files.items():
        files.append(File.generated(config, path, content=data))
    shown = ["gemensam", f"lokalt/{kommun}"] if kommun else ["gemensam"]
    for yml in sorted(path for part in shown for path in (root / "model" / part).rglob("*.yml")):
        if REVIEWED in yml.parts:
            continue  # copies that only the review needs
        uri = yml.relative_to(root).as_posix()
        files.append(File.generated(config, uri, abs_src_path=str(yml)))


def _add_regions_pages(files: Files, config: MkDocsConfig) -> None:
    """Each takes the place of the page with the same path that every region has."""
    own = Path(config.config_file_path).parent / PAGES
    for path in sorted(path for path in own.rglob("*") if path.is_file() and path.name[0] != "."):
        uri = path.relative_to(own).as_posix()
        if every_regions := files.get_file_from_path(uri):
            files.remove(every_regions)
        files.append(File(uri, str(own), config.site_dir, config.use_directory_urls))


def _add_example(files: Files, config: MkDocsConfig) -> None:
    if not (built := os.environ.get(EXAMPLE)):
        return
    for path in sorted(path for path in Path(built).rglob("*") if path.is_file()):
        uri = f"{EXAMPLE_FOLDER}/{path.relative_to(built).as_posix()}"
        files.append(File.generated(config, uri, abs_src_path=str(path)))


def publish(config: MkDocsConfig, web: Web) -> None:
    """Give the web its publisher's name, logo, colour and address."""
    settings = web.settings
    config.site_name = settings.namn
    # The theme puts it in an attribute as it is.
    config.site_description = escape(web.model.region.beskrivning or "")
    standing = lawyer_read("det", web.model.lawyer())
    decided = decided_is_marked(bool(web.model.all(Beslut)), web.model.region.sidfot)
    config.copyright = escape(" ".join(filter(None, [decided, standing])))
    if settings.adress:
        config.site_url = settings.adress.rstrip("/") + "/"
    if settings.logotyp:
        config.theme["logo"] = config.theme["favicon"] = settings.logotyp
    if settings.färg:
        config.extra_css.append(OWN_COLOUR)


def _join(files: Files, config: MkDocsConfig, names: list[str], joined: str) -> None:
    """Let one file take the place of those that mkdocs.yml names: a slow phone waits for each request."""
    parts = [file for name in names if (file := files.get_file_from_path(name))]
    for file in parts:
        files.remove(file)
    files.append(File.generated(config, joined, content="\n".join(file.content_string for file in parts)))
