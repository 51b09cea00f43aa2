"""An example kommun's forms without a browser: the files that they stand on, and what a browser would send."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path

from project import ROOT
from samverkan.commands.new_kommun import new_kommun
from samverkan.editor.desk import Answer
from samverkan.editor.posted import Sent
from samverkan.editor.screens import Screens
from samverkan.kinds import Rutin
from samverkan.kinds.deviation import fingerprint
from samverkan.reading.load import load_file

OWN = "model/lokalt/gnesta"
WHY = {"motivering": "Så gör vi hos oss.", "beslutad.av": "Socialnämnden", "beslutad.datum": "2026-11-10"}


def copied(root: Path, kommun: str | None, routines: bool = True) -> None:
    """Copy the model to `root`, with an example kommun; without its `routines` they are as the county has them."""
    shutil.copytree(ROOT / "model", root / "model", ignore=shutil.ignore_patterns("lokalt"))
    if kommun:
        shutil.copytree(ROOT / "tests/exempel" / kommun, root / "model/lokalt" / kommun)
        if not routines:
            shutil.rmtree(root / "model/lokalt" / kommun / "rutiner")
        new_kommun(root, kommun)


def deviate(root: Path, name: str) -> None:
    """The kommun has another text in a routine, read against the county's; then the county changes its own."""
    county = root / f"model/gemensam/rutiner/{name}.yml"
    own, read = root / OWN / f"rutiner/{name}.yml", root / OWN / f"granskat/rutiner/{name}.yml"
    read.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(county, read)
    mot = fingerprint(load_file(county, "", Rutin).data)
    head = f"id: {name}\nmot: {mot}\nmotivering: Så gör vi.\nbeslutad: {{av: Socialnämnden, datum: 2026-11-10}}\n"
    own.write_text(f"{head}uppföljning: Vi följer upp varje termin.\n", encoding="utf-8")
    text = county.read_text(encoding="utf-8")
    county.write_text(text.replace("\nsynonymer:", "\nsynonymer:\n  - efter slutet", 1), encoding="utf-8")


def sent(screens: Screens, place: list[str], does: str = "spara", without: str = "", **said: str) -> Answer:
    """The answer to a form that is opened and sent with a button, with other words in some fields and one not ticked.

    A kommun's reason is in it.
    """
    form = Sending(screens.answer(place, None).text).sent
    form.pop(without, None)
    why = {f"avvikelse.{name}": [text] for name, text in WHY.items() if screens.desk.kommun}
    return screens.answer(place, {**form, **why, **{name: [text] for name, text in said.items()}, "gör": [does]})


class Sending(HTMLParser):
    """What a browser would send of a page's form."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: Sent = {}
        self.name, self.written, self.options = "", "", [""]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "input" and said.get("name") and (said.get("type") != "checkbox" or "checked" in said):
            self.sent.setdefault(str(said["name"]), []).append(said.get("value") or "")
        elif tag in ("textarea", "select"):
            self.name, self.written, self.options = str(said["name"]), "", []
        elif tag == "option" and "selected" in said:
            self.options = [said.get("value") or ""]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.sent.setdefault(self.name, []).append(self.written.removeprefix("\n"))
        elif tag == "select":
            self.sent.setdefault(self.name, []).append((self.options or [""])[0])

    def handle_data(self, data: str) -> None:
        self.written += data
