"""See to it that the tests have a Chromium: an installed one, else Playwright's, else the system's package.

The path is written to .cache/chromium, where the browser tests read it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The one without windows comes first: it shows a page in a fifth of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> str | None:
    """The path of a browser that is already there."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def playwrights_own() -> str | None:
    """Playwright's own Chromium, fetched if need be; None where it cannot be had or does not start."""
    from playwright.sync_api import Error, sync_playwright

    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True)
    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch().close()
            return playwright.chromium.executable_path
    except Error:
        return None


def from_system() -> str | None:
    """Chromium from the system's package, where this user may install it."""
    apt = shutil.which("apt-get")
    if apt:
        prefix = [] if shutil.which("id") and subprocess.check_output(["id", "-u"]).strip() == b"0" else ["sudo", "-n"]
        subprocess.run([*prefix, apt, "update", "-qq"], check=False, capture_output=True)
        for package in ("chromium-headless-shell", "chromium"):  # older systems have only the second
            if installed() is None:
                subprocess.run([*prefix, apt, "install", "-y", "-qq", package], check=False, capture_output=True)
    return installed()


def main() -> int:
    """Find or fetch a Chromium; exit 1 with the way to get one where nothing worked."""
    path = installed() or playwrights_own() or from_system()
    if path is None:
        print("Testerna behöver Chromium. Installera: sudo apt-get install chromium (eller ditt systems motsvarighet).")
        return 1
    cache = ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    (cache / "chromium").write_text(path, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
