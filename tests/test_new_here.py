"""Whoever is new finds what their own funktion needs first, short, and three exercises that are about their work."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from html_page import HtmlPage
from project import ROOT
from samverkan import Model, build_model
from samverkan.kinds import Forum, Funktion, Kontakt, Lagrum, Ref, Rutin, Sekretess, Situation, Steg, Thing, Övning
from samverkan.pages.render import Renderer
from samverkan.pages.views.new_here import NewHere
from samverkan.pages.work import Work


def _page(html: dict[str, HtmlPage], funktion: Funktion) -> HtmlPage:
    return html[f"funktioner/{funktion.id}/ny-pa-jobbet/index.html"]


def test_every_funktion_has_its_page_and_leads_to_it(real_model: Model, html: dict[str, HtmlPage]) -> None:
    for funktion in real_model.all(Funktion):
        assert _page(html, funktion)
        leads = [value for tag, _, value in html[f"funktioner/{funktion.id}/index.html"].addresses if tag == "a"]
        assert "ny-pa-jobbet/" in leads, funktion.id


def test_the_steps_are_its_own_and_those_left_out_are_counted(real_model: Model) -> None:
    for funktion in real_model.all(Funktion):
        own = {rutin.id: [steg.id for steg, _ in rows] for rutin, rows in Work(real_model, funktion).egna}
        cut = NewHere(real_model, funktion).steg
        assert len(cut.visas) + cut.fler == len(own), funktion.id
        for rutin, steps in cut.visas:
            assert [steg.id for steg in steps.visas] == own[rutin.id][: len(steps.visas)]
            assert len(steps.visas) + steps.fler == len(own[rutin.id])


def test_the_forums_are_those_it_sits_in(real_model: Model) -> None:
    for funktion in real_model.all(Funktion):
        ny = NewHere(real_model, funktion)
        shown = {forum.id for forum, _, _ in ny.forum} | {forum.id for forum in ny.metodens_forum}
        assert shown == {forum.id for forum, _, _ in Work(real_model, funktion).forum}


def test_every_funktion_has_three_exercises(real_model: Model) -> None:
    assert {f.id: n for f in real_model.all(Funktion) if (n := len(NewHere(real_model, f).övningar)) != 3} == {}


def test_an_exercise_leads_to_what_names_each_of_its_funktioner_or_everybody(real_model: Model) -> None:
    lost = [
        f"{övning.id}: {ref.id}"
        for övning in real_model.all(Övning)
        for ref in övning.för
        if not any(_concerns(link, ref.saken) for facit in övning.facit for link in facit.står_i)
    ]
    assert lost == []


def _concerns(link: Ref[Thing], funktion: Funktion) -> bool:
    """Whether what a link leads to is for a funktion: its step, its workplace's page, or for everybody."""
    thing, whose = link.saken, {funktion.id, *(ref.id for ref in funktion.ingår_i)}
    places = {ref.id for ref in funktion.verksamheter}
    if isinstance(thing, Rutin):
        steps: list[Steg] = [steg for steg in thing.steg if link.part in ("", f"steg-{steg.id}")]
        return any(whose & set(steg.berörda) for steg in steps)
    if isinstance(thing, Situation):
        return not thing.vanlig_i or bool(places & {ref.id for ref in thing.vanlig_i})
    if isinstance(thing, Sekretess):
        return bool(places & {ref.id for ref in thing.verksamheter})
    if isinstance(thing, Forum):
        return bool(whose & {ref.id for ref in thing.deltagare})
    return isinstance(thing, Lagrum) or thing is funktion


def test_it_is_short(real_model: Model) -> None:
    # Ten minutes at 200 words a minute; links' addresses and the numbers that a reader unfolds are not read.
    renderer = Renderer(real_model)
    for funktion in real_model.all(Funktion):
        text = renderer.template("ny_pa_jobbet", ny=NewHere(real_model, funktion))
        read = re.sub(r"<details.*?</details>|<[^>]*>|\]\([^)]*\)|\{:[^}]*\}", " ", text, flags=re.DOTALL)
        assert len(read.split()) < 2000, (funktion.id, len(read.split()))


def test_a_kommuns_web_shows_its_own_contact_and_says_which_are_missing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "model" / "gemensam", tmp_path / "model" / "gemensam")
    shutil.copytree(ROOT / "tests" / "exempel" / "gnesta", tmp_path / "model" / "lokalt" / "gnesta")
    model, _ = build_model(tmp_path, kommun="gnesta")
    text = Renderer(model).template("ny_pa_jobbet", ny=NewHere(model, model.get(Funktion, "larare")))
    assert str(model.get(Kontakt, "socialtjanst").telefon) in text
    assert "kontakten är inte ifylld" in text
