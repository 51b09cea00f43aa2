"""What the reader is promised of the content: decided words whole, a study in one place, sources to be had."""

from __future__ import annotations

from samverkan import Model
from samverkan.kinds import Lärdom, Mål
from samverkan.pages.every_page import Page
from samverkan.pages.overview import findings_of, origins
from samverkan.pages.render import Renderer


def test_the_decided_goal_stands_word_for_word_with_who_decided_it(real_model: Model) -> None:
    text = " ".join(Renderer(real_model).thing(real_model.get(Mål, "malbilden")).split())
    assert "> Alla barn i Sörmland ska ges möjligheter till god fysisk och psykisk hälsa" in text
    assert "Samverkan ska ske med ett helhetsperspektiv kring barnens bästa." in text
    assert "Beslutad av: [NSV" in text and "28 maj 2021" in text
    assert "Så här säger vi det enkelt" in text


def test_all_that_a_study_found_stands_on_one_page(real_model: Model, made: list[Page]) -> None:
    pages = {page.path: page.markdown for page in made}
    told = 0
    for id, _ in origins(real_model):
        for _, found in findings_of(real_model, id):
            for lärdom in found:
                assert lärdom.url in pages[f"lardomar/fran-{id}.md"], lärdom.file
                told += 1
    assert told == len(real_model.all(Lärdom))


def test_what_a_report_refers_to_can_be_read_on(made: list[Page]) -> None:
    page = next(page.markdown for page in made if page.path == "kallor/ostermalm-2007.md")
    assert "## Läs vidare" in page and "*Samverkan – himmel eller helvete?*. Berth Danermark, Gothia, 2000." in page
    assert "Norrmalms, Kungsholmens och Östermalms stadsdelsförvaltningar och landstinget" in page
    assert "Staffan Olsson (fotnot 27)" in page and "<dt>Så får du tag i den</dt>" in page
