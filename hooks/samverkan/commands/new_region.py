"""A region's own model, ready to fill in: what the web cannot be built without, a place for each kind, and a guide."""

from __future__ import annotations

from pathlib import Path

import yaml

from samverkan.commands.blank_file import blank_file
from samverkan.kinds import KINDS, Fråga, Region
from samverkan.kinds.installningar import Inställningar
from samverkan.reading.folders import PAGES, README, SETTINGS

GUIDE = Path(__file__).parent / "ny_region.txt"
QUESTIONS = Path(__file__).parent / "ny_region.yml"
KEPT = "# En av webbens egna sidor visar frågan: skriv ert svar, men behåll id och sida.\n\n"
# What is urgent is the same in the whole country; the rest of the file waits.
URGENT = [{"text": "**Fara för liv: ring [112](tel:112).**"}]


def new_region(folder: Path) -> int:
    """Write a model that builds as it is into `folder`; returns how many files are there to fill in.

    Raises FileExistsError where the folder already holds something, OSError where it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    files = _files()
    # Git keeps no empty folder.
    empty = [*(f"{kind.folder}/.gitkeep" for kind in KINDS if kind is not Fråga), f"{Path(PAGES).name}/.gitkeep"]
    for name, text in {**files, **dict.fromkeys(empty, "")}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return len(files)


def _files() -> dict[str, str]:
    """The text of each file of a new region, by its path in the folder."""
    region = {"id": Region.folder, "namn": "Vår region"}
    settings = {"id": Inställningar.folder, "namn": "Samverkanswebben"}
    files = {
        README: GUIDE.read_text(encoding="utf-8"),
        f"{Region.folder}.yml": blank_file(
            Region, "Regionen. Skriv namnet så som det står efter ”i”.", region, {"akut": URGENT}, ("påhittad",)
        ),
        SETTINGS: blank_file(Inställningar, "Inställningar: webbens namn, utseende och utgivare.", settings, {}),
    }
    for id, filled in yaml.safe_load(QUESTIONS.read_text(encoding="utf-8")).items():
        text = yaml.safe_dump({"id": id, **filled}, allow_unicode=True, sort_keys=False, width=110)
        files[f"{Fråga.folder}/{id}.yml"] = f"{KEPT}{text}"
    return files
