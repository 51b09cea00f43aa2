"""Tables that read well aloud: every one has a name, header cells, and its roles where css changes its form."""

from __future__ import annotations

import re
from html import escape, unescape

TABLE = re.compile(r"<table\b(?P<attributes>[^>]*)>(?P<inside>.*?)</table>", re.DOTALL)
NAME = re.compile(r'<h[1-6]\b[^>]*>(?P<heading>.*?)</h[1-6]>|role="region" aria-label="(?P<region>[^"]*)"', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
EMPTY_HEAD = re.compile(r"<thead>\s*<tr>(?:\s*<th>\s*</th>)+\s*</tr>\s*</thead>")
FIRST_CELL = re.compile(r"(<tr>\s*)<td>(.*?)</td>", re.DOTALL)
# WCAG 1.3.1: a browser forgets what a cell is when css shows it as a block, unless it is told.
ROLES = (
    (re.compile(r"<(thead|tbody)\b"), r'<\1 role="rowgroup"'),
    (re.compile(r"<tr\b"), '<tr role="row"'),
    (re.compile(r"<td\b"), '<td role="cell"'),
    (re.compile(r'<th\b(?=[^>]*scope="col")'), '<th role="columnheader"'),
    (re.compile(r'<th\b(?=[^>]*scope="row")'), '<th role="rowheader"'),
)


def readable_tables(html: str) -> str:
    """The HTML of a page with its tables made to be read aloud; nothing else is touched.

    A table of Markdown gets a class, so that the theme's script leaves it as it is, and where
    its head is empty its first column becomes the headers. One that turns to cards keeps its roles.
    """

    def one(match: re.Match[str]) -> str:
        attributes, inside = match["attributes"], match["inside"]
        if "class=" not in attributes:
            attributes += ' class="enkel"'
            inside, headless = EMPTY_HEAD.subn("", inside)
            if headless:
                inside = FIRST_CELL.sub(r'\1<th scope="row">\2</th>', inside)
            inside = inside.replace("<th>", '<th scope="col">')
        if "<caption" not in inside:
            attributes += f' aria-label="{_name(html[: match.start()])}"'
        if "kort-pa-mobil" in attributes:
            attributes += ' role="table"'
            for pattern, replacement in ROLES:
                inside = pattern.sub(replacement, inside)
        return f"<table{attributes}>{inside}</table>"

    return TABLE.sub(one, html)


def _name(before: str) -> str:
    """What stands closest above: the name of the region, or the heading."""
    names = [
        match["region"] or escape(unescape(TAG.sub("", match["heading"] or ""))) for match in NAME.finditer(before)
    ]
    return names[-1].replace("¶", "").strip() if names else "Tabell"
