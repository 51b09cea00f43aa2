"""Where a model file can be changed: the edit page of the forge that the project was cloned from."""

import re
import subprocess
from pathlib import Path

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
    command = ["git", "-C", str(root), "config", "--get", "remote.origin.url"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        return ""
