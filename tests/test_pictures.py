"""The pictures show all that the model says, in words too, and every part leads to its page."""

from __future__ import annotations

import gzip
import re

import pytest
from html_page import HtmlPage
from hypothesis import given
from hypothesis import strategies as st
from project import ROOT
from samverkan import Model, build_model
from samverkan.kinds import Forum, Funktion, Nivå, Rutin
from samverkan.pages.pictures import by_next, pictures
from samverkan.pages.pictures.ladder import END, LAST, UNSURE
from samverkan.pages.pictures.levels import NONE_HERE, passed
from samverkan.pages.pictures.svg import NARROW, TARGET, width_of, wrap
from samverkan.pages.pictures.words import brief, first_sentence
from samverkan.pages.views.year import year, year_of
from samverkan.pages.work import Work
from samverkan.phrases import way_up
from svg_picture import Picture

LONG = "Samverkansöverenskommelseuppföljningsgruppen för Länsövergripande & ”gemensamma” <frågor>"


def drawn(model: Model, name: str, *values: object) -> list[Picture]:
    return Picture.read(pictures(model)[name](*values))


def renamed(name: str) -> Model:
    """The real model with another name on everything that a picture names."""
    model, _ = build_model(ROOT)
    for thing in [*model.all(Forum), *model.all(Nivå), *model.all(Funktion)]:
        vars(thing)["namn"] = name  # a copy of ours: what is read from files is frozen
    return model


def all_pictures(model: Model) -> list[Picture]:
    made = drawn(model, "bild_nivåer") + drawn(model, "bild_struktur")
    years = [year(model), *(year_of(Work(model, funktion)) for funktion in model.all(Funktion))]
    made += [one for each in years if each.månader for one in drawn(model, "bild_år", each)]
    made += [one for rutin in model.all(Rutin) for one in drawn(model, "bild_banor", rutin)]
    return made + [one for group in ladders(model) for one in drawn(model, "bild_stege", group)]


def ladders(model: Model) -> list[list[Forum]]:
    return [*([forum] for forum in model.all(Forum)), *by_next(model.all(Forum))]


# The four levels.


def test_every_level_is_there_with_who_sits_there_and_what_passes(real_model: Model) -> None:
    for picture in drawn(real_model, "bild_nivåer"):
        for nivå in real_model.all(Nivå):
            assert (nivå.url, nivå.namn) in picture.links
            shown = [brief(who) for who in nivå.deltagare] + [passed(nivå, "uppåt"), passed(nivå, "nedåt")]
            assert [words for words in shown if words not in picture.words or words not in picture.told] == []


def test_politics_stand_on_top_and_those_closest_to_the_children_below(real_model: Model) -> None:
    for picture in drawn(real_model, "bild_nivåer"):
        places = [picture.words.index(nivå.namn) for nivå in real_model.all(Nivå)]
        assert places == sorted(places)


def test_every_forum_is_on_its_level_marked_in_words_as_todays_or_as_method(real_model: Model) -> None:
    for picture in drawn(real_model, "bild_nivåer"):
        for nivå in real_model.all(Nivå):
            own = [forum for forum in real_model.all(Forum) if forum.nivå.till is nivå]
            below = picture.words.split(f"{nivå.namn}\n")[1]
            for forum in own:
                assert (forum.url, forum.namn) in picture.links
                heading = forum.märken[0] if forum.märken else f"I {real_model.region.namn} i dag"
                assert heading in below[: below.index(forum.namn)].split("Uppåt")[0]
            assert (NONE_HERE in below.split("Uppåt")[0]) == all(forum.märken for forum in own)


def test_the_list_beside_the_levels_says_the_same(real_model: Model, html: dict[str, HtmlPage]) -> None:
    text = html["nivaer/index.html"].text
    for nivå in real_model.all(Nivå):
        assert [who for who in nivå.deltagare if brief(who) not in text] == []
    assert [forum.namn for forum in real_model.all(Forum) if forum.namn not in text] == []


# The way up.


def test_the_way_up_shows_every_forum_on_it_and_links_them(real_model: Model) -> None:
    for starts in ladders(real_model):
        [picture] = drawn(real_model, "bild_stege", starts)
        hrefs = [href for href, _ in picture.links]
        assert hrefs == [forum.url for forum in [*starts, *way_up(starts[0])[1:]]]
        for forum in [*starts, *way_up(starts[0])[1:]]:
            assert forum.namn in picture.words and forum.namn in picture.told


def test_what_no_source_confirms_is_said_in_words_in_the_picture_and_to_those_who_listen(real_model: Model) -> None:
    seen = set()
    for forum in real_model.all(Forum):
        [picture] = drawn(real_model, "bild_stege", [forum])
        unsure = sum(f.vidare_till.status == "ej_bekräftad" for f in way_up(forum) if f.vidare_till)
        seen.add(unsure)
        assert picture.words.count(UNSURE) == picture.told.count(UNSURE) == unsure
        assert sum("streckad" in path.get("class", "") for path in picture.root.iter("path")) == unsure
    assert {0, 1, 2} <= seen


def test_the_way_up_says_where_it_ends(real_model: Model) -> None:
    for starts in ladders(real_model):
        [picture] = drawn(real_model, "bild_stege", starts)
        last = way_up(starts[0])[-1]
        ending = LAST if last.slutinstans else f"{END}\n{first_sentence(last.vidare_saknas or '')}"
        assert ending in picture.words
        assert ending.replace("\n", ". ") in picture.told


def test_a_ladder_that_is_unconfirmed_from_one_of_its_starts_says_so(base: Model) -> None:
    first = base.get(Forum, "skolgrupp")
    other = first.model_copy(deep=True, update={"id": "annan", "namn": "Förskolegruppen"})
    other.vidare_till.forum.till = first.vidare_till.forum.till
    vars(other.vidare_till)["status"] = "ej_bekräftad"
    [picture] = drawn(base, "bild_stege", [first, other])
    assert f"{UNSURE} från alla" in picture.words
    assert f"Från Förskolegruppen, Basnivå, till Styrgruppen ({UNSURE})." in picture.told


def test_the_routine_for_a_stuck_question_shows_the_way_from_every_part_of_the_county(
    real_model: Model, html: dict[str, HtmlPage]
) -> None:
    page = html["rutiner/samarbetet-har-havererat/index.html"]
    assert "Vägen uppåt från Arbetsgrupp Norra Barn, Arbetsgrupp Västra Barn och Arbetsgrupp Södra Barn" in page.source
    assert real_model.get(Forum, "nsv").namn in page.text


# A routine as lanes.


def test_every_step_is_marked_for_everyone_who_has_a_role_in_it(real_model: Model, html: dict[str, HtmlPage]) -> None:
    for rutin in real_model.all(Rutin):
        page = html[f"rutiner/{rutin.id}/index.html"]
        for picture in drawn(real_model, "bild_banor", rutin):
            for number, steg in enumerate(rutin.steg, 1):
                marks = [name for href, name in picture.links if href == f"#steg-{steg.id}"]
                assert f"steg-{steg.id}" in page.ids
                assert len(marks) == len(steg.berörda)
                for id in steg.berörda:
                    roles = [role.lower() for role in steg.roll(id)]
                    role = " och ".join(roles[:2]) if roles[0] == "huvudansvarig" else roles[0]
                    assert f"Steg {number}: {steg.namn}, {role} {real_model.get(Funktion, id).namn}" in marks


def test_every_funktion_has_a_lane_that_leads_to_its_page(real_model: Model) -> None:
    for rutin in real_model.all(Rutin):
        for picture in drawn(real_model, "bild_banor", rutin):
            assert {(f.url, f.namn) for f in rutin.funktioner} <= set(picture.links)


def test_the_signs_in_the_lanes_are_explained_in_words(real_model: Model) -> None:
    for picture in drawn(real_model, "bild_banor", real_model.get(Rutin, "orosanmalan")):
        for role in ("Huvudansvarig och utför", "Huvudansvarig", "Utför", "Konsulteras", "Informeras"):
            assert role in picture.words.split("\n")


@pytest.mark.parametrize("count", [1, 11, 12, 15, 30])
def test_a_routine_with_more_steps_takes_more_rows_and_no_narrower_marks(real_model: Model, count: int) -> None:
    rutin: Rutin = real_model.get(Rutin, "konsultation").model_copy()
    vars(rutin)["steg"] = [
        rutin.steg[0].model_copy(update={"id": f"steg{number}", "namn": f"Gör sak {number}"}) for number in range(count)
    ]
    for picture in drawn(real_model, "bild_banor", rutin):
        marks = [a for a in picture.root.iter("a") if a.attrib["href"].startswith("#")]
        assert len(marks) == count
        for mark in marks:
            target = mark.find("rect")
            assert target is not None
            assert float(target.attrib["width"]) >= TARGET and float(target.attrib["height"]) >= TARGET


def test_the_lanes_of_a_routine_weigh_at_most_3_kb_compressed_or_600_bytes_a_lane(real_model: Model) -> None:
    # Both drawings together; the page that holds them has its own limit (test_weight).
    for rutin in real_model.all(Rutin):
        drawings = pictures(real_model)["bild_banor"](rutin)
        assert len(gzip.compress(drawings.encode(), mtime=0)) <= max(3000, 600 * len(rutin.funktioner)), rutin.id


# The structure.


def test_every_forum_that_hangs_together_is_in_the_structure(real_model: Model, html: dict[str, HtmlPage]) -> None:
    page = html["styrning/index.html"]
    here = [forum for forum in real_model.all(Forum) if not forum.märken]
    for picture in drawn(real_model, "bild_struktur"):
        assert {(forum.url, forum.namn) for forum in here} <= {
            (href, next((f.namn for f in here if name.startswith(f.namn)), "")) for href, name in picture.links
        }
        for forum in here:
            for samband in forum.samband:
                assert samband.hur in picture.words and samband.hur in page.text
                assert f"{samband.läge} {samband.forum.till.namn}" in picture.told
                assert f"{samband.läge} {samband.forum.till.namn}" in page.text


def test_the_schools_missing_board_is_an_empty_box_with_words(real_model: Model, html: dict[str, HtmlPage]) -> None:
    missing = first_sentence(real_model.get(Forum, "skolchefsnatverket").vidare_saknas or "")
    assert missing in html["styrning/index.html"].text
    for picture in drawn(real_model, "bild_struktur"):
        assert f"Känd lucka\n{missing}" in picture.words
        assert missing in picture.told
        assert len([box for box in picture.root.iter("rect") if box.get("class") == "saknad"]) == 1


def test_what_is_unconfirmed_in_the_structure_is_said_in_words(real_model: Model, html: dict[str, HtmlPage]) -> None:
    unsure = [s for f in real_model.all(Forum) for s in f.samband if s.status == "ej_bekräftad"]
    assert unsure
    for picture in drawn(real_model, "bild_struktur"):
        assert picture.words.count("Ej bekräftad") == picture.told.count("(ej bekräftad)") == len(unsure)
    assert html["styrning/index.html"].text.count("(ej bekräftad)") == len(unsure)


# All of them.


def test_a_picture_with_links_is_a_group_with_a_name_and_told_in_words(real_model: Model) -> None:
    # role="img" would take the links away from those who listen.
    for picture in all_pictures(real_model):
        assert picture.root.get("role") == "group"
        assert picture.name and picture.told
        assert picture.links
        assert [href for href, name in picture.links if not name] == []


def test_nothing_in_a_picture_is_styled_or_scripted_in_place(real_model: Model) -> None:
    for picture in all_pictures(real_model):
        for part in picture.root.iter():
            assert part.tag not in ("style", "script")
            assert [name for name in part.attrib if name in ("style", "id") or name.startswith("on")] == []


@pytest.mark.parametrize("name", ["", LONG], ids=["som de heter", "mycket långa namn"])
def test_no_line_is_wider_than_its_picture(real_model: Model, name: str) -> None:
    for picture in all_pictures(renamed(name) if name else real_model):
        wide = [words for x, width, words in picture.lines if x + width > picture.width + 0.5]
        assert wide == []


def test_a_name_is_shown_as_it_is_written() -> None:
    for picture in all_pictures(renamed('Råd & "stöd" <x>')):
        # The wheel has room for numbers only.
        if picture.name != "Året som ett hjul":
            assert 'Råd & "stöd" <x>' in picture.words


@given(st.text(alphabet="abcåäöÅÄÖ WM.il-&<", max_size=80), st.floats(30, 400), st.booleans())
def test_wrapped_text_fits_and_keeps_every_letter(words: str, width: float, bold: bool) -> None:
    lines = wrap(words, width, bold=bold)
    assert all(width_of(line, bold=bold) <= width for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == words.replace("-", "").replace(" ", "")


def test_no_word_in_a_picture_is_taken_for_a_term_to_explain(html: dict[str, HtmlPage]) -> None:
    drawings = [
        (page.path, svg) for page in html.values() for svg in re.findall(r'<svg class="bild.*?</svg>', page.source)
    ]
    assert len({path for path, _ in drawings}) > 20
    assert [path for path, svg in drawings if "data-definition" in svg] == []


def test_a_phone_gets_a_drawing_for_a_phone(real_model: Model) -> None:
    for made in (drawn(real_model, "bild_nivåer"), drawn(real_model, "bild_struktur")):
        assert made[0].width == NARROW < made[1].width
        assert made[0].told == made[1].told
