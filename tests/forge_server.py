"""A stand-in for a forge on this computer: real git over HTTP, and what each forge documents of its interface.

It is no Forgejo, GitHub or GitLab. Of their interfaces it has two calls, to open a change proposal and to make a
release, as documented: https://codeberg.org/api/swagger (repoCreatePullRequest, repoCreateRelease),
https://docs.github.com/rest/pulls/pulls, https://docs.github.com/rest/releases/releases and
https://docs.gitlab.com/api/merge_requests/. It refuses what those refuse, and says what those say after a push.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

KEY = "nyckel"


@dataclass(frozen=True)
class Kind:
    """One sort of forge: its call, what the call needs, what it answers, and what it says after a push."""

    call: str
    signed: tuple[str, str]
    needs: tuple[str, ...]
    branch: str
    answer: str
    address: str
    said: str
    there: int
    already: Any


KINDS = {
    "forgejo": Kind(
        "/api/v1/repos/{path}/pulls",
        ("Authorization", f"token {KEY}"),
        ("title", "head", "base"),
        "head",
        "html_url",
        "/pulls/1",
        "Create a new pull request for '{branch}':\n  {root}/{parent}/compare/main...{branch}",
        409,
        {"message": "pull request already exists for these targets"},
    ),
    "github": Kind(
        "/api/v3/repos/{path}/pulls",
        ("Authorization", f"Bearer {KEY}"),
        ("title", "head", "base"),
        "head",
        "html_url",
        "/pull/1",
        "Create a pull request for '{branch}' on GitHub by visiting:\n     {root}/{path}/pull/new/{branch}",
        422,
        {"message": "Validation Failed", "errors": [{"message": "A pull request already exists for a:b."}]},
    ),
    "gitlab": Kind(
        "/api/v4/projects/{encoded}/merge_requests",
        ("PRIVATE-TOKEN", KEY),
        ("title", "source_branch", "target_branch"),
        "source_branch",
        "web_url",
        "/-/merge_requests/1",
        "To create a merge request for {branch}, visit:\n"
        "  {root}/{path}/-/merge_requests/new?merge_request%5Bsource_branch%5D={branch}",
        409,
        {"message": ["Another open merge request already exists for this source branch: !1"]},
    ),
}
HOOK = """#!/bin/sh
while read old new ref; do
  branch=${{ref#refs/heads/}}
  case "$branch" in forslag/*) printf '\\n{said}\\n\\n' | sed "s|{{branch}}|$branch|g";; esac
done
"""


@dataclass
class ForgeServer:
    """A running forge with one repository; `proposals` is each call that opened one."""

    kind: str
    repository: Path
    root: str
    path: str = "kommunen/webben"
    proposals: list[dict[str, str]] = field(default_factory=list)
    releases: list[dict[str, str]] = field(default_factory=list)
    refuses: int = 0

    @property
    def clone_address(self) -> str:
        """Where git clones it from."""
        return f"{self.root}/{self.path}.git"

    def branches(self) -> list[str]:
        """The branches that the repository has."""
        return self.git("for-each-ref", "--format=%(refname:short)", "refs/heads").split()

    def git(self, *arguments: str) -> str:
        """What git says in the repository."""
        command = ["git", "-C", str(self.repository), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def open(self, asked: dict[str, str]) -> tuple[int, Any]:
        """Open a proposal as the forge would: its status, and what it answers."""
        kind = KINDS[self.kind]
        if self.refuses:
            return self.refuses, {"message": "Resource not accessible by integration"}
        if not all(asked.get(name) for name in kind.needs) or asked[kind.branch] not in self.branches():
            return 422, {"message": "Validation Failed"}
        if any(one[kind.branch] == asked[kind.branch] for one in self.proposals):
            return kind.there, kind.already
        self.proposals.append(asked)
        return 201, {kind.answer: f"{self.root}/{self.path}{kind.address}"}

    def release(self, asked: dict[str, str]) -> tuple[int, Any]:
        """Make a release of a tag."""
        if not asked.get("tag_name"):
            return 422, {"message": "Validation Failed"}
        self.releases.append(asked)
        return 201, {"html_url": f"{self.root}/{self.path}/releases/tag/{asked['tag_name']}"}


class _Handler(BaseHTTPRequestHandler):
    forge: ForgeServer

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is its result."""

    def do_GET(self) -> None:
        self._git(b"")

    def do_POST(self) -> None:
        body = self._body()
        forge, kind = self.forge, KINDS[self.forge.kind]
        call = kind.call.format(path=forge.path, encoded=forge.path.replace("/", "%2F"))
        if self.path not in (call, call.replace("/pulls", "/releases")):
            return self._git(body)
        name, value = kind.signed
        if self.headers.get(name) != value:
            return self._json(401, {"message": "401 Unauthorized"})
        return self._json(*(forge.open if self.path == call else forge.release)(json.loads(body)))

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        return b"".join(parts)

    def _json(self, status: int, told: Any) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def _git(self, body: bytes) -> None:
        """Hand it to git's own server."""
        inside, _, query = self.path.partition("?")
        repository = self.forge.repository
        told = {
            "GIT_PROJECT_ROOT": str(repository.parent),
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_INFO": inside.replace(f"/{self.forge.path}.git", f"/{repository.name}"),
            "QUERY_STRING": query,
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "REMOTE_USER": "redaktor",
        }
        done = subprocess.run(
            ["git", "http-backend"], input=body, env={**os.environ, **told}, capture_output=True, check=False
        )
        head, _, answer = done.stdout.partition(b"\r\n\r\n")
        lines = [line.split(": ", 1) for line in head.decode().splitlines()]
        status = next((value for name, value in lines if name == "Status"), "200 OK")
        self.send_response(int(re.split(" ", status)[0]))
        for name, value in lines:
            if name != "Status":
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)


@contextmanager
def forge_server(kind: str, folder: Path, parent: str = "kommunen/webben") -> Iterator[ForgeServer]:
    """A forge with an empty repository in `folder`; `parent` is the one that Forgejo names after a push to a fork."""
    repository = folder / "forrad.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(repository)], check=True)
    subprocess.run(["git", "-C", str(repository), "config", "http.receivepack", "true"], check=True)
    handler = type("Handler", (_Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        forge = ForgeServer(kind, repository, f"http://127.0.0.1:{server.server_port}")
        handler.forge = forge  # type: ignore[attr-defined]
        said = KINDS[kind].said.format(root=forge.root, path=forge.path, parent=parent, branch="{branch}")
        hook = repository / "hooks" / "post-receive"
        hook.write_text(
            HOOK.format(said=said.replace("%", "%%").replace("\n", "\\n").replace("'", "")), encoding="utf-8"
        )
        hook.chmod(0o755)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield forge
        server.shutdown()
        thread.join()
