"""What the tests know by heart: texts in files that an editor can read, and one switch that writes them anew.

`pytest --uppdatera` writes what is now in the place of what was; git shows what changed, for somebody to read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

SAY = "Läs skillnaden. Är den rätt: kör samma test med --uppdatera"
BESKED = re.compile(r"^besked: .*\n(?:(?: .*)?\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Golden:
    """Holds what is shown now against what is kept; `write` puts it in the place of what was."""

    write: bool

    def same(self, path: Path, now: str) -> None:
        """The text is the one in the file."""
        if self.write:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(now, encoding="utf-8")
        assert path.is_file(), f"{path} finns inte. {SAY}"
        assert path.read_text(encoding="utf-8") == now, f"{path}: {SAY}"

    def same_besked(self, path: Path, now: str) -> None:
        """The findings are those that the case keeps under `besked`; the rest of the case is left alone."""
        text = path.read_text(encoding="utf-8")
        case = yaml.safe_load(text)
        if case["besked"].rstrip("\n") != now and self.write:
            path.write_text(with_besked(text, now), encoding="utf-8")
            case = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert now == case["besked"].rstrip("\n"), f"{case['visar']} {SAY}"


def with_besked(text: str, now: str) -> str:
    """A case with other findings; what else it holds stays as it is, to the letter."""
    block = "besked: |\n" + "".join(f"  {line}\n" if line else "\n" for line in now.splitlines())
    return BESKED.sub(lambda _: block, text, count=1)
