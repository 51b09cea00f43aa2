"""What YAML's reader cannot read, in an editor's words and at the place where it went wrong.

The reader says in English where it gave up, which is often far below the mistake. So the lines
are looked at again, for the slips that people and their programs make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from samverkan.findings import Finding, Mark

CONFLICT = re.compile(r"^(?:<{7}|>{7}|={7}|\|{7})(?: |$)")
HARD = "\u00a0\u2002-\u200a\u202f\u3000"
HARD_INDENT = re.compile(rf"^[ \t]*(?P<sign>[{HARD}])")
HARD_AFTER = re.compile(rf"^\s*(?:-(?P<dash>[{HARD}])|(?:- )?[\w]+:(?P<colon>[{HARD}]))")
TAB_INDENT = re.compile(r"^ *(?:- *)?(?P<sign>\t)")
KEY = re.compile(r"^(?P<indent> *)(?P<item>(?:- +)*)(?P<key>[^\W\d][\w-]*):(?P<rest>.*)$")
VALUE = re.compile(r"^ *(?:- +)*(?:[^\W\d][\w-]*: +)?(?P<value>\S.*)$")
NO_SPACE = re.compile(r"^ *(?:- +)*[a-zåäö_]+:(?! |$|//)\S")
NO_DASH_SPACE = re.compile(r"^ *-[^\s\-].*")
TYPOGRAPHIC = "”“„»«’‘"
LISTS = {"[": "]", "{": "}"}


def unreadable_lines(file: str, text: str) -> Iterator[Finding]:
    """What must never stand in a model file, whether the reader gets past it or not: the first of each."""
    told: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        if not line or (line[0] not in "<>=|- \t\u00a0" and line.isascii()):
            continue
        for finding in _of_line(file, number, line):
            if finding.code not in told:
                told.add(finding.code)
                yield finding


def conflict(mark: Mark) -> Finding:
    """The finding for what git leaves where two changes met."""
    return Finding(
        mark,
        "git-konflikt",
        "en git-konflikt är kvar i filen.",
        "Behåll den text som gäller och ta bort den andra. Ta sedan bort raderna som börjar med "
        "<<<<<<<, ======= och >>>>>>>.",
    )


def _of_line(file: str, number: int, line: str) -> Iterator[Finding]:
    if CONFLICT.match(line):
        yield conflict(Mark(file, number))
    if (match := TAB_INDENT.match(line)) and line.strip():
        yield Finding(
            Mark(file, number, match.start("sign") + 1),
            "tabb",
            "raden är indragen med tabb.",
            "Ta bort tabben och skriv mellanslag: två för varje nivå.",
        )
    hard = HARD_INDENT.match(line) or HARD_AFTER.match(line)
    if hard and line.strip():
        at = next(at for name, at in ((n, hard.start(n)) for n in hard.re.groupindex) if at >= 0)
        where = (
            "efter kolonet"
            if hard.groupdict().get("colon")
            else "i indraget"
            if hard.re is HARD_INDENT
            else "efter strecket"
        )
        yield Finding(
            Mark(file, number, at + 1),
            "hårt-mellanslag",
            f"här står ett hårt mellanslag {where}; det kommer troligen ur Word och syns inte.",
            "Ta bort det och skriv ett vanligt mellanslag.",
        )


def not_yaml(error: yaml.YAMLError, file: str, text: str) -> Finding:
    """The finding for a text that the reader gave up on."""
    lines = text.split("\n")
    place = getattr(error, "problem_mark", None)
    number = min(place.line + 1, len(lines)) if place else 1
    while number > 1 and not lines[number - 1].strip():
        number -= 1  # the reader came too far: the editor's last line is the place
    column = place.column + 1 if place and place.line + 1 == number else len(lines[number - 1]) + 1
    problem = str(getattr(error, "problem", None) or "")
    opened = getattr(error, "context_mark", None)
    for finding in _guesses(file, lines, number, problem, str(getattr(error, "context", "")), opened):
        return finding
    return Finding(
        Mark(file, number, column),
        "ej-yaml",
        f"raden går inte att läsa: ”{_short(lines[number - 1])}”.",
        "Se efter indraget, kolonet och citattecknen på den här raden och raden ovanför. "
        "Fält som hör ihop börjar lika långt in.",
    )


def _guesses(
    file: str, lines: list[str], number: int, problem: str, context: str, opened: yaml.Mark | None
) -> Iterator[Finding]:
    """What it may be, the surest first."""
    line = lines[number - 1]
    quote = _open_quote(lines)
    if quote and quote[0] <= number:
        yield Finding(
            Mark(file, *quote),
            "ej-yaml",
            f"citattecknet som börjar här avslutas aldrig: ”{_short(lines[quote[0] - 1])}”.",
            "Skriv samma tecken sist i texten. Står det ett citattecken inne i texten: skriv ” i stället.",
        )
    for at in (number, number - 1):
        if at < 1:
            continue
        value = VALUE.match(lines[at - 1])
        if value and value["value"][0] in TYPOGRAPHIC and ": " in value["value"]:
            yield Finding(
                Mark(file, at, value.start("value") + 1),
                "ej-yaml",
                f"texten har kolon i sig, och {value['value'][0]} räknas inte som citattecken här.",
                'Skriv raka citattecken runt hela texten: "…".',
            )
        key = KEY.match(lines[at - 1])
        if key and re.search(r": |:$", key["rest"]) and not key["rest"].strip().startswith(('"', "'", "[", "{")):
            yield Finding(
                Mark(file, at, key.end("key") + 3),
                "ej-yaml",
                f"texten har kolon och mellanslag i sig: ”{_short(key['rest'])}”.",
                'Skriv raka citattecken runt hela texten: "…".',
            )
        if NO_SPACE.match(lines[at - 1]):
            yield Finding(
                Mark(file, at, lines[at - 1].index(":") + 2),
                "ej-yaml",
                f"det saknas mellanslag efter kolonet: ”{_short(lines[at - 1])}”.",
                "Skriv ett mellanslag mellan kolonet och värdet.",
            )
        if NO_DASH_SPACE.match(lines[at - 1]):
            yield Finding(
                Mark(file, at, lines[at - 1].index("-") + 2),
                "ej-yaml",
                f"det saknas mellanslag efter strecket: ”{_short(lines[at - 1])}”.",
                "Skriv ett mellanslag mellan strecket och värdet.",
            )
    if (value := VALUE.match(line)) and value["value"].startswith("[") and "](" in value["value"]:
        yield Finding(
            Mark(file, number, value.start("value") + 1),
            "ej-yaml",
            "en text som börjar med en länk behöver citattecken.",
            'Skriv raka citattecken runt hela texten: "…".',
        )
    if "flow" in context and (bracket := _open_bracket(lines[:number])):
        row, column, sign = bracket
        yield Finding(
            Mark(file, row, column),
            "ej-yaml",
            f"{sign} som börjar här avslutas inte.",
            f"Skriv {LISTS[sign]} sist. Är det en text: skriv raka citattecken runt den.",
        )
    value = VALUE.match(line)
    if value and value["value"][0] in "@`%&*!|>,]}":
        yield Finding(
            Mark(file, number, value.start("value") + 1),
            "ej-yaml",
            f"en text kan inte börja med {value['value'][0]}.",
            'Skriv raka citattecken runt hela texten: "…".',
        )
    if value and value["value"][0] in "\"'" and not _ends(value["value"]):
        yield Finding(
            Mark(file, number, value.start("value") + 1),
            "ej-yaml",
            "det står något efter det avslutande citattecknet.",
            "Låt citattecknen stå först och sist. Står det ett citattecken inne i texten: skriv ” i stället.",
        )
    if "escape" in problem:
        yield Finding(
            Mark(file, number, max(line.find("\\"), 0) + 1),
            "ej-yaml",
            "omvänt snedstreck (\\) har en egen betydelse inom raka citattecken.",
            "Ta bort det, eller skriv enkla citattecken runt texten: '…'.",
        )
    if opened is not None and opened.line < len(lines) and "simple key" in context:
        number = opened.line + 1
    if lines[number - 1].strip() and ("block" in context or "mapping values" in problem or "simple key" in context):
        yield from _indent(file, lines, number)


def _indent(file: str, lines: list[str], number: int) -> Iterator[Finding]:
    """The line's indent fits no line above it, or a line is no field."""
    line = lines[number - 1]
    indent = _indent_of(line)
    above = [other for other in lines[: number - 1] if other.strip() and not other.lstrip().startswith("#")]
    known = sorted({_indent_of(other) for other in above})
    mark = Mark(file, number, indent + 1)
    if not KEY.match(line) and not line.lstrip().startswith("- "):
        yield Finding(
            mark,
            "ej-yaml",
            f"raden är inget fält: ”{_short(line)}”.",
            "Skriv fältets namn och kolon först. Hör raden till texten ovanför: dra in den längre än fältets namn.",
        )
    elif above and indent > _indent_of(above[-1]):
        yield Finding(
            mark,
            "ej-yaml",
            f"raden är längre indragen än raden ovanför, som redan har ett värde: ”{_short(above[-1])}”.",
            f"Dra in raden {_indent_of(above[-1]) + 2} mellanslag, rakt under fältet ovanför."
            if above[-1].lstrip().startswith("- ")
            else "Dra in raden lika långt som den ovanför.",
        )
    elif indent in known:
        yield Finding(
            mark,
            "ej-yaml",
            f"raden hör inte ihop med raderna ovanför: ”{_short(line)}”.",
            "Värden i en lista börjar med ”- ”, fält gör det inte. "
            "Dra in raden lika långt som de rader som den hör till.",
        )
    elif known:
        near = f"; raderna ovanför börjar {_either(known)} mellanslag in"
        yield Finding(
            mark,
            "ej-yaml",
            f"indraget stämmer inte: raden börjar {indent} mellanslag in{near}.",
            "Dra in raden lika långt som de rader som den hör ihop med.",
        )


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def _either(numbers: list[int]) -> str:
    *first, last = map(str, numbers)
    return f"{', '.join(first)} eller {last}" if first else last


def _ends(value: str) -> bool:
    """Whether a quoted value ends with its own sign, but for a comment."""
    return re.fullmatch(r"\"(?:[^\"\\]|\\.)*\"\s*(?:#.*)?|'(?:[^']|'')*'\s*(?:#.*)?", value) is not None


def _open_quote(lines: list[str]) -> tuple[int, int] | None:
    """Where a quote begins that has not ended when the next field does: line and column."""
    for i, line in enumerate(lines):
        match = VALUE.match(line)
        if line.lstrip().startswith("#") or not match or match["value"][0] not in "\"'":
            continue
        sign, text = match["value"][0], match["value"][1:]
        j = i
        while not _closes(sign, text):
            j += 1
            if j == len(lines) or (KEY.match(lines[j]) and not KEY.match(lines[j])["rest"].startswith("//")):  # type: ignore[index]
                return i + 1, match.start("value") + 1
            text = lines[j]
    return None


def _open_bracket(lines: list[str]) -> tuple[int, int, str] | None:
    """The last line that begins a list in brackets and does not end it: line, column and sign."""
    for number in range(len(lines), 0, -1):
        match = VALUE.match(lines[number - 1])
        if (
            match
            and (sign := match["value"][0]) in LISTS
            and match["value"].count(LISTS[sign]) < match["value"].count(sign)
        ):
            return number, match.start("value") + 1, sign
    return None


def _closes(sign: str, text: str) -> bool:
    inside = re.sub(r"\\.", "", text) if sign == '"' else text.replace("''", "")
    return sign in inside


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"
