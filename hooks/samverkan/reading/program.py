"""What makes the answers and the documents: where none of it has changed, they come out the same."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from pathlib import Path


def program(code: Path, suffixes: tuple[str, ...]) -> str:
    """A digest of Python, the installed packages by their versions, and the files under `code` with these endings."""
    packages = sorted(name for name in os.listdir(sysconfig.get_path("purelib")) if name.endswith("-info"))
    whole = hashlib.sha256(repr([sys.version, packages]).encode())
    for path in sorted(code.rglob("*")):
        if path.suffix in suffixes:
            whole.update(f"\0{path.relative_to(code).as_posix()}\0".encode())
            whole.update(path.read_bytes())
    return whole.hexdigest()
