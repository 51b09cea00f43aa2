"""A change proposal opened in a forge: GitHub, Forgejo (Gitea) or GitLab, told apart by what they answer a push.

Sources, the documented interfaces: https://docs.github.com/rest/pulls/pulls#create-a-pull-request,
https://forgejo.org/docs/latest/user/api-usage/ and https://docs.gitlab.com/api/merge_requests/#create-mr
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from http.client import HTTPException
from typing import Literal
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

MAIN = "main"
# The key to the forge's interface, in the environment; never on the command line, where others can read it.
KEY = "SAMVERKAN_NYCKEL"
# The part of an address that only one forge has, in what it says when a branch has come.
MARKS: tuple[tuple[str, Literal["gitlab", "github", "forgejo"]], ...] = (
    ("/-/merge_requests/", "gitlab"),
    ("/pull/new/", "github"),
    ("/compare/", "forgejo"),
    ("/pulls/", "forgejo"),
)
SAID = re.compile(r"^remote:\s+(https?://\S+)\s*$", re.MULTILINE)
REMOTE = re.compile(
    r"^(?:https?://(?:[^@/]+@)?|ssh://(?:[^@/]+@)?|[^@/:]+@)(?P<host>[\w.-]+)(?::\d+(?=/))?[:/](?P<path>[\w./~-]+?)(?:\.git)?/?$"
)
HERE = ("127.0.0.1", "localhost")
# What a forge takes of a proposal's words; GitHub's limit is 65 536 characters.
LONGEST = 60_000
CUT = "\n\n… Resten fick inte plats. Hela texten: `samverkan påverkan main`."


class NotOpened(Exception):
    """The forge did not open the proposal; the text says what it answered (Swedish)."""


@dataclass(frozen=True)
class Forge:
    """One repository in a forge; `root` is the forge's own address, without a slash at the end."""

    kind: Literal["gitlab", "github", "forgejo"]
    root: str
    path: str
    # The proposal that is there already, where the forge says that there is one.
    existing: str = ""

    def form(self, branch: str) -> str:
        """The page where a person opens the proposal, to this repository and no other."""
        if self.kind == "gitlab":
            asked = {"merge_request[source_branch]": branch, "merge_request[target_branch]": MAIN}
            return f"{self.root}/{self.path}/-/merge_requests/new?{urlencode(asked)}"
        return f"{self.root}/{self.path}/compare/{MAIN}...{branch}" + ("?expand=1" if self.kind == "github" else "")

    def open(self, branch: str, title: str, body: str, key: str) -> str:
        """Open the proposal with a key and return its address. NotOpened where the forge says no."""
        body = body if len(body) <= LONGEST else body[: LONGEST - len(CUT)] + CUT
        if self.kind == "gitlab":
            address = f"{self.root}/api/v4/projects/{quote(self.path, safe='')}/merge_requests"
            sent = {"source_branch": branch, "target_branch": MAIN, "title": title, "description": body}
            return post(address, {"PRIVATE-TOKEN": key}, sent, "web_url")
        address = f"{self._api}/repos/{self.path}/pulls"
        sent = {"title": title, "head": branch, "base": MAIN, "body": body}
        return post(address, self._signed(key), sent, "html_url")

    @property
    def _api(self) -> str:
        if self.kind == "forgejo":
            return f"{self.root}/api/v1"
        return "https://api.github.com" if self.root == "https://github.com" else f"{self.root}/api/v3"

    def _signed(self, key: str) -> dict[str, str]:
        return {"Authorization": f"token {key}" if self.kind == "forgejo" else f"Bearer {key}"}


def forge_of(remote: str, said: str) -> Forge | None:
    """The forge behind a remote, from its address and what it `said` when something was pushed; None if unknown."""
    match = REMOTE.match(remote)
    if match is None:
        return None
    path, host = match["path"], match["host"]
    for address in SAID.findall(said):
        parts = urlsplit(address)
        # A key goes to nobody else than the one who was pushed to.
        if parts.hostname != host:
            continue
        for mark, kind in MARKS:
            if mark not in address:
                continue
            existing = address if re.search(r"/(?:pulls|merge_requests)/\d+$", address) else ""
            below = parts.path.partition(mark)[0].strip("/").split("/")[:-2] if kind == "forgejo" else []
            root = "/".join([f"{parts.scheme}://{parts.netloc}", *below])
            return Forge(kind, root, "/".join(path.split("/")[-2:]) if kind == "forgejo" else path, existing)
    # GitHub says nothing about a branch that it knows.
    return Forge("github", f"https://{host}", path) if "github" in host else None


def post(address: str, signed: dict[str, str], sent: dict[str, str], answer: str) -> str:
    """Send JSON to a forge's interface, over https only; returns the address that it gives as its `answer`.

    NotOpened where it says no, or says nothing that can be read.
    """
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in HERE:
        raise NotOpened(f"nyckeln skickas bara med https, inte till {parts.scheme}://{parts.hostname}")
    request = Request(address, json.dumps(sent).encode(), {"Content-Type": "application/json"}, method="POST")
    for name, value in signed.items():
        request.add_unredirected_header(name, value)
    try:
        with urlopen(request, timeout=60) as response:
            read = json.load(response)
    except HTTPError as error:
        raise NotOpened(f"{error.code}: {_told(error)}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise NotOpened(f"inget svar som går att läsa från {parts.hostname} ({error})") from None
    made = read.get(answer) if isinstance(read, dict) else None
    if not made or not isinstance(made, str):
        raise NotOpened(f"{parts.hostname} svarar utan adress: se efter i förrådet om det är gjort")
    return made


def _told(error: HTTPError) -> str:
    """The forge's own words about what is wrong."""
    try:
        read = json.load(error)
    except (OSError, HTTPException, ValueError):
        return error.reason
    if not isinstance(read, dict):
        return error.reason
    more = [one.get("message", "") for one in read.get("errors") or () if isinstance(one, dict)]
    return "; ".join(str(one) for one in (read.get("message", error.reason), *more) if one)
