"""`utgår: ja` on the real model: each thing that may go goes with one local file, and the web still hangs together."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from project import ROOT
from samverkan import Model, build_model, examine
from samverkan.findings import Mark
from samverkan.kinds import KINDS, Forum, Thing
from samverkan.kinds.deviation import Avvikelse, Deviation
from samverkan.local.overlay import overlay
from samverkan.local.removed import NEVER, led_past
from samverkan.pages.every_page import pages, publisher_pages
from samverkan.pages.render import Renderer
from samverkan.reading.document import Document
from samverkan.reading.load import load_file
from samverkan.resolve import resolve
from samverkan.rules import RULES

HEAD = {"motivering": "Vi har ingen.", "beslutad": {"av": "Socialnämnden", "datum": "2026-11-10"}}
FILE = "motivering: Vi har ingen.\nbeslutad: {av: Socialnämnden, datum: 2026-11-10}\nutgår: ja\n"


@pytest.fixture(scope="module")
def model() -> Model:
    return build_model(ROOT)[0]


def base_of(thing: Thing) -> Document:
    return load_file(ROOT / thing.file, thing.file, type(thing))


def demanded(thing: Thing) -> list[str]:
    """What the overlay says of a file that takes the thing away."""
    local = Document(f"model/lokalt/gnesta/{thing.folder}/{thing.id}.yml", type(thing))
    local.data = {"id": thing.id, **HEAD, "utgår": "ja"}
    local.marks = {(): Mark(local.file)}
    return [str(finding) for finding in overlay([base_of(thing)], [local])[2]]


@contextmanager
def without(model: Model, thing: Thing) -> Iterator[tuple[Model, list[str]]]:
    """The model of a kommun that has none of a thing, and its errors; `model` is whole again afterwards."""
    head = Avvikelse.model_validate({**HEAD, "utgår": "ja"})
    thing._deviation = Deviation("utgår", head, "model/lokalt/gnesta/x.yml", thing.kind, Mark("x"))
    things = [model.region, *model.everything()]
    led, found = led_past(things)
    then = model if led is things else resolve(led, model.today, model.settings)[0]
    try:
        # The many small ones are held against the rules all at once, below.
        rules = () if thing.kind in ("lärdom", "begrepp") else RULES
        found += [finding for rule in rules for finding in rule(then)]
        yield then, [str(finding) for finding in found if finding.severity == "fel"]
    finally:
        thing._deviation = None
        if then is not model:
            resolve(things, model.today)  # what leads to the model's own things does so again


# More things than this of a kind are many.
MANY = 40


def removals(model: Model, every: bool = False) -> Iterator[tuple[Thing, list[str]]]:
    """Each thing of the model, and why it may not go; of a kind with many each fourth, if not `every` is asked for."""
    of_kind: Counter[str] = Counter(thing.kind for thing in model.everything())
    seen: Counter[str] = Counter()
    for thing in list(model.everything()):
        seen[thing.kind] += 1
        if not every and of_kind[thing.kind] > MANY and seen[thing.kind] % 4:
            continue
        if told := demanded(thing):
            yield thing, told
        else:
            with without(model, thing) as (_, errors):
                yield thing, errors


@pytest.fixture(scope="module")
def tried(model: Model) -> list[tuple[Thing, list[str]]]:
    return list(removals(model))


# What a finding says when it refuses a removal with a way out; any other error is a fault of ours.
REFUSALS = ("[låst]", "[utgår-inte]", "[utgår-väg]", "[utgår-ansvarig]")


def test_a_thing_goes_with_one_file_or_the_kommun_is_told_what_to_write(tried: list[tuple[Thing, list[str]]]) -> None:
    odd = [(repr(t.id), e) for t, errors in tried for e in errors if not any(code in e for code in REFUSALS)]
    assert odd == []


@pytest.mark.långsam
def test_every_single_thing_goes_or_the_kommun_is_told_what_to_write(model: Model) -> None:
    told = removals(model, every=True)
    assert [(repr(t.id), e) for t, errors in told for e in errors if not any(code in e for code in REFUSALS)] == []


def test_each_kind_that_a_kommun_may_be_without_has_things_that_go(tried: list[tuple[Thing, list[str]]]) -> None:
    gone = Counter(thing.kind for thing, errors in tried if not errors)
    total = Counter(thing.kind for thing, _ in tried)
    assert {kind for kind in total if not gone[kind]} <= {*NEVER, "lagrum", "sekretess", "situation"}
    whole = {"nivå", "samverkansform", "checklista", "mötesplats", "pilot", "ansvarsmatris", "metod", "händelse"}
    whole |= {"mål", "lärdom", "enkät"}
    assert {kind: (gone[kind], total[kind]) for kind in whole if gone[kind] != total[kind]} == {}
    assert gone["forum"] > 10 and gone["verksamhet"] > 10 and gone["funktion"] > 10


def test_all_that_may_go_can_go_at_once_and_every_page_is_made(
    tried: list[tuple[Thing, list[str]]], tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "model" / "gemensam", tmp_path / "model" / "gemensam")
    shutil.copytree(ROOT / "tests" / "exempel" / "gnesta", tmp_path / "model" / "lokalt" / "gnesta")
    shutil.rmtree(tmp_path / "model" / "lokalt" / "gnesta" / "kontakter")
    for thing, errors in tried:
        path = tmp_path / "model" / "lokalt" / "gnesta" / thing.folder / f"{thing.id}.yml"
        if not errors and thing.kind not in ("forum", "funktion") and not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"id: {thing.id}\n{FILE}", encoding="utf-8")
    forums: list[Any] = [thing for thing, errors in tried if thing.kind == "forum" and not errors]
    one = next(f for f in forums if f.vidare_till)
    # Others are tied to it, and they rest on sources that say where they are used.
    tied = {s.forum.id for f in forums for s in f.samband}
    one = next((f for f in forums if f.id in tied and f.vidare_till), one)
    path = tmp_path / "model" / "lokalt" / "gnesta" / "forum" / f"{one.id}.yml"
    path.parent.mkdir()
    path.write_text(f"id: {one.id}\n{FILE}", encoding="utf-8")
    model, findings = examine(tmp_path, kommun="gnesta")
    assert [str(f) for f in findings if f.severity == "fel"] == []
    renderer = Renderer(model)
    made = {page.path: page.markdown for page in (*pages(renderer), *publisher_pages(renderer, []))}
    assert "finns inte i Gnesta" in made[f"forum/{one.id}.md"]
    assert "Socialnämnden, 10 november 2026" in made[f"forum/{one.id}.md"]
    told = made["lokalt/skillnader.md"]
    assert all(f"#skillnad-{d.plats} " in told for d in model.local.deviations)
    assert sum(text.count("(finns inte hos oss)") for text in made.values()) > 100
    assert {kind.kind for kind in KINDS} >= {d.kind for d in model.local.deviations}


def test_the_way_up_passes_what_the_kommun_has_none_of(model: Model) -> None:
    below = next(f for f in model.all(Forum) if f.vidare_till and f.vidare_till.forum.till.vidare_till)
    passed: Any = below.vidare_till.forum.till
    after = passed.vidare_till.forum.till
    with without(model, passed) as (then, errors):
        assert errors == []
        led = then.get(Forum, below.id)
        assert led.vidare_till.forum.till is then.get(Forum, after.id)
        assert passed.namn in led.vidare_till.hur
        # Sources and forums say where they are used as things are now.
        assert [user.id for user, _ in then.get(Forum, after.id).används_av].count(below.id) == 1
    assert below.vidare_till.forum.till is passed
