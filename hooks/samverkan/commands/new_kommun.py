"""A kommun's own folder, ready to fill in: settings, the contacts that are needed, a place for each kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from samverkan import Model, examine
from samverkan.commands.blank_file import SHARED, blank_file
from samverkan.commands.kommun_choice import choose
from samverkan.kinds import KINDS, Forum, Funktion, Huvudman, Verksamhet
from samverkan.kinds.installningar import Inställningar
from samverkan.kinds.kontakt import Kontakt
from samverkan.reading.folders import FOLDER, README, SETTINGS

TEMPLATE = Path(__file__).parent / "las_mig.txt"
TARGETS = ("verksamhet", "funktion")


def new_kommun(root: Path, wanted: str) -> tuple[str, list[str], list[str]]:
    """Write what is missing of the kommun's folder; returns its id, the files written, and those left as they were.

    Raises NoSuchKommun, with the choices, when the common model has no such kommun.
    """
    model, _ = examine(root)
    known = {thing.id: thing for thing in model.all(Huvudman) if thing.typ == "kommun"}
    kommun = choose(wanted, sorted(known), "make kommun")
    written, left = [], []
    things: list[Verksamhet | Funktion] = [*model.all(Verksamhet), *model.all(Funktion)]
    files = _files(known[kommun], [thing for thing in things if thing.kontakt_behövs])
    for file, text in {f"{FOLDER}/{kommun}/{README}": readme(model, kommun), **files}.items():
        path = root / file
        if path.exists():
            left.append(file)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(file)
    return kommun, written, left


def readme(model: Model, kommun: str) -> str:
    """What lies first in a kommun's folder: how its own files are written, with examples that hold in the model."""
    text = TEMPLATE.read_text(encoding="utf-8").replace("KOMMUNEN", kommun)
    forum = next((f.id for f in model.all(Forum) if f.vidare_till and not f.märken), "styrgruppen")
    return text.replace("FORUMET", forum)


def contact_file(values: dict[str, Any]) -> str:
    """The text of a contact's file: what is known filled in, the rest ready to fill."""
    head = {key: value for key, value in values.items() if key in SHARED or key in TARGETS}
    heading = f"Kontakt: {values['namn']}. Skriv till en funktion, aldrig till en namngiven person."
    filled = {key: value for key, value in values.items() if key not in head}
    return blank_file(Kontakt, heading, head, filled, without=TARGETS)


def _files(kommun: Huvudman, needed: list[Verksamhet | Funktion]) -> dict[str, str]:
    """The text of each file of a new kommun, by its path from the project's root."""
    folder = f"{FOLDER}/{kommun.id}"
    settings = {"id": "installningar", "namn": f"Samverkanswebben i {kommun.ort}"}
    files = {
        f"{folder}/{SETTINGS}": blank_file(Inställningar, f"Inställningar: {kommun.namn}.", settings, {}),
    }
    for thing in needed:
        values = {"id": thing.id, "namn": thing.namn, thing.kind: thing.id}
        files[f"{folder}/{Kontakt.folder}/{thing.id}.yml"] = contact_file(values)
    # Git keeps no empty folder.
    for kind in KINDS:
        files[f"{folder}/{kind.folder}/.gitkeep"] = ""
    files[f"docs/lokalt/{kommun.id}/.gitkeep"] = ""
    return files
