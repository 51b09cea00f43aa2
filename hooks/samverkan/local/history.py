"""What has changed in the common model since a commit, and which of the kommuner's own files it touches."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samverkan.kinds import KINDS, Thing
from samverkan.kinds.installningar import Inställningar
from samverkan.kinds.kontakt import Kontakt
from samverkan.local.changes import Change, changes
from samverkan.reading.folders import COMMON, FOLDER, SETTINGS, kommuner
from samverkan.reading.git_log import NoSuchCommit, git
from samverkan.reading.load import load_file


@dataclass(frozen=True)
class Changed:
    """A file of the common model, before and after; empty where it was not or is not there."""

    file: str
    kind: type[Thing]
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def name(self) -> str:
        """The kind and name of the thing."""
        data = self.after or self.before
        return f"{self.kind.kind} ”{data.get('namn', Path(self.file).stem)}”"

    @property
    def changes(self) -> list[Change]:
        """What differs, field by field."""
        return list(changes(self.before, self.after))

    @property
    def untold(self) -> bool:
        """Whether readers of a changed thing are told of its changes, but not of this one."""
        tells = "ändringar" in self.kind.model_fields and self.before and self.after
        return bool(tells) and self.before.get("ändringar") == self.after.get("ändringar")

    @property
    def needs_contact(self) -> bool:
        """Whether each kommun is asked for a contact that it was not asked for before."""
        return self.after.get("kontakt_behövs") == "ja" != self.before.get("kontakt_behövs")


def common_changes(root: Path, base: str) -> list[Changed]:
    """Each common file whose content differs between a commit and the files as they are now, by path.

    Raises NoSuchCommit when git knows no such commit.
    """
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}").decode().strip()
    tracked = git(root, "diff", "--relative", "--no-renames", "--name-only", "-z", commit, "--", COMMON)
    new = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", COMMON)
    kinds = {kind.folder: kind for kind in KINDS}
    result = []
    for file in sorted({name for name in (tracked + new).decode().split("\0") if name.endswith(".yml")}):
        path = Path(file)
        kind = Inställningar if path.name == SETTINGS else kinds.get(path.parent.name)
        if kind is None:
            continue
        before, after = _at(root, commit, file, kind), _now(root / file, file, kind)
        if before != after:
            result.append(Changed(file, kind, before, after))
    return result


def archive(root: Path, base: str) -> bytes:
    """The model and the code at a commit, as a tar file. Raises NoSuchCommit when git knows no such commit."""
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}").decode().strip()
    there = git(root, "ls-tree", "--name-only", commit).decode().split()
    wanted = [name for name in ("hooks", "model", "docs") if name in there]
    return git(root, "archive", "--format=tar", commit, "--", *wanted)


def replacement(changed: Changed, all_changed: list[Changed]) -> str:
    """The name of the thing that says it replaces a removed one; empty if none does."""
    id = Path(changed.file).stem
    same = (other for other in all_changed if other.kind is changed.kind)
    found = next((other for other in same if id in other.after.get("ersätter", [])), None)
    return f"{found.name} (id: {Path(found.file).stem})" if found else ""


def touched(root: Path, kommun: str, all_changed: list[Changed]) -> list[tuple[str, Changed]]:
    """Each of the kommun's own files that a change concerns: its deviations, and contacts it has to add."""
    result = []
    for changed in all_changed:
        path = Path(changed.file)
        own = f"{FOLDER}/{kommun}/{path.parent.name}/{path.name}"
        contact = f"{FOLDER}/{kommun}/{Kontakt.folder}/{path.name}"
        if (root / own).exists() and path.name != SETTINGS:
            result.append((own, changed))
        if changed.needs_contact and not (root / contact).exists():
            result.append((contact, changed))
    return result


def impact_of(root: Path, all_changed: list[Changed]) -> dict[str, list[tuple[str, Changed]]]:
    """What the changes touch, for each kommun with a folder of its own."""
    return {kommun: touched(root, kommun, all_changed) for kommun in kommuner(root)}


def _at(root: Path, commit: str, file: str, kind: type[Thing]) -> dict[str, Any]:
    try:
        content = git(root, "show", f"{commit}:./{file}")
    except NoSuchCommit:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(file).name
        path.write_bytes(content)
        return load_file(path, file, kind).data


def _now(path: Path, file: str, kind: type[Thing]) -> dict[str, Any]:
    return load_file(path, file, kind).data if path.exists() else {}
