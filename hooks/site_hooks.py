"""The only file that knows MkDocs' events: checks the model first, then hands its pages over."""

from __future__ import annotations

import logging
import os
import re
import subprocess
from html import escape, unescape
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from samverkan import Model, ModelError, build_model, examine
from samverkan.addresses import address, moved, moved_page
from samverkan.description import describe
from samverkan.edit import edit_base
from samverkan.findings import Finding, Mark, report
from samverkan.findings_page import findings_page
from samverkan.local import REVIEWED, chosen, kommuner
from samverkan.local_view import progress
from samverkan.markdown_terms import TermExtension
from samverkan.pages import Page, pages, publisher_pages
from samverkan.policy import HEADERS_FILE, NGINX_FILE, content_security_policy, headers_file, nginx_file
from samverkan.render import Renderer
from samverkan.search_index import SearchIndex
from samverkan.tables import readable_tables
from samverkan.work import choices

MACRO_ERROR = re.compile(r"\A# _Macro \w+ Error_\n\n_File_: `[^`]*`\s+_(?P<type>[^_]*)_:? ?(?P<text>.*)")
# What Markdown has left alone: the links in pictures.
RAW_LINK = re.compile(r'href="/(?P<uri>[^"#]+\.md)')
logger = logging.getLogger("mkdocs.hooks.samverkan")
FIRST_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
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
        kommun = chosen(root, os.environ.get("SAMVERKAN_KOMMUN"))
        model, warnings = build_model(root, kommun=kommun)
    except ModelError as error:
        if not serving:
            raise PluginError(f"Modellen har fel:\n\n{error}") from None
        errors.extend(error.findings)
        return config
    if warnings:
        print(report(warnings), flush=True)
    base = edit_base(_origin(root))
    others = [] if kommun else _kommuner(root)
    renderer = Renderer(model, lambda file: f"{base}{file}" if base else f"/{file}", others)
    made = [*pages(renderer), *publisher_pages(renderer, [progress(other) for other in others])]
    _publisher(config, model)
    config.extra.update(renderer=renderer, made=made, kommun=kommun, search=SearchIndex(model))
    config.extra.update(arbetsval=choices(model), kommunval=[m.get("huvudman", m.local.kommun) for m in others])
    questions = [(address(fråga.url), fråga.namn) for fråga in model.all("fråga")]
    urgent = Markdown(extensions=["attr_list", "md_in_html"]).convert(renderer.template("fara"))
    config.extra.update(frågor=questions, fara=urgent)
    # The preview reloads a page by a script in it, which the policy refuses; so there is none in the preview.
    policy = "" if serving else content_security_policy(meta=True)
    config.extra.update(policy=policy)
    config.markdown_extensions.append(TermExtension(model))  # type: ignore[arg-type]
    own = sorted((Path(config.docs_dir) / "lokalt" / (kommun or "-")).glob("*.md"))
    config.nav = _expand(config.nav, made, {"lokalt/": [f"lokalt/{kommun}/{path.name}" for path in own]})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the model, and the model files themselves so that each page can link its own."""
    if errors:
        config.nav = None
        return Files([File.generated(config, "index.md", content="---\nrender_macros: false\n---\n")])
    root = Path(config.config_file_path).parent
    kommun = config.extra["kommun"]
    for file in [file for file in files if file.src_uri.startswith("lokalt/")]:
        if kommun is None or not file.src_uri.startswith(f"lokalt/{kommun}/"):
            files.remove(file)  # another kommun's own pages
    if colour := config.extra["färg"]:
        css = f":root {{ --md-primary-fg-color: {colour}; }}\n"
        files.append(File.generated(config, "assets/css/lokalt.css", content=css))
    _join(files, config, config.extra_css, "assets/css/samlad.css")
    config.extra_css[:] = ["assets/css/samlad.css"]
    scripts: list[Any] = config.extra_javascript
    _join(files, config, [str(script) for script in scripts], "assets/js/samlad.js")
    scripts[0].path = "assets/js/samlad.js"
    scripts[1:] = []
    files.append(File.generated(config, HEADERS_FILE, content=headers_file()))
    files.append(File.generated(config, NGINX_FILE, content=nginx_file()))
    for page in config.extra["made"]:
        files.append(File.generated(config, page.path, content=page.markdown))
    for old, new, title in moved(config.extra["renderer"].model):
        html = moved_page(old, new, title, config.site_url or "")
        files.append(File.generated(config, f"{old}index.html", content=html))
    shown = ["gemensam", f"lokalt/{kommun}"] if kommun else ["gemensam"]
    for path in sorted(path for part in shown for path in (root / "model" / part).rglob("*.yml")):
        if REVIEWED in path.parts:
            continue  # copies that only the review needs
        uri = path.relative_to(root).as_posix()
        files.append(File.generated(config, uri, abs_src_path=str(path)))
    return files


def on_nav(nav: Navigation, files: Files, **_: Any) -> Navigation:
    """Say of each page outside the navigation which page it belongs to, for its breadcrumbs."""
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


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files, **_: Any) -> str:
    """Give the page to the search, describe it, and leave out a table of contents that it hides."""
    first = FIRST_PARAGRAPH.search(html)
    # A hand-written page is described by its own first words, unless it says something else.
    about = page.meta.get("description") or (describe(unescape(TAG.sub("", first[1]))) if first else "")
    page.meta["description"] = escape(about)  # the theme puts it in an attribute as it is
    if not errors and not page.meta.get("search", {}).get("exclude"):
        config.extra["search"].add(page.url.removeprefix("./"), html, page.meta.get("sökord", []))
    if "toc" in page.meta.get("hide", []):
        page.toc.items.clear()
    return readable_tables(RAW_LINK.sub(lambda match: f'href="{_relative(match["uri"], page, files)}', html))


def on_env(env: Any, **_: Any) -> None:
    """Stop with every error of the hand-written pages, once all of them have been read."""
    if errors and not serving:
        raise PluginError(f"Sidorna har fel:\n\n{report(errors)}")


def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Write what the search fetches when somebody goes to it."""
    if not errors:
        Path(config.site_dir, "assets", "sok.json").write_text(config.extra["search"].text, encoding="utf-8")


def on_post_page(output: str, **_: Any) -> str:
    """While an editor is looking, show what is wrong in place of any page."""
    return findings_page(errors) if errors else output


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """Also where the address has no page while the model has errors."""
    return findings_page(errors) if errors and template_name == "404.html" else output_content


def _relative(uri: str, page: MkDocsPage, files: Files) -> str:
    """The address of a page as another page links it; warned of, as MkDocs does, when it is not there."""
    if target := files.get_file_from_path(uri):
        return target.url_relative_to(page.file)
    logger.warning("docs/%s: en länk leder till sidan %s, som inte finns.", page.file.src_uri, uri)
    return f"/{uri}"


def _kommuner(root: Path) -> list[Model]:
    """The model of each kommun; one that has errors is told of by the kommun's own build."""
    models = [examine(root, kommun=kommun)[0] for kommun in kommuner(root)]
    return [model for model in models if model.local and model.local.kommun in model.things["huvudman"]]


def _publisher(config: MkDocsConfig, model: Model) -> None:
    """Give the web its publisher's name, logo, colour and address."""
    settings = model.settings
    config.site_name = settings.namn
    if settings.adress:
        config.site_url = settings.adress.rstrip("/") + "/"
    if settings.logotyp:
        config.theme["logo"] = config.theme["favicon"] = settings.logotyp
    config.extra["färg"] = settings.färg
    if settings.färg:
        config.extra_css.append("assets/css/lokalt.css")


def _join(files: Files, config: MkDocsConfig, names: list[str], joined: str) -> None:
    """Let one file take the place of those that mkdocs.yml names: a slow phone waits for each request."""
    parts = [file for name in names if (file := files.get_file_from_path(name))]
    for file in parts:
        files.remove(file)
    files.append(File.generated(config, joined, content="\n".join(file.content_string for file in parts)))


def _expand(nav: Any, made: list[Page], own: dict[str, list[str]]) -> Any:
    """The navigation with each folder (”rutiner/”) replaced by its index and its pages."""
    if isinstance(nav, list):
        # A folder in a list gives its pages to the list; one under a title becomes a section.
        parts = [_expand(item, made, own) for item in nav]
        return [item for part in parts for item in (part if isinstance(part, list) else [part])]
    if isinstance(nav, dict):
        return {title: _expand(value, made, own) for title, value in nav.items()}
    if isinstance(nav, str) and nav.endswith("/"):
        there = [page.path for page in made if page.path.rpartition("/")[0] + "/" == nav]
        children = [path for path in (*there, *own.get(nav, [])) if path != f"{nav}index.md"]
        return [f"{nav}index.md", *children]
    return nav


def _origin(root: Path) -> str:
    """The address that the project was cloned from; empty outside a clone."""
    command = ["git", "-C", str(root), "config", "--get", "remote.origin.url"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        return ""
