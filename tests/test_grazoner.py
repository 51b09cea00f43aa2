"""The gray zones that the build finds: each kind in a small model, and every one of the real model on its page."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import pytest
from casefiles import TODAY, Case, cases
from html_page import HtmlPage
from samverkan import Model, examine
from samverkan.grazoner import SORTS, Gråzon, Sort, gray_zones, mandate
from samverkan.kinds import Forum, Lärdom
from samverkan.kinds.labels import Uppfylld
from samverkan.pages.render import Renderer

ZONES = [case for case in cases() if case.gråzoner]
ADVICE = re.compile(r'<tr[^>]*><th scope="row"[^>]*><a href="#([\w-]+)">.*?</tr>', re.DOTALL)
MET = re.compile(r'<td data-label="Uppfylld"[^>]*>(.*?)</td>')
TAG = re.compile(r"<[^>]*>")
ROW = re.compile(r'<li id="(\w+-[\w-]+)">(.*?)</li>', re.DOTALL)


@pytest.mark.parametrize("case", ZONES, ids=lambda case: case.name)
def test_a_case_has_exactly_these_gray_zones(case: Case, tmp_path: Path) -> None:
    model, _ = examine(case.lay_out(tmp_path), TODAY, case.kommun)
    found = gray_zones(model)
    for sort, told in case.gråzoner.items():
        assert [said(model, zone) for zone in found if zone.sort.id == sort] == told, case.visar


def said(model: Model, zone: Gråzon) -> str:
    """Where a zone is, and which forum may settle it."""
    places = [plats.namn if len(zone.platser) == 1 else f"{plats.namn} i {plats.sak.namn}" for plats in zone.platser]
    settled = mandate(model, zone)
    forum = settled.forum.namn if settled.forum else "inget forum"
    return f"{', '.join(places)} ({settled.egen.head.beslutad.av if settled.egen else forum})"


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.id)
def test_each_kind_is_found_in_one_small_model_and_not_in_another(sort: Sort) -> None:
    told = [case.gråzoner[id] for case in ZONES for id in case.gråzoner if id == sort.id]
    assert [] in told and any(told)


def test_every_gray_zone_of_the_model_stands_on_the_page_with_all_that_is_known(
    real_model: Model, html: dict[str, HtmlPage]
) -> None:
    page = html["lardomar/grazoner/index.html"]
    shown = dict(ROW.findall(page.source))
    zones = gray_zones(real_model)
    assert zones and list(shown) == [zone.id for zone in zones]
    for zone in zones:
        row, settled = shown[zone.id], mandate(real_model, zone)
        cited = [source.källa.saken for source in zone.källor]
        wanted = [plats.url for plats in zone.platser]
        wanted += [thing.url for thing in (*zone.vem, *zone.lagrum, *zone.lärdomar, *cited)]
        assert settled.forum, zone.id
        assert {address(url) for url in (*wanted, settled.forum.url, settled.ta_upp[1])} <= linked(page, row), zone.id
        assert zone.syns in TAG.sub("", row)
        assert zone.källor or zone.lärdomar or "Källorna säger inget om det." in row
    for sort in SORTS:
        assert sort.id in page.ids and sort.regel in page.text


def address(url: str) -> str:
    """Where a page of the model is in the built web, from its root."""
    path, _, part = url.partition("#")
    return f"{path.removesuffix('index.md').removesuffix('.md').rstrip('/')}/{'#' + part if part else ''}"


def linked(page: HtmlPage, row: str) -> set[str]:
    """Every address in a piece of a built page, from the root of the web."""
    return {urljoin(f"/{page.address}", href) for href in re.findall(r'href="([^"]+)"', row)}


def test_a_kind_that_has_none_says_so(base: Model) -> None:
    text = Renderer(base).template("grazoner")
    assert text.count("Inga funna.") == sum(not any(z.sort is sort for z in gray_zones(base)) for sort in SORTS) > 0


def test_a_forum_says_how_many_gray_zones_it_may_settle(real_model: Model, html: dict[str, HtmlPage]) -> None:
    settled = Counter(one.id for zone in gray_zones(real_model) if (one := mandate(real_model, zone).forum))
    for forum in real_model.all(Forum):
        told = re.search(r"Gråzoner att ta upp (\d+)", html[f"forum/{forum.id}/index.html"].text)
        assert (int(told[1]) if told else 0) == settled[forum.id], forum.id


def test_every_recommendation_has_its_row_with_answer_judgement_and_gray_zones(
    real_model: Model, html: dict[str, HtmlPage]
) -> None:
    page = html["lardomar/rekommendationer/index.html"]
    rows = {match[1]: match[0] for match in ADVICE.finditer(page.source)}
    zones = gray_zones(real_model)
    advice = [one for one in real_model.all(Lärdom) if one.typ == "rekommendation"]
    assert set(rows) == {one.id for one in advice}
    for one in advice:
        row = rows[one.id]
        assert TAG.sub("", MET.findall(row)[0]) == one.uppfylld.label
        assert {address(ref.saken.url) for svar in one.svar for ref in svar.refs} <= linked(page, row)
        touching = [zone.id for zone in zones if any(one is lärdom for lärdom in zone.lärdomar)]
        assert [id for id in re.findall(r'grazoner/#([\w-]+)"', row)] == touching


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"svar": [], "obesvarad": "Inget finns."}, Uppfylld.NEJ),
        ({"delvis": "Barnen frågas inte."}, Uppfylld.DELVIS),
        ({}, Uppfylld.JA),
    ],
)
def test_a_recommendation_is_met_in_part_or_not(base: Model, changes: dict[str, object], told: Uppfylld) -> None:
    assert base.all(Lärdom)[0].model_copy(update=changes).uppfylld is told


def test_a_recommendation_that_only_a_method_from_elsewhere_answers_is_met_in_part(real_model: Model) -> None:
    advice = [one for one in real_model.all(Lärdom) if one.typ == "rekommendation" and one.svar]
    only = [one for one in advice if all(r.saken.märken and r.kind != "rutin" for s in one.svar for r in s.refs)]
    assert only and {one.uppfylld for one in only} == {Uppfylld.DELVIS}
