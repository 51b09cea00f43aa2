"""Preview the web on this computer; a saved change in model/ or docs/ shows by itself."""

import subprocess
import sys
from pathlib import Path

ADDRESS = "127.0.0.1:8000"


def main() -> int:
    """Serve until the editor stops it with Ctrl-C."""
    print(f"Webben visas på http://{ADDRESS}/ och uppdateras när du sparar. Avsluta med Ctrl-C.", flush=True)
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", ADDRESS]
    try:
        return subprocess.run(command, cwd=Path(__file__).resolve().parent.parent, check=False).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
