"""Whoever wants to say that a step does not work gets a letter begun; nowhere on the web does one write of a child."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from casefiles import OWN_SETTINGS, base_model, lay_local
from html_page import HtmlPage
from samverkan import Model, build_model
from samverkan.kinds import Rutin, Situation
from samverkan.kinds.installningar import Inställningar
from samverkan.pages.render import Renderer
from samverkan.pages.views.feedback import FORM, WARNING, deviation_from, fault_on
from samverkan.pages.views.standing import version
from samverkan.pages.views.step import steps

MAIL = "samverkan+rutiner@exempel.se"
SERVICE = "https://exempel.se/avvikelse"
LETTER = re.compile(r"\]\((mailto:samverkan[^)\s]*)\)")


def with_settings(model: Model, **settings: str) -> Model:
    """The model with other settings of its publisher."""
    return replace(model, settings=Inställningar(id="installningar", namn="Webben", **settings))


@pytest.fixture(scope="module")
def writes(real_model: Model) -> Model:
    """The real model of a publisher with addresses to write to."""
    return with_settings(
        real_model, samverkansavvikelser=MAIL, kontakt="webb@exempel.se", adress="https://exempel.se/webb"
    )


def letter(address: str) -> tuple[str, str, str]:
    """To whom, about what and how a letter begins, as a mail program reads it."""
    parts = urlsplit(address)
    assert parts.scheme == "mailto"
    assert re.fullmatch(r"[A-Za-z0-9_.~%=&-]+", parts.query), "varje annat tecken är kodat"
    fields = parse_qs(parts.query, strict_parsing=True)
    return unquote(parts.path), fields["subject"][0], fields["body"][0]


def test_the_link_of_every_step_of_every_routine_tells_which_it_is(writes: Model) -> None:
    renderer = Renderer(writes)
    for rutin in writes.all(Rutin):
        found = LETTER.findall(renderer.thing(rutin))
        assert len(found) == len(rutin.steg), rutin.id
        for number, (address, steg) in enumerate(zip(found, rutin.steg, strict=True), 1):
            to, subject, body = letter(address)
            lines = body.split("\r\n")
            assert to == MAIL
            assert subject == f"Samverkansavvikelse: {rutin.namn}, steg {number}"
            assert lines[0] == WARNING.upper()
            assert f"Rutin: {rutin.namn}" in lines
            assert f"Steg {number}: {steg.namn}" in lines
            assert f"Version: {version(rutin)}" in lines
            assert f"Adress: https://exempel.se/webb/rutiner/{rutin.id}/#steg-{steg.id}" in lines
            assert "\n" not in body.replace("\r\n", "")


def test_the_link_of_every_situation_tells_which_it_is(writes: Model) -> None:
    renderer = Renderer(writes)
    for situation in writes.all(Situation):
        (address,) = LETTER.findall(renderer.thing(situation))
        body = letter(address)[2]
        assert f"Situation: {situation.namn}\r\nVersion: {version(situation)}" in body


def test_the_version_in_the_letter_is_the_one_under_the_title(writes: Model) -> None:
    for thing in (*writes.all(Rutin), *writes.all(Situation)):
        page = Renderer(writes).thing(thing)
        under = re.search(r'class="lage".*version ([0-9a-f]{6})', page)
        assert under and f"Version%3A%20{under[1]}%0D%0A" in page, thing.id


def test_the_warning_stands_beside_every_link_to_write_to(writes: Model) -> None:
    for model in (writes, with_settings(writes, samverkansavvikelser=SERVICE)):
        for rutin in model.all(Rutin):
            page = Renderer(model).thing(rutin)
            lines = [line for line in page.splitlines() if "fungerar-inte" in line]
            assert len(lines) == len(rutin.steg)
            assert all(WARNING in line and FORM in line for line in lines)


def test_a_service_on_the_web_gets_nothing_along_and_the_reader_is_told_what_to_say(real_model: Model) -> None:
    model = with_settings(real_model, samverkansavvikelser=SERVICE)
    rutin = model.all(Rutin)[0]
    way = deviation_from(model, rutin, steps(rutin)[2])
    assert way.adress == SERVICE
    assert way.uppge == f"”{rutin.namn}”, steg 3, version {version(rutin)}"


def test_without_an_address_there_is_no_letter_but_the_form(real_model: Model) -> None:
    model = with_settings(real_model)
    renderer = Renderer(model)
    for thing in (*model.all(Rutin), *model.all(Situation)):
        assert "mailto:" not in "".join(line for line in renderer.thing(thing).splitlines() if "fungerar-inte" in line)
        assert deviation_from(model, thing).adress == FORM
    told = renderer.template("kontakt_utgivare")
    assert "Ingen adress att skriva till är ifylld ännu." in told
    assert "din chef" in told


def test_that_a_page_is_wrong_is_told_to_its_publisher(writes: Model, real_model: Model) -> None:
    rutin = writes.all(Rutin)[0]
    to, subject, body = letter(fault_on(writes, rutin).adress)
    assert (to, subject) == ("webb@exempel.se", f"Fel på sidan: {rutin.namn}")
    assert body.startswith(WARNING.upper())
    assert f"Version: {version(rutin)}\r\nAdress: https://exempel.se/webb/rutiner/{rutin.id}/" in body
    assert fault_on(with_settings(real_model), rutin).adress == "/om/kontakt.md"


@pytest.mark.parametrize(
    ("own", "countys", "to"),
    [
        (MAIL, SERVICE, MAIL),
        (None, SERVICE, SERVICE),
        (MAIL, None, MAIL),
        (None, None, None),
    ],
)
def test_a_kommuns_own_address_goes_before_the_countys(
    tmp_path: Path, own: str | None, countys: str | None, to: str | None
) -> None:
    root = base_model(tmp_path)
    line = "samverkansavvikelser: {}\n"
    settings = f"id: installningar\nnamn: Länet\n{line.format(countys) if countys else ''}"
    (root / "model/gemensam/installningar.yml").write_text(settings, encoding="utf-8")
    lay_local(root, "exempelkommun", {"installningar.yml": OWN_SETTINGS + (line.format(own) if own else "")})
    kommun = build_model(root, kommun="exempelkommun")[0]
    county = build_model(root)[0]
    assert kommun.avvikelser_till == to
    assert county.avvikelser_till == countys
    told = Renderer(county, [kommun]).template("samverkansavvikelse")
    assert (f"- Orten: [{MAIL}](mailto:{MAIL.replace('+', '%2B')})" in told) == bool(own)


def test_in_the_built_page_the_letter_is_whole(sagolandet: Path) -> None:
    page = HtmlPage.read(sagolandet / "rutiner/orosanmalan/index.html", sagolandet)
    letters = [letter(value) for _, _, value in page.addresses if value.startswith("mailto:samverkan")]
    assert [subject for _, subject, _ in letters] == [
        "Samverkansavvikelse: Anmäla oro, steg 1",
        "Samverkansavvikelse: Anmäla oro, steg 2",
    ]
    assert {to for to, _, _ in letters} == {MAIL}
    assert "Steg 2: Svara den som anmälde\r\nVersion: " in letters[1][2]


def test_in_the_built_web_every_step_leads_to_the_form(html: dict[str, HtmlPage], real_model: Model) -> None:
    for rutin in real_model.all(Rutin):
        source = html[f"rutiner/{rutin.id}/index.html"].source
        lines = re.findall(r'<p class="[^"]*fungerar-inte".*?</p>', source)
        assert len(lines) == len(rutin.steg)
        assert all('href="../../blanketter/samverkansavvikelse/"' in line for line in lines)


def test_the_form_has_nowhere_to_write_and_says_what_it_does_not_replace(html: dict[str, HtmlPage]) -> None:
    source = html["blanketter/samverkansavvikelse/index.html"].source
    article = source.partition("<article")[2].partition("</article>")[0]
    assert not re.search(r"<(input|textarea|select|form|button)|contenteditable", article)
    assert article.index(WARNING) < article.index("skrivruta")
    for replaced in ("fragor/orolig", "lagrum/sol-27-2", "lagrum/skollagen-4-8"):
        assert f"../../{replaced}/" in article.partition("Blanketten ersätter inget")[2]


@pytest.mark.parametrize("path", ["rutiner/oense", "rutiner/samarbetet-har-havererat", "forum/lansstyrgruppen"])
def test_the_form_is_found_from_where_it_is_needed(html: dict[str, HtmlPage], path: str) -> None:
    lines = html[f"{path}/index.html"].source.splitlines()
    assert any("blanketter/samverkansavvikelse/" in line and "fungerar-inte" not in line for line in lines)
