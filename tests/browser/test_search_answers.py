"""Staff's own words lead to the page they need: the whole list of tests/sokfragor.yml, in the real worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from project import ROOT

GROUPS: dict[str, list[dict[str, Any]]] = yaml.safe_load((ROOT / "tests" / "sokfragor.yml").read_text(encoding="utf-8"))
QUERIES = [query for group in GROUPS.values() for query in group]
AMONG = 3
ENOUGH = 0.95
# Asks the worker everything at once; gives for each query its pages as [address, first anchor].
ASK = """async (queries) => {
  const worker = new Worker("assets/js/sok-arbetare.js", {type: "module"});
  const index = await (await fetch("assets/sok.json")).text();
  return await new Promise((resolve, reject) => {
    const found = [];
    worker.onerror = () => reject(new Error("sökningen kunde inte starta"));
    worker.onmessage = ({data}) => {
      if (data.nummer === undefined) return;
      found[data.nummer] = data;
      if (found.filter(Boolean).length === queries.length) resolve(found);
    };
    worker.postMessage({index});
    queries.forEach((fråga, nummer) => worker.postMessage({nummer, fråga}));
  });
}"""


@pytest.fixture(scope="module")
def ask(browser: Any, address: str) -> Any:
    page = browser.new_page()
    page.goto(address)
    yield lambda queries: page.evaluate(ASK, queries)
    page.close()


@pytest.fixture(scope="module")
def missed(ask: Callable[..., Any]) -> list[str]:
    """A line for each query whose page is not among the first three."""
    lines = []
    for query, answer in zip(QUERIES, ask([query["sök"] for query in QUERIES]), strict=True):
        wanted = [query["sida"]] if isinstance(query["sida"], str) else query["sida"]
        shown = [
            (page["adress"] or "./", page["avsnitt"][0]["ankare"], page["avsnitt"]) for page in answer["sidor"][:AMONG]
        ]
        reached = {address for address, _, _ in shown} | {f"{address}#{anchor}" for address, anchor, _ in shown}
        if not reached & set(wanted):
            first = ", ".join(f"{address}#{anchor}".rstrip("#") for address, anchor, _ in shown) or "inget"
            lines.append(f"”{query['sök']}” ska ge {' eller '.join(wanted)}, men gav {first}")
    return lines


def test_the_list_is_long_enough_and_covers_the_ways_of_writing() -> None:
    assert len(QUERIES) >= 80
    assert {"böjning", "sammansättning", "utan prickar", "synonym", "gamla lagrum", "felstavning"} <= set(GROUPS)
    assert all(len(group) >= 7 for group in GROUPS.values())
    assert len({query["sök"].casefold() for query in QUERIES}) == len(QUERIES)


def test_every_page_that_the_list_wants_exists(html: dict[str, Any]) -> None:
    addresses = {page.address: page for page in html.values()}
    for query in QUERIES:
        for wanted in [query["sida"]] if isinstance(query["sida"], str) else query["sida"]:
            address, _, anchor = wanted.removeprefix("./").partition("#")
            assert address in addresses, query
            assert not anchor or anchor in addresses[address].ids, query


def test_the_page_that_is_needed_is_among_the_first_three(missed: list[str]) -> None:
    print(*missed, sep="\n")
    right = 1 - len(missed) / len(QUERIES)
    assert right >= ENOUGH, f"{right:.1%} rätt:\n" + "\n".join(missed)


@pytest.mark.parametrize(
    "words",
    [
        ["orosanmälan", "orosanmälningar", "OROSANMÄLAN", "orosanmalan", "orosanmälam", "socanmälan", "anmäla oro"],
        ["återkoppling", "återkopplar", "aterkoppling", "återkåppling"],
        ["14 kap 1 §", "14 kap. 1 § SoL", "14:1 SoL", "SoL 14:1", "sol 14 kap 1", "19 kap 1 §", "19:1", "SoL 19:1"],
        ["26 kap. 9 a § OSL", "26:9a", "26:9 a", "OSL 26:9 a"],
    ],
)
def test_however_it_is_written_the_same_page_is_best(ask: Callable[..., Any], words: list[str]) -> None:
    best = {word: answer["sidor"][0]["adress"] for word, answer in zip(words, ask(words), strict=True)}
    assert len(set(best.values())) == 1, best


def test_what_the_search_was_read_as_is_told(ask: Callable[..., Any]) -> None:
    soc, slip, old, plain = ask(["soc", "orosanmälnan", "14 kap 1 §", "rektor"])
    assert soc["också"] == ["socialtjänst"]
    assert slip["menade"] == ["orosanmälan"]
    assert old["ersatta"][0]["nytt"] == "19 kap. 1 § SoL"
    assert "2001:453" in old["ersatta"][0]["gammal"]
    assert (plain["också"], plain["menade"], plain["ersatta"]) == ([], [], [])


# What staff may write of a child, whether or not the model has the word.
ABOUT_A_CHILD = """
    självmord gäng blåmärken grooming bortgift slår pappa mamma sparkar hotar våldtäkt gråter bränd
    låser straffar luktar smutsig hungrig svälter knark dricker berusad pistol kniv vapen stjäl rymt
    hemlös gravid nakenbilder mobbad hatar rädd ångest deprimerad skärsår självskada ärr bitmärke
    brännmärken stryk aga daska luggad knuffad tafsar oskuld omskuren barnäktenskap kusin gifta
    styvpappa bebis skakad rullstol ensam utelåst instängd frusen tänder lukt
"""


def test_a_word_about_a_child_is_never_read_as_another(ask: Callable[..., Any]) -> None:
    read = {
        word: answer["menade"] for word, answer in zip(ABOUT_A_CHILD.split(), ask(ABOUT_A_CHILD.split()), strict=True)
    }
    assert {word: other for word, other in read.items() if other} == {}
    wrong = {"deprimerad": "mer", "barnäktenskap": "skapa", "brännmärken": "märker"}
    also = {word: answer["också"] for word, answer in zip(wrong, ask(list(wrong)), strict=True)}
    assert also == {word: [] for word in wrong}


def test_a_slip_of_the_finger_in_a_long_word_is_still_mended(ask: Callable[..., Any]) -> None:
    slips = {"orosanmälnan": "orosanmälan", "samtyke": "samtycke", "återkåppling": "återkoppling"}
    assert {word: answer["menade"] for word, answer in zip(slips, ask(list(slips)), strict=True)} == {
        word: [meant] for word, meant in slips.items()
    }


def test_a_word_with_a_ring_is_not_the_word_without(ask: Callable[..., Any]) -> None:
    (violence,) = ask(["våld"])
    assert "funktioner/fortroendevald/" not in [page["adress"] for page in violence["sidor"]]


def test_nonsense_finds_nothing_and_breaks_nothing(ask: Callable[..., Any]) -> None:
    odd = ["", "   ", "§", "?!", "(", "xqzwv", "<q>", "🙂", "a" * 500, "och att det", "kap", "1 2 3 4", "..."]
    for query, answer in zip(odd, ask(odd), strict=True):
        assert answer["antal"] == 0 or query == "1 2 3 4", query
