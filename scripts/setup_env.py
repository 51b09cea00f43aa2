"""See to it that the virtual environment .venv is this folder's own, whole, and holds what a locked list says.

Runs before anything is installed, so it uses the standard library only; in every make, so it is quick
where nothing has changed. What it cannot trust it makes anew: half made, orphaned, of another Python.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
# There while an installation goes on: found by the next run, it says that the last one never ended.
HALF = VENV / "pagar"
NO_VENV = (
    "Den virtuella miljön gick inte att skapa (se ovan). På Debian och Ubuntu saknas ofta paketet python3-venv:\n"
    "  sudo apt-get install python3-venv\n"
    "Kör sedan samma kommando igen."
)
NO_INSTALL = (
    "Installationen gick inte (se ovan). Kontrollera att datorn når ett paketarkiv för Python,\n"
    "och kör samma kommando igen."
)


def main(requirements: str) -> int:
    """Install `requirements`, a file in the project's root; returns the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - told before anything can fail for it
        print("Det behövs Python 3.11 eller senare. Peka ut en: make site PYTHON=python3.12")
        return 1
    stamp = VENV / f"{requirements}.json"
    wanted = {"plats": str(ROOT), "lista": digest(ROOT / requirements, ROOT / "pyproject.toml")}
    found = _read(stamp)
    version = running()
    if version and not HALF.exists() and found == {**wanted, "python": version}:
        return 0
    try:
        if HALF.exists() or not version or found.get("python", version) != version:
            if not create():
                return 1
            found, version = {}, running()
        HALF.touch()
        if found.get("lista") != wanted["lista"]:
            print(f"Installerar det som {requirements} låser …", flush=True)
            install("--require-hashes", "-r", requirements)
        # Also where only the place is new: a copied folder would go on with the code of the first.
        install("--no-deps", "--no-build-isolation", "-e", ".")
    except subprocess.CalledProcessError as error:
        if pip_works():
            HALF.unlink()  # what was there is as it was; only what was new could not be had
        print(NO_INSTALL)
        return error.returncode or 1
    stamp.write_text(json.dumps({**wanted, "python": version}), encoding="utf-8")
    HALF.unlink()
    return 0


def create() -> bool:
    """Make the environment from the beginning; False, told, and nothing half left behind where it cannot be made."""
    print("Skapar en virtuell miljö i .venv …", flush=True)
    try:
        venv.create(VENV, clear=True, with_pip=True)
    except (subprocess.CalledProcessError, OSError) as error:
        shutil.rmtree(VENV, ignore_errors=True)
        print(f"{error}\n{NO_VENV}")
        return False
    return True


def install(*what: str) -> None:
    """Install with the environment's own pip; CalledProcessError where it cannot be done.

    Compiled at once, whatever the machine's settings say: each command starts a second sooner.
    """
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--compile", *what]
    subprocess.run(command, cwd=ROOT, check=True)


def pip_works() -> bool:
    """Whether the environment's pip is whole enough to say its version."""
    command = [str(PYTHON), "-m", "pip", "--version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def running() -> str:
    """The version of the environment's Python, when it starts and has its pip; else nothing."""
    code = "import sys, pip; print(sys.version.split()[0] if sys.prefix != sys.base_prefix else '')"
    try:
        done = subprocess.run([str(PYTHON), "-c", code], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def digest(*files: Path) -> str:
    """What a list says, as a checksum: a file's time says nothing after a copy or a git switch."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _read(stamp: Path) -> dict[str, str]:
    try:
        read = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
