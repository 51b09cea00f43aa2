"""Build the web into site/ and say in plain words what happens and where the result is."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
NEW = ROOT / ".cache" / "site-ny"
OLD = ROOT / ".cache" / "site-gammal"


def main() -> int:
    """Build beside the last good site and put the new one in its place only when it is whole."""
    print("Granskar modellen och bygger webben …", flush=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(NEW)]
    result = subprocess.run(command, cwd=ROOT, check=False)
    if result.returncode:
        print(
            "\nWebben byggdes inte. Rätta det som står ovan och kör igen. Den förra webben i site/ är orörd."
        )
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
