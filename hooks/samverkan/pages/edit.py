"""Where a model file can be changed: the edit page of the forge that the project was cloned from."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import quote, urlencode

from samverkan.kinds import Thing
from samverkan.local.removed import NEVER
from samverkan.reading.folders import COMMON, FOLDER
from samverkan.resolve import Model

# Words, and an address; none where there is only a path to tell.
Link = tuple[str, str | None]

CHANGE = "Ändra texterna på den här sidan"

# How a local file begins; what differs is written under it.
HEAD = "id: {id}\nmotivering: \nbeslutad:\n  av: \n  datum: \n"

REMOTE = re.compile(
    r"^(?:https://(?:[^@/]+@)?|ssh://git@|git@)(?P<host>[a-z0-9.-]+)[:/](?P<path>[\w./~-]+?)(?:\.git)?/?$"
)
VIEW = {"github": "tree/main", "gitlab": "-/tree/main", "codeberg": "src/branch/main", "gitea": "src/branch/main"}
EDIT = {"github": "edit/main", "gitlab": "-/edit/main", "codeberg": "_edit/main", "gitea": "_edit/main"}


def edit_base(origin: str, folder: bool = False) -> str | None:
    """The address that the path of a file, or of a folder, is added to; None when the forge is not known."""
    match = REMOTE.match(origin)
    if match is None:
        return None
    forge = next((path for name, path in (VIEW if folder else EDIT).items() if name in match["host"]), None)
    return f"https://{match['host']}/{match['path']}/{forge}/" if forge else None


def origin(root: Path) -> str:
    """The address that the project was cloned from; empty outside a clone."""
    return _remote(root, "origin")


def county(root: Path) -> str:
    """The address of the county's repository in a fork that has it as the remote `lanet`; else empty."""
    return _remote(root, "lanet")


def _remote(root: Path, name: str) -> str:
    command = ["git", "-C", str(root), "config", "--get", f"remote.{name}.url"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        return ""


def new_file(origin: str, file: str, text: str) -> str | None:
    """The forge's page for a new file, with its path and, where the forge takes it, its first lines."""
    match = REMOTE.match(origin)
    if match is None:
        return None
    base = f"https://{match['host']}/{match['path']}"
    if "github" in match["host"]:
        return f"{base}/new/main?{urlencode({'filename': file, 'value': text}, quote_via=quote, safe='/')}"
    if "gitlab" in match["host"]:
        return f"{base}/-/new/main?{urlencode({'file_name': file}, quote_via=quote, safe='/')}"
    known = any(name in match["host"] for name in EDIT)
    return f"{base}/_new/main/{file.rpartition('/')[0]}" if known else None


def file_links(model: Model, thing: Thing, origin: str, lanet: str) -> list[Link]:
    """The links to the files that a thing comes from, on the web of the county or of a kommun.

    The kommun's own file comes first, or the way to make one; the county's can be looked at and proposed to.
    """
    edit = edit_base(origin) or "/"
    if not model.local:
        return [(f"Visa eller ändra sidans fil: {thing.file}", f"{edit}{thing.file}")]
    links: list[Link] = []
    if thing.file.startswith(f"{FOLDER}/"):
        links.append((f"Ändra hos oss: {thing.file}", f"{edit}{thing.file}"))
    elif _own_allowed(type(thing)):
        own = f"{FOLDER}/{model.local.kommun}/{thing.folder}/{thing.id}.yml"
        address = new_file(origin, own, HEAD.format(id=thing.id))
        links.append((f"Ändra hos oss: {'' if address else 'skapa filen '}{own}", address))
    for file in thing.files:
        if file.startswith(f"{COMMON}/"):
            view = (edit_base(origin, folder=True) or "/").replace("/tree/", "/blob/")
            links.append(("Visa länets fil", f"{view}{file}"))
            links += [("Föreslå till länet", f"{proposed}{file}")] if (proposed := edit_base(lanet)) else []
    return links


def folder_links(model: Model, kind: type[Thing], origin: str) -> list[tuple[str, str, str | None]]:
    """The same for a page that shows many things of a kind: (what it is, folder, address if one can look at it)."""
    common = f"{COMMON}/{kind.folder}"
    view = edit_base(origin, folder=True)
    address = f"{view}{common}" if view else None
    if not model.local:
        return [(CHANGE, common, address)]
    own = [(CHANGE, f"{FOLDER}/{model.local.kommun}/{kind.folder}", None)] if _own_allowed(kind) else []
    return [*own, ("Länets filer", common, address)]


def _own_allowed(kind: type[Thing]) -> bool:
    """Whether a kommun may have a file of its own that changes a thing of the kind."""
    return not kind.locked and kind.kind not in NEVER
