"""Whatever is typed into a text, no page runs a script, fetches from another host or links to an odd address."""

from __future__ import annotations

import tempfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from casefiles import BASE, TODAY, base_model
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import FileSystemBytecodeCache
from mutations import FIXED, MUTATIONS, Mutation, mutate
from samverkan import examine
from samverkan.markup.markdown import as_html, tree
from samverkan.markup.terms import Terms
from samverkan.pages.every_page import pages
from samverkan.pages.render import Renderer

BASE_FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yml"))
# Compiling the templates anew for each example would be most of the time.
FOLDER = tempfile.TemporaryDirectory()
COMPILED = FileSystemBytecodeCache(FOLDER.name)
PIECES = [
    *("[", "]", "(", ")", "!", "{", "}", "<", ">", '"', "'", "`", "*", "_", ":", "#", "&", ";", "=", "\\", "/", "|"),
    *("javascript:", "https://exempel.se", "http://exempel.se", "data:", "rutin:anmal", "onclick=", "alert(1)", "x"),
    *(
        "script",
        "img",
        "href",
        "src",
        "style",
        "&#106;",
        "&lt;",
        "{:",
        "[x]:",
        "[x]",
        "](",
        " ",
        "\n",
        "\n\n",
        "\n    ",
    ),
]
# A text that stands in a paragraph, one that stands in a table and in attributes, and one that is marked everywhere.
TEXTS = {
    "rutiner/anmal.yml": "Lämna besked.\n    huvudansvarig",
    "funktioner/larare.yml": "Lärare\nbeskrivning",
    "ordlista/orosanmalan.yml": "Att berätta för socialtjänsten att man är orolig för ett barn.\nformer",
}


class Unsafe(HTMLParser):
    """Collects what must never be on a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "img", "iframe", "object", "embed", "style", "form", "base", "meta"}:
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in {"src", "srcset"}:
                self.found.append(name)
            if name == "href" and not str(value).startswith(("https://", "/", "#", "tel:112", "tel:11414")):
                self.found.append(str(value))


def unsafe(root: Path) -> list[str]:
    """What is unsafe on the pages of a model; nothing when it has errors, for then there are no pages."""
    model, findings = examine(root, TODAY)
    if any(finding.severity == "fel" for finding in findings):
        return []
    renderer = Renderer(model)
    renderer.env.bytecode_cache = COMPILED
    shared = [renderer.thing(thing) for thing in model.everything() if not thing.own_page]
    own = [page.markdown.split("---\n", 2)[2] for page in pages(renderer)]
    terms = Terms(model)
    roots = [tree(text) for text in (*shared, *own)]
    for root_element in roots:
        terms.weave(root_element)
    return Unsafe("\n".join(map(as_html, roots))).found


@settings(FIXED, max_examples=75)
@given(file=st.sampled_from(BASE_FILES), mutations=MUTATIONS)
def test_a_mutated_model_gives_errors_or_safe_pages(file: str, mutations: list[Mutation]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = base_model(Path(folder))
        path = root / "model" / "gemensam" / file
        path.write_bytes(mutate(path.read_bytes(), mutations))
        assert unsafe(root) == []


@settings(FIXED, max_examples=150)
@given(file=st.sampled_from(list(TEXTS)), pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=10))
def test_whatever_stands_in_a_text_the_pages_are_safe(file: str, pieces: list[str]) -> None:
    old, _, next_field = TEXTS[file].partition("\n")
    with tempfile.TemporaryDirectory() as folder:
        root = base_model(Path(folder))
        path = root / "model" / "gemensam" / file
        whole = path.read_text(encoding="utf-8")
        assert whole.count(f": {old}\n{next_field}") == 1
        quoted = yaml.dump("x" + "".join(pieces), default_style='"', allow_unicode=True, width=10**6).strip()
        path.write_text(whole.replace(f": {old}\n{next_field}", f": {quoted}\n{next_field}"), encoding="utf-8")
        assert unsafe(root) == []


@pytest.mark.parametrize(
    "html",
    ["<script>", '<b onclick="x">', '<a href="javascript:x">', '<img src="https://a.se">', '<a href="http://a.se">'],
)
def test_an_unsafe_page_would_be_seen(html: str) -> None:
    assert Unsafe(html).found
