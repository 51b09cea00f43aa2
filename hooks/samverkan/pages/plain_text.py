"""Model text is written as text: what Markdown would make of it by chance is escaped before it is shown.

Bold (**…**), links, and lists of at least two rows keep working. A number first on a row stays a
number: ”112. Ring dit” must never become the first point of a list.
"""

from __future__ import annotations

import re
from html import escape

BOLD = re.compile(r"\*\*(?=\S)(?P<inside>.+?)(?<=\S)\*\*")
ADDRESS = re.compile(r"https://[^\s<>\"'()\[\]]*[^\s<>\"'()\[\].,;:!?]")
# One of these first on a row would make a heading, a quotation, a rule or code of it.
BLOCK = re.compile(r"^(?:#{1,6}(?=\s|\w|$)|>|~~~|=+\s*$|[-*_](?:\s*[-*_]){2,}\s*$|\[[^\]]+\]:)")
POINT = re.compile(r"^(?:(?P<number>\d+)(?P<after>[.)])|(?P<sign>[-+*]))(?:\s+(?=\S)|$)")
# CommonMark takes a backslash before any of these, and before the end of a line, for more than a backslash.
SIGNS = re.compile(r"[*`]|(?<![^\W_])_(?=\S)|(?<=\S)_(?![^\W_])|\\(?=[!-/:-@\[-`{-~]|$)")


def rows(text: str, lists: bool = True) -> list[tuple[str, str]]:
    """The rows of a text: what stands first, escaped where Markdown would take it for a block, and the rest."""
    found = [row.strip() for row in text.split("\n")]
    points = [point for point in map(POINT.match, found) if point and point["after"] != ")"]
    numbers = [int(point["number"]) for point in points if point["number"]]
    # The numbers of a list come one after another; 112. and 1177. do not.
    is_list = lists and len(points) > 1 and (not numbers or numbers == list(range(1, len(points) + 1)))
    return [_row(row, is_list) for row in found]


def _row(row: str, is_list: bool) -> tuple[str, str]:
    point = POINT.match(row)
    if point and is_list and point["after"] != ")":
        return row[: point.end()], row[point.end() :]
    if point and point["number"]:
        return f"{point['number']}\\{point['after']}", row[point.end("after") :]
    return (f"\\{row[0]}", row[1:]) if point or BLOCK.match(row) else ("", row)


def inline(text: str) -> str:
    """A piece of text without links, with the signs escaped that would be emphasis or code by chance."""
    pieces, end = [], 0
    for match in ADDRESS.finditer(text):
        pieces += [_signs(text[end : match.start()]), f"<{match[0]}>"]
        end = match.end()
    return "".join([*pieces, _signs(text[end:])])


def _signs(text: str) -> str:
    pieces, end = [], 0
    for match in BOLD.finditer(text):
        pieces += [_escape(text[end : match.start()]), f"**{_escape(match['inside'])}**"]
        end = match.end()
    return "".join([*pieces, _escape(text[end:])])


def _escape(text: str) -> str:
    return SIGNS.sub(r"\\\g<0>", text)


def literal(text: str) -> str:
    """A text as it was written, its signs for links and emphasis too: nothing in it is Markdown or HTML."""
    return re.sub(r"[\[\]{}*_`\\]", lambda sign: f"&#{ord(sign[0])};", escape(text))
