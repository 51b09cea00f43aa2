"""The pages of earlier editions: plain, under addresses that stay, and saying that they no longer apply."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from posixpath import relpath

from samverkan.kinds import Källa, Lagrum, Thing
from samverkan.kinds.base import swedish
from samverkan.local.said import part_names, said
from samverkan.pages.views.decided import Row, Section, sections
from samverkan.pages.views.editions import ARCHIVED, Editions, Published
from samverkan.phrases import address, swedish_date
from samverkan.web.policy import content_security_policy

CSS = "assets/css/utgava.css"
PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<link rel="stylesheet" href="{css}">
<title>{title}: utgåvan {day}</title>
</head>
<body>
<header><p><strong>Utgåvan {day}.</strong> {now}</p></header>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def archive(editions: Editions, name: str) -> Iterator[tuple[str, str]]:
    """Each page of each edition of the web `name`: its path on the web, and its HTML."""
    for edition in editions.all:
        names = editions.model.names | _called(edition)
        listed: dict[type[Thing], list[tuple[str, str]]] = {}
        for (kind, id), data in edition.texts.items():
            if kind in ARCHIVED:
                path = edition.path(kind, id)
                name_then = str(data.get("namn", id))
                listed.setdefault(kind, []).append((name_then, path))
                body = "\n".join(_section(one) for one in sections(said(kind, id, data, names.get)))
                thing = editions.model.things[kind.kind].get(id)
                now = _link("Det som gäller nu", address(thing.url), path) if thing else "Sidan finns inte längre."
                yield _page(path, name_then, edition, body, f"{_stands(editions.same(edition, kind, id))} {now}")
        path = f"{edition.folder}/index.html"
        body = "\n".join(_list(kind, listed[kind], path) for kind in ARCHIVED if kind in listed)
        yield _page(path, name, edition, body, _link("Det som gäller nu", "", path))


def _called(edition: Published) -> dict[str, str]:
    """What each thing was called in an edition; a section of law and a source are cited as they are today."""
    cited = (Lagrum, Källa)
    things = {(kind, id): data for (kind, id), data in edition.texts.items() if kind not in cited}
    names = {f"{kind.kind}:{id}": str(data.get("namn", id)) for (kind, id), data in things.items()}
    return names | {
        key: name for (kind, id), data in things.items() for key, name in part_names(kind, id, data).items()
    }


def _page(path: str, title: str, edition: Published, body: str, now: str) -> tuple[str, str]:
    css, policy = relpath(CSS, path.rpartition("/")[0]), content_security_policy(meta=True)
    day = swedish_date(edition.day)
    return path, PAGE.format(css=css, policy=policy, title=escape(title), day=day, body=body, now=now)


def _stands(same: bool) -> str:
    return "Texten är densamma nu." if same else "<strong>Den gäller inte längre.</strong>"


def _list(kind: type[Thing], pages: list[tuple[str, str]], path: str) -> str:
    points = "".join(f"<li>{_link(name, to, path)}</li>" for name, to in sorted(pages, key=lambda one: swedish(one[0])))
    return f"<h2>{escape(kind.plural)}</h2>\n<ul>{points}</ul>"


def _link(text: str, target: str, path: str) -> str:
    folder, _, anchor = target.partition("#")
    to = relpath(folder.removesuffix("index.html") or ".", path.rpartition("/")[0]) + "/"
    return f'<a href="{escape(to)}{"#" * bool(anchor)}{anchor}">{escape(text)}</a>'


def _section(section: Section) -> str:
    parts = [f"<h2>{escape(section.rubrik)}</h2>"] if section.rubrik else []
    parts += [_rows(section.rader)] if section.rader else []
    for number, (name, rows) in enumerate(section.delar, 1):
        parts += [f"<h3>{number}. {escape(name)}</h3>", _rows(rows)]
    return "\n".join(parts)


def _rows(rows: list[Row]) -> str:
    return f"<dl>{''.join(f'<dt>{escape(label)}</dt>{_each(texts)}' for label, texts in rows)}</dl>"


def _each(texts: list[str]) -> str:
    return "".join(f"<dd>{escape(text)}</dd>" for text in texts)
