"""Give out a version: a tag, v0.2.0, and its section of CHANGELOG.md become a release in the forge.

Runs in GitHub's and Forgejo's workflows, whose call for it is the same:
https://docs.github.com/rest/releases/releases#create-a-release
"""

import os
import re
import sys
from pathlib import Path

from samverkan.commands.forge import KEY, NotOpened, post

ROOT = Path(__file__).resolve().parent.parent
HEADING = re.compile(r"^## (?P<version>\d+\.\d+\.\d+) – (?P<day>\d{4}-\d\d-\d\d)$", re.MULTILINE)


def versions(changelog: str) -> list[tuple[str, str]]:
    """Each version that is given out, the newest first, with its day."""
    return [(found["version"], found["day"]) for found in HEADING.finditer(changelog)]


def section(changelog: str, version: str) -> str:
    """What the changelog says of a version; "" where it has no such version."""
    for found in HEADING.finditer(changelog):
        if found["version"] == version:
            return changelog[found.end() :].partition("\n## ")[0].strip()
    return ""


def main(tag: str) -> int:
    """Make the release of `tag`; returns the exit code."""
    said = section((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), tag.removeprefix("v"))
    if not said:
        print(f"CHANGELOG.md har ingen rubrik för {tag}. Skriv den, och gör taggen igen.")
        return 1
    address = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/releases"
    signed = {"Authorization": f"token {os.environ[KEY]}"}
    try:
        made = post(address, signed, {"tag_name": tag, "name": f"Samverkanswebben {tag}", "body": said}, "html_url")
    except NotOpened as error:
        print(f"Versionen gick inte att ge ut: {error}")
        return 1
    print(f"Utgiven: {made}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
