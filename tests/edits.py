"""What editors do to the files of a project, drawn by lot: changed words, slips, new files, renamed and removed ones.

The same seed gives the same edits. What an edit breaks stays broken a while, and is mended by a later one.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from mutations import ODD, WAYS, mutate

# A line of running text in a model file: a word at its end may come and go without breaking anything.
FIELDS = "text|namn|innebär|betyder|säger|beskrivning|fråga|rubrik|syfte"
TEXT = re.compile(rf"^( *(?:- )?(?:{FIELDS}): [A-ZÅÄÖ][^#\"'|>\n]*)$", re.MULTILINE)
WORDS = ("Tillagt", "barnets bästa", "en orosanmälan", "samordnad individuell plan", "rektorn")
# Files of which one word is shown on many pages.
MANY = ("ordlista", "lagrum", "kallor", "funktioner", "huvudman")


class Editor:
    """Edits the project under `root`; `edits` goes on for as long as somebody asks for one more."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.lot = random.Random(seed)
        self.broken: dict[Path, bytes | None] = {}

    def edits(self) -> Iterator[str]:
        """What was done, each time, once it has been done."""
        ways: list[Callable[[], str]] = [
            *[self.word] * 6,
            *[self.word_of_many] * 4,
            *[self.page] * 3,
            *[self.slip] * 3,
            self.new,
            self.remove,
            self.rename,
            self.settings,
            self.style,
            self.untouched,
        ]
        while True:
            if self.broken and self.lot.random() < 0.5:
                yield self.mend()
            else:
                yield self.lot.choice(ways)()

    def word(self, folders: tuple[str, ...] = ("*",)) -> str:
        """A word more in a text of the model."""
        path = self._file(*(f"model/gemensam/{folder}/*.yml" for folder in folders))
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
        places = list(TEXT.finditer(text))
        if not places:
            return self.page()
        place = self.lot.choice(places)
        new = f"{text[: place.end()].rstrip('.')} {self.lot.choice(WORDS)}{text[place.end() :]}"
        path.write_text(new, encoding="utf-8", errors="surrogateescape")
        return f"ord: {self._named(path)}"

    def word_of_many(self) -> str:
        """A word more in what many pages show."""
        return self.word(MANY)

    def page(self) -> str:
        """A sentence more on a page written by hand."""
        path = self._file("docs/**/*.md")
        self._write(path, path.read_bytes() + f"\nEn mening till, om {self.lot.choice(WORDS)}.\n".encode())
        return f"sida: {self._named(path)}"

    def slip(self) -> str:
        """What nobody meant, in a file of any sort."""
        path = self._file("model/gemensam/*/*.yml", "model/gemensam/*/*.yml", "docs/**/*.md", "model/lokalt/**/*.yml")
        self._keep(path)
        ways = [(self.lot.choice(WAYS), self.lot.randrange(10_000), self.lot.choice(ODD))]
        self._write(path, mutate(path.read_bytes(), ways))
        return f"slint: {self._named(path)} {ways}"

    def new(self) -> str:
        """A file more, made from another."""
        path = self._file("model/gemensam/*/*.yml", "docs/om/*.md")
        new = path.with_name(f"{path.stem}-ny{path.suffix}")
        self._keep(new)
        self._write(new, path.read_bytes().replace(f"id: {path.stem}\n".encode(), f"id: {new.stem}\n".encode()))
        return f"ny: {self._named(new)}"

    def remove(self) -> str:
        """A file less."""
        path = self._file("model/gemensam/*/*.yml", "docs/om/*.md")
        self._keep(path)
        path.unlink()
        return f"borta: {self._named(path)}"

    def rename(self) -> str:
        """A file with another name, and the same text."""
        path = self._file("model/gemensam/*/*.yml")
        new = path.with_name(f"{path.stem}-omdopt.yml")
        self._keep(path)
        self._keep(new)
        shutil.move(path, new)
        return f"omdöpt: {self._named(new)}"

    def settings(self) -> str:
        """A colour for the web."""
        path = self.root / "model" / "gemensam" / "installningar.yml"
        self._keep(path)
        colour = f"#{self.lot.randrange(0x202020):06x}"
        before = path.read_bytes() if path.exists() else b"id: installningar\nnamn: Samverkan\n"
        text = re.sub(r"(?m)^färg:.*\n", "", before.decode(errors="surrogateescape"))
        self._write(path, f'{text.rstrip()}\nfärg: "{colour}"\n'.encode(errors="surrogateescape"))
        return f"inställningar: {colour}"

    def style(self) -> str:
        """A rule more in a style sheet."""
        path = self._file("docs/assets/css/*.css")
        self._write(path, path.read_bytes() + b"\n.ny { color: #123456; }\n")
        return f"stil: {self._named(path)}"

    def untouched(self) -> str:
        """A file saved as it was."""
        path = self._file("model/gemensam/*/*.yml")
        self._write(path, path.read_bytes())
        return f"orörd: {self._named(path)}"

    def mend(self) -> str:
        """A broken file as it was before."""
        path = self.lot.choice(sorted(self.broken))
        before = self.broken.pop(path)
        if before is None:
            path.unlink(missing_ok=True)
        else:
            self._write(path, before)
        return f"lagad: {self._named(path)}"

    def _file(self, *patterns: str) -> Path:
        pattern = self.lot.choice(patterns)
        found = sorted(path for path in self.root.glob(pattern) if path.is_file()) or [self.root / "docs" / "index.md"]
        return self.lot.choice(found)

    def _keep(self, path: Path) -> None:
        self.broken.setdefault(path, path.read_bytes() if path.exists() else None)

    def _write(self, path: Path, raw: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)

    def _named(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()
