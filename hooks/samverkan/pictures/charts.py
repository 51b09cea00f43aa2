"""Pictures as inline SVG, made with the pages: each has a text alternative and stands beside its table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from statistics import median

SIGNS = {"ja": "●", "nej": "○", "framgår_inte": "?"}
WORDS = {"ja": "ja", "nej": "nej", "framgår_inte": "framgår inte"}


def picture(title: str, description: str, width: int, height: int, body: Sequence[str]) -> str:
    """An SVG with its text alternative (WCAG 1.1.1); one line, so that Markdown leaves it alone."""
    inner = "".join(body)
    return (
        f'<svg class="bild" role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-size="14">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>{inner}</svg>"
    )


def text(x: float, y: float, words: str, css: str = "", anchor: str = "start") -> str:
    """A line of text at a place."""
    return f'<text x="{x:g}" y="{y:g}" class="{css}" text-anchor="{anchor}">{escape(words)}</text>'


def coverage(rows: Sequence[str], columns: Sequence[str], cells: dict[tuple[str, str], str]) -> str:
    """Kommun × samverkansform: a sign in each square; `cells` maps (row, column) to ja, nej or framgår_inte."""
    left, top, step_x, step_y = 92, 34, 122, 30
    body = [text(left + step_x * (i + 0.5), 20, name, "rubrik", "middle") for i, name in enumerate(columns)]
    told = []
    for j, row in enumerate(rows):
        y = top + step_y * j
        body.append(text(0, y + 20, row))
        for i, column in enumerate(columns):
            value = cells[row, column]
            x = left + step_x * i
            css = value.replace("å", "a")
            body.append(
                f'<rect x="{x + 3}" y="{y + 3}" width="{step_x - 6}" height="{step_y - 6}" rx="4" class="ruta {css}"/>'
            )
            body.append(text(x + step_x / 2, y + 20, f"{SIGNS[value]} {WORDS[value]}", f"ord {css}", "middle"))
        told.append(f"{row}: " + ", ".join(f"{c} {WORDS[cells[row, c]]}" for c in columns))
    width, height = left + step_x * len(columns), top + step_y * len(rows) + 6
    return picture("Vilka samverkansformer som finns i vilken kommun", ". ".join(told) + ".", width, height, body)


def ages(bars: Sequence[tuple[str, int, int]], last: int = 25) -> str:
    """Which ages each samverkansform is for, as bars from 0 to `last` years; years with none stand out."""
    left, step, top, row = 136, 12, 30, 34
    covered = {age for _, low, high in bars for age in range(low, high + 1)}
    gaps = [age for age in range(last + 1) if age not in covered]
    height = top + row * len(bars) + 34
    body = [
        f'<rect x="{left + age * step}" y="{top - 4}" width="{step}" height="{row * len(bars) + 8}" class="lucka"/>'
        for age in gaps
    ]
    for age in range(0, last + 1, 5):
        body.append(text(left + (age + 0.5) * step, 18, str(age), "rubrik", "middle"))
    for i, (name, low, high) in enumerate(bars):
        y = top + row * i
        body.append(text(0, y + 21, name))
        x, width = left + low * step, (high - low + 1) * step
        body.append(f'<rect x="{x}" y="{y + 4}" width="{width}" height="{row - 10}" rx="4" class="stapel"/>')
        body.append(text(left + (low + high + 1) / 2 * step, y + 21, f"{low}–{high} år", "i-stapel", "middle"))
    missing = spans(gaps)
    body.append(text(0, height - 10, f"Ingen form: {missing} år" if gaps else "Alla år har någon form", "not"))
    told = "; ".join(f"{name} {low}–{high} år" for name, low, high in bars)
    description = f"{told}. " + (f"Ingen form finns för {missing} år." if gaps else "Alla år täcks.")
    return picture("Vilka åldrar varje samverkansform är till för", description, left + (last + 1) * step, height, body)


def distribution(question: str, positions: Sequence[int]) -> str:
    """Answers on a line from ja (0) to nej (100): a dot for each, stacked, with the median marked."""
    left, width, radius = 30, 400, 5
    stacks: dict[int, int] = {}
    dots = []
    for position in sorted(positions):
        column = round(position / 100 * width / (radius * 2))
        level = stacks.get(column, 0)
        stacks[column] = level + 1
        dots.append((left + column * radius * 2, level))
    height = 40 + (max(stacks.values()) if stacks else 1) * radius * 2 + 14
    base = height - 30
    middle = left + median(positions) / 100 * width
    body = [f'<line x1="{left}" y1="{base}" x2="{left + width}" y2="{base}" class="linje"/>']
    body += [
        f'<circle cx="{x}" cy="{base - 6 - level * radius * 2}" r="{radius - 0.5}" class="svar"/>' for x, level in dots
    ]
    body += [
        f'<line x1="{middle:g}" y1="14" x2="{middle:g}" y2="{base + 6}" class="median"/>',
        text(middle + 5, 22, f"median {median(positions):g}", "rubrik"),
        text(left, height - 8, "ja", "rubrik", "middle"),
        text(left + width, height - 8, "nej", "rubrik", "middle"),
    ]
    description = f"{len(positions)} svar mellan ja (0) och nej (100). Medianen är {median(positions):g}."
    return picture(question, description, left * 2 + width, height, body)


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
