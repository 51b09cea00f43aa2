"""Build the web into site/ and say in plain words what happens and where the result is."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
NEW = ROOT / ".cache" / "site-ny"
OLD = ROOT / ".cache" / "site-gammal"


def mkdocs_build() -> int:
    """Build into NEW and pass on what matters. With --quiet, MkDocs would not count warnings as errors."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(NEW)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        for line in process.stderr or ():
            if not line.startswith("INFO"):
                print(line, end="", file=sys.stderr, flush=True)
    return process.returncode


def main() -> int:
    """Build beside the last good site and put the new one in its place only when it is whole."""
    print("Granskar modellen och bygger webben …", flush=True)
    if mkdocs_build():
        print("\nWebben byggdes inte. Rätta det som står ovan och kör igen. Den förra webben i site/ är orörd.")
        return 1
    shutil.rmtree(OLD, ignore_errors=True)
    if SITE.exists():
        SITE.rename(OLD)
    NEW.rename(SITE)
    shutil.rmtree(OLD, ignore_errors=True)
    pages = sum(1 for _ in SITE.rglob("*.html"))
    print(f"Klart: {pages} sidor i {SITE.relative_to(ROOT)}/. Titta på dem med: make serve")
    return 0


if __name__ == "__main__":
    sys.exit(main())
