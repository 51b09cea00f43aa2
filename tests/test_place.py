"""Where a built web goes: site/ is whole at every moment, whoever builds and whatever site/ is."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from project import ROOT, contents
from samverkan.cli import place

PAGE = "<html>{}</html>\n"


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(place, "SITE", tmp_path / "site")
    monkeypatch.setattr(place, "CACHE", tmp_path / ".cache")
    return tmp_path


def web(folder: Path, text: str, *more: str) -> Path:
    for name in (*place.NEEDED, *more):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE.format(text), encoding="utf-8")
    return folder


def renew(text: str, publisher: str = "gemensam", yes: bool = False, *more: str) -> None:
    with place.own_folder() as folder:
        place.put_in_place(web(folder / "site", text, *more), publisher, yes)


def left(root: Path) -> list[str]:
    """What the runs have left behind them; the lock that they share stays."""
    return sorted(path.name for path in (root / ".cache").iterdir() if path.name != "bygge.lock")


def shown(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


def test_a_new_web_takes_the_place_of_the_last_and_nothing_is_left_behind(root: Path) -> None:
    renew("första", "gemensam", False, "gammal.html")
    renew("andra")
    assert shown(root / "site") == PAGE.format("andra")
    assert not (root / "site/gammal.html").exists()
    assert left(root) == []


@pytest.mark.parametrize("yes", [False, True])
def test_another_publishers_web_is_replaced_only_when_somebody_says_yes(root: Path, yes: bool) -> None:
    renew("Gnestas", "gnesta")
    if yes:
        renew("länets", "gemensam", True)
        assert shown(root / "site") == PAGE.format("länets")
        return
    with pytest.raises(place.Refused, match="BYT_UTGIVARE=ja"):
        renew("länets")
    with pytest.raises(place.Refused, match="webben för gnesta"):
        place.may_take("gemensam", False)
    assert shown(root / "site") == PAGE.format("Gnestas")


def test_what_others_have_built_inside_is_kept(root: Path) -> None:
    with place.own_folder() as folder:
        new = web(folder / "site", "länets")
        (web(new / "gnesta", "Gnestas") / place.WHOSE).write_text("gnesta\n", encoding="utf-8")
        place.put_in_place(new, "gemensam")
    renew("länets nya")
    assert (shown(root / "site"), shown(root / "site/gnesta")) == (PAGE.format("länets nya"), PAGE.format("Gnestas"))


def test_the_target_of_a_link_is_renewed_and_the_link_stays(root: Path) -> None:
    (root / "www/.well-known").mkdir(parents=True)
    (root / "www/.well-known/x").write_text("x", encoding="utf-8")
    web(root / "www", "förra", "gammal/index.html")
    (root / "site").symlink_to(root / "www")
    for text in ("första", "andra"):
        renew(text)
        assert (root / "site").is_symlink()
        assert shown(root / "www") == PAGE.format(text)
    assert not (root / "www/gammal").exists()
    assert (root / "www/.well-known/x").exists()
    assert [name for name in os.listdir(root / "www") if name.startswith(".ny")] == []


def test_a_mount_that_cannot_be_renamed_is_filled(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renew("förra", "gemensam", False, "gammal.html")
    real = Path.rename

    def busy(self: Path, target: Path) -> Path:
        if self == place.SITE:
            raise OSError(errno.EBUSY, "Device or resource busy")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", busy)
    renew("nya")
    assert shown(root / "site") == PAGE.format("nya")
    assert not (root / "site/gammal.html").exists()


def test_a_place_that_cannot_be_renewed_is_told_before_the_build(root: Path) -> None:
    site = root / "site"
    site.symlink_to(root / "finns-inte")
    with pytest.raises(place.Refused, match="som inte finns"):
        place.may_take("gemensam", False)
    (root / "annat").mkdir()
    (root / "annat/index.html").write_text("Någon annans webb", encoding="utf-8")
    site.unlink()
    site.symlink_to(root / "annat")
    with pytest.raises(place.Refused, match="något annat än en samverkanswebb"):
        place.may_take("gemensam", False)
    site.unlink()
    site.write_text("", encoding="utf-8")
    with pytest.raises(place.Refused, match="är en fil"):
        place.may_take("gemensam", False)


def test_what_is_not_whole_is_told(root: Path) -> None:
    assert place.incomplete(web(root / "hel", "hel")) is None
    assert place.incomplete(root / "tom") == "filen index.html saknas"
    (web(root / "kapad", "kapad") / "index.html").write_text("<html>", encoding="utf-8")
    assert place.incomplete(root / "kapad") == "sidan index.html är avhuggen"


def test_what_a_killed_run_left_is_cleaned_and_the_last_good_web_put_back(root: Path) -> None:
    web(root / ".cache" / f"{place.RUN}död" / place.OLD, "förra")
    with place.own_folder() as alive, place.own_folder() as other:
        assert shown(root / "site") == PAGE.format("förra")
        assert set(left(root)) == {alive.name, other.name}


def test_a_run_whose_folder_goes_while_another_looks_for_it_is_left_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> object:
        raise FileExistsError  # what the lock says when the folder goes between its two looks

    monkeypatch.setattr(place, "FileLock", gone)
    (root / ".cache").mkdir()
    place._clean(root / ".cache" / f"{place.RUN}borta")
    assert left(root) == []


def test_many_at_once_leave_one_whole_web(root: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import test_place; from pathlib import Path\n"
        "from samverkan.cli import place\n"
        "place.SITE, place.CACHE = Path(sys.argv[2], 'site'), Path(sys.argv[2], '.cache')\n"
        "for i in range(20): test_place.renew(sys.argv[3] * 1000)\n"
    )
    folders = [str(ROOT / "tests"), str(root)]
    runs = [subprocess.Popen([sys.executable, "-c", script, *folders, name]) for name in "abcd"]
    assert [run.wait(timeout=60) for run in runs] == [0, 0, 0, 0]
    one = contents(root / "site")
    assert set(one) == {*place.NEEDED, place.WHOSE}
    assert len({one[name] for name in place.NEEDED}) == 1, "allt är ur samma bygge"
    assert left(root) == []
