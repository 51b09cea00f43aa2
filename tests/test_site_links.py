"""Every address in the built web leads somewhere, and nothing is fetched from another host."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from html_page import HtmlPage

OUTBOUND = ("https:", "tel:", "mailto:")
CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
# Ways for a script to ask a host: an address in a string that is fetched, imported or put in a src.
SCRIPT_ADDRESS = re.compile(r"""(?:fetch|import|importScripts|src\s*=|open)\s*\(?\s*["'`]((?:https?:)?//[^"'`]+)""")


def _target(page: HtmlPage, value: str) -> tuple[str, str]:
    """The file in the site that an address leads to, and the anchor in it."""
    parts = urlsplit(value)
    path = unquote(parts.path)
    if not path:
        return page.path, unquote(parts.fragment)
    # The host shows 404.html at any depth, so its addresses begin at the root.
    file = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(page.path), path)
    # As a browser does: nothing lies above the root (the 404 page asks for its script in every folder above it).
    file = posixpath.normpath(f"/{file}").lstrip("/") or "."
    if path.endswith("/") or file in ("", ".") or "." not in posixpath.basename(file):
        file = posixpath.normpath(posixpath.join(file, "index.html"))
    return file, unquote(parts.fragment)


def test_every_address_leads_to_a_file_and_every_anchor_to_an_id(html: dict[str, HtmlPage], site: Path) -> None:
    dead = []
    followed = 0
    for page in html.values():
        for tag, name, value in page.addresses:
            for single in [part.split()[0] for part in value.split(",")] if name == "srcset" else [value]:
                if single.startswith(OUTBOUND):
                    continue
                followed += 1
                file, anchor = _target(page, single)
                known = html.get(file)
                if not (site / file).is_file() or (anchor and (known is None or anchor not in known.ids)):
                    dead.append(f"{page.path}: <{tag} {name}={single}>")
    assert followed > len(html), "varje sida har minst en länk"
    assert dead == []


def test_no_id_is_used_twice_on_a_page(html: dict[str, HtmlPage]) -> None:
    # Inside an inline picture too: a link to an id must have one goal.
    assert {page.path: _twice(page.ids) for page in html.values() if _twice(page.ids)} == {}


def test_only_a_link_that_the_visitor_chooses_leads_out(html: dict[str, HtmlPage]) -> None:
    fetched = [
        f"{page.path}: <{tag} {name}={value}>"
        for page in html.values()
        for tag, name, value in page.addresses
        if not (tag == "a" and name == "href") and _other_host(value)
    ]
    plain = [
        f"{page.path}: {value}"
        for page in html.values()
        for tag, _, value in page.addresses
        if tag == "a" and value.startswith(("http:", "//", "javascript:", "data:"))
    ]
    assert fetched == []
    assert plain == []


def test_no_stylesheet_asks_another_host(html: dict[str, HtmlPage], site: Path) -> None:
    sheets = {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in site.rglob("*.css")}
    assert sheets, "webben har formatmallar"
    sheets |= {page.path: "\n".join(page.styles) for page in html.values()}
    assert {name: found for name, css in sheets.items() if (found := _hosts(CSS_ADDRESS, css))} == {}


def test_no_script_asks_another_host(html: dict[str, HtmlPage], site: Path) -> None:
    scripts = {page.path: "\n".join(page.scripts) for page in html.values()}
    for file in site.rglob("*.js"):
        scripts[file.relative_to(site).as_posix()] = file.read_text(encoding="utf-8")
    # What the theme can ask of a forge or a version list, it asks only when these are configured.
    assert {name: found for name, js in scripts.items() if (found := _hosts(SCRIPT_ADDRESS, js))} == {}
    assert [page.path for page in html.values() if 'data-md-component="source"' in page.source] == []


def _twice(ids: list[str]) -> list[str]:
    return sorted({one for one in ids if ids.count(one) > 1})


def _other_host(value: str) -> bool:
    return any(urlsplit(part.strip()).netloc for part in value.split(","))


def _hosts(pattern: re.Pattern[str], text: str) -> list[str]:
    found = ["".join(group or "" for group in match.groups()) for match in pattern.finditer(text)]
    return [value for value in found if not value.startswith("data:") and _other_host(value)]
