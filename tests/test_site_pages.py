"""Every page of the built web: whole, Swedish, light enough for a phone."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import material
from html_page import HtmlPage
from weight import too_heavy

LANGUAGES = Path(material.__file__).parent / "templates" / "partials" / "languages"
# Two words that only English has, with at most one word between them.
ONLY_ENGLISH = r"(?:the|of|and|with|from|how|what|between|their|which|this|that|these|are|was|were|is)"
ENGLISH = re.compile(rf"(?<![\w./-]){ONLY_ENGLISH}(?: \w+)? {ONLY_ENGLISH}(?![\w./-])", re.IGNORECASE)
ENTRY = re.compile(r'^\s+"([\w.]+)": ("(?:[^"\\]|\\.)*")', re.MULTILINE)


def _phrases(language: str) -> dict[str, str]:
    text = (LANGUAGES / f"{language}.html").read_text(encoding="utf-8")
    return {key: json.loads(value) for key, value in ENTRY.findall(text)}


def _english_only() -> set[str]:
    """What the theme says in English where it has other words, or none, in Swedish."""
    english, swedish = _phrases("en"), _phrases("sv")
    settings = {"language", "direction"}
    return {
        value
        for key, value in english.items()
        if key not in settings and not key.startswith("search.config") and swedish.get(key) != value
    } - {"in"}  # a Swedish word too: ”kom in”, between two changed words


def test_every_page_is_in_swedish(html: dict[str, HtmlPage]) -> None:
    assert html
    assert {page.path: page.lang for page in html.values() if page.lang != "sv"} == {}


def test_no_english_word_is_left_of_the_theme(html: dict[str, HtmlPage]) -> None:
    english = _english_only()
    assert "Skip to content" in english, "listan kommer från temats egen språkfil"
    left = {page.path: sorted(english & set(page.words)) for page in html.values() if english & set(page.words)}
    assert left == {}


def test_what_the_script_says_is_swedish_too(html: dict[str, HtmlPage]) -> None:
    english = _english_only()
    said = set()
    for page in [page for page in html.values() if not page.moved]:
        config = next(json.loads(script) for script in page.scripts if '"translations"' in script)
        said |= set(config["translations"].values())
    assert said
    assert said & english == set()


def test_no_run_of_english_stands_without_its_language(html: dict[str, HtmlPage]) -> None:
    # Single loan words (team, workshop, feedback) are Swedish by now: WCAG 3.1.2 leaves those out.
    english = {
        page.path: runs
        for page in html.values()
        if (runs := [m[0] for text in page.swedish for m in ENGLISH.finditer(text)])
    }
    assert english == {}
    assert ENGLISH.search("Signs of Safety och the best interests of the child")


def test_every_page_has_a_title_of_its_own(html: dict[str, HtmlPage]) -> None:
    titles = Counter(page.title.strip() for page in html.values())
    assert "" not in titles
    assert {title: count for title, count in titles.items() if count > 1} == {}


def test_every_page_has_a_description_of_its_own_in_plain_words(html: dict[str, HtmlPage]) -> None:
    about = {page.path: page.description for page in html.values()}
    assert {path: text for path, text in about.items() if not 30 <= len(text) <= 160} == {}
    assert {path: text for path, text in about.items() if re.search(r"\*\*|\]\(|[<>{}]|&\w+;|:$", text)} == {}
    assert [text for text, count in Counter(about.values()).items() if count > 1] == []


def test_every_page_has_one_main_heading(html: dict[str, HtmlPage]) -> None:
    assert {page.path: page.h1 for page in html.values() if len(page.h1) != 1 or not page.h1[0].strip()} == {}


def test_every_page_weighs_at_most_30_kb_compressed(html: dict[str, HtmlPage]) -> None:
    assert too_heavy(html) == {}


def test_no_passage_is_in_another_language_without_saying_so(html: dict[str, HtmlPage]) -> None:
    # WCAG 3.1.2. Loanwords and names of buttons are Swedish enough; these words only stand in English sentences.
    english = re.compile(r"(?<![\w-])(?:the|of|and|with|this|that|is|are|was|your)(?![\w-])", re.IGNORECASE)
    assert english.search("Read the law")
    swedish = {page.path: " ".join(page.swedish) for page in html.values()}
    assert {path: found for path, text in swedish.items() if (found := english.findall(text))} == {}


def test_no_page_shows_a_link_as_it_is_written(html: dict[str, HtmlPage]) -> None:
    # Markdown that stands in HTML is left as it is unless somebody asks for it to be read.
    # What shows how to write (code) is no prose.
    assert {path: text for path, page in html.items() if "](" in (text := " ".join(page.swedish))} == {}
