"""A page written by hand, as it lies on disk: its name, its signs, its front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from samverkan.findings import Finding, Mark, nearest
from samverkan.pages.macros import Macros
from samverkan.reading.document import Stop
from samverkan.reading.folders import DOCS, PAGES, kommuner
from samverkan.reading.load import read_text
from samverkan.reading.scan import scan
from samverkan.reading.yaml_words import not_yaml
from samverkan.slug import slug

LOCAL = "lokalt"
NAME = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
MARKDOWN = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
# What a browser would run or show outside the theme, and so outside the policy that each page carries.
PROGRAMS = {".html", ".htm", ".xhtml", ".js", ".mjs", ".css", ".php"}
# What an operating system or an office program leaves behind.
LITTER = re.compile(r"(\.|~\$(?!.*\.md$)|thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
FRONT = re.compile(r"\A---[ \t]*\n(?P<inside>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELDS: dict[str, type] = {
    "title": str,
    "description": str,
    "sökord": list,
    "hide": list,
    "meny": str,
    "search": dict,
    "render_macros": bool,
}
CODE = re.compile(
    r"\{\{.*?\}\}|^(?P<fence>```+|~~~+)[^\n]*\n.*?^(?P=fence)[^\n]*$|(?P<tick>`+)[^\n]*?(?P=tick)|<!--.*?-->",
    re.S | re.M,
)


@dataclass
class Written:
    """A page: its path on the web, its front matter, its Markdown from line `first` on, and the `whole` file."""

    path: str
    text: str
    meta: dict[str, Any] = field(default_factory=dict)
    first: int = 1
    whole: str = ""
    folder: str = DOCS

    @property
    def file(self) -> str:
        """The file, relative to the project's root."""
        return f"{self.folder}/{self.path}"

    @property
    def prose(self) -> str:
        """The text with macros, code and comments as blanks: none of it is Markdown. Every place stays where it is."""
        return CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), self.text)

    def mark(self, offset: int) -> Mark:
        """The place in the file of an offset in the text."""
        before = self.text[:offset]
        return Mark(self.file, self.first + before.count("\n"), len(before) - before.rfind("\n"))

    def wrong_macros(self, macros: Macros) -> list[Finding]:
        """What is wrong with its macros."""
        return [] if self.meta.get("render_macros") is False else macros.errors(self.text, self.mark)


def read_written(root: Path, kommun: str | None) -> tuple[list[Written], list[Finding]]:
    """Every page that the web of a kommun, or of the county, has, and what was wrong with the files where they lie.

    A page of the region's own takes the place of the one with the same path under docs/.
    """
    own, findings = _read_folder(root, PAGES, kommun)
    there = {page.path for page in own}
    written, wrong = _read_folder(root, DOCS, kommun)
    return [*own, *(page for page in written if page.path not in there)], [*findings, *wrong]


def _read_folder(root: Path, folder: str, kommun: str | None) -> tuple[list[Written], list[Finding]]:
    written: list[Written] = []
    findings: list[Finding] = []
    for path in sorted((root / folder).rglob("*")):
        relative = path.relative_to(root / folder)
        file = f"{folder}/{relative.as_posix()}"
        if any(LITTER.match(part) for part in relative.parts):
            continue
        if path.is_symlink():
            mend = "Lägg en kopia av filen här i stället."
            message = "en länk till en annan fil eller mapp får inte ligga här: det den leder till skulle bli publikt."
            findings.append(Finding(Mark(file), "osäker-fil", message, mend))
            continue
        if folder == DOCS and relative.parts[0] == LOCAL and relative.parts[1:2] != (kommun,):
            findings += _nobodys(relative, path.is_dir(), {*kommuner(root), *([kommun] if kommun else [])})
            continue
        if not path.is_file():
            odd = Finding(Mark(file), "ej-fil", "det här är ingen vanlig fil.", "Ta bort den.")
            findings += [] if path.is_dir() else [odd]
            continue
        findings += _name(relative, file)
        if path.suffix == ".md":
            page, wrong = read_page(path, relative.as_posix(), folder)
            findings += wrong
            findings += scan(file, page.whole, page=True) if page else []
            written += [page] if page else []
    return written, findings


def read_page(path: Path, relative: str, folder: str = DOCS) -> tuple[Written | None, list[Finding]]:
    """One page; None when its signs or its front matter cannot be read."""
    file = f"{folder}/{relative}"
    try:
        text = read_text(path, file)
    except Stop as stop:
        return None, [stop.finding]
    front = FRONT.match(text)
    if front is None:
        if not text.startswith("---\n"):
            return Written(relative, text, whole=text, folder=folder), []
        mend = "Skriv --- på en egen rad efter uppgifterna, eller ta bort det första ---."
        return None, [Finding(Mark(file), "ej-yaml", "uppgifterna överst i filen tar inte slut.", mend)]
    inside = front["inside"] or ""
    if braces := re.search(r"\{[{%#]", inside):
        line = inside.count("\n", 0, braces.start()) + 2
        return None, [Finding(Mark(file, line), "makro", "ett makro får inte stå överst i filen.", "Ta bort det.")]
    try:
        meta = yaml.safe_load(inside) or {}
    except yaml.YAMLError as error:
        wrong = not_yaml(error, file, inside)
        place = Mark(file, wrong.mark.line + 1, wrong.mark.column)
        return None, [Finding(place, wrong.code, wrong.message, wrong.mend)]
    if not isinstance(meta, dict):
        return None, [
            Finding(Mark(file, 2), "ej-yaml", "överst i filen ska stå fält.", "Skriv till exempel ”title: …”.")
        ]
    page = Written(relative, text[front.end() :], meta, text[: front.end()].count("\n") + 1, text, folder)
    return page, [_field(file, inside, key, value) for key, value in meta.items() if not _fits(key, value)]


def _fits(key: Any, value: Any) -> bool:
    # PyYAML has made what it could of the values: a list of words may hold numbers.
    return key in FIELDS and isinstance(value, FIELDS[key])


def _field(file: str, inside: str, key: Any, value: Any) -> Finding:
    line = next((i for i, row in enumerate(inside.split("\n"), 2) if row.startswith(str(key))), 2)
    if key not in FIELDS:
        mend = f"{nearest(str(key), FIELDS)} Annars: ta bort fältet."
        return Finding(Mark(file, line), "okänt-fält", f"fältet ”{key}” finns inte för en sida.", mend)
    forms = {str: "en text", list: "en lista: [ett, två]", dict: "fält", bool: "true eller false"}
    return Finding(Mark(file, line), "fel-typ", f"värdet för ”{key}” är fel.", f"Skriv {forms[FIELDS[key]]}.")


def _nobodys(path: Path, is_folder: bool, known: set[str]) -> list[Finding]:
    """What lies in docs/lokalt/ but in no kommun's folder, and so is on no web."""
    if len(path.parts) != 2 or path.name in known:
        return []
    what = "mappen hör inte till någon kommun här" if is_folder else "filen ligger inte i en kommuns mapp"
    put = nearest(path.name, known) if is_folder else f"Flytta den till docs/{LOCAL}/ och kommunens id."
    return [Finding(Mark(f"docs/{path.as_posix()}"), "fel-plats", f"{what} och visas inte.", put, "varning")]


def _name(path: Path, file: str) -> list[Finding]:
    """What is wrong with the name of a file, which becomes an address."""
    ending = path.suffix.casefold()
    if ending in MARKDOWN and path.suffix != ".md":
        mend = f"Döp om den till ”{slug(path.stem)}.md”."
        return [Finding(Mark(file), "fel-plats", f"filen slutar på ”{path.suffix}” och blir ingen sida.", mend)]
    if path.parts[0] == LOCAL and ending in PROGRAMS:
        mend = "Skriv sidan i Markdown (.md). Program och egna stilar får inte vara med."
        return [Finding(Mark(file), "osäker-fil", f"en fil som slutar på ”{ending}” får inte ligga här.", mend)]
    wrong = [part for part in path.parts if not NAME.fullmatch(part) and part != "README.md"]
    if path.parts[0] != LOCAL and ending != ".md":
        return []
    if wrong:
        right = f"{slug(Path(wrong[0]).stem)}{Path(wrong[0]).suffix.casefold()}"
        mend = f"Döp om ”{wrong[0]}” till ”{right}”: bara a–z, 0–9 och bindestreck; å och ä blir a, ö blir o."
        return [Finding(Mark(file), "filnamn", "filens namn blir en adress och har tecken som inte passar där.", mend)]
    if path.name == "README.md":
        mend = "Döp om den, till exempel till ”start.md”, eller flytta texten till index.md."
        return [Finding(Mark(file), "filnamn", "en sida kan inte heta README: den blir samma sida som index.md.", mend)]
    return []
