"""Two builds of the web, before a proposal and after it: which pages differ, and their words beside each other."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from samverkan.commands.page_text import PageText, page_text
from samverkan.local.changes import marked

BEFORE, AFTER, LIST = "fore", "efter", "index.html"
# A summary is read by a person; all of the pages stand in the list.
MOST = 60
TAGS = {"lika": "{}", "bort": "<del>{}</del>", "nytt": "<ins>{}</ins>"}
HEAD = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Så blir webben</title>
</head>
<body>
<h1>Så blir webben</h1>
<p><a href="efter/index.html">Hela webben som den blir</a></p>
<p>{count} Det som försvinner är överstruket, det som är nytt är understruket.</p>
"""


@dataclass(frozen=True)
class PageChange:
    """A page that differs: its address in the web, and each passage before and after ("": not there)."""

    path: str
    title: str
    word: str
    passages: list[tuple[str, str]]


def compare(folder: Path) -> list[PageChange] | None:
    """Compare the webs in `folder`/fore and `folder`/efter, and write the list of pages to `folder`/index.html.

    None where there is no web from before to compare with; then the list only leads to the new one.
    """
    there = (folder / BEFORE / LIST).is_file()
    found = list(_changed(folder)) if there else None
    (folder / LIST).write_text("".join(_page(found)), encoding="utf-8")
    return found


def told(found: list[PageChange] | None, site: str = "") -> Iterator[str]:
    """The changed pages as Markdown; each is a link to the page as it is now, where `site`, its address, is known."""
    yield "## Sidor som ändras\n"
    yield _count(found)
    yield f"\nHämta förhandsvisningen och öppna `{LIST}`: där står det gamla och det nya bredvid varandra.\n"
    for page in (found or [])[:MOST]:
        title = escape(page.title, quote=False)
        name = f"[{title}]({site}{page.path})" if site and page.word != "Ny" else f"{title} (`{page.path}`)"
        yield f"- {page.word}: {name}"
    if len(found or []) > MOST:
        yield f"- … och {len(found or []) - MOST} till."


def _changed(folder: Path) -> Iterator[PageChange]:
    webs = [folder / BEFORE, folder / AFTER]
    files = [{path.relative_to(web).as_posix(): path for path in web.rglob("*.html")} for web in webs]
    for file in sorted(files[0].keys() | files[1].keys()):
        before, after = (web[file].read_bytes() if file in web else b"" for web in files)
        if before == after:
            continue
        old, new = page_text(before.decode("utf-8")), page_text(after.decode("utf-8"))
        if old.lines != new.lines:
            word = "Ny" if not before else "Försvinner" if not after else "Ändrad"
            title = new.title or old.title or file
            yield PageChange(file.removesuffix(LIST), title, word, list(_passages(old, new)))


def _passages(old: PageText, new: PageText) -> Iterator[tuple[str, str]]:
    matcher = difflib.SequenceMatcher(None, old.lines, new.lines, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        for number in range(max(i2 - i1, j2 - j1)):
            before = old.lines[i1 + number] if i1 + number < i2 else ""
            yield before, new.lines[j1 + number] if j1 + number < j2 else ""


def _page(found: list[PageChange] | None) -> Iterator[str]:
    yield HEAD.format(count=_count(found))
    for page in found or []:
        file = page.path if page.path.endswith(".html") else page.path + LIST
        before, after = f"{BEFORE}/{file}", f"{AFTER}/{file}"
        links = [f'<a href="{escape(before)}">förut</a>'] if page.word != "Ny" else []
        links += [f'<a href="{escape(after)}">nu</a>'] if page.word != "Försvinner" else []
        yield f"<h2>{escape(page.title)}</h2>\n<p>{page.word}. Se hela sidan: {', '.join(links)}</p>\n"
        yield '<table border="1">\n<tr><th scope="col">Förut</th><th scope="col">Nu</th></tr>\n'
        for old, new in page.passages:
            yield f"<tr><td>{_cell(old, new, 'nytt')}</td><td>{_cell(old, new, 'bort')}</td></tr>\n"
        yield "</table>\n"
    yield "</body>\n</html>\n"


def _cell(old: str, new: str, without: str) -> str:
    runs = (TAGS[tag].format(escape(text)) for tag, text in marked(old, new) if tag != without)
    return " ".join(runs)


def published(folder: Path) -> str:
    """Where the new web says that it is published, with a slash at the end; "" where nobody has said."""
    said = re.search(r'<link rel="canonical" href="(https://[^"]+)"', (folder / AFTER / LIST).read_text("utf-8"))
    return said[1] if said else ""


def _count(found: list[PageChange] | None) -> str:
    if found is None:
        return "Webben som den var gick inte att bygga, så det finns inget att jämföra med."
    if not found:
        return "Inga ord på sidorna ändras."
    return "En sida ändras." if len(found) == 1 else f"{len(found)} sidor ändras."
