"""Every thing becomes a page of plain Markdown that any generator could take."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from casefiles import TODAY, base_model
from samverkan import Model, build_model
from samverkan.kinds import KINDS, Forum, Funktion, Källa, Nivå
from samverkan.kinds.labels import enumerate_words
from samverkan.pages.description import describe
from samverkan.pages.every_page import Page, pages
from samverkan.pages.render import Renderer
from samverkan.phrases import in_groups, link, size_of, swedish_date, way_up

# What says under its title whether it is decided, and when it was reviewed.
# What only an editor needs, and lists of what stands elsewhere.
UNSOUGHT = ("om/falt/", "beslut/", "checklistor/funktioner/", "checklistor/situationer/")
REVIEWED = (
    *("rutiner/", "checklistor/", "sekretess/skola", "fragor/", "situationer/", "trappor/"),
    *("ansvar/", "forum/", "funktioner/", "samverkansformer/", "verksamheter/"),
)


def written(base: Model) -> dict[str, Page]:
    return {page.path: page for page in pages(Renderer(base))}


def test_there_is_a_page_for_each_thing_and_each_checklist(base: Model) -> None:
    own = {thing.url.lstrip("/") for thing in base.everything() if thing.own_page}
    assert own
    assert own | {"checklistor/anmal/larare.md", "checklistor/anmal/handlaggare.md"} <= set(written(base))


def test_nobody_without_a_point_gets_a_checklist(base: Model) -> None:
    assert len([path for path in written(base) if path.startswith("checklistor/anmal/")]) == 2


def test_every_real_page_has_a_path_of_its_own(real_model: Model) -> None:
    paths = [page.path for page in pages(Renderer(real_model))]
    assert len(paths) == len(set(paths)) > len(KINDS)


def test_front_matter_gives_the_title_and_keeps_macros_out(base: Model) -> None:
    for page in written(base).values():
        _, front, text = page.markdown.split("---\n", 2)
        about = yaml.safe_load(front)["description"]
        # What only an editor needs stays out of the search.
        unsought = page.path.startswith(UNSOUGHT) or page.path.endswith("/ny-pa-jobbet.md")
        more = {"search": {"exclude": True}} if unsought else {}
        told = yaml.safe_load(front)
        # What is decided or reviewed says so; a list over several routines says it at each.
        assert ('<p class="lage"' in text) == (
            page.path.startswith(REVIEWED) and not page.path.startswith("checklistor/funktioner/")
        ), page.path
        assert told == {"title": page.title, "description": about, "render_macros": False} | more
        assert text.lstrip().startswith("# ")


def test_a_page_is_described_in_plain_words(base: Model) -> None:
    about = {
        path: yaml.safe_load(page.markdown.split("---\n", 2)[1])["description"] for path, page in written(base).items()
    }
    assert about["rutiner/anmal.md"].startswith("Jag är orolig för ett barn. Vad gör jag? ")
    assert about["verksamheter/socialtjanst.md"].startswith("Socialtjänsten: ")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ring [socialtjänsten](verksamhet:socialtjanst) **genast**.", "Ring socialtjänsten genast."),
        ("En mening.\n\nOch en till.", "En mening. Och en till."),
        (
            f"{'Första meningen får plats. ' * 5}{'Resten gör det inte ' * 3}.",
            ("Första meningen får plats. " * 5).strip(),
        ),
        ("ord " * 50, "ord " * 39 + "…"),
        (f"Vad säger jag? {'ord ' * 50}", f"Vad säger jag? {'ord ' * 36}…"),
    ],
)
def test_a_description_is_whole_sentences_or_whole_words(text: str, plain: str) -> None:
    assert describe(text) == plain
    assert len(plain) <= 160


@pytest.mark.parametrize(
    "name", ["Skolan: en titel", "”Skolan” # och 'hemmet'", "- [skola]", "nej", "Skolan \\ 'x' \"y\""]
)
def test_a_title_may_have_any_sign_in_it(tmp_path: Path, name: str) -> None:
    path = base_model(tmp_path) / "model" / "gemensam" / "verksamheter" / "skola.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("namn: Skolan", f"namn: >-\n  {name}"), encoding="utf-8")
    page = written(build_model(tmp_path, TODAY)[0])["verksamheter/skola.md"]
    assert yaml.safe_load(page.markdown.split("---\n", 2)[1])["title"] == page.title
    assert page.title.startswith(name)


def test_a_link_to_a_thing_becomes_a_link_to_its_page(base: Model) -> None:
    assert "Ring [socialtjänsten](/verksamheter/socialtjanst.md)." in written(base)["rutiner/anmal.md"].markdown


def test_a_thing_without_a_page_of_its_own_has_a_place_on_the_shared_one(base: Model) -> None:
    assert base.get(Nivå, "bas").url == "/nivaer/index.md#bas"
    assert "{: #bas }" in Renderer(base).thing(base.get(Nivå, "bas"))


def test_a_source_is_called_what_it_is(real_model: Model, made: list[Page]) -> None:
    # A bill is no method; and a lärdom says who says it and whom it is about, each by itself.
    pages = {page.path: page.markdown for page in made}
    assert "<dt>Förarbete</dt>" in pages["rutiner/orosanmalan.md"]
    assert 'Metod</dt><dd markdown="span">[Prop.' not in pages["rutiner/orosanmalan.md"]
    said = "".join(text for path, text in pages.items() if path.startswith("lardomar/tema-"))
    assert "Sagt av: rapportens författare. Gäller: många på fältet." in said
    assert "Enligt många" not in said


def test_the_routine_page_keeps_the_promise_of_the_design(base: Model) -> None:
    text = written(base)["rutiner/anmal.md"].markdown
    for said in (
        "Jag är orolig för ett barn. Vad gör jag?",
        '<dt>Börjar när</dt><dd markdown="span">Du misstänker',
        '<dt>Klart när</dt><dd markdown="span">Socialtjänsten har tagit emot',
        '<dt>Gäller för</dt><dd markdown="span">',
        "### 1. Anmäl genast {: #steg-ring }",
        "Lag: [1 kap. 2 § EL](/lagrum/lag-1-2.md)",
        "Inte lag. Källa: [Rapporten](/kallor/exempelrapport.md), sidan 7",
        "[Lärare](/funktioner/larare.md)",
        "lagen kräver steget",
        "[Handläggare](/checklistor/anmal/handlaggare.md)",
        "| Ägare | [Styrgruppen](/forum/styrgrupp.md) |",
        "| Granskad | 10 januari 2026",
        "| Nästa granskning | 10 januari 2027 |",
        "Inget beslut ännu: texten är ett förslag",
        "[Visa eller ändra sidans fil: model/gemensam/rutiner/anmal.yml]",
    ):
        assert said in text


def test_what_no_source_says_is_shown_as_missing(base: Model) -> None:
    text = written(base)["forum/styrgrupp.md"].markdown
    assert text.count("Framgår inte") == 1
    assert "None" not in text


def test_a_quotation_mark_in_a_name_stays_text_in_the_matrix(tmp_path: Path) -> None:
    path = base_model(tmp_path) / "model" / "gemensam" / "funktioner" / "larare.yml"
    text = path.read_text(encoding="utf-8").replace("namn: Lärare", """namn: 'Lärare" onclick="alert(1)'""")
    path.write_text(text, encoding="utf-8")
    page = written(build_model(tmp_path, TODAY)[0])["rutiner/anmal.md"].markdown
    (table,) = [line for line in page.splitlines() if line.startswith("<thead>")]
    assert 'onclick="' not in table
    assert 'data-label="Lärare" onclick' not in page


def test_the_address_of_the_file_comes_from_whoever_builds_the_web(base: Model) -> None:
    renderer = Renderer(base, forges=("https://github.com/lan/webb", ""))
    assert "(https://github.com/lan/webb/edit/main/model/gemensam/forum/styrgrupp.yml)" in renderer.thing(
        base.get(Forum, "styrgrupp")
    )


def test_the_law_says_where_it_is_used(base: Model) -> None:
    assert "[Anmäl genast](/rutiner/anmal.md#steg-ring)" in written(base)["lagrum/lag-1-2.md"].markdown


def test_the_source_says_what_rests_on_it_and_where(base: Model) -> None:
    assert (
        "[Svara den som anmälde](/rutiner/anmal.md#steg-svara): sidan 7"
        in written(base)["kallor/exempelrapport.md"].markdown
    )


def test_small_words_are_swedish(base: Model) -> None:
    assert swedish_date(date(2026, 11, 22)) == "22 november 2026"
    assert [enumerate_words("abc"[:n]) for n in range(4)] == ["", "a", "a och b", "a, b och c"]
    assert link(base.get(Källa, "exempelrapport")) == "[Rapporten](/kallor/exempelrapport.md)"


def test_the_way_up_ends_where_a_question_can_go_no_further(base: Model) -> None:
    assert [forum.id for forum in way_up(base.get(Forum, "skolgrupp"))] == ["skolgrupp", "styrgrupp"]


def test_things_are_grouped_in_the_order_they_come(base: Model) -> None:
    groups = in_groups(base.all(Funktion), "kind")
    assert [(name, [thing.id for thing in things]) for name, things in groups] == [
        ("funktion", ["handlaggare", "larare"])
    ]


def test_a_heading_in_bold_never_becomes_the_end_of_the_list_before_it(made: list[Page]) -> None:
    # Markdown takes a line right under a point to be more of that point: ”På någon eller några” was once read as a job.
    pairs = [(page.path, *two) for page in made for two in pairwise(page.markdown.splitlines())]
    assert pairs
    assert [(path, line) for path, above, line in pairs if above.startswith("- ") and line.startswith("**")] == []


@pytest.mark.parametrize(
    ("weight", "said"), [(1, "1 kB"), (84_000, "84 kB"), (84_001, "85 kB"), (999_001, "1,0 MB"), (3_640_000, "3,7 MB")]
)
def test_a_file_is_said_to_be_no_lighter_than_it_is(weight: int, said: str) -> None:
    assert size_of(b"x" * weight) == said
