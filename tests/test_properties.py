"""Whatever is typed into a model file, an editor gets findings with a place, or the file holds."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from casefiles import BASE, TODAY, base_model
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import FIXED, MUTATIONS, NEVER, Mutation, mutate
from project import ROOT
from samverkan import Finding, examine
from samverkan.kinds import KINDS, Thing
from samverkan.reading.check import check
from samverkan.reading.document import Document
from samverkan.reading.load import load_file
from samverkan.resolve import resolve
from samverkan.rules import RULES, unused

MODEL = ROOT / "model" / "gemensam"
KIND = {kind.folder: kind for kind in KINDS}
# Read once: what is done to them has to be the same all through a run.
FILES = {path.relative_to(MODEL).as_posix(): path.read_bytes() for path in sorted(MODEL.glob("*/*.yml"))}
BASE_FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yml"))


def examine_alone(file: str, raw: bytes) -> tuple[list[Thing], list[Finding]]:
    """One file through the whole pipeline; the rest of the real model is known by its ids, not read again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sak.yml"
        path.write_bytes(raw)
        document = load_file(path, file, KIND[file.partition("/")[0]])
    others = [Document(other, KIND[other.partition("/")[0]]) for other in FILES if other != file]
    things, findings = check([document, *others])
    model, parts = resolve(things, TODAY)
    findings = [*document.findings, *findings, *parts]
    findings += [finding for rule in (*RULES, unused) for finding in rule(model)]
    return things, findings


def assert_places_exist(findings: list[Finding], file: str, raw: bytes) -> None:
    """Every finding stands on a line and column that an editor can go to, and says what to do there."""
    lines = raw.split(b"\n")
    for finding in findings:
        assert finding.mark.file == file
        assert 1 <= finding.mark.line <= len(lines), finding
        assert 1 <= finding.mark.column <= len(lines[finding.mark.line - 1]) + 2, finding
        assert finding.message and finding.mend and finding.code


def keys_used_twice(node: yaml.Node) -> Iterator[str]:
    """What YAML's own reader would have let pass."""
    if isinstance(node, yaml.MappingNode):
        keys = [str(key.value) for key, _ in node.value]
        yield from {key for key in keys if keys.count(key) > 1}
        for _, value in node.value:
            yield from keys_used_twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from keys_used_twice(value)


@settings(FIXED, max_examples=1000)
@given(file=st.sampled_from(list(FILES)), mutations=MUTATIONS)
def test_a_thousand_mutated_files_give_findings_or_hold(file: str, mutations: list[Mutation]) -> None:
    raw = mutate(FILES[file], mutations)
    things, findings = examine_alone(file, raw)
    assert_places_exist(findings, file, raw)
    if any(finding.severity == "fel" for finding in findings):
        return
    # No error: then the file is one thing, with its own id, and says exactly what stands in it.
    (thing,) = things
    assert thing.id == Path(file).stem
    text = raw.decode("utf-8-sig")
    assert list(keys_used_twice(yaml.compose(text, Loader=yaml.SafeLoader))) == []
    assert set(yaml.load(text, Loader=yaml.BaseLoader)) == thing.model_fields_set


@settings(FIXED, max_examples=300)
@given(file=st.sampled_from(list(FILES)), place=st.integers(0, 10_000), bad=st.sampled_from(NEVER))
def test_what_no_file_may_hold_is_refused_wherever_it_stands(file: str, place: int, bad: str) -> None:
    text = FILES[file].decode()
    spaces = [i for i, sign in enumerate(text) if sign == " "]
    at = spaces[place % len(spaces)] + 1
    raw = f"{text[:at]}{bad} {text[at:]}".encode()
    _, findings = examine_alone(file, raw)
    assert_places_exist(findings, file, raw)
    assert any(finding.severity == "fel" for finding in findings)


@settings(FIXED, max_examples=200)
@given(file=st.sampled_from(list(FILES)), raw=st.binary(max_size=300))
def test_random_bytes_give_findings(file: str, raw: bytes) -> None:
    things, findings = examine_alone(file, raw)
    assert_places_exist(findings, file, raw)
    assert findings
    assert things == []


@settings(FIXED, max_examples=100)
@given(file=st.sampled_from(BASE_FILES), mutations=MUTATIONS)
def test_a_mutated_model_is_examined_to_the_end(file: str, mutations: list[Mutation]) -> None:
    """The same through the front door: findings may stand in any file, and each file exists."""
    with tempfile.TemporaryDirectory() as folder:
        root = base_model(Path(folder))
        path = root / "model" / "gemensam" / file
        path.write_bytes(mutate(path.read_bytes(), mutations))
        _, findings = examine(root, TODAY)
        for finding in findings:
            lines = (root / finding.mark.file).read_bytes().split(b"\n")
            assert 1 <= finding.mark.line <= len(lines)
