"""The only file that knows MkDocs' events: checks the model first, then hands its pages over."""

from __future__ import annotations

import logging
import re
import subprocess
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from samverkan import ModelError, build_model
from samverkan.edit import edit_base
from samverkan.findings import Finding, Mark, report
from samverkan.findings_page import findings_page
from samverkan.markdown_terms import TermExtension
from samverkan.pages import Page, pages
from samverkan.render import Renderer

MACRO_ERROR = re.compile(r"\A# _Macro \w+ Error_\n\n_File_: `[^`]*`\s+_(?P<type>[^_]*)_:? ?(?P<text>.*)")
serving = False
errors: list[Finding] = []


def on_startup(command: str, **_: Any) -> None:
    """Remember whether an editor is looking: then findings become the page instead of an end."""
    global serving
    serving = command == "serve"
    # The macros plugin would print a traceback; on_page_markdown says the same as a finding.
    logging.getLogger("mkdocs.plugins.mkdocs_macros.util").addFilter(lambda record: "Macro" not in record.getMessage())


@event_priority(100)  # before mkdocs-macros, which reads config.extra
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the model and make its pages, while the last good site is still whole."""
    root = Path(config.config_file_path).parent
    errors.clear()
    try:
        model, warnings = build_model(root)
    except ModelError as error:
        if not serving:
            raise PluginError(f"Modellen har fel:\n\n{error}") from None
        errors.extend(error.findings)
        return config
    if warnings:
        print(report(warnings), flush=True)
    base = edit_base(_origin(root))
    renderer = Renderer(model, lambda file: f"{base}{file}" if base else f"/{file}")
    made = list(pages(renderer))
    config.extra.update(renderer=renderer, made=made)
    config.markdown_extensions.append(TermExtension(model))  # type: ignore[arg-type]
    config.nav = _expand(config.nav, made)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the model, and the model files themselves so that each page can link its own."""
    if errors:
        config.nav = None
        return Files([File.generated(config, "index.md", content="---\nrender_macros: false\n---\n")])
    root = Path(config.config_file_path).parent
    for page in config.extra["made"]:
        files.append(File.generated(config, page.path, content=page.markdown))
    for path in sorted((root / "model" / "gemensam").rglob("*.yml")):
        uri = path.relative_to(root).as_posix()
        files.append(File.generated(config, uri, abs_src_path=str(path)))
    return files


@event_priority(-100)  # after mkdocs-macros, which leaves its errors as the text of the page
def on_page_markdown(markdown: str, page: MkDocsPage, **_: Any) -> str:
    """Turn an error in a macro into a finding with file and line."""
    if match := MACRO_ERROR.match(markdown):
        source = page.file.content_string
        offset = source.count("\n") - (page.markdown or "").count("\n")
        lines = re.findall(r'File "<template>", line (\d+)|Line (\d+) in Markdown', markdown)
        line = int(lines[-1][0] or lines[-1][1]) if lines else 1
        errors.append(
            Finding(
                Mark(f"docs/{page.file.src_uri}", line + offset),
                "makro",
                f"ett makro gick inte att köra: {match['text'].strip(' *') or match['type']}.",
                "Kontrollera stavningen av makrot och av id:t i det. Makrona står i hooks/page_macros.py.",
            )
        )
    return markdown


def on_page_content(html: str, page: MkDocsPage, **_: Any) -> str:
    """Leave out a table of contents that the page hides: Material only hides it from view."""
    if "toc" in page.meta.get("hide", []):
        page.toc.items.clear()
    return html


def on_env(env: Any, **_: Any) -> None:
    """Stop with every error of the hand-written pages, once all of them have been read."""
    if errors and not serving:
        raise PluginError(f"Sidorna har fel:\n\n{report(errors)}")


def on_post_page(output: str, **_: Any) -> str:
    """While an editor is looking, show what is wrong in place of any page."""
    return findings_page(errors) if errors else output


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """Also where the address has no page while the model has errors."""
    return findings_page(errors) if errors and template_name == "404.html" else output_content


def _expand(nav: Any, made: list[Page]) -> Any:
    """The navigation with each folder (”rutiner/”) replaced by its index and its pages."""
    if isinstance(nav, list):
        return [_expand(item, made) for item in nav]
    if isinstance(nav, dict):
        return {title: _expand(value, made) for title, value in nav.items()}
    if isinstance(nav, str) and nav.endswith("/"):
        children = [page.path for page in made if page.path.rpartition("/")[0] + "/" == nav]
        return [f"{nav}index.md", *children]
    return nav


def _origin(root: Path) -> str:
    """The address that the project was cloned from; empty outside a clone."""
    command = ["git", "-C", str(root), "config", "--get", "remote.origin.url"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        return ""
