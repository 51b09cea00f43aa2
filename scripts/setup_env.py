"""Make the virtual environment .venv and install a locked list of requirements into it.

Runs before anything is installed, so it uses the standard library only.
"""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"


def main(requirements: str) -> int:
    """Install `requirements`, a file in the project's root; returns the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - told before anything can fail for it
        print("Det behövs Python 3.11 eller senare. Peka ut en: make site PYTHON=python3.12")
        return 1
    try:
        if not PYTHON.exists():
            print("Skapar en virtuell miljö i .venv …", flush=True)
            venv.create(ROOT / ".venv", with_pip=True)
        print(f"Installerar det som {requirements} låser …", flush=True)
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "-r", requirements], cwd=ROOT, check=True)
        subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", "."], cwd=ROOT, check=True)
    except subprocess.CalledProcessError as error:
        print(
            "Installationen gick inte (se ovan). På Debian och Ubuntu kan paketet python3-venv saknas:\n"
            "  sudo apt-get install python3-venv\n"
            "Annars: kontrollera att datorn når ett paketarkiv för Python, och kör kommandot igen."
        )
        return error.returncode or 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
