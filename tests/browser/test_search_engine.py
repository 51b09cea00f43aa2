"""What makes one page come before another in a search, on a few pages made for it: nothing is built."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from project import ROOT, served

SCRIPTS = ROOT / "docs" / "assets" / "js"
Search = Callable[..., dict[str, Any]]
ASK = """async ([index, query, mine]) => {
  const { Motor } = await import("/js/sok-motor.js");
  return new Motor(index).search(query, mine);
}"""
STEMS = """async (words) => {
  const { stem } = await import("/js/sok-ord.js");
  return words.map(stem);
}"""
CUT = """async ([text, sought]) => {
  const { excerpt } = await import("/js/sok-utdrag.js");
  return excerpt(text, (word) => word === sought);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    root = tmp_path_factory.mktemp("motor")
    shutil.copytree(SCRIPTS, root / "js")
    (root / "index.html").write_text("<!doctype html><title>Motorn</title>", encoding="utf-8")
    with served(root) as address:
        shown = browser.new_page()
        shown.set_default_timeout(10_000)
        shown.goto(address)
        yield shown
        shown.close()


@pytest.fixture
def search(page: Any) -> Search:
    """Seek among pages, address=(title, text) or (title, [(anchor, heading, text, words)]), and `more` of the index."""

    def ask(query: str, weights: Any = (), more: Any = None, mine: Any = (), **pages: Any) -> dict[str, Any]:
        sidor = []
        for number, (address, (title, text)) in enumerate(pages.items()):
            sections = [["", title, text, ""]] if isinstance(text, str) else [[*part, ""][:4] for part in text]
            sidor.append([address, number if weights else 0, title, sections])
        index = {"sorter": [["Sida", weight, FORM] for weight in weights or [1]], "sidor": sidor, "börja": []}
        index |= {"begrepp": [], "ersatta": [], "vardagsord": [], "sist": ["oklart"], "barnets": [], "för": {}}
        index |= {"orolig": WORRIED}
        found: dict[str, Any] = page.evaluate(ASK, [index | (more or {}), query, list(mine)])
        return found

    return ask


def order(found: dict[str, Any]) -> list[str]:
    return [page["adress"] for page in found["sidor"]]


WORRIED = ["Orolig för ett barn?", "orolig/", "Ring socialtjänsten."]
FORM = "delar"
FILLER = "Här står något annat om arbetet i kommunen och regionen."


def test_the_page_with_the_very_word_in_its_heading_comes_before_one_with_another_form(search: Search) -> None:
    pages = {"a": ("Samtycken", FILLER), "b": ("Samtycke", FILLER)}
    assert order(search("samtycke", **pages)) == ["b", "a"]
    assert order(search("samtycken", **pages)) == ["a", "b"]


def test_the_page_that_is_named_just_that_comes_before_one_that_is_named_more(search: Search) -> None:
    # The longer heading has the word twice, and would else count for more.
    pages = {"a": ("Möte om möte", FILLER), "b": ("Möte", FILLER)}
    assert order(search("möte", **pages)) == ["b", "a"]


def test_a_compound_finds_the_page_that_has_its_parts_apart(search: Search) -> None:
    pages = {
        "a": ("Samverkan", "Här står om möten för samverkan."),
        "b": ("Samverkansmöte", FILLER),
        "c": ("Annat", FILLER),
    }
    assert order(search("samverkansmöte", **pages)) == ["b", "a"]


def test_all_the_parts_of_a_compound_have_to_be_there(search: Search) -> None:
    pages = {"a": ("Samverkan", "Om möten."), "b": ("Möten", FILLER), "c": ("Samverkansmöte", FILLER)}
    pages["d"] = ("Samverkan", FILLER)
    assert order(search("samverkansmöte", **pages)) == ["c", "a"]


def test_a_page_with_all_the_words_comes_before_one_with_some_of_them(search: Search) -> None:
    # The first says one word again and again; the other has both, once, in a longer text.
    pages = {"a": ("Annat", "Skola, skola och skola."), "b": ("Annat", f"{FILLER} Skola. {FILLER} Sekretess.")}
    pages |= {f"c{number}": ("Annat", f"{FILLER} Sekretess.") for number in range(4)}
    assert order(search("skola sekretess", **pages))[:2] == ["b", "a"]


def test_a_word_that_staff_say_finds_the_page_and_is_told(search: Search) -> None:
    pages = {"a": ("Mottagning för socialtjänst", FILLER), "b": ("Annat", "Somliga säger soc."), "c": ("Annat", FILLER)}
    found = search("soc ", more={"begrepp": [["socialtjänst", ["soc"]]]}, **pages)
    assert (order(found), found["också"]) == (["a", "b"], ["socialtjänst"])
    assert order(search("soc ", **pages)) == ["b"]


def test_the_new_section_comes_first_when_an_old_one_is_cited(search: Search) -> None:
    found = search(
        "14 kap 1 §",
        more={"ersatta": [["14 kap. 1 § SoL (2001:453)", "19 kap. 1 § SoL", "ny"]]},
        gammal=("Det som gällde förr: 14 kap. 1 §", "14 kap. 1 § och 14 kap. 1 §."),
        ny=("Anmälan", "Har ersatt 14 kap. 1 § SoL."),
    )
    assert order(found)[0] == "ny"
    assert found["ersatta"] == [{"gammal": "14 kap. 1 § SoL (2001:453)", "nytt": "19 kap. 1 § SoL", "adress": "ny"}]


def test_the_number_of_a_statute_is_no_section_of_law(search: Search) -> None:
    pages = {"a": ("25 kap. 40 § SoL", FILLER), "b": ("Socialtjänstlagen", "SFS 2025:400.")}
    assert order(search("2025:400", **pages)) == ["b"]


@pytest.mark.parametrize("query", ["19 kap. 1 §", "kap 19 § 1", "19:1", "19 1"])
def test_a_section_is_found_however_it_is_cited(search: Search, query: str) -> None:
    pages = {"a": ("19 kap. 1 § SoL", FILLER), "b": ("20 kap. 1 § SoL", FILLER)}
    assert order(search(query, **pages)) == ["a"]


def test_a_short_word_is_never_read_as_another_but_a_slip_in_a_long_one_is(search: Search) -> None:
    pages = {"a": ("Gång", FILLER), "b": ("Orosanmälan", FILLER)}
    assert search("gäng", **pages)["sidor"] == [] and search("gäng", **pages)["menade"] == []
    slip = search("orosanmälam", **pages)
    assert (order(slip), slip["menade"]) == (["b"], ["orosanmälan"])
    assert search("hatar", a=("Hotar", FILLER))["menade"] == []


def test_a_word_that_no_page_has_is_told(search: Search) -> None:
    assert search("zebra", a=("Anmälan", FILLER))["okända"] == ["zebra"]


def test_pages_are_found_while_the_word_is_written(search: Search) -> None:
    pages = {"a": ("Återkoppling", FILLER), "b": ("Annat", FILLER)}
    assert [order(search(begun, **pages)) for begun in ("åte", "återk", "aterk")] == [["a"]] * 3


def test_dots_may_be_left_out_of_a_long_word_but_not_of_a_short_one(search: Search) -> None:
    pages = {"a": ("Äga", FILLER), "b": ("Våld", FILLER)}
    assert order(search("vald", **pages)) == ["b"]
    assert order(search("aga ", **pages)) == []


def test_a_kind_of_page_that_staff_come_for_weighs_more(search: Search) -> None:
    pages = {"a": ("Anmälan", FILLER), "b": ("Anmälan", FILLER)}
    assert order(search("anmälan", weights=[1, 1.7], **pages)) == ["b", "a"]
    assert order(search("anmälan", weights=[1.7, 1], **pages)) == ["a", "b"]


def test_the_best_section_of_a_page_is_the_one_that_is_led_to(search: Search) -> None:
    sections = [("", "Rutinen", FILLER), ("steg-1", "Anmäl", FILLER), ("steg-2", "Svara", "Svara den som anmälde.")]
    (page,) = search("svara", a=("Rutinen", sections))["sidor"]
    assert page["avsnitt"][0]["ankare"] == "steg-2"


def test_what_is_shown_of_a_text_is_where_the_word_stands(page: Any) -> None:
    text = f"{'början ' * 30}här står samtycket i texten {'slutet ' * 60}".strip()
    pieces = page.evaluate(CUT, [text, "samtycket"])
    assert [piece for piece, hit in pieces if hit] == ["samtycket"]
    whole = "".join(piece for piece, _ in pieces)
    assert whole.startswith("… början") and whole.endswith("slutet …") and len(whole.split()) < 40


def test_a_short_text_is_shown_whole(page: Any) -> None:
    assert page.evaluate(CUT, ["Ring nu, genast.", "nu"]) == [["Ring ", False], ["nu", True], [", genast.", False]]


DAILY = {"vardagsord": [[["får stryk", "blåtira"], ["vald", "annan"], 1], [["kallelse"], ["annan"], 0]]}


def test_what_people_say_leads_to_the_page_though_it_has_none_of_the_words(search: Search) -> None:
    pages = {"vald": ("Våld hemma", FILLER), "annan": ("Annat", FILLER), "c": ("Får", "En pojke får något.")}
    assert order(search("pojken får stryk hemma", more=DAILY, **pages))[0] == "vald"
    assert order(search("blåtira", more=DAILY, **pages)) == ["vald", "annan"]


def test_whoever_tells_of_a_child_gets_the_way_to_help_first(search: Search) -> None:
    pages = {"vald": ("Våld hemma", FILLER), "annan": ("Annat", FILLER)}
    for told in ("blåtira", "xqzwv", "någon annan region kommunen arbetet våld står"):
        assert search(told, more=DAILY, **pages)["orolig"] == WORRIED, told
    for other in ("kallelse", "kommunen"):
        assert search(other, more=DAILY, **pages)["orolig"] == [], other


def test_what_is_for_ones_own_work_comes_first(search: Search) -> None:
    pages = {"vard": ("Sekretess", FILLER), "skola": ("Sekretess", FILLER)}
    more = {"för": {"skola": ["larare"], "vard": ["lakare"]}}
    assert order(search("sekretess", more=more, mine=["larare"], **pages)) == ["skola", "vard"]
    assert order(search("sekretess", more=more, mine=["lakare"], **pages)) == ["vard", "skola"]


def test_each_answer_of_a_page_is_a_result_and_what_is_not_known_comes_last(search: Search) -> None:
    answers = [("svar-a", "Polisen ringer skolan", "Ja."), ("svar-b", "Polisen ringer hem", "Nej.")]
    pages = {
        "a": ("Sidan", [("", "Sidan", "Om."), *answers]),
        "b": ("Annat", [("oklart", "Polisen ringer", "Oklart.")]),
    }
    found = [page["avsnitt"][0]["ankare"] for page in search("polisen ringer", **pages)["sidor"]]
    assert (set(found[:2]), found[2:]) == ({"svar-a", "svar-b"}, ["oklart"])


@pytest.mark.parametrize(
    "forms",
    [
        "barn barnet barnen barnets",
        "rektor rektorn rektorer",
        "nummer numret",
        "slå slog slagit",
        "säga säger sagt",
        "samtycke samtycket samtycken",
        "familjeenhet familjeenheten familjeenheterna",
        "hem hemmet",
        "papper pappret",
    ],
)
def test_the_forms_of_a_word_are_one(forms: str, page: Any) -> None:
    stems = page.evaluate(STEMS, forms.split())
    assert len(set(stems)) == 1, stems


@pytest.mark.parametrize(
    "apart", ["pappa papper", "hem hemlig", "familj familjeenheten", "dag dagordning", "gång gäng"]
)
def test_words_that_are_like_stay_apart(apart: str, page: Any) -> None:
    assert len(set(page.evaluate(STEMS, apart.split()))) == 2


def test_a_word_is_not_lost_for_being_like_a_small_one_without_its_dots(search: Search) -> None:
    pages = {"a": ("Dö", "Någon vill dö."), "b": ("Nätet", "Ett nät."), "c": ("Annat", FILLER)}
    assert order(search("vill dö", **pages))[0] == "a"
    assert order(search("nät", **pages)) == ["b"]


def test_an_excerpt_goes_on_to_the_condition_that_ends_its_sentence(page: Any) -> None:
    text = "Ring nu. " + "ord " * 38 + "inom fjorton dagar, om inte särskilda skäl finns. Nästa mening står för sig."
    told = "".join(piece for piece, _ in page.evaluate(CUT, [text, "Ring"]))
    assert told.endswith("om inte särskilda skäl finns …")
