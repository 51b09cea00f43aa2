"""The files for other systems say what the model says, at addresses that stay, and no sheet runs anything."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from fyllt import KOMMUN, filled
from json_schema import faults
from samverkan import Model
from samverkan.kinds import Kontakt, Lagrum, Rutin, Situation
from samverkan.kinds.unshown import why_unshown
from samverkan.pages.data.cells import FORMULA, PHONE, as_text, from_text, sheet
from samverkan.pages.data.files import Data
from samverkan.pages.data.sheets import LONGEST
from samverkan.pages.data.things import ADDRESS, VERSION, kinds_of, things_of
from samverkan.pages.macros import Macros
from samverkan.pages.render import Renderer

ADDRESSES = Path(__file__).parent / "golden" / "data.yml"
WEBS = ("länets", "den fyllda", "den fyllda kommunens")


@pytest.fixture(scope="module", params=WEBS)
def data(request: pytest.FixtureRequest, real_model: Model) -> Data:
    models = {"länets": lambda: real_model, "den fyllda": filled, "den fyllda kommunens": lambda: filled(KOMMUN)}
    return Data(models[request.param]())


def rows_of(content: bytes) -> list[list[str]]:
    csv.field_size_limit(10**7)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_address_that_has_been_published_stays(real_model: Model) -> None:
    remembered = yaml.safe_load(ADDRESSES.read_text(encoding="utf-8"))
    assert sorted(Data(real_model).files) == remembered, "en adress som är borta är ett löfte som bryts"


def test_the_json_holds_each_thing_of_the_model(data: Data) -> None:
    whole = json.loads(data.files["data/modell.json"])
    assert (whole["version"], date.fromisoformat(whole["dag"])) == (VERSION, data.model.today)
    for kind in kinds_of(data.model):
        things = json.loads(data.files[f"data/{kind.folder}.json"])
        assert things == whole["saker"][kind.folder]
        assert [one["id"] for one in things] == [one.id for one in things_of(data.model, kind)]
        assert {one.id for one in data.model.all(kind)} - {one["id"] for one in things} <= {
            one.id for one in data.model.all(Kontakt) if not one.ifylld
        }


def test_the_json_holds_each_value_of_routines_and_law(data: Data) -> None:
    for kind in (Rutin, Lagrum):
        found = {one["id"]: one for one in json.loads(data.files[f"data/{kind.folder}.json"])}
        for thing, place, value in data.model.values:
            path = ".".join(name for name in place if isinstance(name, str))
            if (
                isinstance(thing, kind)
                and not thing.utgår
                and (why_unshown(kind.kind, path) is None or path.rpartition(".")[2] in ADDRESS)
            ):
                told: Any = found[thing.id]
                for step in place:
                    told = told[step]
                assert told == (value if isinstance(value, (bool, int)) else str(value)), f"{thing.id} {place}"


def names_in(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield f"{path}{name}"
            yield from names_in(one, f"{path}{name}.")
    elif isinstance(value, list):
        for one in value:
            yield from names_in(one, path)


def test_nothing_that_no_page_shows_is_in_the_data(data: Data) -> None:
    for kind in kinds_of(data.model):
        things = json.loads(data.files[f"data/{kind.folder}.json"])
        hidden = {path for path in names_in(things) if why_unshown(kind.kind, path)}
        assert {path for path in hidden if path.rpartition(".")[2] not in ADDRESS} == set()


def test_the_schema_knows_the_whole_model_and_refuses_what_is_not_in_it(data: Data) -> None:
    schema = json.loads(data.files["data/modell.schema.json"])
    whole = json.loads(data.files["data/modell.json"])
    assert list(faults(whole, schema, schema))[:5] == []
    broken = json.loads(data.files["data/modell.json"])
    broken["saker"]["rutiner"][0]["hittat_på"] = "x"
    broken["saker"]["lagrum"][0]["id"] = "Inte Så"
    assert len(list(faults(broken, schema, schema))) == 2


def test_each_sheet_has_a_row_for_each_thing_and_opens_in_a_swedish_spreadsheet(data: Data) -> None:
    for kind in kinds_of(data.model):
        content = data.files[f"data/{kind.folder}.csv"]
        assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
        head, *rows = rows_of(content)
        assert len(set(head)) == len(head) and {len(row) for row in rows} <= {len(head)}
        assert [from_text(row[head.index("Id")]) for row in rows] == [one.id for one in things_of(data.model, kind)]
        cells = [cell for row in rows for cell in row]
        assert max(map(len, cells), default=0) <= LONGEST
        assert [cell for cell in cells if not cell.startswith("'") and FORMULA.match(cell)] == []


def test_a_cell_is_never_a_formula_and_comes_back_as_it_was() -> None:
    for text in ("=1+1", "+SUM(A1)", "-1", "@x", "\tx", "\rx", "'=1", "0158275000", "8-16"):
        ((cell,),) = rows_of(sheet([[as_text(text)]]))
        assert cell == f"'{text}" and from_text(cell) == text
    assert PHONE.fullmatch("+46 158-27 50 00") and as_text("+46 158-27 50 00") == "+46 158-27 50 00"


def test_a_link_in_a_sheet_is_a_name_and_an_id(real_model: Model) -> None:
    head, *rows = rows_of(Data(real_model).files["data/rutiner.csv"])
    row = next(row for row in rows if row[head.index("Id")] == "orosanmalan")
    steg = real_model.get(Rutin, "orosanmalan").steg[0]
    assert f"{steg.lagrum[0].saken.kortnamn} ({steg.lagrum[0]})" in row[head.index("Steg")]
    assert row[head.index("Steg")].count("\n") == len(real_model.get(Rutin, "orosanmalan").steg) - 1


def test_a_list_for_an_intranet_says_the_answer_and_how_it_stands(real_model: Model) -> None:
    found = json.loads(Data(real_model).files["data/i-korthet/situationer.json"])
    assert [one["id"] for one in found] == [one.id for one in real_model.all(Situation)]
    assert all(one["adress"] == f"situationer/{one['id']}/" and 0 < len(one["svar"]) <= 160 for one in found)
    assert any("granskad" in one and one["status"] for one in found)


def test_what_a_kommun_has_none_of_is_marked(real_model: Model) -> None:
    data = Data(filled(KOMMUN))
    gone = {(thing.kind, thing.id) for thing in data.model.everything() if thing.utgår and thing.kind != "kontakt"}
    things = [one for of in json.loads(data.files["data/modell.json"])["saker"].values() for one in of]
    assert {(one["_sort"], one["id"]) for one in things if one.get("_utgår")} == gone


def test_the_page_tells_of_every_file(real_model: Model) -> None:
    renderer = Renderer(real_model)
    page = Macros(renderer).expand('{{ mall("data") }}')
    assert [name for name in renderer.data.files if f"](/{name})" not in page] == []


def test_the_same_model_gives_the_same_bytes(real_model: Model) -> None:
    assert Data(real_model).files == Data(real_model).files
