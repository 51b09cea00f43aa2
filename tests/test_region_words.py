"""What the region says in its own words stands on the page that it is for, and each such page has a place for it."""

from __future__ import annotations

from typing import get_args

from project import ROOT
from samverkan import Model
from samverkan.kinds.region import Sida
from samverkan.pages.macros import Macros
from samverkan.pages.render import Renderer

WRITTEN = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))}


def test_each_page_with_a_place_for_them_has_it_once() -> None:
    places = {
        sida: [path for path, text in WRITTEN.items() if f'{{{{ text("{sida}") }}}}' in text] for sida in get_args(Sida)
    }
    assert {sida: paths for sida, paths in places.items() if len(paths) != 1} == {}


def test_every_text_of_the_region_is_on_its_page(real_model: Model) -> None:
    renderer = Renderer(real_model)
    shown = {path: Macros(renderer).expand(text) for path, text in WRITTEN.items()}
    assert real_model.region.texter
    for one in real_model.region.texter:
        (page,) = [path for path, text in WRITTEN.items() if f'text("{one.sida}")' in text]
        assert renderer.text(one.text) in shown[page], one.sida


def test_the_guide_has_the_regions_own_kommun_as_its_example(real_model: Model) -> None:
    guide = next(text for path, text in WRITTEN.items() if path.name == "publicera.md")
    kommun = real_model.region.exempel
    assert kommun is not None
    assert f"make kommun KOMMUN={kommun.id}" in Macros(Renderer(real_model)).expand(guide)
