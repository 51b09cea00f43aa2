"""The files of a web's data: each by its path, made when somebody asks for it and then kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from samverkan.kinds import Thing
from samverkan.pages.data.schema import model_schema
from samverkan.pages.data.sheets import kind_sheet, rows
from samverkan.pages.data.things import VERSION, kinds_of, thing_as_data, things_of, web_address
from samverkan.pages.description import describe
from samverkan.pages.views.since import ACTED_ON
from samverkan.pages.views.standing import status
from samverkan.phrases import size_of
from samverkan.resolve import Model

FOLDER = "data"
SHORT = f"{FOLDER}/i-korthet"
MODEL, SCHEMA = f"{FOLDER}/modell.json", f"{FOLDER}/modell.schema.json"


@dataclass(frozen=True)
class KindFiles:
    """The files of a kind as the page tells of them: the kind, how many things, the first one, and the links."""

    sort: type[Thing]
    antal: int
    exempel: str
    filer: list[tuple[str, str]]


class Data:
    """The data of one model; the same for the same model on the same day."""

    version, schema, modell = VERSION, f"/{SCHEMA}", f"/{MODEL}"

    def __init__(self, model: Model) -> None:
        self.model = model

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The bytes of each file, by its path on the web."""
        model, whole, made = self.model, [], {}
        for kind in kinds_of(model):
            name = kind.folder
            things = _lines([thing_as_data(model, thing) for thing in things_of(model, kind)])
            whole.append(f"{json.dumps(name, ensure_ascii=False)}: {things}")
            made[f"{FOLDER}/{name}.json"] = f"{things}\n".encode()
            made[f"{FOLDER}/{name}.csv"] = kind_sheet(model, kind)
            if kind.kind in ACTED_ON:
                short = [self.short(thing) for thing in things_of(model, kind) if not thing.utgår]
                made[f"{SHORT}/{name}.json"] = f"{_lines(short)}\n".encode()
        head = {"version": VERSION, "namn": model.settings.namn, "dag": model.today.isoformat()}
        begun = json.dumps(head, ensure_ascii=False)[:-1]
        made[MODEL] = (f'{begun}, "saker": {{\n' + ",\n".join(whole) + "}}\n").encode()
        made[SCHEMA] = f"{json.dumps(model_schema(model), ensure_ascii=False, indent=1)}\n".encode()
        return made

    @property
    def antal(self) -> int:
        """How many things there are."""
        return sum(len(things_of(self.model, kind)) for kind in kinds_of(self.model))

    def short(self, thing: Thing) -> dict[str, Any]:
        """A thing in short, for an intranet's list: its answer's first words, and how it stands if it is reviewed."""
        granskad = getattr(thing, "granskad", None)
        stands = {"status": status(self.model, thing), "granskad": granskad.isoformat()} if granskad else {}
        first = {"id": thing.id, "namn": thing.namn, "adress": web_address(self.model, thing)}
        return {**first, "svar": describe(thing.ingress), **stands}

    @property
    def sorter(self) -> list[KindFiles]:
        """Each kind that there is anything of, as the page tells of its files."""
        found = []
        for kind in kinds_of(self.model):
            things = things_of(self.model, kind)
            names = [f"{FOLDER}/{kind.folder}.json", f"{FOLDER}/{kind.folder}.csv", f"{SHORT}/{kind.folder}.json"]
            links = [(f"/{name}", self.storlek(name)) for name in names if name in self.files]
            found.append(KindFiles(kind, len(things), things[0].id if things else "", links))
        return found

    @property
    def i_korthet(self) -> str:
        """The first thing in short, as an example."""
        kind = next(kind for kind in kinds_of(self.model) if kind.kind == ACTED_ON[0])
        things = [thing for thing in things_of(self.model, kind) if not thing.utgår]
        return json.dumps(self.short(things[0]), ensure_ascii=False, indent=1) if things else "[]"

    @property
    def blad(self) -> list[tuple[str, str]]:
        """A row of a sheet as an example: what each filled column is called, and what stands in it."""
        kind = next(kind for kind in kinds_of(self.model) if kind.kind == "lagrum")
        heads, *things = rows(self.model, kind)
        return [(head, cell) for head, cell in zip(heads, things[0], strict=True) if cell] if things else []

    def storlek(self, path: str) -> str:
        """What one fetches: format and size."""
        return f"{path.rpartition('.')[2].upper()}, {size_of(self.files[path.lstrip('/')])}"


def _lines(things: list[dict[str, Any]]) -> str:
    """A list with a thing on each line, so that two days can be compared."""
    return "[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in things) + "\n]"
