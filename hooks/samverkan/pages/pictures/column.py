"""A column of a picture: things drawn under each other."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.pages.pictures import svg


@dataclass
class Column:
    """Draws on `body`, downwards from a place; `y` is where the next thing comes."""

    body: list[str]
    x: float
    y: float
    width: float

    def write(self, words: str, css: str = "", size: float = svg.SIZE, bold: bool = False, indent: float = 0) -> None:
        """A paragraph as wide as the column."""
        lines = svg.wrap(words, self.width - indent, size, bold)
        self.body.append(svg.text(self.x + indent, self.y, lines, css, size, bold=bold))
        self.y += svg.height_of(lines, size)

    def points(self, rows: list[str]) -> None:
        """A list with a dot before each row."""
        for row in rows:
            self.body.append(f'<circle cx="{self.x + 3:g}" cy="{self.y + 10:g}" r="2" class="punkt"/>')
            self.write(row, indent=13)
            self.y += 2

    def chip(self, words: str, href: str, css: str = "") -> None:
        """A box with a link in it."""
        lines = svg.wrap(words, self.width - 20)
        height = max(svg.TARGET, svg.height_of(lines) + 12)
        box = svg.rect(self.x, self.y, self.width, height, f"ruta {css}".strip())
        words_in_it = svg.text(self.x + 10, self.y + (height - svg.height_of(lines)) / 2, lines)
        self.body.append(svg.link(href, box + words_in_it))
        self.y += height + 6

    def heading(self, words: str, href: str) -> None:
        """A large line that is a link."""
        lines = svg.wrap(words, self.width, svg.LARGE, True)
        height = svg.height_of(lines, svg.LARGE) + svg.TARGET - svg.LARGE * svg.LEADING
        width = max(svg.width_of(line, svg.LARGE, True) for line in lines)
        hit = svg.rect(self.x - 6, self.y, round(width + 12, 1), round(height, 1), "yta")
        line = svg.text(self.x, self.y + 3, lines, size=svg.LARGE, bold=True)
        self.body.append(svg.link(href, hit + line))
        self.y += height + 3
