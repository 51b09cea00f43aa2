"""Common routines and local files to lay over them, with every mixture of the verbs."""

from __future__ import annotations

import json
from typing import Any

from casefiles import BASE, read
from hypothesis import strategies as st
from samverkan.kinds import Rutin
from samverkan.reading.document import Document
from samverkan.reading.read_yaml import Builder

COMMON, LOCAL = "model/gemensam/rutiner/anmal.yml", "model/lokalt/exempelkommun/rutiner/anmal.yml"
HEAD = {"id": "anmal", "motivering": "Så gör vi.", "beslutad": {"av": "Nämnden", "datum": "2026-03-01"}}
OLD_IDS, NEW_IDS = ["ring", "svara", "skriv", "bekrafta", "folj-upp"], ["eget", "egen-tid", "eget-slut"]


def document(file: str, data: dict[str, Any]) -> Document:
    """The data as a file that was read; JSON is YAML."""
    made = Document(file, Rutin)
    made.data = Builder(made).build(json.dumps(data, ensure_ascii=False, indent=1))
    return made


def step(id: str, whose: str, points: list[str]) -> dict[str, Any]:
    """A whole step, whose texts say which file they stand in."""
    texts = {key: f"{whose} {key} i {id}" for key in ("namn", "vad")}
    return {"id": id, **texts, "punkter": [{"id": point, "text": f"{whose} {point}"} for point in points]}


@st.composite
def common_files(draw: st.DrawFn) -> Document:
    """A routine with some steps of which some are locked."""
    steps = []
    for id in draw(st.permutations(OLD_IDS))[: draw(st.integers(1, len(OLD_IDS)))]:
        made = step(id, "gemensam", [f"{id}-{i}" for i in range(draw(st.integers(0, 3)))])
        steps.append(made | ({"låst": "ja", "lagrum": ["lag-1-2"]} if draw(st.booleans()) else {}))
    return document(COMMON, read(BASE / "rutiner" / "anmal.yml") | {"steg": steps})


def items(old: list[str], new: list[str], whole: Any, field: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    """What a local file may say of things in a list: change, remove, add, with and without `efter`."""
    anchor = st.fixed_dictionaries({}, optional={"efter": st.sampled_from([old[0], new[0], *old])})
    kept = st.builds(lambda id: {"id": id}, st.sampled_from(old))
    changed = kept.map(lambda item: item | {field: f"lokal {field} i {item['id']}"})
    removed = st.builds(lambda id: {"id": id, "utgår": "ja"}, st.sampled_from(old))
    added = st.builds(lambda id, after: whole(id) | after, st.sampled_from(new), anchor)
    return st.lists(st.one_of(kept, changed, removed, added), min_size=1, max_size=5, unique_by=lambda item: item["id"])


@st.composite
def local_files(draw: st.DrawFn) -> Document:
    """A deviation with any mixture of the verbs, in steps and in their points."""
    steps = draw(items(OLD_IDS, NEW_IDS, lambda id: step(id, "lokal", [f"{id}-punkt"]), "vad"))
    for made in steps:
        if made["id"] in OLD_IDS and "utgår" not in made and draw(st.booleans()):
            old, new = [f"{made['id']}-{i}" for i in range(3)], [f"{made['id']}-egen"]
            made["punkter"] = draw(items(old, new, lambda id: {"id": id, "text": f"lokal {id}"}, "text"))
    fields = draw(st.fixed_dictionaries({}, optional={"resultat": st.just("lokal"), "uppföljning": st.just("lokal")}))
    return document(LOCAL, HEAD | fields | {"steg": steps})
