"""Lock the dependencies in pyproject.toml to exact versions with hashes."""

import subprocess
import sys
from pathlib import Path

import sbom

ROOT = Path(__file__).resolve().parent.parent
LISTS = {"requirements.txt": [], "requirements-test.txt": ["test"], "requirements-dev.txt": ["test", "dev"]}


def main() -> None:
    """Write the three lists; each later one keeps the versions of the one before."""
    previous: list[str] = []
    for name, extras in LISTS.items():
        options = [
            "--universal",
            "--python-version",
            "3.11",
            "--generate-hashes",
            "--no-header",
            "--no-annotate",
        ]
        options += [f"--extra={extra}" for extra in extras] + previous
        # The build backend is locked too: the project itself is installed without build isolation.
        command = [
            sys.executable,
            "-m",
            "uv",
            "pip",
            "compile",
            "--quiet",
            "pyproject.toml",
            "-",
            *options,
            "-o",
            name,
        ]
        subprocess.run(command, cwd=ROOT, input=b"setuptools>=80\n", check=True)
        previous = ["-c", name]
    sbom.main()


if __name__ == "__main__":
    main()
