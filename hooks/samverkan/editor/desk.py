"""What every screen of the editor has: whose model it is, how a page is made, and what was done last."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from samverkan.editor.folder import Folder
from samverkan.editor.posted import Sent
from samverkan.editor.told import Told, names_of, told
from samverkan.findings import Finding
from samverkan.kinds import Huvudman
from samverkan.phrases import capital, count_of, swedish_date
from samverkan.reading.settings import NONE
from samverkan.resolve import Model

TEMPLATES = Environment(
    loader=PackageLoader("samverkan.editor"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.filters.update(första_stor=capital, datum=swedish_date, antal=count_of)


# The title and the Markdown of each page, by its path.
Pages = dict[str, tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    """What the server sends: a page, or the way to another."""

    status: int
    text: str = ""
    to: str = ""


class Desk:
    """The editor's desk, under a secret address `at`; `chosen` is whether it is known whose model is edited."""

    def __init__(self, root: Path, kommun: str | None, at: str, chosen: bool = True) -> None:
        self.root, self.at, self.chosen = root, at, chosen
        self.folder = Folder(root, kommun)
        self.said = ""  # what the next page says was done
        self.pages: list[tuple[Model, Pages]] = []  # what was made for a preview

    @property
    def kommun(self) -> str | None:
        """The kommun whose model it is; None for the county's."""
        return self.folder.kommun

    def choose(self, kommun: str | None) -> None:
        """Sit down with another publisher's model."""
        self.folder, self.chosen = Folder(self.root, kommun), True

    def show(self, template: str, title: str, status: int = 200, **values: Any) -> Answer:
        """A page made of a template."""
        said, self.said = self.said, ""
        values = {"klart": said, **values}
        page = TEMPLATES.get_template(f"{template}.html")
        return Answer(status, page.render(titel=title, till=self.at, vems=self.whose(), kommun=self.kommun, **values))

    def to(self, path: str, said: str = "") -> Answer:
        """The way to another page, which says what was done."""
        self.said = said
        return Answer(303, to=f"{self.at}/{path}")

    def missing(self) -> Answer:
        """There is no such page."""
        return self.show("saknas", "Sidan finns inte", 404)

    def whose(self) -> str:
        """What the publisher is called."""
        if not self.chosen:
            return ""
        if self.kommun is None:
            return "länets text"
        huvudmän = self.folder.model()[1].things.get(Huvudman.kind, {})
        return huvudmän[self.kommun].namn if self.kommun in huvudmän else self.kommun

    def told(self, findings: list[Finding], here: str = "") -> list[Told]:
        """Findings in words, for one who sees no files."""
        sources, model, _ = self.folder.model()
        return told(findings, names_of(sources, model), here)


def action(sent: Sent | None, default: str = "") -> str:
    """What the button said that was pressed."""
    return (sent or {}).get("gör", [default])[0]


def whose(wanted: str) -> str | None:
    """The kommun that a choice means; None for the county."""
    return None if wanted == NONE else wanted
