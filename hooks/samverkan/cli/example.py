"""An invented kommun's web, to look at beside the county's: nobody can take a fairy tale for a kommun of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

from samverkan.cli.building import mkdocs_build
from samverkan.cli.project import ROOT
from samverkan.reading.folders import COMMON, EXAMPLE, FOLDER

# The invented region that the tests build, and the kommun in it whose web is shown.
MODEL = ROOT / "tests" / "exempel" / "sagolandet"
KOMMUN = "drakeby"
LOCAL = ROOT / "tests" / "exempel" / KOMMUN
BUILT_OF = ("docs", "hooks", "mkdocs.yml")


def example_web(folder: Path) -> dict[str, str]:
    """Build it in a folder of its own; gives what the county's build needs in its environment to show it.

    Nothing where the project has no example, or where it could not be built: then it is told, and the
    county's web is built without it.
    """
    if not LOCAL.is_dir():
        return {}
    root, target, said = folder / "exempel", folder / "exempelwebb", list[str]()
    for name in BUILT_OF:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, root / name)
    shutil.rmtree(root / "docs" / "lokalt", ignore_errors=True)
    shutil.copytree(MODEL, root / COMMON)
    shutil.copytree(LOCAL, root / FOLDER / KOMMUN)
    # Without the ceiling its pages would lead to files in this project's own repository, which has none of them.
    apart = {"DOKUMENT": "nej", "GIT_CEILING_DIRECTORIES": str(folder)}
    if mkdocs_build(target, said.append, KOMMUN, root, apart):
        print(f"Den påhittade kommunen i {LOCAL.relative_to(ROOT)}/ gick inte att bygga:\n{''.join(said)}")
        return {}
    return {EXAMPLE: str(target)}
