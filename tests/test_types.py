"""A misspelt field is found by the type checker, in all that shows or judges the model, and in the templates."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pytest
import samverkan
from jinja2 import Environment, nodes
from project import ROOT
from pydantic import BaseModel
from samverkan.kinds import BY_NAME, Thing, labels
from samverkan.kinds import base as kinds_base

CORE = ROOT / "hooks" / "samverkan"
TEMPLATES = sorted((CORE / "pages" / "templates").glob("*.md"))
# What is wrong in each line: the field of a kind, of a part, behind a reference, in a list, of a deviation.
MISSPELT = """
rutin.stegg
rutin.steg[0].huvudansvar
rutin.steg[0].tider[0].naar
rutin.steg[0].huvudansvarig[0].saken.nam
rutin.se_även[0].saken.steg[0].punkt
model.all(Rutin)[0].sammanfatning
model.get(Forum, "nsv").mandatt
model.all(Samverkansform)[0].finns[0].huvudmann
forum.niva
forum.nivå.saken.nam
forum.vidare_till.forum
forum.nivå.till.namn
[kontakt.telefonn for kontakt in model.all(Kontakt)]
model.all(Kontakt)[0].till.saken.namm
model.all(Lagrum)[0].kontrolerad
model.all(Begrepp)[0].synonym
model.all(Sekretess)[0].svar[0].vemm
model.all(Källa)[0].adres
rutin.källor[0].källa.saken.typp
rutin.avvikelse.verb
rutin.steg[0].roller[0][1][0].saken.namnn
model.own.deviations[0].head.motivation
model.local.kommun
model.all("rutin")
sorted(model.all(Forum), key=lambda forum: forum.nivåer)
Work(model, rutin)
[lista.funktionen for lista in checklists(rutin)]
way_up(forum)[0].syfften
coverage(model)[0][0].orten
reachable(model)[0][1][0][1][0].e_posten
""".strip().splitlines()
# The same, spelt as the model is.
RIGHT = """
rutin.steg[0].tider[0].när
rutin.steg[0].huvudansvarig[0].saken.namn
rutin.se_även[0].saken.steg[0].punkter
model.all(Samverkansform)[0].finns[0].huvudman
forum.vidare_till and forum.vidare_till.forum.till and forum.vidare_till.forum.till.namn
[kontakt.telefon for kontakt in model.all(Kontakt)]
rutin.källor[0].källa.saken.typ
rutin.avvikelse and rutin.avvikelse.verb
rutin.steg[0].roller[0][1][0].saken.namn
model.own.deviations[0].head.motivering
[lista.funktion for lista in checklists(rutin)]
way_up(forum)[0].syfte
coverage(model)[0][0].ort
reachable(model)[0][1][0][1][0].e_post
""".strip().splitlines()
HEAD = """
from samverkan.kinds import Begrepp, Forum, Kontakt, Källa, Lagrum, Rutin, Samverkansform, Sekretess
from samverkan.pages.checklists import checklists
from samverkan.pages.contact_view import reachable
from samverkan.pages.overview import coverage
from samverkan.pages.work import Work
from samverkan.phrases import way_up
from samverkan.resolve import Model

def rows(model: Model, rutin: Rutin, forum: Forum) -> None:
"""
# Fields that are read from what nobody can know the type of: MkDocs' own settings, where the hooks keep what they made.
UNKNOWN = {"config.extra"}


def mypy(*arguments: str) -> list[str]:
    """What mypy says with the project's own settings, with a cache that only the tests use."""
    command = [sys.executable, "-m", "mypy", "--cache-dir", ".cache/mypy-tests", "--no-error-summary", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode < 2 and not done.stderr, done.stdout + done.stderr
    return done.stdout.splitlines()


@pytest.mark.webb
def test_a_misspelt_field_fails_the_type_checker_and_a_right_one_does_not(tmp_path: Path) -> None:
    file = tmp_path / "rader.py"
    file.write_text(
        HEAD + "".join(f"    row_{i} = {row}\n" for i, row in enumerate((*MISSPELT, *RIGHT))), encoding="utf-8"
    )
    told = {int(line.split(":")[1]) for line in mypy(str(file)) if ": error: " in line}
    first = HEAD.count("\n") + 1
    assert {number: row for number, row in enumerate(MISSPELT, first) if number not in told} == {}
    assert {number: row for number, row in enumerate(RIGHT, first + len(MISSPELT)) if number in told} == {}


class Revealed(ast.NodeTransformer):
    """Asks mypy what each field is read from."""

    def __init__(self, fields: set[str]) -> None:
        self.fields = fields

    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
        return node  # mypy reveals what it knows before it knows what the lambda is given; see sorted in MISSPELT

    def visit_Attribute(self, node: ast.Attribute) -> ast.Attribute:
        self.generic_visit(node)
        if node.attr in self.fields and not (isinstance(node.value, ast.Name) and node.value.id == "self"):
            node.value = ast.Call(ast.Name("reveal_type", ast.Load()), [node.value], [])
        return node


def fields_of_the_model() -> set[str]:
    """Every field and property of every kind and part."""
    modules = [importlib.import_module(f"samverkan.kinds.{module.name}") for module in kinds_modules()]
    classes = {one for module in modules for one in vars(module).values() if isinstance(one, type)}
    ours = [one for one in classes if issubclass(one, BaseModel) and one.__module__.startswith("samverkan")]
    return {name for one in ours for name in own_names(one)} | own_names(kinds_base.Ref)


def kinds_modules() -> Iterator[pkgutil.ModuleInfo]:
    return pkgutil.iter_modules([str(CORE / "kinds")])


def own_names(one: type) -> set[str]:
    """The fields, properties and methods that a class of ours declares."""
    fields = getattr(one, "__annotations__", {})
    return {name for name in {*fields, *vars(one)} if not name.startswith(("_", "model_"))}


@pytest.mark.webb
def test_nothing_reads_a_field_from_what_the_type_checker_does_not_know(tmp_path: Path) -> None:
    fields = fields_of_the_model()
    shadows: list[str] = []
    texts: dict[str, list[str]] = {}
    for number, path in enumerate(sorted((ROOT / "hooks").rglob("*.py"))):
        tree = Revealed(fields).visit(ast.parse(path.read_text(encoding="utf-8")))
        text = ast.unparse(ast.fix_missing_locations(tree))
        (tmp_path / f"{number}.py").write_text(text, encoding="utf-8")
        file = path.relative_to(ROOT).as_posix()
        texts[file] = text.splitlines()
        shadows += ["--shadow-file", file, str(tmp_path / f"{number}.py")]
    seen: dict[tuple[str, int, int], set[str]] = {}
    for line in mypy("--show-column-numbers", "--hide-error-context", *shadows):
        if found := re.match(r'(\S+?\.py):(\d+):(\d+): note: Revealed type is "(.*)"', line):
            seen.setdefault((found[1], int(found[2]), int(found[3])), set()).add(found[4])
    asked = {file for file, rows in texts.items() if any("reveal_type(" in row for row in rows)}
    assert {file for file, _, _ in seen} == asked
    unknown = [place for place, types in seen.items() if types <= {"Any", "Any | None"}]
    told = [f"{file}:{row}: {texts[file][row - 1].strip().replace('reveal_type', '')}" for file, row, _ in unknown]
    assert [row for row in told if not any(f"({known})" in row or known in row for known in UNKNOWN)] == []


def parsed(template: Path) -> nodes.Template:
    return Environment().parse(template.read_text(encoding="utf-8"))


class Known:
    """What templates may ask for: the names of the core's own classes, and of Python's and Jinja's."""

    @cached_property
    def names(self) -> set[str]:
        found = {name for one in (str, list, dict, set, tuple) for name in dir(one)}
        found |= {*vars(labels)}
        found |= {"index", "index0", "first", "last", "length", "previtem", "nextitem", "changed", "year", "cycle"}
        for module in pkgutil.walk_packages(samverkan.__path__, "samverkan."):
            if module.name.endswith("__main__"):
                continue
            for one in vars(importlib.import_module(module.name)).values():
                if inspect.isclass(one) and one.__module__.startswith("samverkan"):
                    found |= own_names(one)
        for file in TEMPLATES:  # delar.märke(…): what one template has for the others
            found |= {macro.name for macro in parsed(file).find_all(nodes.Macro)}
        return found


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_asks_for_no_field_that_nothing_has(path: Path) -> None:
    tree = parsed(path)
    asked = {node.attr for node in tree.find_all(nodes.Getattr)} | {name for name in attributes_named(tree)}
    assert asked - KNOWN.names == set()


def attributes_named(tree: nodes.Template) -> Iterator[str]:
    """The fields that filters name in texts: map(attribute='till.namn'), selectattr('typ', …)."""
    for node in tree.find_all(nodes.Filter):
        texts = [argument.value for argument in node.args[:1] if isinstance(argument, nodes.Const)]
        texts += [
            pair.value.value for pair in node.kwargs if pair.key == "attribute" and isinstance(pair.value, nodes.Const)
        ]
        if node.name in ("selectattr", "rejectattr") or any(pair.key == "attribute" for pair in node.kwargs):
            yield from (name for text in texts if isinstance(text, str) for name in text.split("."))


KNOWN = Known()


def test_a_reference_leads_to_the_kind_that_its_name_says() -> None:
    declared = {
        node.targets[0].id.removesuffix("Ref"): ast.unparse(node.value)
        for node in ast.parse(Path(inspect.getfile(kinds_base.Ref)).read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id.endswith("Ref")
    }
    assert declared.pop("Sida") == "Annotated[Ref['Thing'], TillSida()]"
    assert declared.pop("Del") == "Annotated[Ref['Thing'], TillSida(delar=True)]"
    names = {kind.__name__: kind.kind for kind in BY_NAME.values()}
    assert len(declared) > 10
    assert declared == {name: f"Annotated[Ref['{name}'], Till('{names[name]}')]" for name in declared}


def test_the_package_says_that_it_is_typed() -> None:
    assert (CORE / "py.typed").exists()
    assert '"py.typed"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert issubclass(Thing, BaseModel)
