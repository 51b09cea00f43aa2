"""A fork that wrote a field's old name is told the new one, and one command changes it: key lines, and nothing else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from casefiles import OWN_SETTINGS, TODAY, base_model
from forks import FORK, KOMMUNER
from project import ROOT, contents
from samverkan import examine
from samverkan.commands.migrate import migrate
from samverkan.commands.review import accept
from samverkan.kinds.deviation import fingerprint
from samverkan.reading.folders import COMMON, FOLDER, SETTINGS

RENAMED = yaml.safe_load((ROOT / COMMON / "region.yml").read_text(encoding="utf-8"))["bytta_fält"]
DECIDED = "motivering: Så är det hos oss.\nbeslutad: {av: Nämnden, datum: 2026-05-02}\n"
# What each fork has written, with the new names; comments and line ends are the editor's own.
OWN = {
    "exempelkommun": {
        "nivaer/bas.yml": f"id: bas\n{DECIDED}# i_sörmland: det hette så förut\nhär: >-\n  Vi möts\n  i_sörmland: nej\n"
        "forum_här:   [skolgrupp]  # vårt enda forum_i_sörmland\n",
        "huvudman/exempelkommun.yml": f'id: exempelkommun\n{DECIDED}område: "norra"\n'.replace("\n", "\r\n"),
    },
    "grannkommun": {
        "nivaer/bas.yml": f"\ufeffhär: Här möts vi i två grupper.\nid: bas\n{DECIDED}",
        "nivaer/bas-i-byn.yml": f"id: bas-i-byn\n{DECIDED}namn: Byn\nordning: 2\nkort: Möter barnen i byn.\n"
        "deltagare: ['[Lärare](funktion:larare)']\nuppgifter: [Lyfta behov]\nhär: I byn.\n"
        "källor: [{källa: exempelrapport, plats: sidan 3}]\n",
    },
}


@pytest.fixture(params=KOMMUNER)
def fork(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A fork as it should be: everything reviewed, and nothing wrong."""
    root, kommun = base_model(tmp_path), request.param
    shutil.copytree(FORK / "lanet", root / COMMON, dirs_exist_ok=True)
    with (root / COMMON / "region.yml").open("a", encoding="utf-8") as region:
        region.write(yaml.safe_dump({"bytta_fält": RENAMED}, allow_unicode=True))
    shutil.copytree(FORK / kommun, root / FOLDER / kommun)
    for name, text in {SETTINGS: OWN_SETTINGS, **OWN[kommun]}.items():
        path = root / FOLDER / kommun / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    model, _ = examine(root, TODAY, kommun)
    assert all(accept(root, kommun, d) for d in model.local.deviations if d.outdated)
    assert errors(root, kommun) == []
    return root, kommun


def errors(root: Path, kommun: str) -> list[str]:
    return [str(f) for f in examine(root, TODAY, kommun)[1] if f.severity == "fel" or f.code == "avvikelse-granskas"]


def as_it_was(root: Path, kommun: str) -> None:
    """Write the fork with the old names, as it was pinned and copied before they were changed."""
    pins = {}
    for path in sorted((root / FOLDER / kommun).rglob("*.yml"), key=lambda path: "granskat" not in path.parts):
        before = text = path.read_bytes().decode("utf-8")
        for row in RENAMED:
            if path.parent.name == row["i"]:
                text = re.sub(rf"(?m)^(\ufeff?){row['nu']}:", rf"\1{row['förut']}:", text)
        if "granskat" in path.parts:
            old, new = (fingerprint(yaml.load(one, yaml.BaseLoader)) for one in (text, before))
            pins[new] = old
        for new, old in pins.items():
            text = text.replace(f"mot: {new}", f"mot: {old}")
        path.write_bytes(text.encode("utf-8"))


def test_an_old_name_is_told_with_the_new_one_and_the_command(fork: tuple[Path, str]) -> None:
    as_it_was(*fork)
    told = [line for line in errors(*fork) if "[fält-bytt]" in line]
    assert len(told) >= 2
    assert any("”i_sörmland” heter nu ”här”" in line and "make migrera" in line for line in told)


def test_one_command_gives_every_name_and_pin_and_no_other_byte(fork: tuple[Path, str]) -> None:
    root, kommun = fork
    wanted = contents(root)
    as_it_was(root, kommun)
    assert contents(root) != wanted
    done, by_hand = migrate(root)
    assert by_hand == [] and len(done) >= 3
    assert contents(root) == wanted
    assert errors(root, kommun) == []


def test_a_second_time_there_is_nothing_to_do(fork: tuple[Path, str]) -> None:
    wanted = contents(fork[0])
    assert migrate(fork[0]) == ([], [])
    assert contents(fork[0]) == wanted


def test_what_cannot_be_renamed_is_left_and_told(fork: tuple[Path, str]) -> None:
    root, kommun = fork
    path = root / FOLDER / kommun / "nivaer/bas.yml"
    path.write_bytes(b"i_s\xc3\xb6rmland: Gammalt.\n" + path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    before = path.read_bytes()
    _, by_hand = migrate(root)
    assert [line.partition(":")[0] for line in by_hand] == [f"{FOLDER}/{kommun}/nivaer/bas.yml"]
    assert path.read_bytes() == before
