"""What an editor has changed is sent as a change proposal: to three sorts of forges, stand-ins on this computer."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from forge_server import KEY, KINDS, ForgeServer, forge_server
from samverkan.commands.forge import Forge as InForge
from samverkan.commands.forge import NotOpened, forge_of
from samverkan.commands.propose import NotProposed, anything_new, base, propose
from samverkan.commands.update import NotUpdated, update

CONTACT = "model/lokalt/kommunen/kontakter/skola.yml"


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git knows no name here, as on a forge's machine."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture(params=KINDS)
def forge(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ForgeServer]:
    """A forge of each kind, in which the kommun's repository is a fork of the county's."""
    with forge_server(request.param, tmp_path, parent="lanet/webben") as server:
        yield server


@pytest.fixture
def root(forge: ForgeServer, tmp_path: Path) -> Path:
    """A clone of the forge's repository, with one contact in it."""
    folder = tmp_path / "klon"
    _git(tmp_path, "clone", "--quiet", forge.clone_address, str(folder))
    _write(folder, CONTACT, "id: skola\ntelefon: 0158-27 50 00\n")
    _write(folder, "hooks/kod.py", "")
    _git(folder, "add", "--all")
    _git(folder, "-c", "user.name=IT", "-c", "user.email=", "commit", "--quiet", "-m", "Början")
    _git(folder, "push", "--quiet", "origin", "HEAD:main")
    return folder


def _git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def _write(root: Path, file: str, text: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")


def test_a_new_number_is_a_proposal_with_its_words_and_main_is_as_it_was(forge: ForgeServer, root: Path) -> None:
    before = forge.git("rev-parse", "main")
    _write(root, CONTACT, "id: skola\ntelefon: 0158-27 50 11\n")
    made = propose(root, "Nytt nummer till skolan", "## Vad ändringen betyder", KEY)
    assert made.opened
    assert made.address == f"{forge.root}/{forge.path}{KINDS[forge.kind].address}"
    (proposal,) = forge.proposals
    assert proposal["title"] == "Nytt nummer till skolan"
    assert "## Vad ändringen betyder" in proposal.values()
    assert "main" in (proposal.get("base"), proposal.get("target_branch"))
    assert made.branch.startswith("forslag/nytt-nummer-till-skolan-")
    assert "50 11" in forge.git("show", f"{made.branch}:{CONTACT}")
    assert forge.git("rev-parse", "main") == before
    assert forge.git("log", "-1", "--format=%an <%ae>", made.branch) == "Samverkanswebben <>\n"


def test_the_next_change_joins_the_same_proposal(forge: ForgeServer, root: Path) -> None:
    _write(root, CONTACT, "id: skola\ntelefon: 0158-27 50 11\n")
    first = propose(root, "Nytt nummer", "Ord", KEY)
    _write(root, CONTACT, "id: skola\ntelefon: 0158-27 50 12\n")
    second = propose(root, "Rätt nummer", "Ord", KEY)
    assert (second.branch, second.opened, second.refused) == (first.branch, True, "")
    assert len(forge.proposals) == 1
    assert "50 12" in forge.git("show", f"{first.branch}:{CONTACT}")


def test_without_a_key_a_person_opens_it_in_the_kommuns_own_repository(forge: ForgeServer, root: Path) -> None:
    _write(root, CONTACT, "id: skola\ntelefon: 0158-27 50 11\n")
    made = propose(root, "Nytt nummer", "Ord")
    assert not made.opened
    assert made.address.startswith(f"{forge.root}/{forge.path}/")
    assert forge.proposals == []


def test_where_the_forge_says_no_the_branch_is_there_and_a_person_opens_it(forge: ForgeServer, root: Path) -> None:
    forge.refuses = 403
    _write(root, CONTACT, "id: skola\ntelefon: 0158-27 50 11\n")
    made = propose(root, "Nytt nummer", "Ord", KEY)
    assert not made.opened
    assert "403: Resource not accessible" in made.refused
    assert made.branch in forge.branches()
    assert made.address


def test_what_could_not_be_sent_is_kept_and_sent_the_next_time(forge: ForgeServer, root: Path) -> None:
    hook = forge.repository / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    _write(root, CONTACT, "id: skola\ntelefon: 0158-27 50 11\n")
    with pytest.raises(NotProposed, match=r"sparat på grenen forslag/nytt-nummer-.* men inte skickat: .*declined"):
        propose(root, "Nytt nummer", "Ord", KEY)
    hook.unlink()
    made = propose(root, "Nytt nummer", "Ord", KEY)
    assert "50 11" in forge.git("show", f"{made.branch}:{CONTACT}")


def test_only_what_people_write_is_sent(forge: ForgeServer, root: Path) -> None:
    assert not anything_new(root, base(root))
    _write(root, "hooks/kod.py", "print()")
    assert not anything_new(root, base(root))
    _write(root, "docs/lokalt/kommunen/sida.md", "# Sida\n")
    assert anything_new(root, base(root))
    made = propose(root, "En sida", "Ord", KEY)
    changed = forge.git("diff", "--name-only", "main", made.branch).split()
    assert changed == ["docs/lokalt/kommunen/sida.md"]


def test_what_is_made_ready_in_git_outside_what_people_write_stays_there(forge: ForgeServer, root: Path) -> None:
    _write(root, "hooks/kod.py", "print()")
    _git(root, "add", "--all")
    _write(root, CONTACT, "id: skola\ntelefon: 0158-27 50 11\n")
    made = propose(root, "Nytt nummer", "Ord", KEY)
    assert forge.git("diff", "--name-only", "main", made.branch).split() == [CONTACT]
    assert _git(root, "diff", "--cached", "--name-only") == "hooks/kod.py"


def test_the_countys_update_is_a_branch_to_propose(forge: ForgeServer, root: Path, tmp_path: Path) -> None:
    county = _county(root, tmp_path, "model/gemensam/rutiner/ny.yml", "id: ny\n")
    branch = update(root, str(county))
    assert _git(root, "branch", "--show-current") == branch
    made = propose(root, "Länets uppdatering", "Ord", KEY)
    assert made.branch == branch
    assert "id: ny" in forge.git("show", f"{branch}:model/gemensam/rutiner/ny.yml")
    _git(root, "switch", "--quiet", branch)
    assert update(root, str(county)) == ""


def test_a_conflict_with_the_county_leaves_everything_as_it_was(root: Path, tmp_path: Path) -> None:
    county = _county(root, tmp_path, CONTACT, "id: skola\ntelefon: 1\n")
    _write(root, CONTACT, "id: skola\ntelefon: 2\n")
    with pytest.raises(NotUpdated, match="inte är skickade"):
        update(root, str(county))
    _git(root, "-c", "user.name=IT", "-c", "user.email=", "commit", "--quiet", "-am", "Vårt")
    before = _git(root, "rev-parse", "HEAD")
    with pytest.raises(NotUpdated, match=CONTACT):
        update(root, str(county))
    assert (_git(root, "rev-parse", "HEAD"), _git(root, "status", "--porcelain")) == (before, "")
    with pytest.raises(NotUpdated, match="gick inte att hämta"):
        update(root, str(tmp_path / "finns-inte"))
    with pytest.raises(NotUpdated, match="Skriv adressen"):
        update(root)


def test_a_conflict_on_a_commit_without_a_branch_goes_back_to_that_commit(root: Path, tmp_path: Path) -> None:
    county = _county(root, tmp_path, CONTACT, "id: skola\ntelefon: 1\n")
    _write(root, CONTACT, "id: skola\ntelefon: 2\n")
    _git(root, "-c", "user.name=IT", "-c", "user.email=", "commit", "--quiet", "-am", "Vårt")
    _git(root, "switch", "--quiet", "--detach")
    before = _git(root, "rev-parse", "HEAD")
    with pytest.raises(NotUpdated, match=CONTACT):
        update(root, str(county))
    assert _git(root, "branch", "--show-current") == ""
    assert "forslag/" not in _git(root, "branch")
    assert (_git(root, "rev-parse", "HEAD"), _git(root, "status", "--porcelain")) == (before, "")


def test_a_file_in_the_way_of_the_countys_is_told_and_left(root: Path, tmp_path: Path) -> None:
    county = _county(root, tmp_path, "model/gemensam/ny.yml", "id: ny\n")
    _write(root, "model/gemensam/ny.yml", "id: vår\n")
    before = _git(root, "branch", "--show-current")
    with pytest.raises(NotUpdated, match=r"kunde inte slå ihop: .*Inget är ändrat"):
        update(root, str(county))
    assert (_git(root, "branch", "--show-current"), _git(root, "branch").count("\n")) == (before, 0)
    assert (root / "model/gemensam/ny.yml").read_text(encoding="utf-8") == "id: vår\n"


def test_where_git_cannot_go_back_it_is_told_how(root: Path, tmp_path: Path) -> None:
    county = _county(root, tmp_path, CONTACT, "id: skola\ntelefon: 1\n")
    _write(root, CONTACT, "id: skola\ntelefon: 2\n")
    _git(root, "-c", "user.name=IT", "-c", "user.email=", "commit", "--quiet", "-am", "Vårt")
    hook = root / ".git" / "hooks" / "reference-transaction"
    hook.write_text("#!/bin/sh\n[ -f .git/MERGE_HEAD ] && exit 1\nexit 0\n", encoding="utf-8")
    hook.chmod(0o755)
    with pytest.raises(NotUpdated, match=r"git kunde inte gå tillbaka: .*Be IT: git merge --abort, och git switch"):
        update(root, str(county))


def _county(root: Path, folder: Path, file: str, text: str) -> Path:
    """A clone where the county has changed a file."""
    county = folder / "lanet"
    _git(folder, "clone", "--quiet", str(root), str(county))
    _git(county, "switch", "--quiet", "--force-create", "main")
    _write(county, file, text)
    _git(county, "add", "--all")
    _git(county, "-c", "user.name=Länet", "-c", "user.email=", "commit", "--quiet", "-m", "Länets ändring")
    return county


def test_a_folder_without_git_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(NotProposed, match="ingen git-klon"):
        base(tmp_path)


@pytest.mark.parametrize(
    ("remote", "said", "form"),
    [
        (
            "git@github.com:kommunen/webben.git",
            "remote:      https://github.com/kommunen/webben/pull/new/forslag/x",
            "https://github.com/kommunen/webben/compare/main...forslag/x?expand=1",
        ),
        # Pushed to before: GitHub says nothing.
        (
            "https://github.com/kommunen/webben",
            "",
            "https://github.com/kommunen/webben/compare/main...forslag/x?expand=1",
        ),
        (
            "ssh://git@git.kommunen.se:2222/webb/webben.git",
            "remote:   https://git.kommunen.se/forge/lanet/webben/compare/main...webb:forslag/x        ",
            "https://git.kommunen.se/forge/webb/webben/compare/main...forslag/x",
        ),
        ("/srv/forrad.git", "", None),
        # Someone else's address in the answer gets neither key nor person.
        ("https://git.kommunen.se/a/b.git", "remote: https://ond.example/a/b/compare/main...x", None),
    ],
)
def test_the_forge_is_known_by_its_own_words(remote: str, said: str, form: str | None) -> None:
    forge = forge_of(remote, said)
    assert (forge and forge.form("forslag/x")) == form


def test_a_key_is_sent_over_https_only() -> None:
    with pytest.raises(NotOpened, match="bara med https"):
        InForge("forgejo", "http://git.kommunen.se", "a/b").open("forslag/x", "Titel", "Ord", KEY)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}", "svarar utan adress"),
        (b"HTTP/1.1 201 Created\r\nContent-Length: 90\r\n\r\n{", "inget svar"),
        (b"HTTP/1.1 500 Fel\r\nContent-Length: 90\r\n\r\n{", "500: Fel"),
        (b"sk\xc3\xa4p\r\n\r\n", "inget svar"),
        (b"", "inget svar"),
    ],
)
def test_an_answer_that_cannot_be_read_is_told(answer: bytes, told: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_answer, args=(server, answer))
        thread.start()
        with pytest.raises(NotOpened, match=told):
            InForge("forgejo", f"http://127.0.0.1:{server.getsockname()[1]}", "a/b").open("x", "Titel", "Ord", KEY)
        thread.join()


def _answer(server: socket.socket, answer: bytes) -> None:
    connection, _ = server.accept()
    with connection:
        asked = b""
        while not asked.endswith(b"}"):
            asked += connection.recv(65536)
        connection.sendall(answer)
