"""Lock the dependencies of pyproject.toml to exact versions with hashes: the newest, or only what is missing."""

import importlib.util
import subprocess
import sys
from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.cli.sbom import write_sbom

# The build backend is locked too (”-”, what is said on its way in): the project is installed without build isolation.
PROJECT = ("pyproject.toml", "-")
LISTS = {
    "requirements.txt": PROJECT,
    "requirements-test.txt": (*PROJECT, "--extra=test"),
    "requirements-dev.txt": (*PROJECT, "--extra=test", "--extra=dev"),
    "requirements-tools.txt": ("--group=tools",),
}
OPTIONS = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate", "--quiet")


def run(args: Namespace) -> int:
    """Write the lists, each later one with the versions of the one before, and say what changed."""
    if importlib.util.find_spec("uv") is None:
        print("Det behövs uv, som låser versionerna. Kör make uppgradera, som hämtar det, eller: pip install uv")
        return 1
    before = _locked()
    print("Frågar vilka versioner som finns …", flush=True)
    previous: list[str] = []
    for name, what in LISTS.items():
        upgrade = [] if args.bara_nya else ["--upgrade"]
        command = [sys.executable, "-m", "uv", "pip", "compile", *what, *OPTIONS, "-o", name, *upgrade, *previous]
        done = subprocess.run(command, cwd=ROOT, input=b"setuptools>=80\n", check=False)
        if done.returncode:
            print(f"{name} gick inte att låsa (se ovan).")
            return 1
        previous = ["-c", name]
    write_sbom(ROOT)
    after = _locked()
    names = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
    if not names:
        print("Inget nytt.")
        return 0
    print("Det här ändrades. Kör make test innan du lämnar in det:")
    print("\n".join(f"  {name}: {before.get(name, 'ny')} → {after.get(name, 'borttagen')}" for name in names))
    return 0


def _locked() -> dict[str, str]:
    """Each locked package and its version, in all the lists."""
    rows = (row for name in LISTS for row in (ROOT / name).read_text(encoding="utf-8").splitlines() if "==" in row)
    return {name: version.split()[0] for name, _, version in (row.partition("==") for row in rows)}
