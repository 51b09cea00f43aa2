"""Pictures that only show and lead nowhere: coverage, ages, the answers of a survey."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from statistics import median

from samverkan.kinds.labels import Finns
from samverkan.pages.pictures import svg

SIGNS = {Finns.JA: "●", Finns.NEJ: "○", Finns.FRAMGÅR_INTE: "?"}


def picture(title: str, told: str, width: int, height: float, body: Iterable[str]) -> str:
    """An SVG with its text alternative (WCAG 1.1.1); one line, so that Markdown leaves it alone."""
    return (
        f'<svg class="bild {svg.CLASSES[width]}" role="img" viewBox="0 0 {width} {height:g}" font-size="{svg.SIZE:g}">'
        f"<title>{escape(title)}</title><desc>{escape(told)}</desc>{''.join(body)}</svg>"
    )


def coverage(rows: Sequence[str], columns: Sequence[str], cells: dict[tuple[str, str], Finns]) -> str:
    """Kommun × samverkansform: a sign in each square; `cells` maps (row, column) to its answer."""
    title = "Vilka samverkansformer som finns i vilken kommun"
    told = ". ".join(f"{row}: " + ", ".join(f"{c} {cells[row, c].i_text}" for c in columns) for row in rows) + "."
    body, y = [], 0.0
    each = svg.NARROW / 3
    for column in columns:
        body.append(svg.text(0, y + 4, column, bold=True))
        y += 29
        for n, row in enumerate(rows):
            place = (n % 3 * each, y + n // 3 * 33, each - 6, 28)
            body += _square(*place, f"{SIGNS[cells[row, column]]} {row}", cells[row, column])
        y += -(-len(rows) // 3) * 33 + 12
    body.append(svg.text(0, y, ", ".join(f"{SIGNS[value]} {value.i_text}" for value in Finns), "svag"))
    narrow = picture(title, told, svg.NARROW, y + 24, body)

    left, top, height = 90, 30, 30
    each = (svg.MEDIUM - left) / len(columns)
    body = [svg.text(left + each * (i + 0.5), 4, name, "", svg.SMALL, "middle", True) for i, name in enumerate(columns)]
    for j, row in enumerate(rows):
        body.append(svg.text(0, top + height * j + 6, row))
        for i, column in enumerate(columns):
            place = (left + each * i + 3, top + height * j + 3, each - 6, height - 6)
            body += _square(*place, f"{SIGNS[cells[row, column]]} {cells[row, column].i_text}", cells[row, column])
    return narrow + picture(title, told, svg.MEDIUM, top + height * len(rows) + 2, body)


def _square(x: float, y: float, width: float, height: float, words: str, value: Finns) -> list[str]:
    middle = svg.text(
        round(x + width / 2, 1), y + height / 2 - 10, words, f"ord {value.css}".strip(), svg.SMALL, "middle"
    )
    return [svg.rect(round(x, 1), y, round(width, 1), height, f"ruta {value.css}".strip(), 4), middle]


def ages(bars: Sequence[tuple[str, int, int]], last: int = 25) -> str:
    """Which ages each samverkansform is for, as bars from 0 to `last` years; years with none stand out."""
    covered = {age for _, low, high in bars for age in range(low, high + 1)}
    gaps = [age for age in range(last + 1) if age not in covered]
    missing = f"Ingen form: {spans(gaps)} år" if gaps else "Alla år har någon form"
    told = f"{'; '.join(f'{name} {low}–{high} år' for name, low, high in bars)}. {missing}."

    def draw(width: int) -> str:
        left, row, bar = (0, 54, 20) if width == svg.NARROW else (140, 34, 4)
        step, top = (width - left - 4) / (last + 1), 28
        bottom = top + row * len(bars)
        body = [svg.rect(round(left + age * step, 1), top, round(step, 1), bottom - top, "lucka", 0) for age in gaps]
        for age in range(0, last + 1, 5):
            body.append(svg.text(round(left + (age + 0.5) * step, 1), 4, str(age), "svag", svg.SMALL, "middle"))
        for i, (name, low, high) in enumerate(bars):
            y = top + row * i
            x, length = round(left + low * step, 1), round((high - low + 1) * step, 1)
            words = svg.text(x + length / 2, y + bar + 4, f"{low}–{high} år", "i-stapel", svg.SMALL, "middle")
            body += [
                svg.text(0, y + (0 if bar > 10 else 8), name),
                svg.rect(x, y + bar, length, 26, "stapel", 4),
                words,
            ]
        body.append(svg.text(0, bottom + 8, missing, "obs" if gaps else "svag"))
        return picture("Vilka åldrar varje samverkansform är till för", told, width, bottom + 32, body)

    return svg.both(draw, svg.MEDIUM)


def distribution(question: str, positions: Sequence[int]) -> str:
    """Answers on a line from ja (0) to nej (100): a dot for each, stacked, with the median marked."""
    left, radius = 20, 4
    width = svg.NARROW - 2 * left
    stacks: dict[int, int] = {}
    dots = []
    for position in sorted(positions):
        column = round(position / 100 * width / (radius * 2))
        level = stacks.get(column, 0)
        stacks[column] = level + 1
        dots.append((left + column * radius * 2, level))
    base = 30 + max(stacks.values(), default=1) * radius * 2
    middle = round(left + median(positions) / 100 * width, 1)
    words = f"median {median(positions):g}".replace(".", ",")
    fits = middle + 5 + svg.width_of(words, svg.SMALL, True) < svg.NARROW
    body = [svg.path(f"M{left} {base}H{left + width}", "linje")]
    body += [f'<circle cx="{x}" cy="{base - 6 - level * radius * 2}" r="3.6" class="svar"/>' for x, level in dots]
    body += [
        svg.path(f"M{middle:g} 4V{base + 6}", "median"),
        svg.text(middle + (5 if fits else -5), 0, words, "", svg.SMALL, "" if fits else "end", True),
        svg.text(left, base + 6, "ja", "svag", svg.SMALL, "middle"),
        svg.text(left + width, base + 6, "nej", "svag", svg.SMALL, "middle"),
    ]
    told = f"{len(positions)} svar mellan ja (0) och nej (100). {words.capitalize()}."
    return picture(question, told, svg.NARROW, base + 28, body)


def spans(numbers: Sequence[int]) -> str:
    """Numbers as spans: 1, 2, 3, 7 → ”1–3 och 7”."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    words = [f"{part[0]}–{part[-1]}" if len(part) > 1 else str(part[0]) for part in parts]
    return " och ".join(words)
