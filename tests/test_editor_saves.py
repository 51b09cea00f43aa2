"""What is sent in a form is what is saved, or the form says why not; without a browser."""

from __future__ import annotations

import http.client
import threading
from pathlib import Path

import pytest
from editor_desk import OWN, Sending, copied, deviate, sent
from samverkan.editor.attempt import EMPTY
from samverkan.editor.posted import Posted
from samverkan.editor.review import STALE
from samverkan.editor.rows import moved
from samverkan.editor.screens import Screens
from samverkan.editor.server import MAX_FIELDS, Server
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


def test_an_emptied_field_says_that_the_countys_text_holds(kommun: Screens) -> None:
    place, file = ["sak", "ordlista", "samsyn"], "ordlista/samsyn.yml"
    shown = sent(kommun, place, definition="", synonymer="gemensam syn\nsamsynen")
    assert "Inget är sparat. 1 fel" in shown.text and f'id="fel-definition"><p><strong>{EMPTY}' in shown.text
    assert _own(kommun, file) == ""
    assert SAVED in sent(kommun, place, definition="Att vi ser samma sak.").text
    assert "Länets text gäller hos er igen" in sent(kommun, place, definition="").text, "det egna går att ta bort"
    assert _own(kommun, file) == ""


def test_a_field_says_beside_the_countys_text_that_it_holds_when_empty(kommun: Screens) -> None:
    assert "Gäller när fältet är tomt." in kommun.answer(["sak", "ordlista", "samsyn"], None).text


def test_what_is_accepted_is_what_was_read(kommun: Screens) -> None:
    name = "uppfoljning-avslutat-arende"
    deviate(kommun.root, name)
    for file, word in (("model/gemensam", "efter slutet"), (OWN, "varje termin")):
        form = Sending(kommun.answer(["granska"], None).text).sent
        path = kommun.root / file / f"rutiner/{name}.yml"
        path.write_text(path.read_text(encoding="utf-8").replace(word, "fortfarande"), encoding="utf-8")
        answer = kommun.answer(["granska"], {**form, "godkänn": [f"{OWN}/rutiner/{name}.yml"]})
        assert STALE in answer.text and "fortfarande" in answer.text
        assert not any("- fortfarande" in one.read_text(encoding="utf-8") for one in _reviewed(kommun))
    form = Sending(kommun.answer(["granska"], None).text).sent
    assert kommun.answer(["granska"], {**form, "godkänn": [f"{OWN}/rutiner/{name}.yml"]}).status == 303
    assert any("- fortfarande" in one.read_text(encoding="utf-8") for one in _reviewed(kommun))


def _reviewed(screens: Screens) -> list[Path]:
    return [*(screens.root / OWN / "granskat").rglob("*.yml")]


def test_a_step_of_the_countys_is_taken_away_and_taken_back(kommun: Screens) -> None:
    place, file = ["delar", "rutiner", "orosanmalan", "steg"], "rutiner/orosanmalan.yml"
    assert SAVED in sent(kommun, place, "bort:utvardera").text
    assert "\n  - id: utvardera\n    utgår: ja\n" in _own(kommun, file)
    assert "Länets text gäller hos er igen" in sent(kommun, place, "åter:utvardera").text
    assert _own(kommun, file) == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, ["1 kontakt är inte ifylld.", "1 rutin är inte beslutad.", "1 text att läsa"]),
        (2, ["2 kontakter är inte ifyllda.", "2 rutiner är inte beslutade.", "2 texter att läsa"]),
    ],
)
def test_one_is_told_as_one(kommun: Screens, number: int, said: list[str]) -> None:
    waits = dict.fromkeys(("kontakter", "granska", "obeslutade"), number)
    text = kommun.desk.show("start", "Början", fel=[], väntar=waits, sorter=[]).text
    assert [one for one in said if one not in text] == []


def test_what_we_have_none_of_is_said_and_taken_back(kommun: Screens) -> None:
    lucka = sorted((kommun.root / "model/gemensam/luckor").glob("*.yml"))[0].stem
    place, file = ["bort", "luckor", lucka], f"luckor/{lucka}.yml"
    assert sent(kommun, place).status == 303 and "\nutgår: ja\n" in _own(kommun, file)
    shown = kommun.answer(["sak", "luckor", lucka], None).text
    assert "finns inte längre hos er" in shown and "Ta tillbaka den" in shown
    assert "Då gäller länets text hos er igen." in kommun.answer(place, None).text
    assert sent(kommun, place).status == 303 and _own(kommun, file) == ""
    assert "finns hos er igen" in kommun.answer(["sak", "luckor", lucka], None).text


def test_a_number_that_is_none_is_passed_over() -> None:
    assert Posted({"fält": ["steg"], "rader:steg": ["²"]}).part(Rutin, "", {}) == {}
    assert moved({"rader": [{"x": "a"}]}, "bort", "rader.²") == {"rader": [{"x": "a"}]}


@pytest.mark.parametrize(("length", "body"), [(None, "&".join(["a=b"] * (MAX_FIELDS + 1))), ("²", "a=b")])
def test_a_form_that_is_too_long_is_answered(kommun: Screens, length: str | None, body: str) -> None:
    with Server(kommun.root, "gnesta") as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        client = http.client.HTTPConnection("127.0.0.1", server.server_port)
        client.putrequest("POST", f"/{server.secret}/")
        client.putheader("Origin", f"http://{server.host}")
        client.putheader("Content-Length", (length or str(len(body))).encode("latin-1"))
        client.endheaders(body.encode())
        answer = client.getresponse()
        assert (answer.status, "Inget är sparat" in answer.read().decode()) == (413, True)
        server.shutdown()
