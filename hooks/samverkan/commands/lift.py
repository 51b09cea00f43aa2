"""What a fork wrote before there was a field for it, or before a thing got its present id, lifted where it is certain.

Certain is what says the same afterwards, in the same words. The rest is told, for somebody to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from samverkan import read
from samverkan.commands.lift_words import Fields, alike, recurrence
from samverkan.commands.one_value import Change, change, renamed
from samverkan.kinds import Forum
from samverkan.kinds.base import Place
from samverkan.kinds.tid import Tid
from samverkan.local.parts import has_ids
from samverkan.reading.check import known_ids
from samverkan.reading.document import Document
from samverkan.reading.folders import kommuner
from samverkan.reading.renamed import Replaced, moved, replaced
from samverkan.reading.wording import model_at

# What begins with a condition, and has a field for it: ”Om ingen svarar: ring igen.”
CONDITION = re.compile(r"Om [^.:?!]+: ?\S")
Ids = dict[str, set[str]]


def lift(root: Path) -> tuple[list[str], list[str]]:
    """Lift what is certain in every kommun's own files; returns what was done, and what could be done by hand.

    Each line has its file. A file that would say something else afterwards is left as it was, and told.
    """
    done: list[str] = []
    could: list[str] = []
    for kommun in kommuner(root):
        sources = read(root, kommun)
        names = replaced(sources.common)
        known = known_ids([*sources.common, *(own for own in sources.own if (own.kind.kind, own.stem) not in names)])
        common = {(document.kind.kind, document.stem): document.data for document in sources.common}
        for document in sources.own:
            if not document.data or any(finding.severity == "fel" for finding in document.findings):
                continue  # what is wrong with it is told by the check
            if now := names.get((document.kind.kind, document.stem), []):
                document = _under_its_new_id(root, document, now, common, done, could)
            tried: set[Place] = set()
            while wanted := next((one for one in _changes(document, known, names) if one.place not in tried), None):
                tried.add(wanted.place)
                where = f"{document.file}:{document.marks[wanted.place].line}: {wanted.said}"
                after = change(root, document, wanted)
                (done if after else could).append(where)
                document = after or document
            could += _by_hand(document)
    return done, could


def _under_its_new_id(
    root: Path,
    document: Document,
    now: list[str],
    common: dict[tuple[str, str], Any],
    done: list[str],
    could: list[str],
) -> Document:
    """The file with the id that its thing has now, where all that it changes is there still."""
    kind, old = document.kind.kind, document.stem
    there = common.get((kind, now[0]), {})
    taken = (root / document.file).with_name(f"{now[0]}.yml").exists()
    same = len(now) == 1 and not taken and document.data.get("utgår") != "ja" and _fits(document.data, there)
    if same and (after := renamed(root, document, now[0])):
        done.append(f"{document.file}: heter nu {now[0]}.yml, som {kind} ”{old}” heter numera")
        return after
    ids = " eller ".join(f"”{id}”" for id in now)
    could.append(f"{document.file}:1: {kind} ”{old}” heter numera {ids}. Gäller er fil den: döp om den, och byt id.")
    return document


def _fits(own: dict[str, Any], common: dict[str, Any]) -> bool:
    """Whether each part that a file changes is one of the common thing's."""
    for key, value in own.items():
        parts = {part["id"]: part for part in common[key]} if has_ids(common.get(key)) else {}
        for part in value if has_ids(value) else ():
            if "efter" not in part and not (part["id"] in parts and _fits(part, parts[part["id"]])):
                return False
    return True


def _changes(document: Document, known: Ids, names: Replaced) -> Iterator[Change]:
    """What is certain in a file: references to what has another id now, and words that are a recurrence."""
    try:
        document.kind.model_validate(document.data, context=known)
    except ValidationError as error:
        for place, kind, old, new in moved(error, names):
            text = str(_at(document.data, place))
            pattern, to = (old, new) if text == old else (f"{kind}:{old}", f"{kind}:{new}")
            pattern = rf"(?<![a-z0-9-]){pattern}(?![a-z0-9-])"
            led = re.sub(pattern, to, text)
            said = f"{kind} ”{old}” heter numera ”{new}”"
            yield Change(place, pattern, to, {place: led}, said, len(re.findall(pattern, text)))
    for place, words, key in _whens(document):
        if (fields := recurrence(words)) is None:
            continue
        line = _line(key, fields)
        said = f"”{words}” skrivs ”{line}”"
        if key == "möten":
            yield Change(place, r"möts:[^\r\n]*(?P<end>\r?)", rf"\g<0>\n{line}\g<end>", {("möten",): [fields]}, said)
        else:
            quoted = "|".join(f"{mark}{re.escape(words)}{mark}" for mark in ('"', "'", ""))
            yield Change(place, rf"när:[ \t]*(?:{quoted})", line, {place: None, (*place[:-1], key): fields}, said)


def _by_hand(document: Document) -> Iterator[str]:
    """What somebody could lift: the same in other words, and a condition in the text of a point."""
    for place, words, key in _whens(document):
        if not recurrence(words) and (fields := alike(words)):
            yield f"{document.file}:{document.marks[place].line}: ”{words}” kan skrivas ”{_line(key, fields)}”."
    for place in document.marks:
        if place[-1:] == ("text",) and "punkter" in place and CONDITION.match(str(_at(document.data, place))):
            where = f"{document.file}:{document.marks[place].line}"
            yield f"{where}: punkten börjar med ett villkor. Skriv det under ”om:”, så följer det med till checklistan."


def _whens(document: Document) -> Iterator[tuple[Place, str, str]]:
    """Words that may be a recurrence, with their place and the field that it has: of a time limit and of a forum."""
    data = document.data
    if document.kind is Forum and isinstance(data.get("möts"), str) and "möten" not in data:
        yield ("möts",), data["möts"], "möten"
    for place in document.marks:
        if place[-1:] == ("när",) and issubclass(model_at(document.kind, place[:-1]), Tid):
            limit = _at(data, place[:-1])
            if isinstance(limit["när"], str) and not {"dagar", "efter", "återkommer"} & set(limit):
                yield place, limit["när"], "återkommer"


def _line(key: str, fields: Fields) -> str:
    """A field on one line, as YAML: möten: [{period: år, gånger: 4}]."""
    pairs = [f"{name}: {f'[{value[0]}]' if isinstance(value, list) else value}" for name, value in fields.items()]
    written = f"{{{', '.join(pairs)}}}"
    return f"{key}: [{written}]" if key == "möten" else f"{key}: {written}"


def _at(data: Any, place: Place) -> Any:
    for step in place:
        data = data[step]
    return data
