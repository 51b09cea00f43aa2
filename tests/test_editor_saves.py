"""What is sent in a form is what is saved, or the form says why not; without a browser."""

from __future__ import annotations

import pytest
from editor_desk import OWN, copied, sent
from samverkan.editor.posted import Posted
from samverkan.editor.screens import Screens
from samverkan.kinds import Begrepp, Rutin, Vardagsord
from samverkan.kinds.samverkansform import Profession

SAVED = "Sparat."


@pytest.fixture(scope="module")
def kommun(tmp_path_factory: pytest.TempPathFactory) -> Screens:
    root = tmp_path_factory.mktemp("kommun")
    copied(root, "gnesta", routines=False)
    return Screens(root, "gnesta", "/nyckel")


def _own(screens: Screens, place: str) -> str:
    path = screens.root / OWN / place
    return path.read_text(encoding="utf-8") if path.is_file() else ""


@pytest.mark.parametrize(
    ("ticked", "old", "county", "written"),
    [
        (False, None, None, None),
        (True, None, None, "ja"),
        (False, "ja", None, None),
        (False, "nej", None, "nej"),
        (True, "ja", "ja", "ja"),
        (False, "ja", "ja", "nej"),
        (True, "nej", "ja", None),
        (False, "ja", "nej", None),
    ],
)
def test_a_no_is_written_where_the_county_says_yes(
    ticked: bool, old: str | None, county: str | None, written: str | None
) -> None:
    form = {"fält": ["om_fara"], **({"om_fara": ["ja"]} if ticked else {})}
    before, there = ({"om_fara": said} if said else {} for said in (old, county))
    assert Posted(form).part(Rutin, "", before, there).get("om_fara") == written


@pytest.mark.parametrize(("kind", "name"), [(Begrepp, "i_text"), (Vardagsord, "om_barn")])
def test_a_no_is_written_where_yes_is_what_silence_says(kind: type[Begrepp | Vardagsord], name: str) -> None:
    assert Posted({"fält": [name]}).part(kind, "", {}) == {name: "nej"}
    assert Posted({"fält": [name], name: ["ja"]}).part(kind, "", {}) == {}
    assert Posted({"fält": [name], name: ["ja"]}).part(kind, "", {name: "nej"}) == {}


def test_yes_no_and_unknown_are_three_choices() -> None:
    for said in ("ja", "nej"):
        assert Posted({"fält": ["överallt"], "överallt": [said]}).part(Profession, "", {}) == {"överallt": said}
    assert Posted({"fält": ["överallt"], "överallt": [""]}).part(Profession, "", {"överallt": "ja"}) == {}


@pytest.mark.parametrize(
    ("folder", "id", "name"), [("ordlista", "samsyn", "i_text"), ("verksamheter", "elevhalsa", "kontakt_behövs")]
)
def test_a_box_shows_what_holds_and_a_kommun_can_say_no(kommun: Screens, folder: str, id: str, name: str) -> None:
    place, file = ["sak", folder, id], f"{folder}/{id}.yml"
    assert _ticked(kommun, place, name)
    assert SAVED in sent(kommun, place, without=name).text
    assert f"\n{name}: nej\n" in _own(kommun, file)
    assert not _ticked(kommun, place, name)
    assert "Länets text gäller hos er igen" in sent(kommun, place, **{name: "ja"}).text
    assert _own(kommun, file) == "" and _ticked(kommun, place, name)


def _ticked(screens: Screens, place: list[str], name: str) -> bool:
    return f'name="{name}" aria-describedby="hjälp-{name}" value="ja" checked' in screens.answer(place, None).text
