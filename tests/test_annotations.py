"""What the check finds, as a forge shows it at its line."""

from __future__ import annotations

import json

from samverkan.commands.annotations import github, gitlab
from samverkan.findings import Finding, Mark

WARNING = Finding(Mark("model/a.yml", 3, 5), "oanvänd", "ingen använder den.", "Ta bort den.", "varning")
ERROR = Finding(Mark("model/b,c:d.yml", 7, 1), "låst", "100 % av\nraderna", "Skriv om.")


def test_github_shows_errors_first_each_at_its_line() -> None:
    first, second = github([WARNING, ERROR]).splitlines()
    assert first == (
        "::error file=model/b%2Cc%3Ad.yml,line=7,col=1,title=Fel%3A låst"
        "::100 %25 av%0Araderna%0ASå rättar du: Skriv om."
    )
    assert second.startswith("::warning file=model/a.yml,line=3,col=5,title=Varning%3A oanvänd::ingen använder den.")


def test_no_finding_can_begin_a_command_of_its_own() -> None:
    sly = Finding(Mark("model/a.yml"), "kod", "x\r\n::set-env name=A::b", "y")
    assert github([sly]).count("\n") == 0


def test_gitlab_gets_a_report_in_which_a_finding_that_moves_is_the_same() -> None:
    moved = Finding(Mark(WARNING.mark.file, 30, 1), WARNING.code, WARNING.message, WARNING.mend, "varning")
    one, two = json.loads(gitlab([WARNING, moved]))
    assert one["location"] == {"path": "model/a.yml", "lines": {"begin": 3}}
    assert (one["severity"], one["check_name"]) == ("minor", "oanvänd")
    assert one["fingerprint"] == two["fingerprint"]
    assert json.loads(gitlab([])) == []
